import { html } from 'hono/html'
import type { ArchivedEvidence } from '../../../chat/archive.ts'
import { type Links, renderClaim } from '../render/claims.ts'
import { timeBefore } from '../render/times.ts'
import { type Html, page } from './frame.ts'
import { markedText } from './pages.ts'

/** A claim next to the passage that it is from, with the claims before and after it. */
export function evidencePage(evidence: ArchivedEvidence, links: Links, at: string): Html {
  const { claim, headline, outlet, url, published, text, story, answered, previous, next } = evidence
  const title = claim.speaker === '' ? 'Quoted, speaker not checked' : 'Evidence'
  const step = (id: string | null, words: string, rel: string) =>
    id === null ? '' : html`<a href="/stories/${story.id}/claims/${id}" rel="${rel}">${words}</a>`
  return page({ title: `Evidence: ${headline}`, at: links.stories ? '' : null }, [
    links.stories ? html`<p class="trail"><a href="/stories/${story.id}">${story.headline}</a></p>` : '',
    html`<h1>${title}</h1>
    <div class="beside">
      <section class="passage" aria-labelledby="article">
        <h2 id="article">${headline}</h2>
        <p class="outlets"><span>${outlet}${published ? html` ${timeBefore(published, at)}` : ''}</span>${url ? html`<span><a href="${links.publisher(url)}" rel="noreferrer">Open the article</a></span>` : ''}</p>
        ${markedText(text)}
      </section>
      <section aria-labelledby="claim"><h2 id="claim">${claim.speaker === '' ? 'The quotation' : 'The claim'}</h2>
        <ul class="claims">${renderClaim(claim, { story: null, links })}</ul>
        ${answered ? html`<h2>What it answers</h2><ul class="claims">${renderClaim({ ...answered, responses: [] }, { story: null, links })}</ul>` : ''}
      </section>
    </div>
    ${links.stories ? html`<nav class="steps" aria-label="Claims of the story">${step(previous, '← The claim before', 'prev')}${step(next, 'The next claim →', 'next')}</nav>` : ''}`,
  ])
}
