import { accusedIn } from '../attribution/institutions.ts'
import type { ArticleId, Span } from '../domain/article.ts'
import type { Claim, Speaker } from '../domain/claim.ts'
import type { Evidence } from './evidence.ts'
import { isResponse } from './responses.ts'
import { hasName, isNamedSide, isOnSideOf, namesSide } from './sides.ts'
import { isPronoun, sameSpeaker } from './speaker-match.ts'

/** Words by which a sentence about somebody may tell that they answered, or were asked and did not, or need not any more. */
const mayAnswer =
  /\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w+|rebut\w*|disput\w+|dismiss\w*|respon[ds]\w*|repl(?:y|ies|ied|ying)|answer\w*|unanswered|comment\w*|declin\w+|refus\w+|reach(?:ed|able)?|unreachable|contact\w*|approach\w*|attempts?|unsuccessful|returned|calls?|emails?|messages?|requests?|asked|questions?|interview\w*|statement|spokes\w+|lawyers?|solicitors?|attorneys?|counsel|untrue|false\w*|baseless|unfounded|groundless|nonsense|wrong\w*|innocen\w+|guilty|clear(?:ed|s)|acquitted|defen[dc]\w*|insist\w*|maintain\w*|silen(?:t|ce)|walked away|hit back|pushed back|describ\w+|call(?:ed|s)|laughable|dropped|withdr[ae]w\w*|tweet\w*|post(?:ed|s)|wrote|shook|shrug\w*|nod\w*|smil\w+|laugh\w*|apologi\w+|died|dead|late)\b/i
/** Who may speak for somebody without being named: “the lender”, “a spokesman”, “City Hall”. */
const standsFor =
  /^(?:the|its|his|her|their) |\b(?:spokes(?:man|woman|person|people)|lawyers?|solicitors?|attorneys?|counsel|barristers?|representatives?|agents?|publicists?|press office|office|team|camp|allies|family|wife|husband)\b/i
/** Where governments and offices are, by which they go: their word is that of whoever leads them. */
const metonym =
  /\b(?:street|hall|house|palace|castle|office|government|ministry|administration|cabinet|kremlin|pentagon|downing|whitehall|council|party|department|force)\b/i

/**
 * Who is accused by name while no article of the story may have an answer, a denial or a silence of theirs. Whatever may be
 * one counts, whoever it seems to be from: to say falsely that somebody did not answer is worse than not to say it.
 */
export function findUnanswered(claims: readonly Claim[], evidence: ReadonlyMap<ArticleId, Evidence>): string[] {
  const accusations = claims.filter(({ act }) => act === 'accuses')
  const accused = accusations.flatMap((claim) => {
    const name = accusedIn(claim.words)
    return name && isNamedSide(name) ? [{ name, claim }] : []
  })
  const silent = accused.filter(
    ({ name, claim }) => ![...evidence].some(([article, read]) => mayHaveAnswered({ name, claim, article }, read)),
  )
  return [...new Set(silent.map(({ name }) => name))]
}

interface Accusation {
  readonly name: string
  readonly claim: Claim
  /** The article that is looked through. */
  readonly article: ArticleId
}

function mayHaveAnswered({ name, claim, article }: Accusation, evidence: Evidence): boolean {
  const { text, attributions, parts } = evidence
  const own = claim.citation.article === article ? claim.citation.span : undefined
  const sentences = parts.flatMap((part) => part.sentences.map(({ span }) => span))
  const at = own ? sentences.findLastIndex(({ start }) => start <= own.start) : -1
  const isOwn = (span: Span) => span === sentences[at]
  const isBehind = (offset: number) => own === undefined || offset > own.start
  return (
    attributions.some(({ speaker, act, source, content, cue }) => {
      const start = (source[0] ?? cue[0] ?? content[0])?.start ?? 0
      if (own && own.start <= start && start < own.end) return false
      const pronoun = source.some((span) => isPronoun(text.slice(span.start, span.end)))
      if (!speaker || pronoun) return isBehind(start) && (pronoun || isResponse({ act }))
      return isTheirs(speaker, name) || (isBehind(start) && maySpeakFor(speaker, { name, act, evidence }))
    }) ||
    sentences.some((span) => {
      const sentence = text.slice(span.start, span.end)
      if (isOwn(span)) return answersWithin(sentence)
      if (!mayAnswer.test(sentence)) return false
      return namesSide(sentence, name) || (isBehind(span.start) && namesNobody(sentence))
    })
  )
}

/** An accusation with an answer in its own sentence: “…, which he denies”, “…, who has denied wrongdoing, of …”. */
function answersWithin(sentence: string): boolean {
  const rest = sentence.replace(/\baccus\w+/gi, '')
  return (
    /[,;—–-] (?:which|who|whom|but|though|although|an? (?:charge|claim|allegation|accusation|suggestion))\b/i.test(
      rest,
    ) &&
    /\b(?:den|reject|refut|disput|dismiss|call|describ|declin|refus|comment|repl|respon|said|says|insist)\w*/i.test(
      rest,
    )
  )
}

function isTheirs(speaker: Speaker, name: string): boolean {
  return sameSpeaker(name, nameOf(speaker)) || isOnSideOf(speaker, name) || namesSide(nameOf(speaker), name)
}

/** Whether somebody's word behind an accusation may be that of the accused, for all that their name shows. */
function maySpeakFor(
  speaker: Speaker,
  { name, act, evidence }: { readonly name: string; readonly act: Claim['act']; readonly evidence: Evidence },
): boolean {
  const own = nameOf(speaker)
  if (!hasName(speaker)) return standsFor.test(own) || isResponse({ act })
  // A country or a city is one word, and goes by its capital, its army, its ministry.
  if (!name.includes(' ')) return true
  if (metonym.test(own) || (speaker.kind === 'organization' && !own.includes(' '))) return true
  return isResponse({ act }) && areNamedTogether(own, name, evidence)
}

/** Whether one sentence names both, other than to accuse. */
function areNamedTogether(one: string, other: string, { text, parts }: Evidence): boolean {
  return parts
    .flatMap(({ sentences }) => sentences)
    .map(({ span }) => text.slice(span.start, span.end))
    .some((sentence) => namesSide(sentence, one) && namesSide(sentence, other) && !/\baccus/i.test(sentence))
}

/** A sentence in which nobody is named can be about the one who was. */
function namesNobody(sentence: string): boolean {
  return !/(?<!^)(?<![“"‘'])(?<![.!?] )\b\p{Lu}\p{Ll}+/u.test(sentence) && !/^\p{Lu}\p{Ll}+ \p{Lu}/u.test(sentence)
}

function nameOf(speaker: Speaker): string {
  return speaker.kind === 'unnamed' ? speaker.description : speaker.kind === 'document' ? speaker.title : speaker.name
}
