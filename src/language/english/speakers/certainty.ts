import type { Span } from '../../../domain/article.ts'
import { speakerName } from '../../../domain/claim.ts'
import { countBefore } from '../../../text/ordered.ts'
import { namesOf, type Rule } from '../../rule.ts'
import { type Gender, genderOf, isRole } from '../words/name-words.ts'
import { canSpeak } from '../words/speaking-nouns.ts'
import { type Context, mayBe, suitsPronoun } from './context.ts'

/** Whom a pronoun was taken to stand for, and where they were last named, described or referred to. */
interface Antecedent {
  readonly start: number
  readonly name: string
  /** Whether it is a subject, or somebody who speaks there. */
  readonly isSubject: boolean
  /** What they said in the sentence where they were last referred to. */
  readonly stated: readonly Span[]
}

/** An unnamed person whom a text introduces: “a nurse”, “one of the drivers”, “her son”, “Dunn's wife”. */
const introduced =
  /\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|\p{Lu}\p{L}+['’]s) (?:[\p{Ll}-]+ ){0,3}?(\p{Ll}+)\b/gu

/** The text before words that only say more about somebody already named: “Ana Lind, now a teacher,” and “she was a baker”. */
const explains =
  /(?:\p{Lu}[\p{L}’'.-]*[)”]?\s*[,—–(]\s*(?:now|then|once|formerly|also|himself|herself)?|\b(?:is|was|are|were|be|been|being|became|become|as))\s*$/u

/** What may speak against a pronoun's antecedent: a stretch of the text, and who the pronoun after it is taken to mean. */
interface Since {
  readonly name: string
  readonly gender: Gender
  readonly context: Context
  /** The text between the two, without what the antecedent said there. */
  readonly stretch: string
  /** Whether a position lies in that stretch, and not in what they said. */
  readonly isSince: (at: number) => boolean
}

/**
 * Why a “he” or “she” may also stand for somebody else: for anybody referred to since, or
 * together with, the person who is meant, and not ruled out by their name or description.
 */
export function doubtsAbout(antecedent: Antecedent, gender: Gender, context: Context): string[] {
  const { text, start } = context
  const paragraph = paragraphStart(text, start)
  const beside = Math.min(paragraphStart(text, Math.max(0, paragraph - 3)), antecedent.start)
  const from = antecedent.isSubject ? startOfSentence(context, antecedent.start) : beside
  const keepsOn = goesOn(antecedent, context)
  const isOver = antecedent.isSubject && !keepsOn
  // “Ruiz said under questioning by her lawyer, Mary Lind. She said”: whoever else is in that sentence stands beside its speaker.
  const stated = isOver
    ? []
    : keepsOn
      ? [{ start: antecedent.start, end: sentenceEnd(context, antecedent.start) }]
      : antecedent.stated
  const isSince = (at: number) => from <= at && at < start && !stated.some((span) => span.start <= at && at < span.end)
  const stretch = withoutStated(text, { start: from, end: start }, stated)
  return namesOf(pronounDoubts, { name: antecedent.name, gender, context, stretch, isSince })
}

/** Who else may be meant by a “he” or “she”. */
export const pronounDoubts: readonly Rule<Since, true>[] = [
  {
    name: 'doubt: another person may be meant',
    example: 'Ana Ruiz met Mary Lind. She said that the dam was safe.',
    counterExample: 'Ana Ruiz met Tom Lind. She said that the dam was safe.',
    find: ({ name, gender, context, isSince }) =>
      context.people.mentions.some(
        ({ start, person }) => isSince(start) && person.name !== name && suitsPronoun(person, gender, context),
      ),
  },
  {
    name: 'doubt: a name that may be anybody’s',
    example: 'Ana Ruiz spoke first. Moss left early. She said that the dam was safe.',
    counterExample: 'Ana Ruiz spoke first and left early. She said that the dam was safe.',
    find: ({ context, isSince }) =>
      // The one who answers was often only named before: “told the court that Lane had planned it. He denied that.”
      (context.denies ? context.people.unknown : context.people.ambiguous).some(({ start }) => isSince(start)),
  },
  {
    name: 'doubt: an unnamed speaker may be meant',
    example: 'A teacher said that it was late, and Ana Ruiz said that it was early. She said that the dam was safe.',
    counterExample:
      'Two teachers said that it was late, and Ana Ruiz said that it was early. She said that the dam was safe.',
    find: ({ name, gender, context, isSince }) =>
      context.heard.some(
        ({ start, speaker }) => isSince(start) && mayBe(speaker, gender) && speakerName(speaker) !== name,
      ),
  },
  {
    name: 'doubt: somebody who was brought in may be meant',
    example: 'Ana Ruiz met a teacher. She said that the dam was safe.',
    counterExample: 'Ana Ruiz met two teachers. She said that the dam was safe.',
    find: ({ name, gender, stretch }) => introducesOther(stretch, { name, gender }),
  },
]

/** A stretch in which what was told is replaced by blanks. */
function withoutStated(text: string, { start, end }: Span, stated: readonly Span[]): string {
  let stretch = text.slice(start, end)
  for (const span of stated) {
    const from = Math.max(0, span.start - start)
    const to = Math.max(from, Math.min(end, span.end) - start)
    stretch = `${stretch.slice(0, from)}${' '.repeat(to - from)}${stretch.slice(to)}`
  }
  return stretch
}

/**
 * “Cole said Price had lied. He said the dam would fail”: whoever told something goes on telling, in the next
 * sentence of the paragraph; but a denial, or an answer to what was asked, comes from the other person.
 */
function goesOn({ start: at, stated }: Antecedent, { sentences, start, text, denies }: Context): boolean {
  const before = sentences[countBefore(sentences, start + 1) - 2]?.start ?? start
  return stated.length > 0 && !denies && at >= before && at > text.lastIndexOf('\n', start - 1)
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

/** Where the sentence that holds an offset begins. */
function startOfSentence({ sentences }: Context, offset: number): number {
  return Math.min(offset, sentences[countBefore(sentences, offset + 1) - 1]?.start ?? offset)
}

function sentenceEnd({ sentences }: Context, offset: number): number {
  return sentences[countBefore(sentences, offset + 1) - 1]?.end ?? offset
}

/** Where the paragraph that holds an offset begins. */
function paragraphStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}
