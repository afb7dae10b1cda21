import { isBareDenial } from '../../attribution/denials.ts'
import { type Article, coverSpans, type Span, sliceSpan } from '../../domain/article.ts'
import {
  type Act,
  type Attribution,
  type Claim,
  certaintyOf,
  isDenial,
  isSilence,
  type Speaker,
  speakerName,
} from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import { words } from '../../text/tokens.ts'
import { standsIn } from '../../text/verbatim.ts'
import type { Evidence } from '../evidence.ts'
import { type PlacedLine, sentenceFor } from './claim-sentence.ts'

/** The fewest words in a claim: two in a quotation (“He lied”); a denial needs only one (“denied the allegation”). */
const fewestWords = { indirect: 3, mixed: 3, direct: 2 } as const
/** A leftover punctuation mark before the words. */
const leadingMark = /^[,;:—–•*-]\s+/
/** The most characters between “denied it” and the words that say what is denied. */
const farthestBehind = 80
/** Two claims by one speaker repeat each other if they have at least this share of words in common. */
const sameClaim = 0.6

/** The claims of an article, in its words and order. `prefix` makes their ids unique among articles. */
export function claimsOf(article: Article, evidence: Evidence, prefix: string): Claim[] {
  return (
    evidence.attributions
      // A report within somebody's words is part of those words; a separate claim would repeat it.
      .filter(({ within }) => within === null)
      .filter((attribution, index, all) => !isStatedBehind(attribution, all[index + 1], { article, evidence }))
      .flatMap((attribution) => claimOf(article, attribution, evidence.grammar))
      .map((claim, index) => ({ ...claim, id: `${prefix}.${index + 1}` }))
  )
}

/** Returns true if the next report says what is denied: “Ruiz denied it, saying that there had been no alarm”. */
function isStatedBehind(
  denial: Attribution,
  next: Attribution | undefined,
  { article, evidence: { grammar } }: { readonly article: Article; readonly evidence: Evidence },
): boolean {
  const { speaker, content } = denial
  if (!next || denial.negated || next.negated || !isDenial(next.act) || certaintyOf(next) === 'doubtful') return false
  if (speaker === null || next.speaker === null || !content[0] || !next.content[0]) return false
  const between = article.text.slice(content[0].end, next.content[0].start)
  return (
    isBareDenial(denial, article.text, grammar) &&
    grammar.names.sameSpeaker(speakerName(speaker), speakerName(next.speaker)) &&
    !between.includes('\n') &&
    between.length <= farthestBehind
  )
}

/** Drops claims that repeat another by the same speaker, and keeps the fuller of the two. */
export function withoutRepetition(claims: readonly Claim[], grammar: Grammar): Claim[] {
  const gists = claims.map((claim) => gistOf(claim, grammar))
  return claims.filter(
    (_, index) =>
      !gists.some(
        (other, at) => at !== index && isRepetition({ one: gists[index] ?? other, other }, at < index, grammar),
      ),
  )
}

/** A claim with the data for comparing it, computed once. */
interface Gist {
  readonly claim: Claim
  readonly speaker: string
  readonly content: ReadonlySet<string>
  readonly numbers: string
}

function gistOf(claim: Claim, { words: { contentWords } }: Grammar): Gist {
  return {
    claim,
    speaker: speakerName(claim.speaker),
    content: new Set(contentWords(claim.words)),
    numbers: (claim.words.match(/\p{N}+/gu) ?? []).toSorted().join(' '),
  }
}

export function claimOf(article: Article, attribution: Attribution, grammar: Grammar): Omit<Claim, 'id'>[] {
  const { speaker, act, form, content, cue, venue } = attribution
  if (!speaker || attribution.negated || content.length === 0 || !isForReaders(speaker, grammar)) return []
  const shown = shownOf(article.text, attribution)
  const said = saidIn(article.text, attribution, { shown, grammar })
  if (said === undefined) return []
  const quotes = isSilence(act) ? [] : quotesIn(article.text, attribution, shown)
  const stated = sentenceFor(article.text, attribution, grammar)
  return [
    {
      speaker: asPrinted(speaker, article, grammar),
      act,
      form,
      cue: cue.map(({ start, end }) => article.text.slice(start, end)).join(' … '),
      words: stated ? wordsBeside(said, attribution, { text: article.text, grammar }) : said,
      ...lineOf(stated),
      wording: 'article',
      quotes,
      venue: venue && venueOf(article.text, venue),
      citation: { article: article.id, span: citedSpan(attribution, shown, stated) },
    },
  ]
}

/** Returns true if readers can tell who a speaker is: not from a pronoun, nor from “your own members”. */
function isForReaders(speaker: Speaker, { names, patterns }: Grammar): boolean {
  if (names.isPronoun(speakerName(speaker))) return false
  return speaker.kind !== 'unnamed' || !patterns.ownVoice.addressed.test(speaker.description)
}

function shownOf(text: string, { act, cue, content }: Attribution): Span[] {
  return isSilence(act) ? [coverSpans([...cue, ...content])] : content.map((span) => withMarks(text, span))
}

/** The article's words for what was said; undefined if they are incomplete or say nothing. */
function saidIn(
  text: string,
  { cue, act, form }: Attribution,
  { shown, grammar }: { readonly shown: readonly Span[]; readonly grammar: Grammar },
): string | undefined {
  const { leansOnSubject, namesThings, leadingConjunction } = grammar.patterns.truncation
  const verb = cue.map((span) => sliceSpan(text, span)).join(' ')
  const keepsThat = namesThings.test(verb) || !hasVerb(sliceSpan(text, coverSpans(shown)), grammar)
  const said = wordsOf(text, shown, keepsThat ? leadingMark : leadingConjunction)
  const fewest = isDenial(act) || isSilence(act) ? 1 : fewestWords[form]
  // “Price, who Baker said was drunk”: the subject is elsewhere, and the words alone would mislead.
  const isWhole = !leansOnSubject.test(said) && words(said, grammar.text).length >= fewest && /\p{L}/u.test(said)
  return isWhole ? said : undefined
}

/** The words of a claim with a line: a charge without the accused, or “denied it”, as “it” alone says nothing. */
function wordsBeside(
  said: string,
  attribution: Attribution,
  { text, grammar }: { readonly text: string; readonly grammar: Grammar },
): string {
  const isBare = isDenial(attribution.act) && !said.includes(' ') && grammar.patterns.answers.referring.test(said)
  return isBare ? withVerb(text, attribution) : chargeIn(said, attribution.act, grammar)
}

/** “hiding a report” from “the trust of hiding a report”: the line already names the accused. */
function chargeIn(said: string, act: Act, { speech }: Grammar): string {
  return (act === 'accuses' ? speech.chargeIn(said) : undefined) ?? said
}

/** “denied it” if the verb is right before “it”; otherwise “it”. */
function withVerb(text: string, { cue, content }: Attribution): string {
  const [said, verb] = [coverSpans(content), cue.at(-1)]
  const isBehind = verb !== undefined && verb.end <= said.start && text.slice(verb.end, said.start).trim() === ''
  return sliceSpan(text, isBehind ? { start: verb.start, end: said.end } : said).replace(/\s+/g, ' ')
}

function lineOf(stated: PlacedLine | undefined): Pick<Claim, 'line'> {
  return stated ? { line: stated.line } : {}
}

function citedSpan({ source, cue }: Attribution, shown: readonly Span[], stated: PlacedLine | undefined): Span {
  return coverSpans([...source, ...cue, ...shown, ...(stated ? [stated.span] : [])])
}

/** Adds “the” to an organisation's name if the article does: “the Mines Inspectorate”. */
function asPrinted(speaker: Speaker, { text }: Article, { names }: Grammar): Speaker {
  return speaker.kind === 'organization' ? { ...speaker, name: names.withArticle(speaker.name, text) } : speaker
}

/** Returns true if the words contain a clause, unlike “that account” in “disputed that account”. */
function hasVerb(text: string, { clauses, patterns, text: rules }: Grammar): boolean {
  const read = clauses.readSentence(words(text, rules))
  return read.some((at) => read.isFinite(at), 1) || patterns.truncation.finiteVerb.test(text)
}

/** The article's words on one line, trimmed; words left out between two pieces are shown as a gap. */
function wordsOf(text: string, spans: readonly Span[], leading: RegExp): string {
  const sorted = spans.toSorted((one, other) => one.start - other.start)
  let joined = ''
  sorted.forEach(({ start, end }, index) => {
    const before = sorted[index - 1]
    if (before) joined += text.slice(before.end, start).trim() === '' ? ' ' : ' … '
    joined += text.slice(start, end)
  })
  return joined
    .replace(/\s+/g, ' ')
    .replace(leading, '')
    .replace(/[\s,;:—–-]+$/, '')
    .replace(/,(["”'’»])$/, '$1')
    .trim()
}

/** Extends a span to include the quotation marks right around it. */
function withMarks(text: string, { start, end }: Span): Span {
  const opens = /[“"«„‘']/.test(text[start - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[start - 2] ?? '')
  const closes = /[”"»“’']/.test(text[end] ?? '') && !/[\p{L}\p{N}]/u.test(text[end + 1] ?? '')
  return { start: opens ? start - 1 : start, end: closes ? end + 1 : end }
}

function quotesIn(text: string, { quotes }: Attribution, shown: readonly Span[]): string[] {
  return quotes
    .map((quote) =>
      shown.map((span) => ({ start: Math.max(span.start, quote.start), end: Math.min(span.end, quote.end) })),
    )
    .flatMap((pieces) => pieces.filter(({ start, end }) => start < end))
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim())
    .filter((quote) => quote !== '')
}

function venueOf(text: string, { start, end }: Span): string | null {
  return (
    text
      .slice(start, end)
      .replace(/\s+/g, ' ')
      .replace(/[\s,]+$/, '')
      .trim() || null
  )
}

function isRepetition(
  { one, other }: Readonly<Record<'one' | 'other', Gist>>,
  earlier: boolean,
  { names }: Grammar,
): boolean {
  const [claim, fuller] = [one.claim, other.claim]
  if (isSilence(claim.act) !== isSilence(fuller.act) || one.numbers !== other.numbers) return false
  const common = [...one.content].filter((word) => other.content.has(word)).length
  const alike = one.content.size > 0 && common >= sameClaim * Math.min(one.content.size, other.content.size)
  if (!alike && common < one.content.size) return false
  if (!names.sameSpeaker(one.speaker, other.speaker)) return false
  if (standsIn(fuller.words, claim.words)) return earlier || fuller.words.length > claim.words.length
  if (!alike) return false
  return fuller.quotes.length > claim.quotes.length || (fuller.quotes.length === claim.quotes.length && earlier)
}
