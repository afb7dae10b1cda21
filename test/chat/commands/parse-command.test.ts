import { describe, expect, it } from 'vitest'
import { type CommandName, commandNames } from '../../../src/chat/commands/command.ts'
import { usageOf } from '../../../src/chat/commands/menu.ts'
import { emptyOrder } from '../../../src/chat/commands/order.ts'
import { parseCommand } from '../../../src/chat/commands/parse-command.ts'
import { menu } from '../../../src/commands/menu.ts'

describe('words that leave something open', () => {
  it.each([
    ['feeds', 'add', 'feeds'],
    ['feeds', 'start', 'feeds'],
    ['digest', 'schedule', 'schedule'],
  ] as const)('are for a form to ask: %s %s', (name, words, form) => {
    expect(parseCommand(menu, { name, text: words })).toEqual({ kind: 'form', form })
  })
})

describe('what people type after a slash command', () => {
  it.each<[CommandName, string, object]>([
    [
      'summarize',
      '<https://t.example/a|t.example>',
      { kind: 'summarize', material: { kind: 'given', text: 'https://t.example/a' }, all: false },
    ],
    ['summarize', '', { kind: 'help', topic: 'summarize' }],
    ['claims', 'Ana Ruiz', { kind: 'show-claims', speaker: 'Ana Ruiz' }],
    ['feeds', '', { kind: 'list-feeds' }],
    ['feeds', 'add <https://t.example/feed>', { kind: 'add-feed', url: 'https://t.example/feed' }],
    ['feeds', 'ADD t.example', { kind: 'add-feed', url: 'https://t.example' }],
    ['feeds', 'https://t.example', { kind: 'add-feed', url: 'https://t.example' }],
    ['feeds', 'rm t.example/feed', { kind: 'remove-feed', url: 'https://t.example/feed' }],
    ['feeds', 'test t.example', { kind: 'test-feed', url: 'https://t.example' }],
    ['digest', 'now', { kind: 'digest-now', digest: null }],
    ['digest', '', { kind: 'preview-digest', digest: null }],
    ['digest', 'pause "Evening digest"', { kind: 'pause-digest', digest: 'Evening digest', until: null }],
    [
      'digest',
      'pause until 2026-12-31 Evening digest',
      { kind: 'pause-digest', digest: 'Evening digest', until: '2026-12-31' },
    ],
    [
      'digest',
      'schedule weekdays 8:00 London',
      { kind: 'schedule-digest', order: { ...emptyOrder, when: 'weekdays 8:00 London' } },
    ],
    [
      'digest',
      'schedule “Noon” daily 12:00',
      { kind: 'schedule-digest', order: { ...emptyOrder, digest: 'Noon', when: 'daily 12:00' } },
    ],
    ['digest', 'pause until Friday', { kind: 'pause-digest', digest: null, until: 'fri' }],
    ['digest', 'pause "Noon" until tomorrow', { kind: 'pause-digest', digest: 'Noon', until: '+1' }],
    ['digest', 'pause for two weeks', { kind: 'pause-digest', digest: null, until: '+14' }],
    [
      'digest',
      'schedule weekdays 8:00 London in <#C99|news>',
      { kind: 'schedule-digest', order: { ...emptyOrder, when: 'weekdays 8:00 London', channel: 'C99' } },
    ],
    [
      'feeds',
      'add a.example <https://b.example/feed>',
      { kind: 'start-feeds', topics: [], list: 'a.example\nhttps://b.example/feed' },
    ],
    ['claims', '"Ana Ruiz"', { kind: 'show-claims', speaker: 'Ana Ruiz' }],
    ['claims', 'Ruiz about the bridge', { kind: 'show-claims', speaker: 'Ruiz', about: 'the bridge' }],
    [
      'claims',
      'Ana Ruiz, about: bridge, outlet: River Post since 2026-03 until 2026-04-02',
      {
        kind: 'show-claims',
        speaker: 'Ana Ruiz',
        about: 'bridge',
        outlet: 'River Post',
        since: '2026-03',
        until: '2026-04-02',
      },
    ],
    ['digest', 'model off', { kind: 'allow-model', allowed: false }],
    ['digest', 'help', { kind: 'help', topic: 'digest' }],
  ])('%s %s', (name, text, command) => {
    expect(parseCommand(menu, { name, text })).toEqual({ kind: 'command', command })
  })

  it('writes commands as they are written there', () => {
    expect(parseCommand(menu, { name: 'feeds', text: 'test', mark: '/news-' })).toEqual({
      kind: 'unclear',
      reason: 'Give the address of a feed or a site: /news-feeds test example.org',
    })
    for (const name of commandNames)
      for (const line of usageOf(menu, name, '/news-')) expect(line.replaceAll('/news-', '')).not.toMatch(/[/]/)
    expect(usageOf(menu, 'digest', '/news-').join('\n')).not.toMatch(/(?<![/-])\bdigest (?:now|pause|list|schedule)/)
  })

  it('opens a form where a schedule is asked for without words', () => {
    expect(parseCommand(menu, { name: 'digest', text: 'schedule' })).toEqual({ kind: 'form', form: 'schedule' })
    expect(parseCommand(menu, { name: 'digest', text: 'schedule "Noon"' })).toEqual({
      kind: 'form',
      form: 'schedule',
      digest: 'Noon',
    })
  })

  it.each<[CommandName, string, RegExp]>([
    ['digest', 'dance', /^“dance” isn’t something \/digest can do. To see what it can do: \/digest help$/],
    ['digest', 'shedule weekdays', /Did you mean \/digest schedule\?/],
    ['digest', 'lett @ana', /Did you mean \/digest grant\?/],
    ['feeds', 'lsit', /Did you mean \/feeds list\?/],
    ['feeds', 'add two words', /^Give the addresses of feeds or sites: \/feeds add/],
    ['digest', 'pause until someday', /^Say until when: \/digest pause until friday/],
    ['digest', 'model maybe', /model on, or/],
  ])('says what would be right: %s %s', (name, text, reason) => {
    expect(parseCommand(menu, { name, text })).toMatchObject({
      kind: 'unclear',
      reason: expect.stringMatching(reason) as string,
    })
  })

  it('never throws', () => {
    for (const name of commandNames)
      for (const text of ['<', '"', '\u0000', 'x'.repeat(10_000), '<https://', 'schedule "', '\u202E now'])
        expect(parseCommand(menu, { name, text }).kind).toMatch(/command|form|unclear/)
  })
})

describe('a watch', () => {
  const order = { ...emptyOrder, stories: 5, minimum: 1 }
  it.each<[string, object]>([
    ['dam', { fresh: true, digest: 'Watch: dam', when: 'at once', filter: 'words: dam; publishers: 2' }],
    [
      '"Floods" dam, flood*; publishers: 3; quiet 22:00-7:00 London; 3 a day; tell <#C9|desk>',
      {
        digest: 'Floods',
        when: 'at once quiet 22:00-7:00 London 3 a day',
        filter: 'words: dam, flood*; publishers: 3',
        channel: 'C9',
      },
    ],
    [
      'not: football; outlets: River Post',
      {
        fresh: true,
        digest: 'Watch: not: football, outlets: River Post',
        when: 'at once',
        filter: 'not: football; outlets: River Post; publishers: 2',
      },
    ],
  ])('typed as “%s” says what to look for and when to tell', (words, expected) => {
    expect(parseCommand(menu, { name: 'digest', text: `watch ${words}` })).toEqual({
      kind: 'command',
      command: { kind: 'schedule-digest', order: { ...order, ...expected } },
    })
  })

  it('has everything behind its first words read as filter or schedule, which say what they do not know', () => {
    expect(parseCommand(menu, { name: 'digest', text: 'watch quiet quitting; London; mon-fri' })).toMatchObject({
      command: { order: { when: 'at once London mon-fri', filter: 'words: quiet quitting; publishers: 2' } },
    })
  })

  it('of nothing is asked what it is for', () => {
    expect(parseCommand(menu, { name: 'digest', text: 'watch ; 3 a day' })).toMatchObject({ kind: 'unclear' })
  })
})
