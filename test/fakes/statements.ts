import { nameTokens } from '../../src/digest/statements/name-tokens.ts'
import { topicStems } from '../../src/digest/statements/statement-words.ts'
import { editionId } from '../../src/domain/digest.ts'
import type { IndexedStatement } from '../../src/domain/edition/statement.ts'
import { storyId } from '../../src/domain/story.ts'

/** A statement with these parts and default values for the rest, found under its own words. */
export function statement(parts: Partial<IndexedStatement> = {}): IndexedStatement {
  const { speaker = 'Ana Ruiz, mayor of Tarn', words = '“We had no choice.”' } = parts
  return {
    edition: editionId('edition-1'),
    story: storyId('story-1'),
    claim: '1.1',
    name: 'Ana Ruiz',
    speaker,
    words,
    goesOn: false,
    venue: null,
    outlet: 'Tarn Weekly',
    url: 'https://tarn.example/bridge',
    passage: words,
    answers: null,
    byline: 'written by rules, version 3',
    postedAt: '2026-11-24T08:00:00.000Z',
    corrected: null,
    withdrawn: null,
    who: nameTokens(speaker),
    about: topicStems(words, 'en'),
    ...parts,
  }
}
