import type { AnyBlock, RichTextList, RichTextSection } from '@slack/web-api'
import type { ClaimLine, DifferenceLine, StorySentence } from '../../../chat/document.ts'
import { piecesOf, plain, safeUrl } from '../../../chat/plain.ts'
import type { Section, SectionItems } from '../../../chat/sections.ts'
import { addedNote, howSaid, markOf, responsesOf, sentencesOf } from '../../../chat/story-lines.ts'
import { link, list, name, ours, type Piece, richText, size, textSection, words } from './elements.ts'
import { slackLimits } from './limits.ts'

/** The most versions shown of a difference. */
const mostVersions = 6

/** A line of a rich text: with a bullet at this depth, or without one. */
export interface Line {
  readonly pieces: readonly Piece[]
  readonly bullet: 0 | 1 | null
}

/** A section of a story as lines: its title, then its items; a single line follows its title. */
export function sectionLines({ title, ...section }: Section): Line[] {
  const items = itemLines(section)
  const [item, ...more] = items
  if (item && more.length === 0 && section.kind === 'lines')
    return [{ pieces: [...ours(title, 'bold'), ...ours('  '), ...item.pieces], bullet: null }]
  return [{ pieces: ours(title, 'bold'), bullet: null }, ...items]
}

function itemLines(section: SectionItems): Line[] {
  switch (section.kind) {
    case 'differences':
      return section.items.map((item) => bulleted(differencePieces(item)))
    case 'claims':
      return section.items.flatMap(claimLines)
    case 'quotations':
      return section.items.flatMap((quotation) => worded([], quotation).map((pieces) => bulleted(pieces)))
    case 'sentences':
    case 'background':
      return section.items.map((sentence) => bulleted(sentencePieces(sentence)))
    case 'lines':
      return section.items.map((text) => bulleted(words(text)))
  }
}

function bulleted(pieces: readonly Piece[], bullet: 0 | 1 = 0): Line {
  return { pieces, bullet }
}

/** Lines as few rich texts: one, unless they are so long that a message may have to be split between them. */
export function richTexts(lines: readonly Line[]): AnyBlock[] {
  const parts: Line[][] = [[]]
  let length = 0
  for (const line of lines) {
    const more = size(line.pieces)
    if (length > 0 && length + more > slackLimits.block) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(line)
    length += more
  }
  return parts.filter((part) => part.length > 0).map((part) => richText(...grouped(part)))
}

/** Lines with a bullet at the same depth that follow one another are a list. */
function grouped(lines: readonly Line[]): (RichTextSection | RichTextList)[] {
  const groups: { readonly bullet: Line['bullet']; readonly sections: RichTextSection[] }[] = []
  for (const { pieces, bullet } of lines) {
    const last = groups.at(-1)
    if (last?.bullet === bullet) last.sections.push(textSection(pieces))
    else groups.push({ bullet, sections: [textSection(pieces)] })
  }
  return groups.flatMap(({ bullet, sections }): (RichTextSection | RichTextList)[] =>
    bullet === null ? sections : [list(sections, bullet)],
  )
}

function differencePieces({ versions }: DifferenceLine): Piece[] {
  return versions
    .slice(0, mostVersions)
    .flatMap(({ outlet, words: version }, index) => [
      ...(index > 0 ? ours(' / ') : []),
      ...name(outlet, 'bold'),
      ...ours(': '),
      ...name(version),
    ])
}

/** A claim and the responses to it, which stand under it. */
function claimLines(claim: ClaimLine): Line[] {
  return [claim, ...responsesOf(claim)].flatMap((each, at) =>
    claimPieces(each).map((pieces) => bulleted(pieces, at > 0 ? 1 : 0)),
  )
}

/** A claim, in several pieces of text if it is longer than a message may be. */
function claimPieces(claim: ClaimLine): Piece[][] {
  if (claim.form) return sentenceRuns(claim)
  const { link: joint, verb, manner } = howSaid(claim)
  const how = manner ? [...ours(' ('), ...name(manner), ...ours(')')] : []
  return worded(
    [...name(claim.speaker, 'bold'), ...(verb ? ours(`${joint}${verb}`) : []), ...how, ...ours(': ')],
    claim,
  ).map((pieces, at, all) =>
    claim.isAdded && at === all.length - 1 ? [...pieces, ...ours(` (${addedNote})`)] : pieces,
  )
}

/** A line of sentences, each followed by its number, in as many runs as it needs; no sentence is split. */
function sentenceRuns(claim: ClaimLine): Piece[][] {
  const { link: joint, colon } = howSaid(claim)
  const lead = [...name(claim.speaker, 'bold'), ...ours(`${joint}${colon}`)]
  const runs: Piece[][] = [lead]
  let length = claim.speaker.length
  for (const [index, sentence] of sentencesOf(claim).entries()) {
    const pieces = sentencePieces(sentence)
    if (length + sentence.words.length > slackLimits.longest && index > 0) {
      runs.push([])
      length = 0
    }
    runs.at(-1)?.push(...(length > claim.speaker.length ? ours(' ') : []), ...pieces)
    length += sentence.words.length
  }
  return runs
}

/** A sentence, followed by a link to its passage if it has one. */
export function sentencePieces(sentence: StorySentence): Piece[] {
  const proof = safeUrl(sentence.evidence) ? [...ours(' '), ...link(markOf(sentence), sentence.evidence)] : []
  return [...words(sentence.words), ...proof]
}

function worded(who: readonly Piece[], { words: said, evidence }: ClaimLine): Piece[][] {
  const [first = '', ...rest] = piecesOf(plain(said), slackLimits.longest)
  const proof = safeUrl(evidence) ? [...ours(' '), ...link('evidence', evidence)] : []
  return [first, ...rest].map((part, index) => [
    ...(index === 0 ? who : []),
    ...words(part),
    ...(index === rest.length ? proof : []),
  ])
}
