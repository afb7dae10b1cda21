import { html, raw } from 'hono/html'
import { type Specimen, specimens } from '../../chat/gallery/gallery.ts'
import { renderSlack, type SlackMessage } from './outbound/render.ts'

/** The given messages, or one of every kind, roughly as Slack would draw them, for people to look at. */
export async function slackGallery(given: readonly Specimen[] = specimens): Promise<{
  readonly title: string
  readonly body: string
  readonly style: string
}> {
  const shown = given.map(({ title, document, shape }) => {
    const messages = renderSlack(document, shape)
    const thread = messages.filter((each, index) => index > 0 && !each.apart)
    const opening = messages.find((each) => each.opening)?.opening
    return html`<section><h2>${title}</h2>${opening ? html`<details><summary>As it begins</summary>${message(opening)}</details>` : ''}${messages.filter((each) => !thread.includes(each)).map(message)}${
      thread.length > 0 ? html`<div class="thread"><p>In its thread:</p>${thread.map(message)}</div>` : ''
    }</section>`
  })
  return { title: 'Onrecord in Slack', body: String(await html`${shown}`), style }
}

function message({ blocks, text }: SlackMessage) {
  return html`<article><p class="who"><b>Onrecord</b> <span>APP</span> <time>08:00</time></p>${blocks.map((block) => htmlOf(block))}
    <p class="fallback">Notification: ${text.split('\n')[0]}</p></article>`
}

type Node = Readonly<Record<string, unknown>>
type Html = ReturnType<typeof html>

/** The HTML of one block, or of a piece of one, by its type. */
function htmlOf(value: unknown): Html | string {
  const node = value as Node
  if (controls.has(node['type'])) return controlOf(node)
  const inside = elementsIn(node).map(htmlOf)
  switch (node['type']) {
    case 'header':
      return html`<h3>${textOf(node['text'])}</h3>`
    case 'date':
      return html`<time>${textOf(node['fallback'])}</time>`
    case 'divider':
      return html`<hr>`
    case 'context':
      return html`<p class="context">${inside}</p>`
    case 'actions':
      return html`<div class="actions">${inside}</div>`
    case 'rich_text':
      return html`<div>${inside}</div>`
    case 'rich_text_section':
      return html`<span class="section">${inside}</span>`
    case 'rich_text_list':
      return html`<ul class="indent-${String(node['indent'])}">${inside.map((item) => html`<li>${item}</li>`)}</ul>`
    case 'plain_text':
      return html`<span>${textOf(node)}</span> `
    case 'link':
      return html`<a href="${String(node['url'])}">${textOf(node)}</a>`
    case 'text':
      return isBold(node) ? html`<b>${broken(node)}</b>` : html`${broken(node)}`
    default:
      return `[${String(node['type'])}]`
  }
}

const controls: ReadonlySet<unknown> = new Set(['button', 'static_select', 'overflow'])

/** A button or a menu. */
function controlOf(node: Node) {
  const { type, style: look } = node
  if (type === 'button')
    return html`<button type="button" class="${look === 'primary' ? 'primary' : ''}">${textOf(node['text'])}</button>`
  if (type === 'overflow')
    return html`<details class="overflow"><summary>⋯</summary>${optionsIn(node).map((each) => html`<span>${textOf(each['text'])}</span>`)}</details>`
  return html`<select><option>${textOf(node['placeholder'])}</option>${optionsIn(node).map((each) => html`<option>${textOf(each['text'])}</option>`)}</select>`
}

/** Text with its line breaks, as Slack shows them. */
function broken(node: Node) {
  return textOf(node)
    .split('\n')
    .map((line, index) => (index === 0 ? html`${line}` : html`${raw('<br>')}${line}`))
}

function elementsIn({ elements }: Node): readonly unknown[] {
  return Array.isArray(elements) ? elements : []
}

function optionsIn({ options }: Node): readonly Node[] {
  return Array.isArray(options) ? (options as Node[]) : []
}

function textOf(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? (value as Node)['text'] : value
  return typeof text === 'string' ? text : ''
}

function isBold({ style: given }: Node): boolean {
  return typeof given === 'object' && given !== null && 'bold' in given
}

const style = `
body { font: 15px/1.45 Lato, "Helvetica Neue", Arial, sans-serif; max-width: 44rem; margin: 1rem auto; padding: 0 1rem; background: #fff; color: #1d1c1d; }
h1 { font-size: 1.2rem; } h2 { font-size: .85rem; color: #616061; margin: 2rem 0 .5rem; }
article { border: 1px solid #ddd; border-radius: 8px; padding: .75rem 1rem; margin: .5rem 0; }
.who { margin: 0 0 .25rem; } .who span { font-size: .65rem; background: #e8e8e8; padding: 0 .25rem; border-radius: 3px; } .who time { color: #616061; font-size: .8rem; }
h3 { font-size: 1.15rem; margin: .25rem 0; } hr { border: 0; border-top: 1px solid #ddd; }
.section { display: block; } ul { margin: .1rem 0; padding-left: 1.4rem; } ul.indent-1 { padding-left: 3rem; list-style: circle; }
.context { color: #616061; font-size: .8rem; margin: .35rem 0; } a { color: #1264a3; text-decoration: none; }
button { font: inherit; font-weight: 700; font-size: .8rem; border: 1px solid #bbb; border-radius: 6px; background: #fff; color: inherit; padding: .3rem .7rem; margin-right: .4rem; }
button.primary { background: #007a5a; color: #fff; border-color: #007a5a; } select { font: inherit; font-size: .8rem; max-width: 100%; }
summary { color: #616061; font-size: .75rem; cursor: pointer; }
.actions { margin: .5rem 0; } .overflow { display: inline-block; vertical-align: top; } .overflow summary { list-style: none; border: 1px solid #bbb; border-radius: 6px; padding: .2rem .6rem; font-weight: 700; } .overflow span { display: block; border: 1px solid #ddd; padding: .3rem .7rem; font-size: .8rem; }
.thread { border-left: 3px solid #ddd; padding-left: 1rem; } .thread > p, .fallback { color: #616061; font-size: .75rem; }
.fallback { border-top: 1px dotted #ddd; margin: .5rem 0 0; padding-top: .25rem; }
@media (prefers-color-scheme: dark) {
  body { background: #1a1d21; color: #d1d2d3; } article, hr, .thread, .fallback { border-color: #3a3d42; } a { color: #1d9bd1; }
  .who span { background: #3a3d42; } button { background: #22252a; border-color: #565856; } h2, .context, .thread > p, .fallback, .who time { color: #ababad; }
}`
