import type { Span } from '../../../domain/article.ts'
import { type Attribution, isSilence } from '../../../domain/claim.ts'
import {
  type ArticleSentence,
  type Check,
  type CheckedStatement,
  type CheckFault,
  type Ground,
  ownContent,
  type ReadArticle,
} from '../../check.ts'
import { actsThere } from '../comparing/acts.ts'
import { goesOn } from '../comparing/goes-on.ts'
import { isMentioned } from '../comparing/mentions.ts'
import { countKnown } from '../comparing/overlap.ts'
import { isOneOfThem, quotedFault } from '../comparing/quoted-speaker.ts'
import { isExplicit, mentionOf, readingsOf, sourceOf, standsWithin } from '../comparing/reading-kinds.ts'
import { isTheirs, mayBeMeant } from '../comparing/whose.ts'
import { areAlike } from '../words/word-forms.ts'

interface Reading {
  readonly attribution: Attribution
  readonly sentence: ArticleSentence
  readonly article: ReadArticle
}

/**
 * Checks that a sentence has the right speaker. The rules' reading of the article rejects a speaker only where it is
 * sure: where the same sentence names one. It never does so because of a pronoun that it has resolved; a pronoun may
 * mean the person named last in the paragraph.
 */
export const speakerCheck: Check = {
  name: 'speakers',
  passage: 'Tomas Lind said the steel was sound. Ana Ruiz called that “a fairy tale”.',
  bad: { speaker: 'Tomas Lind', text: 'called that “a fairy tale”.' },
  good: { speaker: 'Ana Ruiz', text: 'called that “a fairy tale”.' },
  find: (statement, ground) => {
    const { speaker } = statement
    if (speaker === null) return []
    const own = withoutOthers(statement)
    const fault =
      quotedFault(speaker, own, ground) ?? speakerFault(speaker, own, ground) ?? genderFault(speaker, statement, ground)
    return fault ? [{ kind: fault, words: speaker }] : []
  },
}

/** Finds a wrong pronoun: “She said a draft was sent” where the only one who says so is a “he”. */
function genderFault(speaker: string, { text }: CheckedStatement, ground: Ground): CheckFault['kind'] | undefined {
  const stated = /^(he|she)\b/i.exec(text)?.[1]?.toLowerCase()
  if (stated === undefined) return undefined
  const own = readingsOf(ground).filter(({ attribution, article }) => isTheirs(speaker, attribution, article))
  const sources = own.map(({ attribution, article }) => sourceOf(attribution, article.evidence.text).toLowerCase())
  const other = stated === 'he' ? 'she' : 'he'
  return sources.length > 0 && sources.every((source) => source === other) ? 'wrong-speaker' : undefined
}

/** Returns a line without the part that it attributes to others: “said …; Iyer said he had heard of no complaint”. */
function withoutOthers(statement: CheckedStatement): CheckedStatement {
  const [own = '', ...rest] = statement.text.split(
    /;\s+(?=\p{Lu}[^;]{2,60}\b(?:said|says|denied|denies|called|calls|told|rejected|put|disagreed)\b)/u,
  )
  if (rest.length === 0) return statement
  const end = own.length
  return {
    ...statement,
    text: own,
    words: statement.words.filter((word) => word.end <= end),
    quotations: statement.quotations.filter(({ outer }) => outer.end <= end),
  }
}

/** Returns the fault in attributing a sentence to a speaker; undefined if the cited sentences may be theirs. */
export function speakerFault(
  speaker: string,
  statement: CheckedStatement,
  ground: Ground,
): CheckFault['kind'] | undefined {
  const readings = readingsOf(ground)
  const own = readings.filter(
    ({ attribution, article }) =>
      isTheirs(speaker, attribution, article) || isOneOfThem(sourceOf(attribution, article.evidence.text), statement),
  )
  if (own.length > 0) return foreignFault(statement, { own, readings, ground }) ?? outerFault(own, statement)
  if (actsThere(speaker, statement, ground)) return undefined
  // A statement that the article itself makes about a person, by name or pronoun, needs no speaker.
  const most = Math.max(...ground.cited.map((sentence) => countKnown(ownContent(statement), sentence)))
  const stated = ground.cited.filter((sentence) => {
    if (2 * countKnown(ownContent(statement), sentence) < most) return false
    const article = ground.articleOf(sentence)
    const isNamed = isMentioned(speaker, narrationOf(sentence, article))
    return (
      isNamed || (startsWithPronoun(sentence) && mayBeMeant(speaker, { sentence, article, from: sentence.span.start }))
    )
  })
  if (
    stated.some(({ attributions }) => attributions.length === 0) ||
    (stated.length > 0 && isMostlyNarrated(statement, stated))
  )
    return undefined
  if (readings.length === 0 && ground.cited.some((sentence) => goesOn(speaker, sentence, ground))) return undefined
  return readings.every(({ attribution, article }) => !isExplicit(attribution, article))
    ? 'speaker-unclear'
    : 'wrong-speaker'
}

/** “He …”, “On the noise he is less sure”: a pronoun is the sentence's subject. */
function startsWithPronoun({ text }: ArticleSentence): boolean {
  return /^(?:(?:on|in|at|of|about|as for|as to|for|from|after|before|by) [^.,:;“”"]{1,40},? )?(?:he|she|they|it|his|her|their|its|both|neither)\b/i.test(
    text,
  )
}

/** Returns the part of a sentence that is not reported speech. */
function narrationOf({ text, span, attributions }: ArticleSentence, { evidence }: ReadArticle): string {
  const contents = attributions.flatMap(({ content }) => content)
  if (contents.length === 0) return text
  const inside = (at: number) => contents.some(({ start, end }) => start <= at && at < end)
  let stated = ''
  for (let at = span.start; at < span.end; at++) if (!inside(at)) stated += evidence.text[at] ?? ''
  return stated
}

function isMostlyNarrated(statement: CheckedStatement, sentences: readonly ArticleSentence[]): boolean {
  const places = ownContent(statement).flatMap(({ form }) =>
    placesOf(form, sentences).map(({ word, sentence }) => standsWithin(word, sentence, contentsOf(sentence))),
  )
  return places.length > 0 && places.filter((isSaid) => !isSaid).length >= places.length / 2
}

function contentsOf({ attributions }: ArticleSentence): Span[] {
  return attributions.flatMap(({ content }) => content)
}

function placesOf(form: string, sentences: readonly ArticleSentence[]) {
  return sentences.flatMap((sentence) =>
    sentence.words.filter((word) => word.hasContent && areAlike(word.form, form)).map((word) => ({ word, sentence })),
  )
}

interface Foreign {
  readonly own: readonly Reading[]
  readonly readings: readonly Reading[]
  readonly ground: Ground
}

/** Returns a fault if the article attributes more of a sentence to other named speakers than to this one. */
function foreignFault(statement: CheckedStatement, { own, readings, ground }: Foreign): CheckFault['kind'] | undefined {
  // “They were told, said its general secretary, Colm Astley”: he speaks for the body of the sentence before.
  const speaksForIt = own.some(({ attribution, article }) =>
    /\b(?:its|their) (?:\p{Ll}+ ){0,3}\p{Ll}+, \p{Lu}/u.test(mentionOf(attribution, article.evidence.text)),
  )
  const others = readings.filter(
    ({ attribution, article }) =>
      !own.some((each) => each.attribution === attribution) &&
      isExplicit(attribution, article) &&
      !isSilence(attribution.act) &&
      !isNamedInside(attribution, statement, article) &&
      !(attribution.speaker?.kind === 'organization' && speaksForIt),
  )
  if (others.length === 0 || isAnswer(statement, own)) return undefined
  let theirs = 0
  let foreign = 0
  for (const { form } of ownContent(statement)) {
    const places = placesOf(form, ground.cited)
    const isIn = (list: readonly Reading[]) =>
      places.some(({ word, sentence }) =>
        list.some(({ attribution }) => standsWithin(word, sentence, [...attribution.content, ...attribution.cue])),
      )
    if (isIn(own)) theirs += 1
    else if (isIn(others)) foreign += 1
  }
  return foreign > theirs ? 'wrong-speaker' : undefined
}

/** “Denied that it was late”, for “Not so, according to Lind”: the words are those of the charge, which another makes. */
function isAnswer({ text }: CheckedStatement, own: readonly Reading[]): boolean {
  return (
    /^(?:(?:he|she|it|they) )?(?:(?:has|have|had|also|later) )*(?:den(?:y|ies|ied)|reject(?:s|ed)|disput(?:es|ed))\b/i.test(
      text,
    ) && own.some(({ attribution, sentence }) => attribution.negated || sentence.words[0]?.isNegation === true)
  )
}

/** “He denied what Gilligan had put to him”: the line itself names the person whose words it refers to. */
function isNamedInside(
  attribution: Attribution,
  { text, line = text }: CheckedStatement,
  { evidence }: ReadArticle,
): boolean {
  const named = mentionOf(attribution, evidence.text)
    .replace(/^one,\s*/i, '')
    .replace(/,.*$/s, '')
  return named !== '' && isMentioned(named, line)
}

/** If one speaker reports another's words, the sentence must name both. */
function outerFault(own: readonly Reading[], { text, speaker }: CheckedStatement): CheckFault['kind'] | undefined {
  const outer = own.map(({ attribution, article }) => {
    const around = attribution.within === null ? undefined : article.evidence.attributions[attribution.within]
    // “…, a charge that Teymur rejected”: the outlet's statement, though it comes after Brod's words.
    return around && attribution.act !== 'denies' && attribution.act !== 'rejects' ? { around, article } : undefined
  })
  if (outer.some((each) => each === undefined)) return undefined
  const isNamed = outer.some((each) => {
    const name = each ? sourceOf(each.around, each.article.evidence.text) : ''
    return (
      name === '' ||
      isMentioned(name, text) ||
      isMentioned(name, speaker ?? '') ||
      /^(?:he|she|they|who|it)$/i.test(name)
    )
  })
  const isStated =
    /\b(?:through|via|according to|quoted|by (?:his|her|its|their)|(?:his|her|its|their) (?:lawyer|solicitor|agent|spokes\p{L}+|counsel))\b/iu.test(
      text,
    )
  return isNamed || isStated ? undefined : 'qualifier-dropped'
}
