import { html } from 'hono/html'
import type { ClaimLine, DifferenceLine, OutletLink, StoryBlock } from '../../../chat/document.ts'
import { sourceTypeOf, sourceTypes } from '../../../chat/export/source-type.ts'
import { plainWords } from '../../../chat/rich-text.ts'
import { type Section, sectionsOf } from '../../../chat/sections.ts'
import { remarksOf } from '../../../chat/story-lines.ts'
import type { Html } from '../pages/frame.ts'
import { type Links, nameIn, renderClaim, renderClaims, type Showing, withEvidence } from './claims.ts'
import { timeBefore } from './times.ts'

/** The lines shown before the rest is folded. */
const shownLines = 3

/** A story: what happened, and beside it who says what. */
export function renderStory(story: StoryBlock, { links, at, isWhole = false }: Showing): Html {
  const name = `story-${story.id}`
  const source = sourceTypeOf([story])
  const sections = sectionsOf(story)
  const beside = sections.filter(({ kind, title }) => kind !== 'differences' && title !== 'Corrected')
  const remarks = remarksOf(story).map((remark) => plainWords(remark))
  return html`<article class="story${beside.length === 0 ? ' alone' : ''}" aria-labelledby="${name}"${source ? html` itemscope itemtype="https://schema.org/Article"` : ''}>
    ${source ? html`<link itemprop="digitalSourceType" href="${sourceTypes}${source}">` : ''}
    <div class="what">
      ${remarks.length > 0 ? html`<p class="kicker">${remarks.join(' · ')}</p>` : ''}
      ${isWhole ? html`<h1 id="${name}">${story.headline}</h1>` : html`<h2 id="${name}">${story.number === null ? '' : html`<span class="number">${story.number}</span> `}${links.stories ? html`<a href="/stories/${story.id}">${story.headline}</a>` : story.headline}</h2>`}
      <p class="outlets">${story.outlets.map((outlet) => html`<span>${outletLink(outlet, { links, at })}</span>`)}</p>
      ${story.summary.length > 0 ? html`<p class="summary">${summaryOf(story, links)}</p>` : ''}
      ${sections.map((section) => (section.kind === 'differences' ? differences(section.items) : section.title === 'Corrected' ? corrected(section) : ''))}
      ${story.notes.map((line) => html`<p class="note">${line}</p>`)}
    </div>
    ${beside.length > 0 ? html`<section class="who" aria-label="Who says what: ${story.headline}">${beside.map((section) => renderSection(section, story, { links, isWhole }))}${foot(story, { links, isWhole })}</section>` : ''}
  </article>`
}

function summaryOf({ summary, summaryEvidence }: StoryBlock, links: Links): Html {
  if (!summaryEvidence) return html`${summary.join(' ')}`
  return html`${summary.map((words, index) => html`${index > 0 ? ' ' : ''}${withEvidence({ id: null, words, ...(summaryEvidence[index] ?? { mark: '', evidence: null }) }, { story: null, links })}`)}`
}

function corrected(section: Section): Html {
  return section.kind === 'lines'
    ? html`<div class="corrected"><p class="part">${section.title}</p><ul class="plain">${section.items.map((line) => html`<li>${line}</li>`)}</ul></div>`
    : html``
}

/** Where outlets differ: the most newsworthy block, and the only one with a ground of its own. */
function differences(items: readonly DifferenceLine[]): Html {
  return html`<table class="differ"><caption>They differ</caption>${items.map(
    ({ versions }) =>
      html`<tbody>${versions.map(({ outlet, words }) => html`<tr><th scope="row">${outlet}</th><td>${withDifference(words, versions)}</td></tr>`)}</tbody>`,
  )}</table>`
}

/** The words of an outlet, bold where the others have another word between the same words. */
function withDifference(words: string, versions: DifferenceLine['versions']): Html {
  const all = versions.map((version) => version.words.split(' '))
  const own = words.split(' ')
  const at = own.findIndex((word, index) => all.some((other) => other[index] !== word))
  const isOneWord = at >= 0 && all.every((other) => other[at] !== undefined && other[at + 1] === own[at + 1])
  if (!isOneWord) return html`${words}`
  return html`${[...own.slice(0, at), ''].join(' ')}<b>${own[at]}</b>${['', ...own.slice(at + 1)].join(' ')}`
}

interface Place {
  readonly links: Links
  readonly isWhole: boolean
}

/** The title of a part: a level below the story's headline. */
function partTitle(title: string, isWhole: boolean, kind = ''): Html {
  return isWhole ? html`<h2 class="part ${kind}">${title}</h2>` : html`<h3 class="part ${kind}">${title}</h3>`
}

function renderSection(section: Section, story: StoryBlock, { links, isWhole }: Place): Html {
  const place = { story: story.id, links }
  switch (section.kind) {
    case 'claims':
      return html`${partTitle(section.title, isWhole, 'usual')}${isWhole ? renderClaims(bySpeaker(section.items), story.id, links) : folded(section.items, place)}`
    case 'quotations':
      return html`${partTitle(section.title, isWhole)}<ul class="claims">${section.items.map((claim) => renderClaim(claim, place))}</ul>`
    case 'sentences':
      return html`${partTitle(section.title, isWhole)}<ul class="plain">${section.items.map((sentence) => html`<li>${withEvidence(sentence, { story: null, links })}</li>`)}</ul>`
    case 'background':
      return html`<details class="fold"${isWhole ? html` open` : ''}><summary>${section.title}</summary><p>${section.items.map((sentence, index) => html`${index > 0 ? ' ' : ''}${withEvidence(sentence, { story: null, links })}`)}</p></details>`
    case 'lines':
      return html`<p class="silence"><b>${section.title}:</b> ${section.items.map(asSentence).join(' ')}</p>`
    case 'differences':
      return html``
  }
}

/**
 * The first lines, and the others in a fold, which has them for whoever opens or prints it. On a phone all lines but the
 * first are folded, by the style.
 */
function folded(
  claims: readonly ClaimLine[],
  { story, links }: { readonly story: string; readonly links: Links },
): Html {
  if (claims.length <= 1) return renderClaims(claims, story, links)
  const more = claims.slice(shownLines)
  return html`${renderClaims(claims.slice(0, shownLines), story, links)}<details class="fold more${more.length === 0 ? ' on-phone' : ''}"><summary><span class="on-phone">${countOf(claims.slice(1))}</span>${more.length > 0 ? html`<span class="on-desk">${countOf(more)}</span>` : ''}</summary>${more.length > 0 ? renderClaims(more, story, links) : ''}</details>`
}

/** "5 more by 4 speakers" */
function countOf(claims: readonly ClaimLine[]): string {
  const speakers = new Set(claims.map(({ speaker }) => nameIn(speaker))).size
  return `${claims.length} more by ${speakers} ${speakers === 1 ? 'speaker' : 'speakers'}`
}

/** All lines of a speaker together, speakers in the order of their first line. */
function bySpeaker(claims: readonly ClaimLine[]): ClaimLine[] {
  return [...Map.groupBy(claims, ({ speaker }) => nameIn(speaker)).values()].flat()
}

/** What was left out, who wrote it, and the way to all claims. */
function foot(story: StoryBlock, { links, isWhole }: Place): Html {
  const { withheld, byline, moreClaims } = story
  const all =
    links.stories && !isWhole
      ? html`<a class="small" href="/stories/${story.id}">All claims${moreClaims > 0 ? ` (${moreClaims} more)` : ''}</a>`
      : ''
  const out =
    withheld.length > 0
      ? html`<details class="fold quiet"><summary>Left out</summary><ul class="plain">${withheld.map((line) => html`<li>${line}</li>`)}</ul></details>`
      : ''
  const isSigned = byline !== '' && !story.takenBack
  return html`<div class="foot">${all}${out}${isSigned ? html`<p class="note">${byline}, checked against the articles. Check before you publish.</p>` : ''}</div>`
}

function asSentence(line: string): string {
  return /[.!?”"]$/.test(line) ? line : `${line}.`
}

function outletLink({ outlet, url, published }: OutletLink, { links, at }: Showing): Html {
  const name = url ? html`<a href="${links.publisher(url)}" rel="noreferrer">${outlet}</a>` : html`${outlet}`
  return html`${name}${published ? html` ${timeBefore(published, at)}` : ''}`
}
