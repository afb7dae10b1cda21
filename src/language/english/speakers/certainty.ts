import type { Span } from '../../../domain/article.ts'
import { speakerName } from '../../../domain/claim.ts'
import { countBefore } from '../../../text/ordered.ts'
import { type Gender, genderOf, isRole } from '../words/name-words.ts'
import { canSpeak } from '../words/speaking-nouns.ts'
import { type Context, mayBe, suitsPronoun } from './context.ts'

/** Whom a pronoun was taken to stand for, and where that one was named, described or meant last. */
interface Antecedent {
  readonly start: number
  readonly name: string
  /** Whether its sentence tells of it: a subject, or somebody who speaks there. */
  readonly isSubject: boolean
  /** What they said in the sentence where they were meant last. */
  readonly told: readonly Span[]
}

/** An unnamed person that a text brings in: “a nurse”, “one of the drivers”, “her son”, “Dunn's wife”. */
const introduced =
  /\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|\p{Lu}\p{L}+['’]s) (?:[\p{Ll}-]+ ){0,3}?(\p{Ll}+)\b/gu

/** What stands before words that only say more of somebody named already: “Ana Lind, now a teacher,” and “she was a baker”. */
const explains =
  /(?:\p{Lu}[\p{L}’'.-]*[)”]?\s*[,—–(]\s*(?:now|then|once|formerly|also|himself|herself)?|\b(?:is|was|are|were|be|been|being|became|become|as))\s*$/u

/**
 * Whether a “he” or “she” may stand for somebody else as well: for anybody who was spoken of since, or beside, the one who
 * is meant, and whose name or description does not rule it out.
 */
export function isUnsure(antecedent: Antecedent, gender: Gender, context: Context): boolean {
  const { text, start } = context
  const paragraph = paragraphStart(text, start)
  if (antecedent.isSubject) {
    const told = goesOn(antecedent, context) ? antecedent.told : []
    return othersBetween({ ...antecedent, told }, startOfSentence(context, antecedent.start), { gender, context })
  }
  const near = Math.min(paragraphStart(text, Math.max(0, paragraph - 3)), antecedent.start)
  return othersBetween(antecedent, near, { gender, context })
}

/** Whether anybody else is named or described from an offset on who may be meant. */
function othersBetween(
  { name, told }: Antecedent,
  from: number,
  { gender, context }: { readonly gender: Gender; readonly context: Context },
): boolean {
  const { people, heard, start, text } = context
  const isSince = (at: number) => from <= at && at < start && !told.some((span) => span.start <= at && at < span.end)
  return (
    people.mentions.some(
      (mention) =>
        isSince(mention.start) && mention.person.name !== name && suitsPronoun(mention.person, gender, context),
    ) ||
    // Who answers is often the one who was only named: “told the court that Lane had planned it. He denied that.”
    (context.denies ? people.unknown : people.ambiguous).some((mention) => isSince(mention.start)) ||
    heard.some(({ start: at, speaker }) => isSince(at) && mayBe(speaker, gender) && speakerName(speaker) !== name) ||
    introducesOther(withoutTold(text, { start: from, end: start }, told), { name, gender })
  )
}

/** A stretch with what was told in it left out, as blanks. */
function withoutTold(text: string, { start, end }: Span, told: readonly Span[]): string {
  let stretch = text.slice(start, end)
  for (const span of told) {
    const from = Math.max(0, span.start - start)
    const to = Math.max(from, Math.min(end, span.end) - start)
    stretch = `${stretch.slice(0, from)}${' '.repeat(to - from)}${stretch.slice(to)}`
  }
  return stretch
}

/**
 * “Cole said Price had lied. He said the dam would fail”: whoever told something goes on telling, in the next sentence of
 * the paragraph; but to deny, or to answer what was asked, is for the other.
 */
function goesOn({ start: at, told }: Antecedent, { sentences, start, text, denies }: Context): boolean {
  const before = sentences[countBefore(sentences, start + 1) - 2]?.start ?? start
  return told.length > 0 && !denies && at >= before && at > text.lastIndexOf('\n', start - 1)
}

function introducesOther(
  stretch: string,
  { name, gender }: { readonly name: string; readonly gender: Gender },
): boolean {
  return [...stretch.matchAll(introduced)].some(
    ({ 0: phrase, 1: noun = '', index }) =>
      isPerson(noun) &&
      (genderOf(noun) ?? gender) === gender &&
      !name.toLowerCase().includes(phrase.toLowerCase()) &&
      !explains.test(stretch.slice(Math.max(0, index - 30), index)),
  )
}

function isPerson(noun: string): boolean {
  return isRole(noun) && canSpeak(noun)
}

/** Where the sentence begins that an offset stands in. */
function startOfSentence({ sentences }: Context, offset: number): number {
  return Math.min(offset, sentences[countBefore(sentences, offset + 1) - 1]?.start ?? offset)
}

/** Where the paragraph begins that an offset stands in. */
function paragraphStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}
