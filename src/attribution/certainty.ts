import { speakerName } from '../domain/claim.ts'
import { type Context, isOnePerson, suitsPronoun } from './context.ts'
import { type Gender, isRole } from './name-words.ts'
import { countBefore } from './positions.ts'

/** Whom a pronoun was taken to stand for, and where that one was named, described or meant last. */
interface Antecedent {
  readonly start: number
  readonly name: string
  /** Whether its sentence tells of it: a subject, or somebody who speaks there. */
  readonly isSubject: boolean
}

/** An unnamed person that a text brings in: “a nurse”, “one of the drivers”. */
const introduced = /\b(?:an?|one|another) (?:[\p{Ll}-]+ ){0,3}?(\p{Ll}+)\b/gu

/** What stands before words that only say more of somebody named already: “Ana Lind, now a teacher,” and “she was a baker”. */
const explains =
  /(?:\p{Lu}[\p{L}’'.-]*[)”]?\s*[,—–(]\s*(?:now|then|once|formerly|also|himself|herself)?|\b(?:is|was|are|were|be|been|being|became|become|as))\s*$/u

/**
 * Whether a “he” or “she” may stand for somebody else as well. It is sure where the sentence before, in the same paragraph,
 * tells of the one who is meant; and where nobody else who may be meant has been spoken of since, or stands near.
 */
export function isUnsure(antecedent: Antecedent, gender: Gender, context: Context): boolean {
  const { text, start } = context
  const paragraph = paragraphStart(text, start)
  const before = sentenceBefore(context, paragraph)
  const isNear = antecedent.isSubject && antecedent.start >= before
  if (isNear) return context.people.ambiguous.some((mention) => before <= mention.start && mention.start < start)
  if (antecedent.isSubject) return othersBetween(antecedent, antecedent.start, { gender, context })
  const near = Math.min(paragraphStart(text, Math.max(0, paragraph - 3)), antecedent.start)
  return othersBetween(antecedent, near, { gender, context })
}

/** Whether anybody else is named or described from an offset on who may be meant. */
function othersBetween(
  { name }: Antecedent,
  from: number,
  { gender, context }: { readonly gender: Gender; readonly context: Context },
): boolean {
  const { people, heard, start, text } = context
  const isSince = (at: number) => from <= at && at < start
  return (
    people.mentions.some(
      (mention) =>
        isSince(mention.start) && mention.person.name !== name && suitsPronoun(mention.person, gender, context),
    ) ||
    people.ambiguous.some((mention) => isSince(mention.start)) ||
    heard.some(({ start: at, speaker }) => isSince(at) && isOnePerson(speaker) && speakerName(speaker) !== name) ||
    (!text.slice(0, start).endsWith(name) && introducesOther(text.slice(from, start), name))
  )
}

function introducesOther(stretch: string, name: string): boolean {
  return [...stretch.matchAll(introduced)].some(
    ({ 0: phrase, 1: noun = '', index }) =>
      isRole(noun) && !name.includes(phrase) && !explains.test(stretch.slice(Math.max(0, index - 30), index)),
  )
}

/** Where the sentence begins that stands before the one of the pronoun, in the same paragraph; its own where it is the first. */
function sentenceBefore({ sentences, start }: Context, paragraph: number): number {
  const own = countBefore(sentences, start + 1) - 1
  const before = sentences[own - 1]?.start ?? paragraph
  return Math.max(paragraph, before)
}

/** Where the paragraph begins that an offset stands in. */
function paragraphStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}
