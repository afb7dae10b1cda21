import { attribute } from '../../src/attribution/attribute.ts'
import type { Speaker } from '../../src/domain/claim.ts'
import { grammarFor } from '../../src/language/grammars.ts'

/** The speakers of an English text, in order; null where nobody is named. */
export function foundSpeakers(text: string): (Speaker | null)[] {
  return attribute(text, grammarFor('en')).map(({ speaker }) => speaker)
}
