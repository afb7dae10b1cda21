import { html } from 'hono/html'
import type { ClaimLine, StorySentence } from '../../../chat/document.ts'
import { addedNote, howSaid, markOf, sentencesOf } from '../../../chat/story-lines.ts'
import type { Html } from '../pages/frame.ts'

/** Where the links on a page lead. */
export interface Links {
  /** The publisher's page; for a sample, the address of its copy. */
  publisher(url: string): string
  /** True if stories have pages on this site. */
  readonly stories: boolean
}

/** How a document is shown on a page. */
export interface Showing {
  readonly links: Links
  /** The instant from which times are told, ISO 8601: "5 h". */
  readonly at: string
  /** True if a story is the page's subject: then nothing of it is folded, and its headline is the page's. */
  readonly isWhole?: boolean
}

/** Claims as a list, the speaker bold where they are named first. `story` is null if it has no pages to link to. */
export function renderClaims(claims: readonly ClaimLine[], story: string | null, links: Links): Html {
  return html`<ul class="claims">${claims.map((claim, index) => {
    const isSame = index > 0 && nameIn(claims[index - 1]?.speaker ?? '') === nameIn(claim.speaker)
    return renderClaim(claim, { story, links, isSame })
  })}</ul>`
}

/** A speaker's name without what is said of them: "Fabian Roth" of "Fabian Roth, lawyer for the firm". */
export function nameIn(speaker: string): string {
  return speaker.split(/, | \(/, 1)[0] ?? speaker
}

interface Place {
  readonly story: string | null
  readonly links: Links
  /** True if the line before is by the same speaker, who is then not set in bold again. */
  readonly isSame?: boolean
}

/** A claim with its answers, or a quotation without a speaker. */
export function renderClaim(claim: ClaimLine, place: Place): Html {
  if (claim.speaker === '') return html`<li>${claim.words}${publisherOf(claim, place)}</li>`
  const { link, verb, manner, colon } = howSaid(claim)
  const name = nameIn(claim.speaker)
  const speaker = place.isSame ? html`${claim.speaker}` : html`<b>${name}</b>${claim.speaker.slice(name.length)}`
  const said = claim.form
    ? html`${link}${colon}${sentencesOf(withoutOutlet(claim)).map((sentence, index) => html`${index > 0 ? ' ' : ''}${withEvidence(sentence, place)}`)}`
    : html`${link}${verb}${manner ? html` <span class="manner">(${manner})</span>` : ''}: ${claim.words}${evidenceOf(claim, place)}${claim.isAdded ? html` <span class="manner">(${addedNote})</span>` : ''}`
  const outlet = claim.outlet ? html` <span class="from">${claim.outlet}</span>` : ''
  const answers =
    claim.responses.length > 0
      ? html`<ul class="answers" aria-label="Answers">${claim.responses.map((response) => renderClaim(response, { ...place, isSame: false }))}</ul>`
      : ''
  return html`<li>${speaker}${said}${outlet}${answers}</li>`
}

/** The line without its outlet in brackets, which stands apart here. */
function withoutOutlet(claim: ClaimLine): ClaimLine {
  const { outlet, further = [] } = claim
  if (outlet === undefined) return claim
  const bare = (words: string) => (words.endsWith(` (${outlet})`) ? words.slice(0, -outlet.length - 3) : words)
  return {
    ...claim,
    words: bare(claim.words),
    ...(further.length > 0 ? { further: further.map((each) => ({ ...each, words: bare(each.words) })) } : {}),
  }
}

/** A sentence with the number that opens its passage, on our page if it has one, otherwise on the publisher's. */
export function withEvidence(sentence: StorySentence, { story, links }: Place): Html {
  const own = story !== null && links.stories && sentence.id !== null ? `/stories/${story}/claims/${sentence.id}` : null
  const address = own ?? (sentence.evidence && links.publisher(sentence.evidence))
  return html`${sentence.words}${address ? mark(address, sentence.mark) : ''}`
}

/** The quietest thing on the page: a raised number that opens the passage. */
function mark(address: string, number: string): Html {
  const name = number ? `Evidence ${number}` : 'Evidence'
  return html`<a class="ev" href="${address}" rel="noreferrer" aria-label="${name}">${number || markOf({})}</a>`
}

/** The links for checking a claim whose sentences have no numbers. */
function evidenceOf(claim: ClaimLine, { story, links }: Place): Html {
  const own =
    story !== null && links.stories
      ? html` <a class="small" href="/stories/${story}/claims/${claim.id}">evidence</a>`
      : ''
  return html`${own}${publisherOf(claim, { story, links })}`
}

function publisherOf({ evidence }: ClaimLine, { links }: Place): Html | '' {
  return evidence ? html` <a class="small" href="${links.publisher(evidence)}" rel="noreferrer">publisher</a>` : ''
}
