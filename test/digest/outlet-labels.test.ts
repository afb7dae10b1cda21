import { expect, it } from 'vitest'
import { withAllLabels } from '../../src/digest/outlet-labels.ts'
import { storyBlock } from '../fakes/documents.ts'

const labels = new Map([
  ['daily rumour', 'satire'],
  ['gazette.example', 'state-controlled'],
])
const shown = (outlet: string, url: string | null) => {
  const [story] = withAllLabels([storyBlock({ outlets: [{ outlet, url, published: null }] })], labels)
  return story?.kind === 'story' ? story.outlets[0]?.outlet : undefined
}

it.each([
  ['Daily Rumour', 'https://rumour.example/1', 'Daily Rumour (satire)'],
  ['Gazette', 'https://www.gazette.example/1', 'Gazette (state-controlled)'],
  ['Gazette', 'https://notgazette.example/1', 'Gazette'],
  ['Gazette', null, 'Gazette'],
])('labels %s at %s', (outlet, url, expected) => {
  expect(shown(outlet, url)).toBe(expected)
})
