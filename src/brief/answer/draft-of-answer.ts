import { type Citation, coverSpans } from '../../domain/article.ts'
import type { BriefSentence, Detail, Draft } from '../../domain/brief.ts'
import type { Act, Claim, Speaker } from '../../domain/claim.ts'
import type { Story } from '../../domain/story.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { GrammarFor } from '../../language/grammars.ts'
import { findQuotations } from '../../text/quotations.ts'
import { words } from '../../text/tokens.ts'
import { readEvidence } from '../evidence.ts'
import { findDifferences } from '../rules/differences.ts'
import { bestSentences } from '../rules/link.ts'
import { countedSentences } from '../rules/unattributed-sentences.ts'
import type { AnsweredBrief, AnsweredSentence, AnsweredSpeaker } from './answer.ts'
import { citationOf, sentencesByNumber } from './numbering.ts'

/** Turns a model's answer into a draft: its sentences unchanged, with the passages that their numbers give. */
export function draftOf(answer: AnsweredBrief, story: Story, grammarFor: GrammarFor): Draft {
  const grammar = grammarOf(story, grammarFor)
  const cite = citing(story, grammarFor)
  const claims = answer.speakers.flatMap((speaker, at) =>
    speaker.says.map((sentence, index) => claimOf(speaker, sentence, { id: `${at + 1}.${index + 1}`, cite, grammar })),
  )
  const accounts = story.articles.map((article) => {
    const own = grammarFor(article.language)
    return { article, grammar: own, sentences: countedSentences(article, readEvidence(article.text, own)) }
  })
  return {
    headline: answer.headline,
    summary: answer.happened.map((sentence) => sentenceOf(sentence, cite)),
    claims,
    details: answer.details.map((detail): Detail => ({ ...sentenceOf(detail, cite), topic: detail.topic })),
    differences: findDifferences(accounts),
  }
}

/** The grammar of a story's first article, whose language is also the brief's. */
export function grammarOf({ articles: [first] }: Story, grammarFor: GrammarFor): Grammar {
  return grammarFor(first?.language ?? 'und')
}

type Cite = (sentence: AnsweredSentence) => Citation[]

/** Finds the passages for a sentence: the ones whose numbers it gives or, if it gives none, the best matches. */
export function citing(story: Story, grammarFor: GrammarFor): Cite {
  const find = sentencesByNumber(story, grammarFor)
  return ({ text, from }) => {
    const named = find(from)
    return (named.length > 0 ? named : from === '' ? bestSentences(text, story, { grammarFor }) : []).map(citationOf)
  }
}

export function sentenceOf(sentence: AnsweredSentence, cite: Cite): BriefSentence {
  return { text: sentence.text, citations: cite(sentence) }
}

interface ClaimPlace {
  readonly id: string
  readonly cite: Cite
  readonly grammar: Grammar
}

/** Turns a speaker's sentence into a claim. If it cites nothing, it gets an empty passage, which verification rejects. */
export function claimOf(
  speaker: AnsweredSpeaker,
  sentence: AnsweredSentence,
  { id, cite, grammar }: ClaimPlace,
): Claim {
  const [first, ...further] = cite(sentence)
  const [answered] = speaker.answers === '' ? [] : cite({ text: '', from: speaker.answers })
  const { cue, act } = verbOf(sentence.text, grammar)
  const quotes = findQuotations(sentence.text, { start: 0, end: sentence.text.length }, grammar.text).map(({ inner }) =>
    sentence.text.slice(inner.start, inner.end),
  )
  return {
    id,
    speaker: speakerOf(speaker, grammar),
    act,
    form: quotes.length > 0 ? 'mixed' : 'indirect',
    cue,
    words: sentence.text,
    wording: 'sentence',
    quotes,
    venue: null,
    citation: first ?? { article: nowhere, span: { start: 0, end: 0 } },
    ...(further.length > 0 ? { further } : {}),
    ...(answered ? { answers: answered } : {}),
  }
}

/** The article id of a claim that cites nothing. */
export const nowhere = '' as Citation['article']

/** The first verb of saying in a sentence, outside its quotations. */
function verbOf(text: string, { speech, text: rules }: Grammar): { readonly cue: string; readonly act: Act } {
  const plain = text.replace(/[“"][^”"]*[”"]/g, ' ')
  for (const { lower, text: cue } of words(plain, rules)) {
    const act = speech.actOf(lower)
    if (act) return { cue, act }
  }
  return { cue: '', act: 'says' }
}

/** A speaker without a name gets a description and the reason for being unnamed. */
function speakerOf({ name, standing }: AnsweredSpeaker, { names }: Grammar): Speaker {
  if (names.isDescription(name)) return { kind: 'unnamed', description: name, reason: standing || null }
  return { kind: 'person', name, role: standing || null }
}

/** All passages of a claim, its main citation first. */
export function passagesOf({ citation, further = [] }: Pick<Claim, 'citation' | 'further'>): readonly Citation[] {
  return [citation, ...further]
}

/** One citation that covers all of a claim's passages in the article of its main citation. */
export function stretchOf(claim: Pick<Claim, 'citation' | 'further'>): Citation {
  const own = passagesOf(claim).filter(({ article }) => article === claim.citation.article)
  return { article: claim.citation.article, span: coverSpans(own.map(({ span }) => span)) }
}
