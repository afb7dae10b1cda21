import { describe, expect, it } from 'vitest'
import { emptyStory, type StoryBlock } from '../../../src/chat/document.ts'
import { sourceTypeOf } from '../../../src/chat/export/source-type.ts'

describe('how a text came about, in the terms of the IPTC', () => {
  it.each<[stories: readonly StoryBlock[], term: string | null]>([
    [[], null],
    [[story()], null],
    [[story('llm')], 'trainedAlgorithmicMedia'],
    [[story('rules'), story('rules')], 'algorithmicMedia'],
    [[story('llm'), story('rules')], 'compositeWithTrainedAlgorithmicMedia'],
    [[story('llm', true)], 'compositeWithTrainedAlgorithmicMedia'],
    [[story('rules', true)], 'compositeSynthetic'],
  ])('%#', (stories, term) => {
    expect(sourceTypeOf(stories)).toBe(term)
  })
})

function story(writer?: 'rules' | 'llm', isEdited = false): StoryBlock {
  const claim = {
    id: '1',
    speaker: 'Ida Rosen',
    act: null,
    manner: [],
    words: 'Nobody was hurt.',
    evidence: null,
    responses: [],
    isAdded: true,
  } as const
  return {
    kind: 'story',
    id: 's',
    number: null,
    headline: 'Ferry sails again',
    followUp: null,
    outlets: [],
    agreement: null,
    byline: '',
    ...emptyStory,
    links: [],
    claims: isEdited ? [claim] : [],
    ...(writer ? { writer } : {}),
  }
}
