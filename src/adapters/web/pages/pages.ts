import { html } from 'hono/html'
import type { ArchivedCorrection, ArchivedEdition, ArchivedSummary } from '../../../chat/archive.ts'
import { mistakeReasons } from '../../../chat/commands/mistakes.ts'
import type { Document, StoryBlock } from '../../../chat/document.ts'
import type { MarkedText } from '../../../chat/evidence.ts'
import type { Links, Showing } from '../render/claims.ts'
import { renderDocument } from '../render/document.ts'
import { renderStory } from '../render/story.ts'
import { renderEdition } from './edition.ts'
import { type Html, page } from './frame.ts'

/** The front page: the latest edition, with one field to hand something in. */
export function frontPage(
  editions: readonly ArchivedEdition[],
  { links, at, next }: { readonly links: Links; readonly at: string; readonly next: Document },
): Html {
  const [latest] = editions
  return page({ title: 'Latest digest', at: '/' }, [
    handIn,
    latest
      ? renderEdition({ edition: latest, editions, links, at })
      : html`<h1>No digest yet</h1><p>No digest has gone out yet. The first one will appear here automatically. To follow a site, put its address above, and press Follow.</p>`,
    html`<section class="next" aria-label="What comes next">${renderDocument(next, { links, at })}</section>
    <footer class="below"><a href="/corrections">Corrections</a> <a href="/editions">Earlier digests</a> <a href="/editions.rss">Feed</a> <a href="/preview/slack">As on Slack</a> <a href="/preview/discord">As on Discord</a> <a href="/bot">About this bot</a></footer>`,
  ])
}

/** One field for whatever somebody has: an article to summarize, or a site to follow. */
const handIn = html`<form class="hand-in" method="post" action="/summarize">
  <label class="unseen" for="material">A link, or the text of an article</label>
  <textarea id="material" name="material" rows="1" required maxlength="200000" placeholder="Link, text or site"></textarea>
  <button type="submit">Summarize</button>
  <button type="submit" class="second" formaction="/feeds/add">Follow</button>
</form>`

/** What was corrected in what was posted. */
export function correctionsPage(corrections: readonly ArchivedCorrection[]): Html {
  return page({ title: 'Corrections', at: '' }, [
    html`<h1>Corrections</h1>`,
    corrections.length === 0 ? html`<p>Nothing has been corrected.</p>` : '',
    ...corrections.map(
      ({ edition, headline, lines }) =>
        html`<article class="plain"><h2>${headline || 'A story was withdrawn'}</h2><ul class="plain">${lines.map((line) => html`<li>${line}</li>`)}</ul>${edition ? html`<p class="note"><a href="/editions/${edition}">The digest as it is now</a></p>` : ''}</article>`,
    ),
    html`<p class="note">As a feed for any reader: <a href="/corrections.rss">/corrections.rss</a></p>`,
  ])
}

/** A story with all its claims, and a form to report a mistake in it; `said` is the answer to that. */
export function storyPage(story: StoryBlock, showing: Showing, said?: Document): Html {
  const reasons = Object.entries(mistakeReasons).map(
    ([reason, words]) => html`<option value="${reason}">${words}</option>`,
  )
  return page({ title: story.headline, at: '' }, [
    html`<p class="trail"><a href="/">Latest digest</a></p>`,
    said ? html`<div class="answer" role="status">${renderDocument(said, showing)}</div>` : '',
    renderStory(story, { ...showing, isWhole: true }),
    html`<details class="fold quiet report"><summary>Report a mistake</summary>
      <form method="post" action="/stories/${story.id}/report">
        <label for="reason">What is wrong</label><select id="reason" name="reason">${reasons}</select>
        <label for="words">Where, and what would be right</label><textarea id="words" name="words" rows="2" maxlength="1000"></textarea>
        <button type="submit">Report</button>
      </form></details>`,
  ])
}

/** An answer of a command as a page, below the form that asked for it. */
export function answerPage(title: string, at: string, { form, document, showing }: Answered): Html {
  const hasTitle = document?.some(({ kind }) => kind === 'title') ?? false
  return page({ title, at }, [
    hasTitle ? '' : html`<h1>${title}</h1>`,
    form,
    document ? html`<div class="answer">${renderDocument(document, showing)}</div>` : '',
  ])
}

interface Answered {
  readonly form: Html
  readonly document?: Document | undefined
  readonly showing: Showing
}

/** The summary of something pasted, or why there is none. */
export function summaryPage(summary: ArchivedSummary, showing: Showing): Html {
  if (summary.kind === 'nothing') {
    return page({ title: 'Nothing to summarize', at: '' }, [
      html`<h1>Nothing to summarize</h1><p role="alert">${summary.reason}</p><p><a href="/">Try another</a></p>`,
    ])
  }
  return page({ title: summary.headline, at: '' }, [
    html`<p class="trail"><a href="/">Latest digest</a></p>
    ${renderDocument(summary.document, { ...showing, isWhole: true })}
    <section class="source" aria-labelledby="article"><h2 id="article">The article, with the cited passages marked</h2>${markedText(summary.text)}</section>`,
  ])
}

/** A page for an address that leads nowhere; it leads back if it is on this computer's site. */
export function notFoundPage(isLocal: boolean): Html {
  return page({ title: 'Not found', at: isLocal ? '' : null }, [
    html`<h1>Not found</h1><p>There’s no such page here. It may have been kept for a while and then deleted.</p>${isLocal ? html`<p><a href="/">Latest digest</a></p>` : ''}`,
  ])
}

/** A text with its passages marked. */
export function markedText(text: MarkedText): Html {
  return html`<div class="article" lang="en">${text.map(
    (paragraph) =>
      html`<p>${paragraph.map(({ text: piece, marked }) => (marked ? html`<mark>${piece}</mark>` : piece))}</p>`,
  )}</div>`
}
