import { type Article, type Citation, type Span, sliceSpan, spansOverlap } from '../../domain/article.ts'
import { isDenial } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { Paragraph } from '../../text/paragraphs.ts'
import type { Evidence } from '../evidence.ts'
import { isApart } from '../verify/verify-sentence.ts'
import { hasHedge, leadsElsewhere } from '../wording.ts'
import { narratedHalf, newsOrder } from './lead.ts'

/** An article sentence that a summary could use. */
export interface SummarySentence {
  readonly text: string
  readonly citation: Citation
  /** The index of its paragraph in the article, from 0. */
  readonly paragraph: number
  readonly content: ReadonlySet<string>
  readonly wordCount: number
}

/** The place of a sentence in its article; paragraphs count from 0. */
export interface SentencePlace {
  readonly span: Span
  readonly paragraph: number
}

/** The fewest and the most words in a sentence of a summary. */
const fewestWords = 6
const mostWords = 42
/** The most words in a sentence of the first paragraph, which gives the news. */
const mostLeadWords = 55
/** Half a sentence is used only from this many opening paragraphs. */
const leadParagraphs = 2

/** A sentence that shares at least this fraction of its words with a claim repeats the claim. */
const sameSaying = 0.6

/** If more than this share of paragraphs begin with a label, the whole article is an interview. */
const mostLabelled = 0.3
/** A speaker's label in an interview set out like a play: “Nadia Brandt: Because …”. */
const label = /^\p{Lu}[\p{L} .’'-]{0,40}: /u

/**
 * Returns true if a paragraph begins with its speaker's name. “SMITH: The dam failed” is Smith's statement; “TARN: The
 * dam failed” was filed in Tarn, if the text places something there. A name before a dash is a speaker unless it is a
 * recognised dateline, after which the first sentence begins.
 */
function isLabelled({ text, grammar }: Evidence, { span, sentences }: Paragraph): boolean {
  const [, called = '', mark] = /^(\p{Lu}[\p{Lu} .’'-]+)(:| [—–-]) /u.exec(sliceSpan(text, span)) ?? []
  if (called === '') return false
  if (mark !== ':') return sentences[0]?.span.start === span.start
  const places = [...text.matchAll(grammar.patterns.ownVoice.placeBehind)]
  return !places.some(([, place = '']) => place.length > 2 && called.startsWith(place.toUpperCase()))
}

/** The sentences in the outlet's own voice that a summary could use, in order. */
export function unattributedSentences(article: Article, evidence: Evidence): SummarySentence[] {
  const { grammar } = evidence
  const { nearSpeech, refersBack, wrongdoing } = grammar.patterns.ownVoice
  // A report that somebody did not say something is the outlet's own statement.
  const said = evidence.attributions.filter(({ negated }) => !negated)
  const attributed = said.flatMap(({ content, cue, source }) => [...content, ...cue, ...source])
  const taken = [...attributed, ...evidence.parts.flatMap(({ quotations }) => quotations.map(({ outer }) => outer))]
  const contested = contestedIn(article, evidence)
  const claimed = said.map(
    ({ content }) => new Set(content.flatMap((span) => grammar.words.contentWords(sliceSpan(article.text, span)))),
  )
  let claimedBefore = false
  const labelled = evidence.parts.filter(({ span }) => label.test(sliceSpan(article.text, span)))
  // In an interview only what stands above the first answer is the outlet's own.
  const isInterview = labelled.length > 1 && labelled.length > mostLabelled * evidence.parts.length
  const opening = evidence.parts.findIndex((part) => labelled.includes(part))
  const place = newsOrder(evidence)
  return evidence.parts.flatMap((part, at) => {
    const paragraph = place(at)
    const { span: whole, sentences } = part
    if (isInterview && at >= opening) return []
    if (isLabelled(evidence, part) || (labelled.length > 1 && labelled.includes(part))) return []
    const nearby = taken.filter((other) => spansOverlap(whole, other))
    let carriesOn = contested && claimedBefore
    claimedBefore = false
    return sentences.flatMap(({ span }, index) => {
      const stated = sliceSpan(article.text, span)
      const isStated = nearby.some((other) => spansOverlap(span, other)) || isHearsay(stated, paragraph, grammar)
      const opensClaim = isStated || nearSpeech.test(stated)
      const followsClaim = carriesOn
      carriesOn ||= contested && opensClaim
      claimedBefore = opensClaim
      const next = sentences[index + 1]?.span
      if (isStated && !followsClaim && paragraph < leadParagraphs)
        return ownHalf(article, { span, paragraph }, evidence)
      const isPlain = !isStated && !followsClaim && !wrongdoing.test(stated)
      if (!isPlain || (next && refersBack.test(sliceSpan(article.text, next)))) return []
      return ownSentence(article, { span, paragraph }, grammar)
        .filter(({ text }) => !isApart(text, { evidence, span }))
        .filter(({ content }) => !claimed.some((words) => repeats(content, words)))
    })
  })
}

/** Returns true if a sentence tells what somebody said, though no speaker was found; the lead may say that somebody is accused. */
function isHearsay(text: string, paragraph: number, { patterns }: Grammar): boolean {
  const { hearsay, passiveCharge } = patterns.ownVoice
  return hearsay.test(paragraph === 0 ? text.replace(passiveCharge, '') : text)
}

/** The part of an opening sentence before its report of speech, if a summary could use it. */
function ownHalf(article: Article, { span, paragraph }: SentencePlace, evidence: Evidence): SummarySentence[] {
  const half = narratedHalf(span, evidence)
  const isWrong = half && evidence.grammar.patterns.ownVoice.wrongdoing.test(sliceSpan(article.text, half))
  return half && !isWrong ? ownSentence(article, { span: half, paragraph }, evidence.grammar) : []
}

/**
 * Returns true if an article's subject is disputed: somebody denies or accuses, or a court has yet to decide. A
 * sentence after a claim may then simply continue it.
 */
function contestedIn({ text }: Article, { attributions, grammar }: Evidence): boolean {
  return (
    attributions.some(({ act, negated }) => !negated && (isDenial(act) || act === 'accuses')) ||
    grammar.patterns.ownVoice.inCourt.test(text)
  )
}

/** Returns true if a sentence repeats what somebody is reported to have said. */
function repeats(content: ReadonlySet<string>, claimed: ReadonlySet<string>): boolean {
  const common = [...content].filter((word) => claimed.has(word)).length
  return content.size > 0 && common >= sameSaying * content.size
}

/** Returns true if all brackets are paired; if not, the sentence was cut in the wrong place. */
function isBalanced(text: string): boolean {
  return (text.match(/[([]/g)?.length ?? 0) === (text.match(/[)\]]/g)?.length ?? 0)
}

/** An article sentence with the data for choosing among several. */
export function summarySentence(
  { id, text: whole }: Article,
  { span, paragraph }: SentencePlace,
  { words }: Grammar,
): SummarySentence {
  const text = withStop(sliceSpan(whole, span))
  return {
    text,
    citation: { article: id, span },
    paragraph,
    content: new Set(words.contentWords(text)),
    wordCount: text.split(/\s+/).length,
  }
}

/** Adds a missing full stop, for half a sentence. */
function withStop(text: string): string {
  return /[\p{L}\p{N}%)]$/u.test(text) ? `${text}.` : text
}

/** Returns true if a text is one sentence from its capital to its stop, and neither too short nor too long. */
function isWhole(text: string, most: number): boolean {
  const wordCount = text.split(/\s+/).length
  return (
    wordCount >= fewestWords &&
    wordCount <= most &&
    /[.!]["”’)]?$/.test(text) &&
    /^(?:\p{Lu}[\p{L}’'.-]|\p{Lu} |\p{N})/u.test(text) &&
    isBalanced(text)
  )
}

function ownSentence(article: Article, { span, paragraph }: SentencePlace, grammar: Grammar): SummarySentence[] {
  const { dangling, addressed, notProse } = grammar.patterns.ownVoice
  const { isAddressed, leansBack, loadedWords } = grammar.words
  const text = withStop(sliceSpan(article.text, span))
  if (!isWhole(text, paragraph === 0 ? mostLeadWords : mostWords)) return []
  if (
    leansBack(text, article.headline) ||
    dangling.test(text) ||
    isHearsay(text, paragraph, grammar) ||
    addressed.test(text) ||
    notProse.test(text)
  )
    return []
  // The news itself may have a hedge (“could not”); further down, a hedge mostly marks something nobody knows.
  const isHedged = paragraph > 0 && hasHedge(text, grammar)
  if (isHedged || loadedWords(text).length > 0 || isAddressed(text) || leadsElsewhere(text, grammar)) return []
  return [summarySentence(article, { span, paragraph }, grammar)]
}

/**
 * The sentences of an article to search for numbers, attributed or not: outlets also differ if their sources do.
 * Sentences with quotations, or too long to be shown, are left out.
 */
export function countedSentences(article: Article, { parts, grammar }: Evidence): SummarySentence[] {
  const { isAddressed } = grammar.words
  return parts.flatMap(({ sentences, quotations }, paragraph) =>
    sentences
      .filter(({ span }) => !quotations.some(({ outer }) => spansOverlap(outer, span)))
      .map(({ span }) => ({ span, stated: sliceSpan(article.text, span) }))
      .filter(
        ({ stated }) =>
          stated.split(/\s+/).length <= mostWords &&
          /[.!]$/.test(stated) &&
          !isAddressed(stated) &&
          !leadsElsewhere(stated, grammar),
      )
      .map(({ span }) => summarySentence(article, { span, paragraph }, grammar)),
  )
}
