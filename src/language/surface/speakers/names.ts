import type { Names } from '../../grammar.ts'
import { sameName } from './same-name.ts'
import type { SpeakerWords } from './words.ts'

/** How the names that a brief prints are compared with those in a text. */
export function surfaceNames(
  words: SpeakerWords,
): Pick<Names, 'isPronoun' | 'sameSpeaker' | 'isDescription' | 'isMentioned' | 'isNamedSide' | 'namesSide'> {
  const pronouns = new Set([...words.pronouns.keys(), ...words.echoes, ...words.relatives])
  const hasLastWordOf = (text: string, name: string) => text.includes(name.split(' ').at(-1) ?? name)
  return {
    isPronoun: (mention) => pronouns.has(mention.toLowerCase()),
    sameSpeaker: (one, other) => sameName(one, other, words),
    isDescription: (name) => words.indefinite.has(name.split(' ')[0]?.toLowerCase() ?? ''),
    isMentioned: (speaker, text) => hasLastWordOf(text, speaker),
    isNamedSide: (name) => /\p{Lu}/u.test(name),
    namesSide: hasLastWordOf,
  }
}
