import { detectLanguage } from '../language/detect.ts'
import { grammarFor } from '../language/grammars.ts'
import { readParagraphs } from '../text/paragraphs.ts'
import { isBoilerplate } from './page/boilerplate.ts'

/** What a feed puts at the end of a summary that it has cut. */
const cutMark = /(?:…|\.{3}|\[…\]|\[\.{3}\])$/u
/** The end of a sentence, in any script, with the marks that close it. */
const sentenceEnd = /[.!?。！？।؟]["”’»)\]\p{Pf}]*$/u
/** Where languages without spaces end a sentence. */
const wideEnd = /(?<=[。！？।؟])(?=[^\s”’»)\]])/u

/**
 * A feed's summary as the text of an article: its whole sentences, without one that was cut, or all that only repeats
 * the headline.
 */
export function textOfSummary(summary: string, headline: string): string {
  const sentences = sentencesOf(summary, detectLanguage(`${headline}. ${summary}`)).filter(
    (sentence) => !isBoilerplate(sentence),
  )
  const last = sentences.at(-1) ?? ''
  const whole = cutMark.test(last) || !sentenceEnd.test(last) ? sentences.slice(0, -1) : sentences
  const text = whole.join(' ')
  return isClosed(text) && bare(text) !== bare(headline) ? text : ''
}

function sentencesOf(text: string, language: string): string[] {
  return readParagraphs(text, grammarFor(language).text)
    .flatMap(({ sentences }) => sentences.map(({ span }) => text.slice(span.start, span.end)))
    .flatMap((sentence) => sentence.split(wideEnd))
}

/** True if no quotation stays open. */
function isClosed(text: string): boolean {
  const count = (mark: string) => text.split(mark).length
  return count('“') <= count('”') && count('«') === count('»')
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
