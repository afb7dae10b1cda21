/** The style of stories, claims and passages. What happened is in a serif, who says what in a sans beside it. */
export const storyStyle = `
.story { display: grid; gap: 0 2rem; border-bottom: 1px solid var(--rule); padding: 1.125rem 0 1rem; }
.story h1 { margin: 0 0 .25rem; }
.story h2 a { color: inherit; text-decoration: none; }
.story h2 a:hover { text-decoration: underline; }
.kicker { font: 600 .78125rem/1.4 var(--sans); color: var(--link); margin: 0 0 .125rem; }
.outlets { font: .8125rem/1.45 var(--sans); color: var(--soft); margin: 0 0 .375rem; }
.outlets a { color: inherit; text-decoration-color: var(--line); }
.outlets time { color: var(--faint); }
.outlets span + span::before { content: ' · '; color: var(--faint); }
.summary { margin: 0 0 .5rem; font-size: 1rem; line-height: 1.5; max-width: 41rem; }
.who { font: .90625rem/1.45 var(--sans); border-left: 2px solid var(--rule); padding-left: .875rem; margin-top: .5rem; }
.who .part, .story .who .part { font-size: .8125rem; margin: .75rem 0 .375rem; }
.who .part:first-child, .story .who .part:first-child { margin-top: 0; }
.claims { list-style: none; margin: 0; padding: 0; font-family: var(--sans); font-size: .90625rem; line-height: 1.45; }
.claims li { margin: 0 0 .5rem; overflow-wrap: anywhere; max-width: 41rem; }
.answers { list-style: none; margin: .25rem 0 0; padding: 0 0 0 1.125rem; }
.answers li { position: relative; margin: 0 0 .25rem; }
.answers li::before { content: ''; position: absolute; left: -.8125rem; top: 0; width: .5rem; height: .6875rem; border: solid var(--line); border-width: 0 0 1px 1px; border-bottom-left-radius: .3125rem; }
.from, .manner { color: var(--faint); font-size: .78125rem; }
.ev { position: relative; font: .6875rem/1 var(--sans); vertical-align: .35em; color: var(--faint); text-decoration: none; margin-left: .125rem; white-space: nowrap; }
.ev::after { content: ''; position: absolute; inset: -.5rem -.375rem; min-width: 1.5rem; min-height: 1.5rem; }
.ev:hover, li:hover > .ev { color: var(--link); }
.silence { margin: .5rem 0; color: var(--soft); font: .84375rem/1.45 var(--sans); }
.silence b { font-weight: 600; }
.foot { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline; }
.foot .small { padding: .4375rem 0; }
.differ { border-collapse: collapse; border-left: 3px solid var(--differ); background: var(--differ-paper); font: .84375rem/1.4 var(--sans); margin: .5rem 0; max-width: 41rem; }
.differ caption { text-align: left; font-weight: 600; color: var(--differ); background: var(--differ-paper); border-left: 3px solid var(--differ); padding: .375rem .75rem 0; }
.differ caption::before { content: '≠ '; }
.differ th { text-align: left; font-weight: normal; color: var(--soft); vertical-align: top; padding: .25rem .5rem .25rem .75rem; min-width: 6rem; }
.differ td { padding: .25rem .75rem .25rem 0; font-family: var(--serif); font-size: .9375rem; font-variant-numeric: lining-nums; }
.differ tbody + tbody tr:first-child > * { border-top: 1px solid var(--rule); }
.differ tbody:last-child tr:last-child > * { padding-bottom: .5rem; }
.corrected { border-left: 3px solid var(--differ); padding: .25rem .75rem; margin: .5rem 0; }
.corrected .part { color: var(--differ); margin: 0; }
article.plain { border-bottom: 1px solid var(--rule); padding: 1rem 0; max-width: 41rem; }
mark { background: var(--mark); color: var(--mark-ink); }
.article { font-size: 1.0625rem; line-height: 1.6; max-width: 41rem; }
.article p { margin: .75rem 0; overflow-wrap: anywhere; }
.beside { display: grid; gap: 1.5rem 2.5rem; margin-top: .5rem; }
.beside h2 { font-size: 1.0625rem; }
.beside .claims { font-size: 1rem; }
.source { border-top: 2px solid var(--ink); margin-top: 1.5rem; padding-top: 1rem; }
.steps { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 1.5rem; border-top: 1px solid var(--rule); margin-top: 1.5rem; padding-top: .5rem; font: .875rem/1.4 var(--sans); }
.steps a { padding: .5rem 0; }
.claims + h2 { margin-top: 1.25rem; }
.foot .note::first-letter { text-transform: uppercase; }
.alone { display: block; }
@media (min-width: 40rem) {
  .on-phone { display: none; }
}
@media (max-width: 39.99rem) {
  .on-desk { display: none; }
  .claims:has(+ .more:not([open])) > li:nth-child(n + 2), .more:not([open]) ~ :is(.silence, .foot) { display: none; }
  .story { padding: .75rem 0 .5rem; }
  .summary { line-height: 1.4; margin-bottom: .375rem; }
  .who .part, .story .who .part { margin: .375rem 0 .25rem; }
  .who .part.usual { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .made { flex-basis: 100%; }
  .mast .bar { gap: 0; }
  .made .note { margin: .25rem 0 0; font-size: .78125rem; }
  .mast { margin-top: .5rem; }
  .views label { padding: .25rem; }
  .who { margin-top: .25rem; }
  main { padding-bottom: 1rem; }
  .next { margin-top: .5rem; }
  .below { margin-top: .5rem; padding-top: .375rem; gap: .125rem 1.25rem; }
  h1 { font-size: 1.5rem; }
  .fold > summary { padding: .375rem 0; }
  .claims li { margin-bottom: .375rem; }
  .differ th { min-width: 0; width: 6.75rem; }
  .differ th, .differ td { padding-top: .125rem; padding-bottom: .125rem; }
}
@media (min-width: 52rem) {
  .story:not(.alone) { grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr); }
  .story:first-of-type h2 { font-size: 1.875rem; }
  .story h2 { font-size: 1.4375rem; }
  .summary { font-size: 1.0625rem; }
  .who { border-left-width: 1px; padding-left: 1.5rem; margin-top: 0; }
  .beside { grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr); }
}
.answer { max-width: 46rem; font: .9375rem/1.5 var(--sans); }
.answer p { margin: .375rem 0; overflow-wrap: anywhere; }
.answer .story { display: block; }
.answer .story h2 { font-size: 1.1875rem; }
.answer .who { border: 0; margin: 0; padding: 0; }
.answer .who .part.usual { display: none; }
.answer .claims b { font-weight: normal; }
`
