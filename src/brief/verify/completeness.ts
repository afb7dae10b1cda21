import { type Citation, citationsOverlap, coverSpans, sliceSpan, spansOverlap } from '../../domain/article.ts'
import type { Finding } from '../../domain/brief.ts'
import { type Attribution, certaintyOf, speakerName } from '../../domain/claim.ts'
import type { ReadArticle } from '../../language/check.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { EvidenceSource } from '../evidence.ts'
import { readArticle } from '../ground.ts'
import { isResponse } from './statements.ts'

/** The most omissions that are reported to a writer and filled by us. */
const mostOmissions = 4

/** A sentence of a draft, with its speaker and the passages that it cites. */
export interface CoveredSentence {
  readonly text: string
  readonly speaker: string | null
  readonly citations: readonly Citation[]
}

/**
 * Finds denials, rejections and silences that an article reports with certainty, in a sentence that names the speaker,
 * and that no sentence of the draft reports.
 */
export function findOmissions(stated: readonly CoveredSentence[], { articles, evidence }: EvidenceSource): Finding[] {
  const omitted = articles.flatMap((article) => {
    const read = evidence.get(article.id)
    if (!read?.grammar.isMeasured) return []
    const { grammar } = read
    const whole = readArticle(read, article)
    return read.attributions
      .filter((attribution) => isCertainAnswer(attribution, whole, grammar))
      .flatMap((attribution) => {
        const span = coverSpans([...attribution.source, ...attribution.cue, ...attribution.content])
        const sentence = whole.sentences.find((each) => spansOverlap(each.span, span))
        const passage = sentence && { article: article.id, span: sentence.span }
        return sentence && passage && !stated.some((each) => tells(each, attribution, { passage, whole, grammar }))
          ? [{ passage, words: sliceSpan(read.text, sentence.span) }]
          : []
      })
  })
  const once = omitted.filter(({ words }, at) => omitted.findIndex((other) => other.words === words) === at)
  return once.slice(0, mostOmissions).map(({ passage, words }, index) => ({
    kind: 'response-missing',
    part: { kind: 'missing', index },
    words,
    passage,
  }))
}

function isCertainAnswer(attribution: Attribution, article: ReadArticle, { names }: Grammar): boolean {
  const { act, negated, speaker } = attribution
  if (negated || certaintyOf(attribution) === 'doubtful' || speaker === null || speaker.kind === 'unnamed') return false
  if (!isResponse({ act })) return false
  return names.isExplicit(attribution, article)
}

interface Place {
  readonly passage: Citation
  readonly whole: ReadArticle
  readonly grammar: Grammar
}

function tells({ text, speaker, citations }: CoveredSentence, attribution: Attribution, place: Place): boolean {
  const { passage, whole, grammar } = place
  const { isMentioned, mentionOf } = grammar.names
  const { tellsAnswer } = grammar.patterns.answers
  const isCited = citations.some((citation) => citationsOverlap(citation, passage))
  const named = attribution.speaker ? speakerName(attribution.speaker) : ''
  const mention = mentionOf(attribution, whole.evidence.text)
  const isTheirs = [speaker ?? '', text].some(
    (each) => isMentioned(named, each) || isMentioned(mention.replace(/,.*$/s, ''), each),
  )
  // If the passage is cited, a word of answering or the speaker's name is enough; otherwise the sentence needs both.
  return isCited ? tellsAnswer.test(text) || isTheirs : isTheirs && tellsAnswer.test(text)
}
