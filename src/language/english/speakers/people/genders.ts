import type { Token } from '../../../../text/tokens.ts'
import type { Gender } from '../../../gender.ts'

/** A sentence, and the surnames in it, each with its offset. */
export interface NamedSentence {
  readonly tokens: readonly Token[]
  readonly named: readonly { readonly surname: string; readonly start: number }[]
}

/**
 * Learns genders that names do not show from a text's pronouns: "Stroud said she would not resign". Counts only
 * sentences that name one person, and the next sentence if it begins with the pronoun and names nobody.
 */
export function inferGenders(sentences: readonly NamedSentence[]): ReadonlyMap<string, Gender> {
  const votes = new Map<string, { female: number; male: number }>()
  sentences.forEach(({ tokens, named }, at) => {
    const [first] = named
    if (!first || named.some(({ surname }) => surname !== first.surname)) return
    const vote = votes.get(first.surname) ?? { female: 0, male: 0 }
    votes.set(first.surname, vote)
    const next = sentences[at + 1]
    const behind = tokens.filter(({ start }) => start > first.start)
    const pronouns = next?.named.length === 0 ? [...behind, ...next.tokens.slice(0, 1)] : behind
    for (const { lower } of pronouns) {
      const gender = genderOfPronoun(lower)
      if (gender) vote[gender] += 1
    }
  })
  return new Map([...votes].flatMap(([surname, { female, male }]) => decide(surname, female, male)))
}

function decide(surname: string, female: number, male: number): [string, Gender][] {
  if (female === male) return []
  return [[surname, female > male ? 'female' : 'male']]
}

/**
 * Counts only subjects and reflexives: “Orrell accused her” is about someone else; a subject is more often the person
 * just named.
 */
function genderOfPronoun(word: string): Gender | undefined {
  if (/^(?:she|herself)$/.test(word)) return 'female'
  return /^(?:he|himself)$/.test(word) ? 'male' : undefined
}
