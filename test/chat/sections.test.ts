import { describe, expect, it } from 'vitest'
import { storyBoxes } from '../../src/adapters/discord/outbound/story.ts'
import { renderSlack } from '../../src/adapters/slack/outbound/render.ts'
import { renderTerminal } from '../../src/adapters/terminal/render.ts'
import { styleFor } from '../../src/adapters/terminal/style.ts'
import { emptyStory } from '../../src/chat/document.ts'
import { sectionsOf } from '../../src/chat/sections.ts'
import { storyBlock } from '../fakes/documents.ts'

const story = storyBlock({
  claims: [],
  unknown: [{ id: null, words: 'Nobody knows when it opens again.', mark: '1', evidence: null }],
  silences: ['Gatemaker Ltd declined to comment.'],
  unanswered: ['The builder'],
  background: [
    { title: 'Context', sentences: [{ id: null, words: 'It was built in 1904.', mark: '2', evidence: null }] },
  ],
})

describe('the sections of a story', () => {
  it('come in one order, each with its title and none of them empty', () => {
    expect(sectionsOf(story).map(({ kind, title }) => [kind, title])).toEqual([
      ['sentences', 'Not known'],
      ['lines', 'No comment'],
      ['lines', 'No response on record'],
      ['background', 'Context'],
    ])
    expect(sectionsOf({ ...story, ...emptyStory, unknown: [], background: [] })).toEqual([])
  })

  it.each([
    ['Slack', () => JSON.stringify(renderSlack([story], 'whole'))],
    ['Discord', () => JSON.stringify(storyBoxes(story))],
    ['a terminal', () => renderTerminal([story], styleFor({ columns: 100 }, true)).toLowerCase()],
  ] as const)('never list whoever is accused among those who declined, on %s', (_, render) => {
    const shown = render().toLowerCase()
    const places = ['no comment', 'gatemaker', 'no response on record', 'is accused'].map((words) =>
      shown.indexOf(words),
    )
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })
})
