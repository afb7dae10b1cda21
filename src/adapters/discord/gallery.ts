import { html, raw } from 'hono/html'
import { specimens } from '../../chat/gallery/gallery.ts'
import { type DiscordMessage, renderDiscord } from './outbound/render.ts'
import type { Embed } from './outbound/story-embeds.ts'

/** Every kind of message, roughly as Discord would draw it, for people to look at. */
export async function discordGallery(): Promise<{
  readonly title: string
  readonly body: string
  readonly style: string
}> {
  const shown = specimens.map(({ title, document, shape }) => {
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

function message({ content, embeds, components }: DiscordMessage) {
  return html`<article><p class="who"><b>Onrecord</b> <span>APP</span> <time>08:00</time></p>
    ${content === '' ? '' : html`<div>${markdown(content)}</div>`}${embeds.map(embed)}${components.map(row)}</article>`
}

function embed({ title, url, description, footer }: Embed) {
  return html`<div class="embed">${title ? html`<p class="title">${url ? html`<a href="${url}">${title}</a>` : title}</p>` : ''}
    ${description ? html`<div>${markdown(description)}</div>` : ''}${footer ? html`<p class="footer">${footer.text}</p>` : ''}</div>`
}

function row(value: object) {
  const { components = [] } = value as { components?: readonly Record<string, unknown>[] }
  return html`<p>${components.map((each) =>
    each['type'] === 3
      ? html`<select><option>${each['placeholder']}</option>${(each['options'] as { label: string }[]).map(({ label }) => html`<option>${label}</option>`)}</select>`
      : html`<button type="button" class="${each['style'] === 1 ? 'primary' : ''}">${each['label']}</button>`,
  )}</p>`
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** The part of Discord's markdown that we use; a character after a backslash is shown as it is. */
function markdown(text: string) {
  return text.split('\n').map((line, index) => {
    const small = line.startsWith('-# ')
    const shown = inline(small ? line.slice(3) : line)
    return html`${index > 0 ? raw('<br>') : ''}${small ? html`<small>${shown}</small>` : shown}`
  })
}

function inline(line: string): ReturnType<typeof html>[] {
  const pieces = line.matchAll(
    /<t:(\d+):f>|\\(.)|\*\*((?:\\.|[^*])+)\*\*|\*((?:\\.|[^*])+)\*|\[((?:\\.|[^\]])+)\]\((\S+?)\)|([\s\S])/gu,
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
.who time, small, .footer, .thread > p { color: #5c5e66; font-size: .78rem; }
.embed { border-left: 4px solid #c4c9ce; background: #f2f3f5; border-radius: 4px; padding: .6rem .9rem; margin: .4rem 0; max-width: 32rem; }
.instant { background: #e3e5e8; border-radius: 3px; padding: 0 .15rem; } .title { font-weight: 700; margin: 0 0 .3rem; } .footer { margin: .5rem 0 0; } a { color: #006ce7; text-decoration: none; }
button, select { font: inherit; font-size: .85rem; border: 0; border-radius: 4px; background: #e3e5e8; color: inherit; padding: .4rem .8rem; max-width: 100%; }
button.primary { background: #5865f2; color: #fff; }
.thread { border-left: 3px solid #d4d7dc; padding-left: 1rem; }
@media (prefers-color-scheme: dark) {
  .instant { background: #404249; } body { background: #313338; color: #dbdee1; } .embed { background: #2b2d31; border-color: #4e5058; } a { color: #00a8fc; } button, select { background: #4e5058; }
  h2, .who time, small, .footer, .thread > p { color: #949ba4; } .thread { border-color: #4e5058; }
}`
