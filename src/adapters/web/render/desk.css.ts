/** The style of the desk, where editors judge a draft. */
export const deskStyle = `
.draft > .bar { border-bottom: 2px solid var(--ink); padding-bottom: 1rem; }
.draft > .bar p, .item > p, .done p, .alert p { margin: .25rem 0; font: .9375rem/1.45 var(--sans); }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .5rem 0; }
.item { border-bottom: 1px solid var(--rule); padding: .75rem 0; }
.item > summary { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; cursor: pointer; }
.item .story { border-bottom: 0; padding: .5rem 0; }
.item .story h2 { display: none; }
.headline { font: bold 1.0625rem/1.3 var(--serif); flex: 1 1 20rem; }
.dropped > summary .headline { text-decoration: line-through; color: var(--soft); }
.pill { font: .8125rem/1.4 var(--sans); color: var(--soft); border: 1px solid var(--line); border-radius: 1rem; padding: 0 .625rem; }
.item form:not(.row) { display: grid; gap: .5rem; margin: .5rem 0 1rem; }
.item form:not(.row) button { justify-self: start; }
.item label { font: .875rem/1.4 var(--sans); color: var(--soft); }
.parts { list-style: none; padding: 0; font: .9375rem/1.45 var(--sans); }
.parts span { flex: 1 1 20rem; }
.done { border-left: 3px solid var(--link); padding-left: .75rem; }
.check { display: flex; gap: .5rem; align-items: center; min-height: 2.75rem; }
`
