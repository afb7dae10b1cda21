import { coverSpans, type Span } from '../../../domain/article.ts'
import type { Attribution } from '../../../domain/claim.ts'
import type { ArticleSentence, Ground, ReadArticle } from '../../check.ts'

/** How the rules' reading of an article names a speaker. */

/** The most characters from the start of a mention to its verb: a role, a name, a place. */
const longestMention = 240
const pronoun =
  /^(?:he|she|they|it|i|we|who|which|him|her|them|this|that|both|neither|others?|another|the other|the two|the pair)$/i

type Kind = 'nobody' | 'pronoun' | 'description' | 'explicit'

/** Returns how a reading names its speaker: not at all, by a pronoun, by a description that needs context, or fully. */
export function kindOf(attribution: Attribution, { evidence }: ReadArticle): Kind {
  const mention = sourceOf(attribution, evidence.text)
  if (mention === '') return 'nobody'
  const isOne = /^(?:(?:one|some)(?: of (?:them|those|these))?|the other|another|a second|a third)$/i.test(mention)
  // “One, Daniel Roke, said”: named after the comma.
  if (isOne && /, (?:an? |[^,]*\p{Lu})/u.test(mentionOf(attribution, evidence.text))) return 'explicit'
  if (pronoun.test(mention) || isOne) return 'pronoun'
  // “Its general counsel, Warren Diehl, said”.
  if (/^[^,]*, \p{Lu}[\p{L}’'-]+ \p{Lu}/u.test(mentionOf(attribution, evidence.text))) return 'explicit'
  if (
    /^(?:the|this|that|his|her|its|their|a company|a union|a party) /i.test(mention) &&
    !/\p{Lu}/u.test(mention.slice(1)) &&
    !/ (?:of|who|that|from|at|in)\b|['’]s? /.test(mention)
  )
    return 'description'
  return 'explicit'
}

/** Returns the words with which a reading names its speaker. */
export function sourceOf({ source }: Attribution, text: string): string {
  return source
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
    .trim()
}

/** True if a reading names its speaker in full. */
export function isExplicit(attribution: Attribution, article: ReadArticle): boolean {
  return kindOf(attribution, article) === 'explicit'
}

/** Returns the words from the mention to its verb: “the chief of staff, General Miro Adanic,”. */
export function mentionOf({ source, cue }: Attribution, text: string): string {
  const [first] = source
  const verb = cue[0]
  if (!first) return ''
  if (!verb || verb.start <= first.start || verb.start - first.start > longestMention)
    return text.slice(first.start, coverSpans(source).end)
  return text.slice(first.start, verb.start).replace(/\bquoted\b.*$/is, '')
}

/** Returns all readings of the cited sentences, each with its sentence and article. */
export function readingsOf(ground: Ground, sentences = ground.cited) {
  return sentences.flatMap((sentence) =>
    sentence.attributions.map((attribution) => ({ attribution, sentence, article: ground.articleOf(sentence) })),
  )
}

/** True if a word of a sentence lies within one of the given spans of its article. */
export function standsWithin(word: Span, { span }: ArticleSentence, spans: readonly Span[]): boolean {
  const place = { start: span.start + word.start, end: span.start + word.end }
  return spans.some((each) => each.start <= place.start && place.end <= each.end)
}
