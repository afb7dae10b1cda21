import type { AnyBlock, RichTextSection } from '@slack/web-api'
import type { ClaimLine, StoryBlock, StorySentence } from '../../../chat/document.ts'
import { piecesOf, plain, safeUrl } from '../../../chat/plain.ts'
import { addedNote, howSaid, markOf, responsesOf, sentencesOf } from '../../../chat/story-lines.ts'
import { link, list, name, ours, type Piece, richText, section, size, words } from './elements.ts'
import { slackLimits } from './limits.ts'

/** Claims in blocks of their own, so that a long ledger can be cut between claims and never inside one. */
export function claimBlocks({ claims }: StoryBlock): AnyBlock[] {
  return claims.flatMap((claim, index) => {
    const title = index === 0 ? [section(ours('Who says what', 'bold'))] : []
    const parts = [claim, ...responsesOf(claim)].map((each, at) =>
      claimSections(each).map((part) => list([part], at > 0 ? 1 : 0)),
    )
    const whole = richText(...title, ...parts.flat())
    if (size(whole) <= slackLimits.characters) return [whole]
    return parts.flat().map((part, at) => richText(...(at === 0 ? title : []), part))
  })
}

/** Quotations of an article whose language is not checked, in blocks of their own, too. */
export function quotationBlocks({ quotations }: StoryBlock): AnyBlock[] {
  const title = section(ours('Quoted in the article, speaker not checked', 'bold'))
  return quotations
    .flatMap((quotation) => worded([], quotation))
    .map((part, index) => richText(...(index === 0 ? [title] : []), list([part])))
}

/** A claim, in several sections where it is longer than a message may be. */
function claimSections(claim: ClaimLine): RichTextSection[] {
  if (claim.form) return sentenceSections(claim)
  const { link: joint, verb, manner } = howSaid(claim)
  const how = manner ? [...ours(' ('), ...name(manner), ...ours(')')] : []
  return worded(
    [...name(claim.speaker, 'bold'), ...(verb ? ours(`${joint}${verb}`) : []), ...how, ...ours(': ')],
    claim,
  ).map((part, at, all) =>
    claim.isAdded && at === all.length - 1 ? section(part.elements, ours(` (${addedNote})`)) : part,
  )
}

/** A line of sentences, each with its number behind it; as many sections as messages need, each sentence whole. */
function sentenceSections(claim: ClaimLine): RichTextSection[] {
  const { link: joint, colon } = howSaid(claim)
  const lead = [...name(claim.speaker, 'bold'), ...ours(`${joint}${colon}`)]
  const sections: Piece[][] = [lead]
  let length = claim.speaker.length
  for (const [index, sentence] of sentencesOf(claim).entries()) {
    const pieces = richPiecesOf(sentence)
    if (length + sentence.words.length > slackLimits.longest && index > 0) {
      sections.push([])
      length = 0
    }
    sections.at(-1)?.push(...(length > claim.speaker.length ? ours(' ') : []), ...pieces)
    length += sentence.words.length
  }
  return sections.map((pieces) => section(pieces))
}

/** A sentence and, behind it, the number that opens its passage. */
export function richPiecesOf(sentence: StorySentence): Piece[] {
  const proof = safeUrl(sentence.evidence) ? [...ours(' '), ...link(markOf(sentence), sentence.evidence)] : []
  return [...words(sentence.words), ...proof]
}

function worded(who: readonly Piece[], { words: said, evidence }: ClaimLine): RichTextSection[] {
  const [first = '', ...rest] = piecesOf(plain(said), slackLimits.longest)
  const proof = safeUrl(evidence) ? [...ours(' '), ...link('evidence', evidence)] : []
  return [first, ...rest].map((part, index) =>
    section(index === 0 ? who : [], words(part), index === rest.length ? proof : []),
  )
}

/** Sentences under a title. */
export function sentenceBlocks(title: string, sentences: readonly StorySentence[]): AnyBlock[] {
  return titled(
    title,
    sentences.map((sentence) => section(richPiecesOf(sentence))),
  )
}

/** A list in blocks of their own, so that a long one can be cut between its items. */
export function titled(title: string, items: readonly RichTextSection[]): AnyBlock[] {
  return items.map((item, index) => richText(...(index === 0 ? [section(ours(title, 'bold'))] : []), list([item])))
}
