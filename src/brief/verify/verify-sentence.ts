import { commonLength, lengthOf, type Span, spansOverlap } from '../../domain/article.ts'
import type { BriefSentence, FindingKind } from '../../domain/brief.ts'
import type { Attribution } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import { words } from '../../text/tokens.ts'
import { findQuantities } from '../../text/values/quantities.ts'
import { plain, standsIn } from '../../text/verbatim.ts'
import { findPassage } from '../../text/word-index.ts'
import type { Passage } from '../evidence.ts'
import { changedQuantities, findSupport, hedged, negated, textOf } from '../support.ts'
import { countInOrder, leadsElsewhere, nameWords } from '../wording.ts'

/** A fault in a sentence, and the words that show it. */
export interface SentenceFault {
  readonly kind: FindingKind
  readonly words: string
}

/** This many opening paragraphs set an article's subject. */
const leadParagraphs = 3
/** The smallest share of a sentence's words that must be in the same order as in its passages. */
const leastInOrder = 0.85
/** The largest share of a sentence that may be reported speech. */
const mostAttributed = 0.3
/** If one passage has this share of a sentence's words, the sentence needs no other. */
const leastAlone = 0.7

/** Checks a sentence in our own voice against the passages that it cites. */
export function verifySentence({ text }: BriefSentence, passages: readonly Passage[]): SentenceFault[] {
  const grammar = passages[0]?.evidence.grammar
  if (!grammar) return [{ kind: 'uncited-sentence', words: text }]
  const cited = passages.map(textOf).join('\n')
  const bearing = findSupport(text, passages)
  const faults: SentenceFault[] = novelNumbers(text, cited, grammar)
  if (!bearing.some((sentence) => plain(textOf(sentence)) === plain(text))) {
    const source = bearing.map(textOf).join('\n')
    faults.push(...changedWords(text, source, passages), ...novelDatesAndStatuses(text, source, grammar))
  }
  if (
    leadsElsewhere(text, grammar) ||
    grammar.words.isAddressed(text) ||
    passages.every((passage) => isApart(text, passage))
  )
    faults.push({ kind: 'not-news', words: text })
  if (isOfTwoStories(text, passages)) faults.push({ kind: 'two-stories', words: text })
  if (dropsWitness(text, bearing, grammar)) faults.push({ kind: 'qualifier-dropped', words: text })
  if (isAttributed(text, passages, bearing)) faults.push({ kind: 'claim-as-fact', words: text })
  return faults
}

/** Returns true if a sentence states as fact what papers or figures show in its passage, without mentioning them. */
function dropsWitness(text: string, bearing: readonly Passage[], { patterns }: Grammar): boolean {
  const { namesWitness, witness } = patterns.ownVoice
  return !namesWitness.test(text) && bearing.some((each) => witness.test(textOf(each).trim()))
}

/** Numbers in a text that the source lacks, however they are written. */
export function novelNumbers(text: string, source: string, { text: rules }: Grammar): SentenceFault[] {
  const known = new Set(findQuantities(source, rules).map(({ value }) => value))
  return findQuantities(text, rules)
    .filter(({ value, text: printed }) => !known.has(value) && !standsIn(source, printed))
    .map(({ text: printed }) => ({ kind: 'number-not-found', words: printed }))
}

/**
 * Returns true if nothing that a sentence far down mentions occurs elsewhere in the article: text that was slipped in
 * is unrelated to the rest.
 */
export function isApart(text: string, { evidence, span }: Passage): boolean {
  const { parts, spread, grammar } = evidence
  const { contentWords } = grammar.words
  const at = parts.findIndex((part) => spansOverlap(part.span, span))
  const part = parts[at]?.span
  if (at < leadParagraphs || !part) return false
  if (isOfProcedure(text, grammar)) return false
  const own = new Set(contentWords(evidence.text.slice(part.start, part.end)))
  return contentWords(text).every((word) => (spread.get(word) ?? 0) <= (own.has(word) ? 1 : 0))
}

/** “A ruling is expected within six weeks”: apart from names, it only says how a case goes on, which nobody needs to slip in. */
function isOfProcedure(text: string, { text: rules, words: of, patterns }: Grammar): boolean {
  return words(text, rules).every(
    ({ text: word, lower }) =>
      patterns.ownVoice.procedure.test(lower.replace(/['’]s$/, '')) ||
      /^[\p{Lu}\d]/u.test(word) ||
      of.contentWords(lower).length === 0,
  )
}

/** Finds days, months and words for the state of a case that the cited text lacks. */
export function novelDatesAndStatuses(text: string, cited: string, { words: of }: Grammar): SentenceFault[] {
  const has = (word: string) => standsIn(cited.toLowerCase(), word.toLowerCase())
  return [
    ...of.dateWords(text).map((word) => ({ kind: 'date-not-found' as const, words: word })),
    ...of.statusWords(text).map((word) => ({ kind: 'status-changed' as const, words: word })),
  ].filter(({ words: printed }) => !has(printed))
}

/** Returns true if a sentence needs several passages that share no name and hardly a word: separate events. */
function isOfTwoStories(text: string, passages: readonly Passage[]): boolean {
  const [first] = passages
  if (!first || passages.length < 2) return false
  const { grammar } = first.evidence
  const { contentWords } = grammar.words
  const cited = passages.map(({ evidence, span }) => evidence.text.slice(span.start, span.end))
  const own = contentWords(text)
  const borneOut = cited.map((passage) => {
    const known = new Set(contentWords(passage))
    return own.filter((word) => known.has(word)).length
  })
  if (Math.max(...borneOut) >= leastAlone * own.length) return false
  return cited.every((one, at) => cited.every((other, index) => index <= at || areApart(one, other, grammar)))
}

function areApart(one: string, other: string, grammar: Grammar): boolean {
  const { contentWords } = grammar.words
  const [names, otherNames] = [nameWords(one, grammar), new Set(nameWords(other, grammar))]
  const known = new Set(contentWords(other))
  const common = [...new Set(contentWords(one))].filter((word) => known.has(word))
  return common.length < 2 && !names.some((name) => otherNames.has(name))
}

/** Finds the faults of a rephrased sentence: it may not add to, reverse, soften or sharpen what its passages say. */
function changedWords(text: string, source: string, passages: readonly Passage[]): SentenceFault[] {
  const grammar = passages[0]?.evidence.grammar
  if (!grammar) return []
  const { contentWords } = grammar.words
  const faults: SentenceFault[] = []
  const known = new Set(contentWords(source))
  const fuller = fullerNames(text, source, passages)
  const missing = contentWords(text).filter((word) => !known.has(word) && !fuller.has(word))
  const names = nameWords(text, grammar).filter((name) => contentWords(name).some((word) => missing.includes(word)))
  if (names.length > 0) faults.push({ kind: 'name-not-found', words: names.join(' ') })
  else if (missing.length > 0)
    faults.push({ kind: 'words-not-found', words: asWritten(missing, text, grammar).join(' ') })
  else if (isReordered(text, source, grammar)) faults.push({ kind: 'order-changed', words: text })
  const quantities = changedQuantities(text, source, grammar)
  if (quantities.length > 0)
    faults.push({ kind: 'number-not-found', words: quantities.map(({ text: printed }) => printed).join(', ') })
  if (negated(text, grammar).join(' ') !== negated(source, grammar).join(' '))
    faults.push({ kind: 'negation-changed', words: text })
  const own = new Set(contentWords(text))
  const kept = hedged(source, grammar).filter((word) => own.has(word))
  if (kept.join(' ') !== hedged(text, grammar).join(' ')) faults.push({ kind: 'hedge-dropped', words: text })
  if (isDifferentlyLimited(text, source, grammar)) faults.push({ kind: 'limiter-dropped', words: text })
  return [...faults, ...novelLoadedWords(text, source, grammar)]
}

/** The words of a text with these stems, to show to a writer. */
function asWritten(
  stems: readonly string[],
  text: string,
  { words: { contentWords }, text: rules }: Grammar,
): string[] {
  return words(text, rules)
    .map((word) => word.text)
    .filter((word) => contentWords(word).some((each) => stems.includes(each)))
}

/** Returns true if a word in both texts is limited in only one of them: “nearly all” and “all”. */
function isDifferentlyLimited(text: string, source: string, { words: of, text: rules }: Grammar): boolean {
  const pairs = (list: readonly { limiter: string; word: string }[]) =>
    list.map(({ limiter, word }) => `${limiter} ${word}`)
  const [own, known] = [of.limits.limited(text), of.limits.limited(source)]
  const ownWords = new Set(words(text, rules).map(({ lower }) => lower))
  return (
    own.some((each) => !pairs(known).includes(`${each.limiter} ${each.word}`)) ||
    known.some((each) => ownWords.has(each.word) && !pairs(own).includes(`${each.limiter} ${each.word}`))
  )
}

function novelLoadedWords(text: string, source: string, { words: of }: Grammar): SentenceFault[] {
  return of
    .loadedWords(text)
    .filter((word) => !standsIn(source.toLowerCase(), word.toLowerCase()))
    .map((word) => ({ kind: 'loaded-wording', words: word }))
}

/** The words of full names that a passage shortens but the article has in full elsewhere: “Ana” for “Ruiz”. */
function fullerNames(text: string, source: string, passages: readonly Passage[]): Set<string> {
  const contentWords = (of: string) => passages[0]?.evidence.grammar.words.contentWords(of) ?? []
  const known = new Set(contentWords(source))
  const whole = passages.map(({ evidence }) => evidence.text).join('\n')
  const names = text.match(/\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*)+/gu) ?? []
  return new Set(
    names
      .filter((name) => standsIn(whole, name) && contentWords(name).some((word) => known.has(word)))
      .flatMap((name) => contentWords(name)),
  )
}

/** Returns true if a text has a passage's words in another order. Days may move: “On Monday police …”. */
export function isReordered(text: string, cited: string, { words: { contentWords, dateWords } }: Grammar): boolean {
  const days = new Set(dateWords(text).flatMap((day) => contentWords(day)))
  const own = contentWords(text).filter((word) => !days.has(word))
  const known = contentWords(cited)
  const present = own.filter((word) => known.includes(word))
  return present.length > 0 && countInOrder(present, known) < leastInOrder * present.length
}

/** Returns true if too much of a sentence is what somebody is reported to have said. */
function isAttributed(text: string, passages: readonly Passage[], bearing: readonly Passage[]): boolean {
  return passages.every((passage) => attributedShare(text, passage, bearing) > mostAttributed)
}

function attributedShare(text: string, { evidence, span }: Passage, bearing: readonly Passage[]): number {
  const spans = findPassage(evidence.index, text)
  if (!spans) return attributedWords(text, bearing.length > 0 ? bearing : [{ evidence, span }])
  // Words that the sentence itself attributes are not a claim stated as fact.
  const contents = evidence.attributions
    .filter((attribution) => !isStatedWithin(attribution, spans))
    .flatMap(({ content }) => content)
  return commonLength(contents, spans) / lengthOf(spans)
}

/** Returns true if the spans include both the speaker and the cue. */
function isStatedWithin({ source, cue }: Attribution, spans: readonly Span[]): boolean {
  return [source, cue].every((part) => part.length > 0 && commonLength(part, spans) === lengthOf(part))
}

/** The share of a sentence's words that its passages have only in reported speech. */
function attributedWords(text: string, bearing: readonly Passage[]): number {
  const contentWords = (of: string) => bearing[0]?.evidence.grammar.words.contentWords(of) ?? []
  const own = contentWords(text)
  const stated = new Set<string>()
  const said = new Set<string>()
  for (const { evidence, span } of bearing) {
    const contents = evidence.attributions.flatMap(({ content }) => content)
    for (const { text: word, start, end } of words(textOf({ evidence, span }), evidence.grammar.text)) {
      const place = { start: span.start + start, end: span.start + end }
      const [stem] = contentWords(word)
      if (stem) (contents.some((content) => spansOverlap(content, place)) ? said : stated).add(stem)
    }
  }
  return own.filter((word) => said.has(word) && !stated.has(word)).length / Math.max(1, own.length)
}
