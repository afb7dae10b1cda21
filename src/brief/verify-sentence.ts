import { type Span, spansOverlap } from '../domain/article.ts'
import type { FindingKind, Sentence } from '../domain/brief.ts'
import { findQuantities } from '../text/quantities.ts'
import { standsIn } from '../text/verbatim.ts'
import { findPassage } from '../text/word-index.ts'
import type { Evidence } from './evidence.ts'
import {
  contentWords,
  countInOrder,
  countNegations,
  dateWords,
  hasHedge,
  isAddressed,
  leadsElsewhere,
  loadedWords,
  nameWords,
  statusWords,
} from './wording.ts'

/** A fault of a sentence and the words that show it. */
export interface SentenceFault {
  readonly kind: FindingKind
  readonly words: string
}

/** What an article begins with sets its subject. */
const leadParagraphs = 3
/** The least share of a sentence's content words that its passages must have. */
const leastCoverage = 0.85
/** The most of a sentence that may be what somebody said. */
const mostAttributed = 0.3
/** A sentence of which one passage alone bears out this share needs no other. */
const leastAlone = 0.7

export interface CitedPassage {
  readonly evidence: Evidence
  readonly span: Span
}

/** Holds a sentence in our own voice to the passages that it cites. */
export function verifySentence({ text }: Sentence, passages: readonly CitedPassage[]): SentenceFault[] {
  const cited = passages.map(({ evidence, span }) => evidence.text.slice(span.start, span.end)).join('\n')
  const faults: SentenceFault[] = [...novelNumbers(text, cited), ...novelNames(text, cited, passages)]
  const verbatim = standsIn(cited, text)
  if (!verbatim) faults.push(...changedWords(text, cited), ...novelDatesAndStatuses(text, cited))
  if (leadsElsewhere(text) || isAddressed(text) || passages.every((passage) => isApart(text, passage)))
    faults.push({ kind: 'not-news', words: text })
  if (isOfTwoStories(text, passages)) faults.push({ kind: 'two-stories', words: text })
  if (passages.every((passage) => isAttributed(text, passage))) faults.push({ kind: 'claim-as-fact', words: text })
  return faults
}

/** Numbers of a text that another lacks, whatever their spelling. */
export function novelNumbers(text: string, source: string): SentenceFault[] {
  const known = new Set(findQuantities(source).map(({ value }) => value))
  return findQuantities(text)
    .filter(({ value, text: printed }) => !known.has(value) && !standsIn(source, printed))
    .map(({ text: printed }) => ({ kind: 'number-not-found', words: printed }))
}

/** Whether nothing that a sentence far down speaks of stands anywhere else: what was slipped in is alone there. */
export function isApart(text: string, { evidence, span }: CitedPassage): boolean {
  const { parts, spread } = evidence
  const at = parts.findIndex((part) => spansOverlap(part.span, span))
  const part = parts[at]?.span
  if (at < leadParagraphs || !part) return false
  const own = new Set(contentWords(evidence.text.slice(part.start, part.end)))
  return contentWords(text).every((word) => (spread.get(word) ?? 0) <= (own.has(word) ? 1 : 0))
}

/** Days, months and the state of a case that a passage does not have, however much of the rest it has. */
export function novelDatesAndStatuses(text: string, cited: string): SentenceFault[] {
  const has = (word: string) => standsIn(cited.toLowerCase(), word.toLowerCase())
  return [
    ...dateWords(text).map((word) => ({ kind: 'date-not-found' as const, words: word })),
    ...statusWords(text).map((word) => ({ kind: 'status-changed' as const, words: word })),
  ].filter(({ words }) => !has(words))
}

/** Whether a sentence needs several passages that share no name and hardly a word: what it tells happened apart. */
function isOfTwoStories(text: string, passages: readonly CitedPassage[]): boolean {
  if (passages.length < 2) return false
  const cited = passages.map(({ evidence, span }) => evidence.text.slice(span.start, span.end))
  const own = contentWords(text)
  const borneOut = cited.map((passage) => {
    const known = new Set(contentWords(passage))
    return own.filter((word) => known.has(word)).length
  })
  if (Math.max(...borneOut) >= leastAlone * own.length) return false
  return cited.every((one, at) => cited.every((other, index) => index <= at || areApart(one, other)))
}

function areApart(one: string, other: string): boolean {
  const [names, otherNames] = [nameWords(one), new Set(nameWords(other))]
  const known = new Set(contentWords(other))
  const common = [...new Set(contentWords(one))].filter((word) => known.has(word))
  return common.length < 2 && !names.some((name) => otherNames.has(name))
}

function novelNames(text: string, cited: string, passages: readonly CitedPassage[]): SentenceFault[] {
  const everywhere = passages.map(({ evidence }) => evidence.text).join('\n')
  return nameWords(text)
    .filter((name) => !standsIn(cited, name) && !standsIn(everywhere, name))
    .map((name) => ({ kind: 'name-not-found', words: name }))
}

function changedWords(text: string, cited: string): SentenceFault[] {
  const faults: SentenceFault[] = []
  const known = new Set(contentWords(cited))
  const own = contentWords(text)
  const missing = own.filter((word) => !known.has(word))
  if (missing.length > (1 - leastCoverage) * own.length)
    faults.push({ kind: 'words-not-found', words: missing.join(' ') })
  else if (isReordered(text, cited)) faults.push({ kind: 'order-changed', words: text })
  if (
    countNegations(text) !== countNegations(cited) &&
    (countNegations(text) > countNegations(cited) || countNegations(text) === 0)
  ) {
    faults.push({ kind: 'negation-changed', words: text })
  }
  if (hasHedge(cited) && !hasHedge(text)) faults.push({ kind: 'hedge-dropped', words: text })
  faults.push(
    ...loadedWords(text)
      .filter((word) => !standsIn(cited.toLowerCase(), word.toLowerCase()))
      .map((word) => ({ kind: 'loaded-wording' as const, words: word })),
  )
  return faults
}

/** Whether a text has the words of a passage and not their order; a day may move: “On Monday police …”. */
export function isReordered(text: string, cited: string): boolean {
  const days = new Set(dateWords(text).flatMap((day) => contentWords(day)))
  const own = contentWords(text).filter((word) => !days.has(word))
  const known = contentWords(cited)
  const present = own.filter((word) => known.includes(word))
  return present.length > 0 && countInOrder(present, known) < leastCoverage * present.length
}

/** Whether most of a sentence stands in what somebody is reported to have said. */
function isAttributed(text: string, { evidence, span }: CitedPassage): boolean {
  const spans = findPassage(evidence.index, text) ?? [span]
  const total = spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const contents = evidence.attributions.flatMap(({ content }) => content)
  let said = 0
  for (const { start, end } of spans) {
    for (let at = start; at < end; at++)
      if (contents.some((content) => at >= content.start && at < content.end)) said += 1
  }
  return said > mostAttributed * total
}
