import type { AnyBlock, RichTextSection } from '@slack/web-api'
import type { ClaimLine, DifferenceLine, StorySentence } from '../../../chat/document.ts'
import { piecesOf, plain, safeUrl } from '../../../chat/plain.ts'
import type { Section } from '../../../chat/sections.ts'
import { addedNote, howSaid, markOf, responsesOf, sentencesOf } from '../../../chat/story-lines.ts'
import { link, list, name, ours, type Piece, richText, size, textSection, words } from './elements.ts'
import { slackLimits } from './limits.ts'

/** The most versions shown of a difference. */
const mostVersions = 6

/** A section of a story as blocks. A long section can be split between them, but never inside an item. */
export function sectionBlocks({ title, ...section }: Section): AnyBlock[] {
  switch (section.kind) {
    case 'differences':
      return [richText(heading(title), list(section.items.map(differenceItem)))]
    case 'claims':
      return claimBlocks(title, section.items)
    case 'quotations':
      return titled(
        title,
        section.items.flatMap((quotation) => worded([], quotation)),
      )
    case 'sentences':
    case 'background':
      return titled(
        title,
        section.items.map((sentence) => textSection(sentencePieces(sentence))),
      )
    case 'lines':
      return titled(
        title,
        section.items.map((text) => textSection(words(text))),
      )
  }
}

function heading(title: string): RichTextSection {
  return textSection(ours(title, 'bold'))
}

/** A titled list with one block for each item, so that a long list can be split between them. */
function titled(title: string, items: readonly RichTextSection[]): AnyBlock[] {
  return items.map((item, index) => richText(...(index === 0 ? [heading(title)] : []), list([item])))
}

function differenceItem({ versions }: DifferenceLine): RichTextSection {
  return textSection(
    ...versions
      .slice(0, mostVersions)
      .map(({ outlet, words: version }, index) => [
        ...(index > 0 ? ours(' / ') : []),
        ...name(outlet, 'bold'),
        ...ours(': '),
        ...name(version),
      ]),
  )
}

function claimBlocks(title: string, claims: readonly ClaimLine[]): AnyBlock[] {
  return claims.flatMap((claim, index) => {
    const above = index === 0 ? [heading(title)] : []
    const parts = [claim, ...responsesOf(claim)].map((each, at) =>
      claimSections(each).map((part) => list([part], at > 0 ? 1 : 0)),
    )
    const whole = richText(...above, ...parts.flat())
    if (size(whole) <= slackLimits.characters) return [whole]
    return parts.flat().map((part, at) => richText(...(at === 0 ? above : []), part))
  })
}

/** A claim, in several sections if it is longer than a message may be. */
function claimSections(claim: ClaimLine): RichTextSection[] {
  if (claim.form) return sentenceSections(claim)
  const { link: joint, verb, manner } = howSaid(claim)
  const how = manner ? [...ours(' ('), ...name(manner), ...ours(')')] : []
  return worded(
    [...name(claim.speaker, 'bold'), ...(verb ? ours(`${joint}${verb}`) : []), ...how, ...ours(': ')],
    claim,
  ).map((part, at, all) =>
    claim.isAdded && at === all.length - 1 ? textSection(part.elements, ours(` (${addedNote})`)) : part,
  )
}

/** A line of sentences, each followed by its number, in as many sections as it needs; no sentence is split. */
function sentenceSections(claim: ClaimLine): RichTextSection[] {
  const { link: joint, colon } = howSaid(claim)
  const lead = [...name(claim.speaker, 'bold'), ...ours(`${joint}${colon}`)]
  const sections: Piece[][] = [lead]
  let length = claim.speaker.length
  for (const [index, sentence] of sentencesOf(claim).entries()) {
    const pieces = sentencePieces(sentence)
    if (length + sentence.words.length > slackLimits.longest && index > 0) {
      sections.push([])
      length = 0
    }
    sections.at(-1)?.push(...(length > claim.speaker.length ? ours(' ') : []), ...pieces)
    length += sentence.words.length
  }
  return sections.map((pieces) => textSection(pieces))
}

/** A sentence, followed by a link to its passage if it has one. */
export function sentencePieces(sentence: StorySentence): Piece[] {
  const proof = safeUrl(sentence.evidence) ? [...ours(' '), ...link(markOf(sentence), sentence.evidence)] : []
  return [...words(sentence.words), ...proof]
}

function worded(who: readonly Piece[], { words: said, evidence }: ClaimLine): RichTextSection[] {
  const [first = '', ...rest] = piecesOf(plain(said), slackLimits.longest)
  const proof = safeUrl(evidence) ? [...ours(' '), ...link('evidence', evidence)] : []
  return [first, ...rest].map((part, index) =>
    textSection(index === 0 ? who : [], words(part), index === rest.length ? proof : []),
  )
}
