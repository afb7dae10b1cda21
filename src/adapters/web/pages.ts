import { html } from 'hono/html'
import type { ArchivedCorrection, ArchivedEdition, ArchivedEvidence, ArchivedSummary } from '../../chat/archive.ts'
import type { Document, StoryBlock } from '../../chat/document.ts'
import type { MarkedText } from '../../chat/evidence.ts'
import { detailOf } from '../../chat/story-lines.ts'
import { type Html, page } from './page.ts'
import { type Links, renderClaim, renderDocument, renderStory } from './render.ts'

/** The front page: a box for pasting something, the latest edition, and the earlier ones. */
export function frontPage(editions: readonly ArchivedEdition[], links: Links): Html {
  const [latest, ...earlier] = editions
  return page('Latest digest', [
    html`<section aria-labelledby="paste">
      <h2 id="paste">Summarize an article</h2>
      <form method="post" action="/summarize">
        <label for="material">A link, or the text of an article</label>
        <textarea id="material" name="material" rows="3" required maxlength="200000"></textarea>
        <button type="submit">Summarize</button>
      </form>
    </section>`,
    latest
      ? html`<section aria-label="Latest digest">${renderDocument(latest.document, links)}</section>`
      : html`<p>No digest has gone out yet. The first one will appear here automatically.</p>`,
    html`<p><a href="/desk">The desk: drafts that wait for approval</a> · <a href="/corrections">Corrections</a></p>`,
    earlier.length > 0
      ? html`<nav aria-labelledby="earlier"><h2 id="earlier">Earlier digests</h2><ul>${earlier.map(editionLink)}</ul></nav>`
      : '',
  ])
}

function editionLink({ id, document }: ArchivedEdition): Html {
  return html`<li><a href="/editions/${id}">${titleOf(document)}</a></li>`
}

export function titleOf(document: Document): string {
  const title = document.find((block) => block.kind === 'title')
  return title?.kind === 'title' ? `${title.text} · ${detailOf(title)}` : 'Digest'
}

export function editionPage({ document }: ArchivedEdition, links: Links): Html {
  return page(titleOf(document), [renderDocument(document, links)])
}

/** What was corrected in what was posted. */
export function correctionsPage(corrections: readonly ArchivedCorrection[]): Html {
  return page('Corrections', [
    html`<p class="trail"><a href="/">Latest digest</a></p><h1>Corrections</h1>`,
    corrections.length === 0 ? html`<p>Nothing has been corrected.</p>` : '',
    ...corrections.map(
      ({ edition, headline, lines }) =>
        html`<article><h2>${headline || 'A story was withdrawn'}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>${edition ? html`<p class="note"><a href="/editions/${edition}">The digest as it is now</a></p>` : ''}</article>`,
    ),
  ])
}

/** A story with all its claims. */
export function storyPage(story: StoryBlock, links: Links): Html {
  return page(story.headline, [html`<p class="trail"><a href="/">Latest digest</a></p>`, renderStory(story, links)])
}

/** A claim next to the passage that it is from. */
export function evidencePage({ claim, headline, outlet, url, text }: ArchivedEvidence, links: Links): Html {
  return page(`Evidence: ${headline}`, [
    html`<h1>Evidence</h1>
    <div class="beside">
      <section aria-labelledby="claim"><h2 id="claim">${claim.speaker === '' ? 'Quoted, speaker not checked' : 'The claim'}</h2><ul class="claims">${renderClaim(claim, null, links)}</ul></section>
      <section aria-labelledby="article">
        <h2 id="article">${headline}</h2>
        <p class="outlets">${outlet}${url ? html` · <a href="${links.publisher(url)}" rel="noreferrer">the publisher’s page</a>` : ''}</p>
        ${markedText(text)}
      </section>
    </div>`,
  ])
}

/** The summary of something pasted, or why there is none. */
export function summaryPage(summary: ArchivedSummary, links: Links): Html {
  if (summary.kind === 'nothing') {
    return page('Nothing to summarize', [
      html`<h1>Nothing to summarize</h1><p role="alert">${summary.reason}</p><p><a href="/">Try another</a></p>`,
    ])
  }
  return page(summary.headline, [
    html`<p class="trail"><a href="/">Back</a></p>
    <div class="beside">
      <div>${renderDocument(summary.document, links)}</div>
      <section aria-labelledby="article"><h2 id="article">The article, with the cited passages marked</h2>${markedText(summary.text)}</section>
    </div>`,
  ])
}

export function notFoundPage(): Html {
  return page('Not found', [
    html`<h1>Not found</h1><p>There’s no such page here. It may have been kept for a while and then deleted.</p><p><a href="/">Latest digest</a></p>`,
  ])
}

function markedText(text: MarkedText): Html {
  return html`<div class="article" lang="en">${text.map(
    (paragraph) =>
      html`<p>${paragraph.map(({ text: piece, marked }) => (marked ? html`<mark>${piece}</mark>` : piece))}</p>`,
  )}</div>`
}
