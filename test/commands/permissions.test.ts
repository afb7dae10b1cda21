import { describe, expect, it } from 'vitest'
import { registry } from '../../src/commands/registry.ts'

/** Commands that everybody may give: they change nothing for others. */
const forEveryone = [
  'digest-status',
  'explain-digests',
  'explain-edition',
  'explain-story',
  'export-edition',
  'export-feeds',
  'help',
  'list-corrections',
  'list-digests',
  'list-editions',
  'list-feeds',
  // Shows only reports that the asker may settle.
  'list-reports',
  'preview-digest',
  'report-mistake',
  'show-answer',
  'show-claims',
  'show-evidence',
  'show-story',
  'show-usage',
  'summarize',
  'test-feed',
]

describe('who may give a command', () => {
  it('is everybody only where it changes nothing for others', () => {
    const open = Object.entries(registry).flatMap(([kind, { permission }]) => (permission === 'everyone' ? [kind] : []))
    expect(open.toSorted()).toEqual(forEveryone)
  })

  it('is the editors alone for what a digest’s editors decide, not whoever manages the workspace', () => {
    const theirs = Object.entries(registry).flatMap(([kind, { permission }]) =>
      permission === 'editors' ? [kind] : [],
    )
    expect(theirs.toSorted()).toEqual([
      'change-part',
      'decide-edition',
      'edit-story',
      'judge-story',
      'move-story',
      'show-desk',
      'show-draft',
    ])
  })

  it('is whoever manages the channel for feeds that are added, and the workspace for those that are removed', () => {
    for (const kind of ['add-feed', 'start-feeds', 'import-feeds'] as const)
      expect(registry[kind].permission).toBe('channel')
    expect(registry['remove-feed'].permission).toBe('workspace')
    expect(registry['allow-model'].permission).toBe('workspace')
    expect(registry['name-manager'].permission).toBe('digest-owner')
  })

  it('is limited in number where it sets a writer going, or where anybody may have a page fetched', () => {
    const costly = Object.entries(registry).flatMap(([kind, { isCostly }]) => (isCostly ? [kind] : []))
    expect(costly.toSorted()).toEqual(['digest-now', 'preview-digest', 'summarize', 'test-feed'])
  })
})
