import { accusedIn } from '../attribution/institutions.ts'
import type { ArticleId } from '../domain/article.ts'
import type { Claim, Speaker } from '../domain/claim.ts'
import { words } from '../text/tokens.ts'
import type { Evidence } from './evidence.ts'
import { isResponse } from './responses.ts'
import { hasName, isNamedSide, isOnSideOf, namesSide } from './sides.ts'
import { sameSpeaker } from './speaker-match.ts'

/** Words of a sentence that somebody may have answered in, whatever else it says. */
const mayAnswer =
  /\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w+|rebut\w*|disput\w+|dismiss\w*|respon[ds]\w*|repl(?:y|ies|ied|ying)|answer\w*|comment\w*|declin\w+|refus\w+|reach(?:ed|able)|unreachable|contact(?:ed)?|approach(?:ed)?|statement|untrue|false|baseless|unfounded|groundless|nonsense|wrong|innocen\w+|not guilty|defend\w*|insist\w*|maintain\w*|silen(?:t|ce)|hit back|pushed back|call(?:ed|s)? (?:it|that|this|them))\b/i

/**
 * Who is accused by name while no article of the story has an answer, a denial or a silence of theirs. Where a sentence
 * may be one and does not show whose it is, nobody is said to have been silent: to say so falsely is worse than not to say it.
 */
export function findUnanswered(claims: readonly Claim[], evidence: ReadonlyMap<ArticleId, Evidence>): string[] {
  const readings = [...evidence.values()]
  const accused = claims
    .filter(({ act }) => act === 'accuses')
    .flatMap(({ words: said }) => accusedIn(said) ?? [])
    .filter(isNamedSide)
  return [...new Set(accused)].filter((name) => !readings.some((read) => mayHaveAnswered(name, read)))
}

function mayHaveAnswered(name: string, evidence: Evidence): boolean {
  const { text, attributions } = evidence
  return (
    attributions.some(({ speaker, act }) => {
      if (!speaker) return isResponse({ act })
      if (isTheirs(speaker, name)) return true
      return isResponse({ act }) && !isElse(speaker, name, evidence)
    }) || sentencesOf(evidence).some((span) => mayBeTheirAnswer(text.slice(span.start, span.end), name))
  )
}

function isTheirs(speaker: Speaker, name: string): boolean {
  return sameSpeaker(name, nameOf(speaker)) || isOnSideOf(speaker, name) || namesSide(nameOf(speaker), name)
}

function nameOf(speaker: Speaker): string {
  return speaker.kind === 'unnamed' ? speaker.description : speaker.kind === 'document' ? speaker.title : speaker.name
}

/** Somebody else, beyond doubt: named, and never named in one sentence with the accused but to accuse them. */
function isElse(speaker: Speaker, name: string, evidence: Evidence): boolean {
  if (!hasName(speaker)) return false
  return !sentencesOf(evidence)
    .map(({ start, end }) => evidence.text.slice(start, end))
    .some((sentence) => namesSide(sentence, nameOf(speaker)) && namesSide(sentence, name) && !/\baccus/i.test(sentence))
}

/** A sentence with a word of answering that names the accused, or names nobody at all: “The company denied it.” */
function mayBeTheirAnswer(sentence: string, name: string): boolean {
  if (!mayAnswer.test(sentence)) return false
  const accuses = /\baccus/i.test(sentence)
  if (namesSide(sentence, name))
    return (
      !accuses ||
      (/\b(?:but|which|who|though|although|and)\b[^.]*$/i.test(rest(sentence, name)) &&
        mayAnswer.test(rest(sentence, name)))
    )
  return (
    !words(sentence).some(({ text }, at) => at > 0 && /^\p{Lu}\p{Ll}/u.test(text)) &&
    !/^\p{Lu}\p{Ll}+ \p{Lu}/u.test(sentence)
  )
}

/** What stands behind the last mention of a name. */
function rest(sentence: string, name: string): string {
  const last = name.split(' ').at(-1) ?? name
  return sentence.slice(sentence.lastIndexOf(last) + last.length)
}

function sentencesOf({ parts }: Evidence) {
  return parts.flatMap(({ sentences }) => sentences.map(({ span }) => span))
}
