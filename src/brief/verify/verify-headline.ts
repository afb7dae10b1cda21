import { type Article, type ArticleId, spansOverlap } from '../../domain/article.ts'
import type { DraftPart, Finding } from '../../domain/brief.ts'
import type { Grammar } from '../../language/grammar.ts'
import { words } from '../../text/tokens.ts'
import { type Evidence, namesOf, type Passage, readEvidence } from '../evidence.ts'
import { type SentenceFault, verifySentence } from './verify-sentence.ts'

/** A headline is checked against this many opening paragraphs. */
const leadParagraphs = 4
/** Extra characters allowed in a shortened headline. */
const slack = 3
/** A headline with at least this share of its words from an article's headline is a shortened form of it. */
const mostlyOwn = 0.8
/** A headline with fewer content words than this says nothing. */
const fewestWords = 2

/**
 * Checks a headline like a sentence, against each article's headline and each of its first paragraphs in turn; the best
 * match counts.
 */
export function verifyHeadline(
  headline: string,
  articles: readonly Article[],
  evidence: ReadonlyMap<ArticleId, Evidence>,
): Finding[] {
  if (articles.some((article) => article.headline === headline)) return []
  const part: DraftPart = { kind: 'headline' }
  const readable = articles.flatMap((article) => {
    const read = evidence.get(article.id)
    return read?.grammar.isMeasured ? [{ own: article.headline, read, grammar: read.grammar }] : []
  })
  const grammar = readable[0]?.grammar
  if (!grammar) return [{ kind: 'language-not-checked', part, words: headline, passage: null }]
  if (grammar.words.contentWords(headline).length < fewestWords)
    return [{ kind: 'words-not-found', part, words: headline, passage: null }]
  const passages = readable.flatMap(({ own, read }) => {
    const stated = readEvidence(own, read.grammar)
    const leads = read.parts.slice(0, leadParagraphs).map(({ span }) => ({ evidence: read, span }))
    return [{ evidence: stated, span: { start: 0, end: own.length } }, ...leads]
  })
  const claimed = readable.find(({ own }) => dropsSpeaker(headline, own, grammar))
  if (claimed) return [{ kind: 'claim-as-fact', part, words: headline, passage: null }]
  const [best = []] = passages
    .map((passage) =>
      verifySentence({ text: headline, citations: [] }, [passage]).filter(
        ({ kind }) => kind !== 'claim-as-fact' || !namesSpeaker(headline, passage),
      ),
    )
    .toSorted((one, other) => strangeness(one) - strangeness(other))
  return best.map(({ kind, words: faulty }) => ({ kind, part, words: faulty, passage: null }))
}

/** How poorly a passage matches a text, by the text's faults: words that the passage lacks weigh most. */
function strangeness(faults: readonly SentenceFault[]): number {
  return faults.reduce(
    (sum, { kind, words: faulty }) => sum + (kind.endsWith('-not-found') ? 10 * faulty.split(' ').length : 1),
    0,
  )
}

/** Returns true if a headline names the speaker of a claim and has the article's verb: “Ruiz denies bribes”. */
function namesSpeaker(headline: string, { evidence, span }: Passage): boolean {
  const { text: rules, words: of } = evidence.grammar
  const plainForm = (lower: string) => of.stem(of.baseOf(lower.replace(/['’]s?$/, '')))
  const own = new Set(words(headline, rules).map(({ lower }) => of.stem(of.baseOf(lower))))
  const has = (text: string) => words(text, rules).some(({ lower }) => own.has(plainForm(lower)))
  return evidence.attributions
    .filter(({ content, negated }) => !negated && content.some((piece) => spansOverlap(piece, span)))
    .some((attribution) => {
      const cue = attribution.cue.map(({ start, end }) => evidence.text.slice(start, end)).join(' ')
      return has(cue) && namesOf(evidence, attribution).some((name) => has(name.split(' ').at(-1) ?? ''))
    })
}

/**
 * Returns true if a headline leaves out the speaker and so turns a claim into a fact: “Striker ‘frozen out’” for
 * “Striker ‘frozen out’, agent claims”.
 */
function dropsSpeaker(headline: string, own: string, grammar: Grammar): boolean {
  const { contentWords } = grammar.words
  const stated = readEvidence(own, grammar)
  const passage = { evidence: stated, span: { start: 0, end: own.length } }
  const known = new Set(contentWords(own))
  const sought = contentWords(headline)
  const isOwn = sought.filter((word) => known.has(word)).length >= mostlyOwn * sought.length
  const speaker = grammar.patterns.ownVoice.trailingSpeaker.exec(own)
  if (isOwn && speaker && !headline.includes(speaker[1]?.split(' ').at(-1) ?? ''))
    return headline.length <= speaker.index + slack
  return (
    isOwn &&
    !namesSpeaker(headline, passage) &&
    verifySentence({ text: headline, citations: [] }, [passage]).some(({ kind }) => kind === 'claim-as-fact')
  )
}
