import { type Article, type Span, sliceSpan } from '../../domain/article.ts'
import type { Claim } from '../../domain/claim.ts'
import type { Quotation } from '../../text/quotations.ts'
import { standsIn } from '../../text/verbatim.ts'
import type { Evidence } from '../evidence.ts'

/** A quotation of fewer words is a title, a motto or a scare quote. */
const fewestWords = 6
/** Per article. */
const mostQuotations = 5
/** Closing marks may follow the last stop: “… he said: ‘Go.’”. */
const endsSentence = /[.?!…。！？।؟۔]["'’”»›」』)\]]*$/u
const beginsSentence = /^["'‘“«‹「『¿¡(]*(?:\p{Lu}|\p{Lo}|\p{N})/u
/** The text before a quotation that begins a sentence or follows a colon or dash. */
const freshStart = /(?:^|[\n.?!…。！？।:：—–-])\s*$/u

/** The quoted whole sentences of an article: all that is shown of it if no speaker can be identified. */
export function uncheckedQuotations({ id, text }: Article, { parts }: Evidence, prefix: string): Claim[] {
  return parts
    .flatMap(({ quotations }) => quotations)
    .filter((quotation) => isWholeSentence(text, quotation))
    .slice(0, mostQuotations)
    .map(({ outer, inner }, index) => {
      const words = oneLine(sliceSpan(text, inner))
      return {
        id: `${prefix}.${index + 1}`,
        speaker: { kind: 'unchecked' },
        act: 'says',
        form: 'direct',
        cue: '',
        words: oneLine(sliceSpan(text, outer)),
        wording: 'article',
        quotes: [words],
        venue: null,
        citation: { article: id, span: outer },
      }
    })
}

/** Returns true if a claim is such a quotation of this article, letter for letter and with its marks. */
export function isUncheckedQuotation({ speaker, citation, words }: Claim, { text, parts }: Evidence): boolean {
  if (speaker.kind !== 'unchecked') return false
  const quotation = parts
    .flatMap(({ quotations }) => quotations)
    .find(({ outer }) => outer.start === citation.span.start && outer.end === citation.span.end)
  return (
    quotation !== undefined && isWholeSentence(text, quotation) && standsIn(sliceSpan(text, quotation.outer), words)
  )
}

/**
 * Returns true if a quotation is a complete sentence: it has a full stop inside the marks, or has a comma after them
 * and begins where a sentence may begin. “Wir wurden zu spät gewarnt”, sagte … has no full stop; a quoted noun phrase
 * has neither.
 */
function isWholeSentence(text: string, { outer, inner, closed }: Quotation): boolean {
  const said = sliceSpan(text, inner).trim()
  if (!closed || !beginsSentence.test(said) || countWords(said) < fewestWords) return false
  if (endsSentence.test(said)) return true
  return /^\s*,/.test(text.slice(outer.end, outer.end + 2)) && freshStart.test(before(text, outer))
}

function before(text: string, { start }: Span): string {
  return text.slice(Math.max(0, start - 3), start)
}

/** Counts words, also in scripts that write them without spaces. */
function countWords(text: string): number {
  let count = 0
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (isWordLike) count += 1
  }
  return count
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
