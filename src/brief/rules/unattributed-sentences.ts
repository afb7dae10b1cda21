import { type Article, type Citation, type Span, sliceSpan, spansOverlap } from '../../domain/article.ts'
import { isDenial } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { Paragraph } from '../../text/paragraphs.ts'
import type { Evidence } from '../evidence.ts'
import { isApart } from '../verify/verify-sentence.ts'
import { hasHedge, leadsElsewhere } from '../wording.ts'
import { narratedHalf, newsOrder } from './lead.ts'

/** A sentence of an article that could stand in a summary. */
export interface SummarySentence {
  readonly text: string
  readonly citation: Citation
  /** The index of its paragraph in the article, from 0. */
  readonly paragraph: number
  readonly content: ReadonlySet<string>
  readonly wordCount: number
}

/** Where a sentence is in its article; the paragraph from 0. */
export interface SentencePlace {
  readonly span: Span
  readonly paragraph: number
}

/** A sentence with fewer or more words than these is not used in a summary. */
const fewestWords = 6
const mostWords = 42
/** The first sentence of an article may be longer: it tells the news. */
const mostLeadWords = 55
/** Only at the head of an article does half a sentence tell the news. */
const leadParagraphs = 2

/** A sentence that has this share of its words in common with a claim says the same. */
const sameSaying = 0.6

/** If more than this share of an article's paragraphs begin with a label, all of it is an interview. */
const mostLabelled = 0.3
/** “Nadia Brandt: Because …”: an interview in the form of a play. */
const label = /^\p{Lu}[\p{L} .’'-]{0,40}: /u

/**
 * Whether a paragraph begins with the name of its speaker. “SMITH: The dam failed” is Smith's statement; “TARN: The dam failed”
 * was filed in Tarn, if the text mentions things in Tarn. Before a dash, only a recognised dateline, after which the first
 * sentence begins, is not a speaker.
 */
function isLabelled({ text, grammar }: Evidence, { span, sentences }: Paragraph): boolean {
  const [, called = '', mark] = /^(\p{Lu}[\p{Lu} .’'-]+)(:| [—–-]) /u.exec(sliceSpan(text, span)) ?? []
  if (called === '') return false
  if (mark !== ':') return sentences[0]?.span.start === span.start
  const places = [...text.matchAll(grammar.patterns.ownVoice.placeBehind)]
  return !places.some(([, place = '']) => place.length > 2 && called.startsWith(place.toUpperCase()))
}

/** The sentences of an article in its own voice that could stand in a summary, in order. */
export function unattributedSentences(article: Article, evidence: Evidence): SummarySentence[] {
  const { grammar } = evidence
  const { hearsay, nearSpeech, refersBack, wrongdoing } = grammar.patterns.ownVoice
  // That somebody did not say something is the outlet's own report.
  const said = evidence.attributions.filter(({ negated }) => !negated)
  const attributed = said.flatMap(({ content, cue, source }) => [...content, ...cue, ...source])
  const taken = [...attributed, ...evidence.parts.flatMap(({ quotations }) => quotations.map(({ outer }) => outer))]
  const contested = contestedIn(article, evidence)
  const claimed = said.map(
    ({ content }) => new Set(content.flatMap((span) => grammar.words.contentWords(sliceSpan(article.text, span)))),
  )
  let claimedBefore = false
  const labelled = evidence.parts.filter(({ span }) => label.test(sliceSpan(article.text, span)))
  if (labelled.length > 1 && labelled.length > mostLabelled * evidence.parts.length) return []
  const place = newsOrder(evidence)
  return evidence.parts.flatMap((part, at) => {
    const paragraph = place(at)
    const { span: whole, sentences } = part
    if (isLabelled(evidence, part) || (labelled.length > 1 && labelled.includes(part))) return []
    const nearby = taken.filter((other) => spansOverlap(whole, other))
    let carriesOn = contested && claimedBefore
    claimedBefore = false
    return sentences.flatMap(({ span }, index) => {
      const stated = sliceSpan(article.text, span)
      const isStated = nearby.some((other) => spansOverlap(span, other)) || hearsay.test(stated)
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

/** What a sentence at the head of an article tells before it reports what somebody said. */
function ownHalf(article: Article, { span, paragraph }: SentencePlace, evidence: Evidence): SummarySentence[] {
  const half = narratedHalf(span, evidence)
  const isWrong = half && evidence.grammar.patterns.ownVoice.wrongdoing.test(sliceSpan(article.text, half))
  return half && !isWrong ? ownSentence(article, { span: half, paragraph }, evidence.grammar) : []
}

/**
 * Whether an article's subject is disputed in it: somebody denies or accuses, or a court has yet to decide. Then a sentence
 * after somebody's claim may just continue that claim.
 */
function contestedIn({ text }: Article, { attributions, grammar }: Evidence): boolean {
  return (
    attributions.some(({ act, negated }) => !negated && (isDenial(act) || act === 'accuses')) ||
    grammar.patterns.ownVoice.inCourt.test(text)
  )
}

/** Whether a sentence repeats what somebody is reported to have said. */
function repeats(content: ReadonlySet<string>, claimed: ReadonlySet<string>): boolean {
  const common = [...content].filter((word) => claimed.has(word)).length
  return content.size > 0 && common >= sameSaying * content.size
}

/** A bracket without its other half means that the sentence was cut in the wrong place. */
function isBalanced(text: string): boolean {
  return (text.match(/[([]/g)?.length ?? 0) === (text.match(/[)\]]/g)?.length ?? 0)
}

/** A sentence of an article with what choosing among several needs. */
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

/** Half a sentence ends in a full stop too. */
function withStop(text: string): string {
  return /[\p{L}\p{N}%)]$/u.test(text) ? `${text}.` : text
}

/** Whether a text is one sentence from its capital to its stop, and neither too short nor too long. */
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
  const { dangling, hearsay, addressed, notProse } = grammar.patterns.ownVoice
  const { isAddressed, loadedWords } = grammar.words
  const text = withStop(sliceSpan(article.text, span))
  if (!isWhole(text, paragraph === 0 ? mostLeadWords : mostWords)) return []
  if (dangling.test(text) || hearsay.test(text) || addressed.test(text) || notProse.test(text)) return []
  // The news itself is told with its “could not”; further down a hedge mostly tells what nobody knows.
  const isHedged = paragraph > 0 && hasHedge(text, grammar)
  if (isHedged || loadedWords(text).length > 0 || isAddressed(text) || leadsElsewhere(text, grammar)) return []
  return [summarySentence(article, { span, paragraph }, grammar)]
}

/**
 * Every sentence of an article that may give a number, its own or somebody's: outlets also differ if each has its number from
 * somebody. Sentences with quotations, or too long to be shown, are left out.
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
