import { html } from 'hono/html'
import type { ArchivedEdition } from '../../../chat/archive.ts'
import type { Document, TitleBlock } from '../../../chat/document.ts'
import { plainWords } from '../../../chat/rich-text.ts'
import { detailOf } from '../../../chat/story-lines.ts'
import type { Links } from '../render/claims.ts'
import { renderDocument } from '../render/document.ts'
import { type Html, page } from './frame.ts'

/** The editions named at the head of a page. */
const namedEditions = 6

/** An edition among others, and the instant from which its times are told. */
export interface Issue {
  readonly edition: ArchivedEdition
  /** All editions, newest first. */
  readonly editions: readonly ArchivedEdition[]
  readonly links: Links
  /** ISO 8601. */
  readonly at: string
}

export function editionPage(issue: Issue): Html {
  return page({ title: titleOf(issue.edition.document), at: '' }, [renderEdition(issue)])
}

/** An edition: its head, its stories, and what is said below them. */
export function renderEdition({ edition, editions, links, at }: Issue): Html {
  const { document } = edition
  const title = titleIn(document)
  const notes = document.flatMap((block) => (block.kind === 'note' ? [plainWords(block.text)] : []))
  const [label, ...others] = notes.toReversed()
  const rest = document.filter(({ kind }) => kind !== 'title' && kind !== 'note')
  return html`<header class="mast">
      <h1>${title?.text ?? 'Digest'}</h1>
      <p class="detail">${title ? detailOf(title) : ''}</p>
      ${editions.length > 1 ? html`<nav class="editions" aria-label="Editions">${editions.slice(0, namedEditions).map((each) => html`<a href="/editions/${each.id}"${each.id === edition.id ? html` aria-current="page"` : ''}>${shortTitle(each.document)}</a>`)}<a href="/editions">All</a></nav>` : ''}
      <div class="bar">
        <div class="made">${label === undefined ? '' : html`<p class="note">${label}</p>`}${others.length === 0 ? '' : html`<details class="fold quiet"><summary>More about this edition</summary>${others.map((note) => html`<p>${note}</p>`)}</details>`}</div>
        <fieldset class="views"><legend class="unseen">Show</legend>
          <label><input type="radio" name="view" value="full" checked> Full</label>
          <label><input type="radio" name="view" value="headlines"> Headlines</label></fieldset>
      </div>
    </header>
    ${renderDocument(rest, { links, at })}`
}

/** All editions that are kept, newest first. */
export function editionsPage(editions: readonly ArchivedEdition[]): Html {
  return page({ title: 'Editions', at: '' }, [
    html`<h1>Editions</h1>`,
    editions.length === 0
      ? html`<p>No digest has gone out yet.</p>`
      : html`<ul class="listed">${editions.map(({ id, document }) => html`<li><a href="/editions/${id}">${titleOf(document)}</a></li>`)}</ul>`,
    html`<p class="note">As a feed for any reader: <a href="/editions.rss">/editions.rss</a> or <a href="/editions.json">/editions.json</a></p>`,
  ])
}

export function titleOf(document: Document): string {
  const title = titleIn(document)
  return title ? `${title.text} · ${detailOf(title)}` : 'Digest'
}

/** "Sun 29 Nov 08:00", as short as an edition can be told from others; its title if it has no time. */
function shortTitle(document: Document): string {
  const title = titleIn(document)
  return title?.time?.label.replace(/ \([^)]*\)$/, '') ?? title?.text ?? 'Digest'
}

/** When an edition was made, ISO 8601; undefined if it does not say. */
export function timeOf(document: Document): string | undefined {
  return titleIn(document)?.time?.at
}

function titleIn(document: Document): TitleBlock | undefined {
  return document.find((block) => block.kind === 'title')
}
