import type { Span } from '../../../domain/article.ts'
import { speakerName } from '../../../domain/claim.ts'
import { countBefore } from '../../../text/ordered.ts'
import type { Gender } from '../../gender.ts'
import { namesOf, type Rule } from '../../rule.ts'
import { isContent } from '../words/function-words.ts'
import { genderOf, isRole } from '../words/name-words.ts'
import { canSpeak } from '../words/speaking-nouns.ts'
import { type Context, mayBe, suitsPronoun } from './context.ts'

/** The person that a pronoun is taken to mean, and where they were last named, described or referred to. */
interface Antecedent {
  readonly start: number
  readonly name: string
  /** True if they are a subject, or a speaker, there. */
  readonly isSubject: boolean
  /** The spans of their words in the sentence where they were last referred to. */
  readonly stated: readonly Span[]
}

/** An unnamed person whom a text introduces: “a nurse”, “one of the drivers”, “her son”, “Dunn's wife”. */
const introduced =
  /\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|\p{Lu}\p{L}+['’]s) ((?:[\p{Ll}-]+ ){0,3}\p{Ll}+)\b/gu

/** The text before words that only describe someone already named: “Ana Lind, now a teacher,” and “she was a baker”. */
const explains =
  /(?:\p{Lu}[\p{L}’'.-]*[)”]?\s*[,—–(]\s*(?:now|then|once|formerly|also|himself|herself)?|\b(?:is|was|are|were|be|been|being|became|become|as))\s*$/u

/** The text before somebody whom a sentence that begins with a place or “it” brings in: “Among them was a nurse”. */
const bringsIn =
  /(?:^|[.!?]["”]?\s+|\n)(?:among|at|behind|beside|in|inside|it|near|next|on|opposite|outside|there|with)\b[^.!?\n]* (?:is|was|were) $/iu

/** Evidence against a pronoun's antecedent: the text before the pronoun, and who it is taken to mean. */
interface Since {
  readonly name: string
  readonly gender: Gender
  readonly context: Context
  /** The text between antecedent and pronoun, without the antecedent's words there. */
  readonly stretch: string
  /** Returns true if a position is in that stretch, and not in the antecedent's words. */
  readonly isSince: (at: number) => boolean
}

/**
 * Returns reasons why a “he” or “she” may mean someone else: anyone mentioned since, or together with, the person who
 * is meant, unless their name or description rules them out.
 */
export function doubtsAbout(antecedent: Antecedent, gender: Gender, context: Context): string[] {
  const { text, start } = context
  const paragraph = paragraphStart(text, start)
  const beside = Math.min(paragraphStart(text, Math.max(0, paragraph - 3)), antecedent.start)
  const from = antecedent.isSubject ? startOfSentence(context, antecedent.start) : beside
  const keepsOn = goesOn(antecedent, context)
  const isOver = antecedent.isSubject && !keepsOn
  // “Ruiz said under questioning by her lawyer, Mary Lind. She said”: others in that sentence may be meant too.
  const stated = isOver
    ? []
    : keepsOn
      ? [{ start: antecedent.start, end: sentenceEnd(context, antecedent.start) }]
      : antecedent.stated
  const isSince = (at: number) => from <= at && at < start && !stated.some((span) => span.start <= at && at < span.end)
  const stretch = withoutStated(text, { start: from, end: start }, stated)
  return namesOf(pronounDoubts, { name: antecedent.name, gender, context, stretch, isSince })
}

/** Reasons why a “he” or “she” may mean someone else. */
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

/** Returns a stretch of text with the reported words replaced by blanks. */
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
 * “Cole said Price had lied. He said the dam would fail”: a speaker usually continues in the next sentence of the
 * paragraph; but a denial, or an answer to a question, comes from the other person.
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
    ({ 0: phrase, 1: words = '', index }) =>
      headsOf(words).some((noun) => isPerson(noun) && (genderOf(noun) ?? gender) === gender) &&
      !name.toLowerCase().includes(phrase.toLowerCase()) &&
      (bringsIn.test(stretch.slice(0, index)) || !explains.test(stretch.slice(Math.max(0, index - 30), index))),
  )
}

/** The words of a noun phrase up to the first that cannot be of it: “belt”, “operator” for “belt operator of the”. */
function headsOf(words: string): string[] {
  const all = words.split(' ')
  const end = all.findIndex((word, at) => at > 0 && !isContent(word))
  return end < 0 ? all : all.slice(0, end)
}

function isPerson(noun: string): boolean {
  return isRole(noun) && canSpeak(noun)
}

/** Returns the start of the sentence that contains an offset. */
function startOfSentence({ sentences }: Context, offset: number): number {
  return Math.min(offset, sentences[countBefore(sentences, offset + 1) - 1]?.start ?? offset)
}

function sentenceEnd({ sentences }: Context, offset: number): number {
  return sentences[countBefore(sentences, offset + 1) - 1]?.end ?? offset
}

/** Returns the start of the paragraph that contains an offset. */
function paragraphStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}
