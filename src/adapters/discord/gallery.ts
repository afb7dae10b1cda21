import { html } from 'hono/html'
import { type Specimen, specimens } from '../../chat/gallery/gallery.ts'
import { type Component, isRow } from './outbound/components.ts'
import { type DiscordMessage, renderDiscord } from './outbound/render.ts'

/** The given messages, or one of every kind, roughly as Discord would draw them, for people to look at. */
export async function discordGallery(given: readonly Specimen[] = specimens): Promise<{
  readonly title: string
  readonly body: string
  readonly style: string
}> {
  const shown = given.map(({ title, document, shape }) => {
    const messages = renderDiscord(document, shape)
    const below = messages.filter((each) => each.below)
    return html`<section><h2>${title}</h2>${messages.filter((each) => !each.below).map(message)}${
      below.length > 0
        ? html`<div class="thread"><p>In the thread “${below[0]?.name}”:</p>${below.map(message)}</div>`
        : ''
    }</section>`
  })
  return { title: 'Onrecord on Discord', body: String(await html`${shown}`), style }
}

function message({ components }: DiscordMessage) {
  return html`<article><p class="who"><b>Onrecord</b> <span>APP</span> <time>08:00</time></p>${components.map(componentOf)}</article>`
}

function componentOf(component: Component): ReturnType<typeof html> {
  const { content, components = [], label, style: look, options, placeholder } = component
  if (content !== undefined) return html`<div class="text">${markdown(content)}</div>`
  if (options)
    return html`<select><option>${placeholder}</option>${(options as { label: string }[]).map((each) => html`<option>${each.label}</option>`)}</select>`
  if (label) return html`<button type="button" class="${look === 1 ? 'primary' : ''}">${label}</button>`
  return html`<div class="${isRow(component) ? 'row' : 'box'}">${components.map(componentOf)}</div>`
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** The part of Discord's markdown that we use. */
function markdown(text: string) {
  return text.split('\n').map((line) => {
    const [, mark = '', rest = line] = /^(-#|##|###) (.*)$/s.exec(line) ?? []
    const shown = inline(rest)
    if (mark === '-#') return html`<p><small>${shown}</small></p>`
    if (mark === '##') return html`<h3>${shown}</h3>`
    return mark === '###' ? html`<h4>${shown}</h4>` : html`<p>${shown}</p>`
  })
}

function inline(line: string): ReturnType<typeof html>[] {
  const pieces = line.matchAll(
    /<t:(\d+):f>|\\([^\p{L}\p{N}\s])|\*\*((?:\\.|[^*])+)\*\*|\*((?:\\.|[^*])+)\*|\[((?:\\.|[^\]])+)\]\((\S+?)\)|([\s\S])/gu,
  )
  return [...pieces].map(([, instant, escaped, bold, italic, label, url, other]) => {
    if (instant !== undefined) return html`<time class="instant">${longDate.format(Number(instant) * 1_000)}</time>`
    if (bold !== undefined) return html`<b>${inline(bold)}</b>`
    if (italic !== undefined) return html`<i>${inline(italic)}</i>`
    if (label !== undefined) return html`<a href="${url ?? ''}">${inline(label)}</a>`
    return html`${escaped ?? other ?? ''}`
  })
}

const style = `
body { font: 15px/1.4 "gg sans", "Noto Sans", "Helvetica Neue", Arial, sans-serif; max-width: 42rem; margin: 1rem auto; padding: 0 1rem; background: #fff; color: #2e3338; }
h1 { font-size: 1.2rem; } h2 { font-size: .85rem; color: #5c5e66; margin: 2rem 0 .5rem; }
article { padding: .5rem 0; } .who { margin: 0 0 .15rem; } .who span { font-size: .6rem; background: #5865f2; color: #fff; padding: 0 .25rem; border-radius: 3px; }
.who time, small, .thread > p { color: #5c5e66; font-size: .78rem; }
.box { border: 1px solid #d9dbdf; background: #f2f3f5; border-radius: 8px; padding: .6rem .9rem; margin: .4rem 0; max-width: 36rem; }
.text p { margin: 0; } h3 { font-size: 1.15rem; margin: .2rem 0; } h4 { font-size: 1rem; margin: 0 0 .1rem; } .row { display: flex; flex-wrap: wrap; gap: .4rem; margin: .45rem 0 .1rem; }
.instant { background: #e3e5e8; border-radius: 3px; padding: 0 .15rem; } a { color: #006ce7; text-decoration: none; }
button, select { font: inherit; font-size: .85rem; border: 0; border-radius: 4px; background: #e3e5e8; color: inherit; padding: .4rem .8rem; max-width: 100%; }
button.primary { background: #5865f2; color: #fff; }
.thread { border-left: 3px solid #d4d7dc; padding-left: 1rem; }
@media (prefers-color-scheme: dark) {
  .instant { background: #404249; } body { background: #313338; color: #dbdee1; } .box { background: #393a41; border-color: #45464e; } a { color: #00a8fc; } button, select { background: #4e5058; }
  h2, .who time, small, .thread > p { color: #949ba4; } .thread { border-color: #4e5058; }
}`
