import { deskStyle } from './desk.css.ts'
import { storyStyle } from './story.css.ts'

/** The style sheet of our pages: no outside assets; a phone, a desk, light, dark and paper. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --ink: #17191c; --soft: #4e5258; --faint: #666a71; --rule: #e3e0d7; --line: #888b90; --link: #164b9c;
  --differ: #7d4508; --differ-paper: #fcf2df; --mark: #ffe88a; --mark-ink: #17191c; --dot: #cc3015; --bad: #a1271c;
  --serif: Charter, 'Sitka Text', Cambria, 'Noto Serif', 'Liberation Serif', Georgia, serif;
  --sans: -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #141517; --ink: #ebe9e4; --soft: #b5b7bb; --faint: #999ca2; --rule: #2f3237; --line: #757880; --link: #a0c1f8;
    --differ: #efbf72; --differ-paper: #272014; --mark: #5b4a0c; --mark-ink: #fbf4da; --dot: #ff6c50; --bad: #ff9d90;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 1rem/1.45 var(--serif); color: var(--ink); background: var(--paper); }
.wrap { max-width: 74rem; margin: 0 auto; padding: 0 1rem; }
main { padding-bottom: 3rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, textarea:focus-visible, input:focus-visible, summary:focus-visible, label:focus-within { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; z-index: 1; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.top { border-bottom: 1px solid var(--rule); font: .875rem/1.3 var(--sans); }
.top .wrap { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1.5rem; min-height: 3rem; }
.brand { font: bold 1.125rem/1.2 var(--serif); color: var(--ink); text-decoration: none; margin: 0; padding: .5rem 0; }
.brand::before { content: ''; display: inline-block; width: .625rem; height: .625rem; margin-right: .5rem; border-radius: 50%; background: var(--dot); }
.top nav { display: flex; flex-wrap: wrap; gap: 0 1.125rem; }
@media (max-width: 39.99rem) { .top .wrap { gap: 0 .75rem; } .top nav { gap: 0 .75rem; font-size: .8125rem; } .brand { font-size: 1rem; } }
.top nav a { color: var(--soft); text-decoration: none; padding: .75rem 0 .625rem; border-bottom: 2px solid transparent; }
.top nav a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--ink); }

h1 { font: bold 1.75rem/1.2 var(--serif); margin: 1.5rem 0 .25rem; text-wrap: balance; }
h2 { font: bold 1.1875rem/1.25 var(--serif); margin: 0 0 .25rem; text-wrap: balance; }
h3, .part { font: 600 .8125rem/1.4 var(--sans); color: var(--soft); margin: 1rem 0 .375rem; }
.number { color: var(--faint); font-weight: normal; }
.detail, .note, .trail, .listed, .below { font: .84375rem/1.45 var(--sans); color: var(--soft); }
.detail { margin: 0; }
.note { margin: .5rem 0; }
.trail { margin: 1rem 0 0; }
.trail a::before { content: '← '; }
ul.plain, .listed { margin: .25rem 0; padding-left: 1.125rem; }
.alert { border-left: 3px solid var(--bad); padding: .125rem 0 .125rem .75rem; }
.small { font: .78125rem/1.45 var(--sans); }

.hand-in { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0 0; max-width: 44rem; }
textarea, input:not([type]), input[type='search'] { font: .9375rem/1.45 var(--sans); color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .25rem; padding: .5rem .625rem; width: 100%; }
.hand-in textarea, .hand-in input { flex: 1 1 8rem; width: auto; min-width: 0; height: 2.75rem; resize: vertical; }
button { font: 600 .875rem/1.2 var(--sans); min-height: 2.75rem; padding: .5rem 1rem; color: var(--paper); background: var(--link); border: 1px solid var(--link); border-radius: .25rem; cursor: pointer; }
button.second, .row button, .parts button { color: var(--link); background: transparent; }
.row button.main { color: var(--paper); background: var(--link); }

.mast { margin-top: 1.25rem; border-bottom: 2px solid var(--ink); padding-bottom: .25rem; }
.mast h1 { margin: 0; }
.editions { display: flex; gap: .375rem; overflow-x: auto; margin: .625rem 0 .25rem; padding: .25rem; font: .8125rem/1.3 var(--sans); }
.editions a { flex: none; color: var(--soft); text-decoration: none; border: 1px solid var(--rule); border-radius: 1rem; padding: .375rem .75rem; }
.editions a[aria-current] { color: var(--paper); background: var(--ink); border-color: var(--ink); }
.mast .bar { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: start; gap: 0 1rem; border: 0; padding: 0; }
.made { flex: 1 1 16rem; }
.made .note { margin: .375rem 0; }
.views { display: flex; gap: .25rem; border: 0; margin: 0; padding: 0; font: .8125rem/1.3 var(--sans); color: var(--soft); }
.views label { display: flex; align-items: center; gap: .25rem; padding: .5rem .25rem; cursor: pointer; }
.views input { margin: 0; }
main:has([name='view'][value='headlines']:checked) .story .who, main:has([name='view'][value='headlines']:checked) .story .summary,
main:has([name='view'][value='headlines']:checked) .story .differ, main:has([name='view'][value='headlines']:checked) .story .note { display: none; }

.fold > summary { cursor: pointer; color: var(--link); font: .8125rem/1.4 var(--sans); padding: .4375rem 0; list-style-position: inside; }
.fold.quiet > summary { color: var(--soft); }
.fold p { margin: .25rem 0; font: .875rem/1.45 var(--sans); color: var(--soft); }
.next { font: .84375rem/1.45 var(--sans); color: var(--soft); margin-top: 1rem; }
.next p { margin: .125rem 0; }
.report form { display: grid; gap: .5rem; max-width: 41rem; margin: .5rem 0; font: .875rem/1.4 var(--sans); }
.report button { justify-self: start; }
select { font: .9375rem/1.45 var(--sans); color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .25rem; padding: .5rem; min-height: 2.75rem; }
.below { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; border-top: 1px solid var(--rule); margin-top: 1.5rem; padding-top: .75rem; }
.below a { padding: .25rem 0; }
${storyStyle}${deskStyle}
@media print {
  .more > summary, .quiet, .top nav, .hand-in, .views, .editions, .below, .skip, .steps, .foot a { display: none; }
  details, .on-desk { display: block; }
  details::details-content { content-visibility: visible; height: auto; }
  .claims > li, .silence { display: list-item !important; list-style: none; }
  .on-phone { display: none; }
  .story { break-inside: avoid-page; }
  a { color: inherit; text-decoration: none; }
}
`
