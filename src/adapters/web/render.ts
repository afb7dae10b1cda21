import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Block, ClaimLine, Document, OutletLink, StoryBlock, StorySentence } from '../../chat/document.ts'
import { sourceTypeOf, sourceTypes } from '../../chat/export/source-type.ts'
import { plainWords } from '../../chat/rich-text.ts'
import { type Section, sectionsOf } from '../../chat/sections.ts'
import { addedNote, detailOf, howSaid, markOf, remarksOf, sentencesOf } from '../../chat/story-lines.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Where the links on a page lead. */
export interface Links {
  /** The publisher's page; for a sample, the address of its copy. */
  publisher(url: string): string
  /** True if stories have pages on this site. */
  readonly stories: boolean
}

/** A document as HTML, with everything in it escaped. */
export function renderDocument(document: Document, links: Links): Html {
  return html`${document.map((block) => renderBlock(block, links))}`
}

function renderBlock(block: Block, links: Links): Html {
  switch (block.kind) {
    case 'title':
      return html`<h1>${block.text}</h1>
        <p class="detail">${detailOf(block)}</p>`
    case 'story':
      return renderStory(block, links)
    case 'text':
      return html`<p>${plainWords(block.text)}</p>`
    case 'note':
      return html`<p class="note">${plainWords(block.text)}</p>`
    case 'alert':
      return html`<p class="alert" role="alert">${plainWords(block.text)}</p>`
    // The buttons below an answer work only in chat.
    case 'action':
    case 'choice':
      return html``
  }
}

export function renderStory(story: StoryBlock, links: Links): Html {
  const name = `story-${story.id}`
  const source = sourceTypeOf([story])
  return html`<article aria-labelledby="${name}"${source ? html` itemscope itemtype="https://schema.org/Article"` : ''}>
    ${source ? html`<link itemprop="digitalSourceType" href="${sourceTypes}${source}">` : ''}
    <h2 id="${name}">${story.number === null ? '' : html`<span class="number">${story.number}</span> `}${story.headline}</h2>
    <p class="outlets">${story.outlets.map((outlet, index) => html`${index > 0 ? ', ' : ''}${outletLink(outlet, links)}`)}${remarksOf(story).map((remark) => html` · <em>${plainWords(remark)}</em>`)}</p>
    ${story.summary.length > 0 ? html`<p>${summaryOf(story, links)}</p>` : ''}
    ${sectionsOf(story).map((section) => renderSection(section, story.id, links))}
    ${[...story.notes, ...story.withheld].map((line) => html`<p class="note">${line}</p>`)}
    ${story.takenBack ? '' : bylineOf(story, links)}
  </article>`
}

/** Who wrote the story, and the way to all of its claims. */
function bylineOf(story: StoryBlock, links: Links): Html {
  const all = html`<a href="/stories/${story.id}">All claims${story.moreClaims > 0 ? ` (${story.moreClaims} more)` : ''}</a>`
  const parts = [...(story.byline ? [html`${story.byline}`] : []), ...(links.stories ? [all] : [])]
  return html`${parts.length > 0 ? html`<p class="note">${parts.map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}</p>` : ''}`
}

function renderSection(section: Section, story: string, links: Links): Html | '' {
  const { title } = section
  switch (section.kind) {
    case 'differences':
      return list(
        title,
        section.items.map(
          ({ versions }) =>
            html`<li>${versions.map(({ outlet, words }, index) => html`${index > 0 ? ' / ' : ''}<b>${outlet}:</b> ${words}`)}</li>`,
        ),
      )
    case 'claims':
    case 'quotations':
      return list(
        title,
        section.items.map((claim) => renderClaim(claim, story, links)),
        section.kind === 'claims' ? 'claims' : 'plain',
      )
    case 'sentences':
      return list(
        title,
        section.items.map((sentence) => html`<li>${withEvidence(sentence, null, links)}</li>`),
      )
    case 'background':
      return html`<details><summary>${title}</summary><p>${section.items.map((sentence, index) => html`${index > 0 ? ' ' : ''}${withEvidence(sentence, null, links)}`)}</p></details>`
    case 'lines':
      return list(
        title,
        section.items.map((line) => html`<li>${line}</li>`),
      )
  }
}

/** A claim with its answers, or a quotation without a speaker; `story` is null if it has no page to link to. */
export function renderClaim(claim: ClaimLine, story: string | null, links: Links): Html {
  if (claim.speaker === '') return html`<li>${claim.words}${evidenceOf(claim, story, links)}</li>`
  if (claim.form) return renderSentenceLine(claim, story, links)
  const { link, verb, manner } = howSaid(claim)
  const added = claim.isAdded ? html` <span class="manner">(${addedNote})</span>` : ''
  return html`<li><b>${claim.speaker}</b>${link}${verb}${manner ? html` <span class="manner">(${manner})</span>` : ''}: ${claim.words}${evidenceOf(claim, story, links)}${added}
    ${claim.responses.length > 0 ? html`<ul class="responses">${claim.responses.map((response) => renderClaim(response, story, links))}</ul>` : ''}</li>`
}

/** A line of sentences, each with the number that opens its passage. */
function renderSentenceLine(claim: ClaimLine, story: string | null, links: Links): Html {
  const { link, colon } = howSaid(claim)
  const sentences = sentencesOf(claim).map(
    (sentence, index) => html`${index > 0 ? ' ' : ''}${withEvidence(sentence, story, links)}`,
  )
  return html`<li><b>${claim.speaker}</b>${link}${colon}${sentences}
    ${claim.responses.length > 0 ? html`<ul class="responses">${claim.responses.map((response) => renderClaim(response, story, links))}</ul>` : ''}</li>`
}

function summaryOf({ summary, summaryEvidence }: StoryBlock, links: Links): Html {
  if (!summaryEvidence) return html`${summary.join(' ')}`
  return html`${summary.map((words, index) => html`${index > 0 ? ' ' : ''}${withEvidence({ id: null, words, ...(summaryEvidence[index] ?? { mark: '', evidence: null }) }, null, links)}`)}`
}

/** A sentence with the number that links to its passage, on our page if it has one, otherwise on the publisher's. */
function withEvidence(sentence: StorySentence, story: string | null, links: Links): Html {
  const own = story !== null && links.stories && sentence.id !== null ? `/stories/${story}/claims/${sentence.id}` : null
  const address = own ?? (sentence.evidence && links.publisher(sentence.evidence))
  const mark = address ? html` <a class="evidence" href="${address}" rel="noreferrer">${markOf(sentence)}</a>` : ''
  return html`${sentence.words}${mark}`
}

/** Links for checking a claim: to our page, if it has one, and to the publisher's. */
function evidenceOf(claim: ClaimLine, story: string | null, links: Links): Html {
  const evidence =
    story !== null && links.stories
      ? html` <a class="evidence" href="/stories/${story}/claims/${claim.id}">evidence</a>`
      : ''
  const publisher = claim.evidence
    ? html` <a class="evidence" href="${links.publisher(claim.evidence)}" rel="noreferrer">publisher</a>`
    : ''
  return html`${evidence}${publisher}`
}

function list(title: string, items: readonly Html[], kind = 'plain'): Html | '' {
  return items.length === 0 ? '' : html`<h3>${title}</h3><ul class="${kind}">${items}</ul>`
}

function outletLink({ outlet, url, published }: OutletLink, links: Links): Html {
  const time = published
    ? html` <time datetime="${published}">${published.slice(0, 16).replace('T', ' ')} UTC</time>`
    : ''
  return html`${url ? html`<a href="${links.publisher(url)}" rel="noreferrer">${outlet}</a>` : outlet}${time}`
}
