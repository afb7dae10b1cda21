import { type ArticleId, type Span, spansOverlap } from '../domain/article.ts'
import { type Claim, certaintyOf, type Speaker, withoutVerb } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import type { Evidence } from './evidence.ts'
import { isResponse } from './verify/statements.ts'

/**
 * Names the accused for whom no article of the story has a possible answer, denial or silence. Every possible answer
 * counts, whoever seems to give it: wrongly saying that somebody did not answer is worse than saying nothing.
 */
export function findUnanswered(claims: readonly Claim[], evidence: ReadonlyMap<ArticleId, Evidence>): string[] {
  const accusations = claims.filter(({ act }) => act === 'accuses')
  const accused = accusations.flatMap((claim) => {
    const grammar = evidence.get(claim.citation.article)?.grammar
    const name = grammar?.speech.accusedIn(withoutVerb(claim))
    return name && grammar?.names.isNamedSide(name) ? [{ name, claim }] : []
  })
  const silent = accused.filter(
    ({ name, claim }) => ![...evidence].some(([article, read]) => mayHaveAnswered({ name, claim, article }, read)),
  )
  return [...new Set(silent.map(({ name }) => name))]
}

interface Accusation {
  readonly name: string
  readonly claim: Claim
  /** The article being searched. */
  readonly article: ArticleId
}

function mayHaveAnswered({ name, claim, article }: Accusation, evidence: Evidence): boolean {
  const { text, attributions, parts, grammar } = evidence
  const { names, patterns } = grammar
  const own = claim.citation.article === article ? claim.citation.span : undefined
  const sentences = parts.flatMap((part) => part.sentences.map(({ span }) => span))
  const at = own ? sentences.findLastIndex(({ start }) => start <= own.start) : -1
  const isOwn = (span: Span) => span === sentences[at]
  const isBehind = (offset: number) => own === undefined || offset > own.start
  return (
    attributions.some((attribution) => {
      const { speaker, act, source, content, cue } = attribution
      const start = (source[0] ?? cue[0] ?? content[0])?.start ?? 0
      if (own && own.start <= start && start < own.end) return false
      // A pronoun of doubtful reference may mean the accused.
      const isOpen = certaintyOf(attribution) === 'doubtful'
      const pronoun = isOpen && source.some((span) => names.isPronoun(text.slice(span.start, span.end)))
      if (!speaker || pronoun) return isBehind(start) && (pronoun || isResponse({ act }))
      return isTheirs(speaker, name, grammar) || (isBehind(start) && maySpeakFor(speaker, { name, act, evidence }))
    }) ||
    sentences.some((span) => {
      const sentence = text.slice(span.start, span.end)
      if (isOwn(span)) return answersWithin(sentence, grammar)
      if (!patterns.answers.mayAnswer.test(sentence)) return false
      if (names.namesSide(sentence, name)) return true
      return isBehind(span.start) && namesNobody(sentence) && !isOthers(span, name, evidence)
    })
  )
}

/** Returns true if everything that a sentence reports certainly comes from named speakers other than the accused. */
function isOthers(sentence: Span, name: string, { attributions, grammar }: Evidence): boolean {
  const reports = attributions.filter(({ source, cue, content }) =>
    [...source, ...cue, ...content].some((span) => spansOverlap(span, sentence)),
  )
  return (
    reports.length > 0 &&
    reports.every(
      (report) =>
        report.speaker !== null &&
        certaintyOf(report) === 'sure' &&
        grammar.names.hasName(report.speaker) &&
        !isTheirs(report.speaker, name, grammar),
    )
  )
}

/** True if an accusation's sentence has the answer too: “…, which he denies”, “…, who has denied wrongdoing, of …”. */
function answersWithin(sentence: string, { patterns }: Grammar): boolean {
  const { accusing, relativeClause, answeringVerb } = patterns.answers
  const rest = sentence.split(accusing).join('')
  return relativeClause.test(rest) && answeringVerb.test(rest)
}

function isTheirs(speaker: Speaker, name: string, { names }: Grammar): boolean {
  return (
    names.sameSpeaker(name, nameOf(speaker)) ||
    names.isOnSideOf(speaker, name) ||
    names.namesSide(nameOf(speaker), name)
  )
}

/** Returns true if a statement after an accusation may be from the accused, judging by its speaker's name. */
function maySpeakFor(
  speaker: Speaker,
  { name, act, evidence }: { readonly name: string; readonly act: Claim['act']; readonly evidence: Evidence },
): boolean {
  const own = nameOf(speaker)
  const { names, patterns } = evidence.grammar
  const { standsFor, metonym } = patterns.answers
  // “Sarbaye's foreign ministry” answers for Sarbaye.
  if (!names.hasName(speaker)) return standsFor.test(own) || (isResponse({ act }) && !/\p{Lu}/u.test(own.slice(1)))
  // A one-word name may be a country or a city, for which a capital, an army or a ministry may also speak.
  if (!name.includes(' ')) return true
  if (metonym.test(own) || (speaker.kind === 'organization' && !own.includes(' '))) return true
  return isResponse({ act }) && areNamedTogether(own, name, evidence)
}

/** Returns true if any sentence names both sides without accusing anybody. */
function areNamedTogether(one: string, other: string, { text, parts, grammar }: Evidence): boolean {
  const { namesSide } = grammar.names
  return parts
    .flatMap(({ sentences }) => sentences)
    .map(({ span }) => text.slice(span.start, span.end))
    .some(
      (sentence) =>
        namesSide(sentence, one) && namesSide(sentence, other) && !grammar.patterns.answers.accusing.test(sentence),
    )
}

/** Returns true if a sentence names nobody, so that it may be about the accused. */
function namesNobody(sentence: string): boolean {
  return !/(?<!^)(?<![“"‘'])(?<![.!?] )\b\p{Lu}\p{Ll}+/u.test(sentence) && !/^\p{Lu}\p{Ll}+ \p{Lu}/u.test(sentence)
}

function nameOf(speaker: Speaker): string {
  return speaker.kind === 'unnamed' ? speaker.description : speaker.kind === 'document' ? speaker.title : speaker.name
}
