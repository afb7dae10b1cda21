/** The style sheet of our pages: no external assets, readable on a phone, light and dark. */
export const styleSheet = `
:root { color-scheme: light dark; --ink: #1b1b1a; --paper: #fdfcf9; --soft: #5a574f; --line: #d9d5ca; --mark: #ffe9a8; --link: #0b4f8a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ecebe6; --paper: #171716; --soft: #b3afa5; --line: #3b3934; --mark: #5a4a10; --link: #9cc8f0; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 64rem; font: 1.0625rem/1.5 Georgia, 'Times New Roman', serif; color: var(--ink); background: var(--paper); }
header, footer { color: var(--soft); font-size: .9375rem; }
header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; border-bottom: 1px solid var(--line); }
.brand { font-weight: bold; font-size: 1.25rem; margin: .5rem 0; }
.brand a { color: var(--ink); text-decoration: none; }
a { color: var(--link); }
a:focus-visible, button:focus-visible, textarea:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; background: var(--paper); padding: .5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1.1875rem; line-height: 1.3; margin: 0 0 .25rem; }
h3 { font-size: .875rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); margin: .75rem 0 .25rem; }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
.number { color: var(--soft); }
.detail, .outlets, .note, .manner, time, .trail { color: var(--soft); font-size: .9375rem; }
.outlets { margin: 0 0 .5rem; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
li { margin: .25rem 0; overflow-wrap: anywhere; }
.responses { list-style: '↳ '; }
.evidence { font-size: .8125rem; margin-left: .25rem; white-space: nowrap; }
.alert { border-left: 4px solid #b3541e; padding-left: .75rem; }
mark { background: var(--mark); color: inherit; }
form { display: grid; gap: .5rem; margin: .5rem 0 1rem; }
label { color: var(--soft); font-size: .9375rem; }
textarea { width: 100%; font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); padding: .5rem; }
button { justify-self: start; font: inherit; padding: .5rem 1.25rem; min-height: 2.75rem; color: var(--paper); background: var(--link); border: 0; cursor: pointer; }
section[aria-labelledby='paste'] { margin-top: 1rem; }
.beside { display: grid; gap: 2rem; }
@media (min-width: 50rem) { .beside { grid-template-columns: 1fr 1fr; } }
.bar { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.row button, .parts button { color: var(--link); background: transparent; border: 1px solid var(--link); padding: .375rem 1rem; }
.row button.main { color: var(--paper); background: var(--link); }
.item { border-bottom: 1px solid var(--line); padding: .75rem 0; }
.item > summary { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; cursor: pointer; }
.item article { border-top: 0; padding: .5rem 0; }
.item article h2 { display: none; }
.headline { font-weight: bold; flex: 1 1 20rem; }
.dropped > summary .headline { text-decoration: line-through; color: var(--soft); }
.pill { font-size: .875rem; color: var(--soft); border: 1px solid var(--line); padding: 0 .5rem; }
.fold { margin: .25rem 0; }
.fold > summary { color: var(--link); cursor: pointer; padding: .375rem 0; }
.parts { list-style: none; padding: 0; }
.parts span { flex: 1 1 20rem; }
.done { border-left: 4px solid var(--link); padding-left: .75rem; }
input:not([type]) { width: 100%; font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); padding: .5rem; }
.check { display: flex; gap: .5rem; align-items: center; min-height: 2.75rem; }
summary:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
`
