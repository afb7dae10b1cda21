import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderTerminal } from '../../src/adapters/terminal/render.ts'
import { styleFor } from '../../src/adapters/terminal/style.ts'
import type { CommandName } from '../../src/chat/commands/command.ts'
import { emptyOrder } from '../../src/chat/commands/order.ts'
import { jsonOf, type Reply } from '../../src/chat/commands/reply.ts'
import { runCommand } from '../../src/commands/run-command.ts'
import { demonstration, localWorkspace, type WorkspaceId, workspaceId } from '../../src/domain/subscription.ts'
import type { Asker } from '../../src/ports.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import type { Site } from '../fakes/site.ts'
import { type FakeSlack, startSlack } from '../fakes/slack.ts'
import { startTown } from '../fakes/town.ts'

let town: Site
let slack: FakeSlack
let newsroom: OpenedNewsroom
let feed: string

beforeAll(async () => {
  town = await startTown()
  slack = await startSlack()
  feed = town.url('/feed.xml')
  newsroom = await openTestNewsroom({
    ONRECORD_ALLOW_HOSTS: town.host,
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: 'xoxb-T1',
    ONRECORD_SECRET: 'a secret of thirty-two characters',
  })
})
afterAll(async () => {
  await newsroom.close()
  await slack.stop()
  await town.stop()
})

describe('the commands, by somebody who may', () => {
  const ask = async (name: CommandName, text: string) => await newsroom.ask(asker('T1'), name, text)

  it('follow a feed, look at one, list them and give them back', async () => {
    expect(words(await ask('feeds', `test ${town.url('/')}`))).toMatch(/Tarn Weekly.*1 entry; the newest is from /s)
    expect(words(await ask('feeds', 'list'))).toContain('No feeds yet. Add one: /feeds add')
    expect(words(await ask('feeds', `add ${town.url('/')}`))).toContain(`Added Tarn Weekly: ${feed}`)
    expect(jsonOf(await ask('feeds', `add ${feed}`))).toEqual({ added: null })
    expect(words(await ask('feeds', 'list'))).toBe(`Tarn Weekly: ${feed}`)
    expect(jsonOf(await ask('feeds', 'export'))).toMatchObject({ opml: expect.stringContaining(feed) as string })
    expect((await ask('feeds', `add ${town.url('/nothing')}`)).done).toBe(false)
  })

  it('set a digest, and say when it comes next', async () => {
    expect(words(await ask('digest', 'schedule weekdays 8:00 London'))).toMatch(
      /^“Morning digest” is set up in channel C\w+: weekdays at 08:00.*Next edition: \w{3} \d/,
    )
    expect((await ask('digest', 'schedule whenever')).done).toBe(false)
    const { nextRunAt } = (jsonOf(await ask('digest', 'list')) as { nextRunAt: string }[])[0] ?? { nextRunAt: '' }
    for (const line of ['list', 'status', 'schedule weekdays 8:00 London'])
      expect((await ask('digest', line)).document[0]).toMatchObject({
        text: expect.arrayContaining([expect.objectContaining({ at: nextRunAt })]) as unknown[],
      })
    expect(words(await ask('digest', 'pause'))).toContain('is paused')
    expect(words(await ask('digest', 'list'))).toContain('paused')
    expect(words(await ask('digest', 'resume'))).toContain('Next edition')
    expect(words(await ask('digest', 'status'))).toMatch(/next .*No edition has been due yet.*1 feed/s)
    expect((await ask('digest', 'pause until 2020-01-01')).done).toBe(false)
  })

  it('say which of several digests of a channel is meant, before anything is changed', async () => {
    const two = asker('T6')
    await newsroom.ask(two, 'digest', 'schedule "Noon" daily 12:00 London')
    await newsroom.ask(two, 'digest', 'schedule "Night" daily 22:00 London')
    const unnamed = await newsroom.ask(two, 'digest', 'schedule weekdays 9:00 London')
    expect(unnamed.done).toBe(false)
    expect(words(unnamed)).toMatch(/“Night”, “Noon”|“Noon”, “Night”/)
    expect(words(unnamed)).toContain('in quotation marks: /digest schedule "')
    const fresh = { ...emptyOrder, when: 'weekdays 9:00 London', fresh: true }
    const again = await command({ kind: 'schedule-digest', order: { ...fresh, digest: 'noon' } }, two)
    expect(words(again)).toBe(
      '! There’s already a digest with that name, and you can’t change it from here. Choose another name.',
    )
    expect((await command({ kind: 'schedule-digest', order: fresh }, two)).done).toBe(true)
    expect(
      (await newsroom.services.store.subscriptions.list(two.workspace.id)).map(({ name }) => name).toSorted(),
    ).toEqual(['Morning digest', 'Night', 'Noon'])
    const paused = await newsroom.ask(two, 'digest', 'pause "Noon" until tomorrow')
    expect(words(paused)).toMatch(/“Noon” is paused until \d{4}-/)
    expect(words(await newsroom.ask(two, 'digest', 'list'))).toMatch(/“Noon” in channel C\w*: every day at 12:00/)
    await newsroom.services.store.workspaces.erase(workspaceId('slack:T6'))
  })

  it('post what is new at once, tell where it stands, and never tell it again', async () => {
    const preview = await ask('digest', 'preview')
    expect(words(preview)).toContain('1 feed (of 1) will be read for the first time in a minute')
    expect(words(await ask('digest', 'now'))).toBe('“Morning digest” has been posted in channel C1.')
    await newsroom.settled()
    expect(slack.posted.map(({ text }) => text).join('\n')).toContain('Bridge over the Tarn closes')
    expect(words(await ask('digest', 'status'))).toMatch(/Last edition: .*posted/)
    const count = slack.posted.length
    expect(words(await ask('digest', 'now'))).toContain('Nothing new since')
    await newsroom.settled()
    expect(slack.posted).toHaveLength(count)
  })

  it('open a story, find what somebody said, and take a report to whoever made the digest', async () => {
    const { edition, story } = await told()
    const whole = await newsroom.ask(asker('T1'), 'claims', 'ruiz')
    expect(words(whole)).toMatch(/We had no choice/)
    expect(words(await newsroom.ask(asker('T1'), 'claims', 'ruis'))).toContain(
      'No statements by “ruis” on record here. Did you mean Ana Ruiz?',
    )
    expect(words(await command({ kind: 'show-story', story }))).toContain('the steel may have cracked in March')
    expect(jsonOf(await command({ kind: 'explain-edition', edition }))).toMatchObject({ stories: [{ reason: 'in' }] })
    const report = {
      kind: 'report-mistake',
      story,
      claim: '1',
      reason: 'altered',
      words: 'she said it otherwise',
    } as const
    expect(jsonOf(await command(report))).toEqual({ filed: true })
    expect(jsonOf(await command(report))).toEqual({ filed: false })
    const letter = slack.posted.find(({ channel }) => channel === 'U1')
    expect(JSON.stringify([letter?.text, letter?.blocks])).toMatch(
      /the quotation has been changed.*she said it otherwise/,
    )
  })
})

describe('the first feeds', () => {
  it('are a topic’s, or what somebody pastes, with what to do next', async () => {
    const fresh = asker('T5')
    const start = async (topics: readonly string[], list: string) =>
      await command({ kind: 'start-feeds', topics, list }, fresh)
    expect(words(await newsroom.ask(fresh, 'feeds', 'list'))).toContain('/feeds start <world | business')
    expect((await start([], ' ')).done).toBe(false)
    expect((await start(['constructor'], '')).done).toBe(false)
    expect(words(await start([], `${town.url('/')}\n${town.url('/nothing')}`))).toMatch(
      /Added Tarn Weekly.*No feed found/,
    )
    const world = await newsroom.ask(fresh, 'feeds', 'start world')
    expect(words(world)).toMatch(
      /^Following 4 feeds: BBC News, .*No digest is set up yet. Set one up: \/digest schedule/,
    )
    const opml =
      '<?xml version="1.0"?><opml version="2.0"><head/><body><outline type="rss" text="Own" xmlUrl="https://own.example/feed"/></body></opml>'
    expect(words(await start([], opml))).toContain('Added 1 feed')
    expect((await newsroom.services.store.feeds.list(workspaceId('slack:T5'))).length).toBe(6)
    await newsroom.services.store.workspaces.erase(workspaceId('slack:T5'))
  })
})

describe('a story that was told before', () => {
  it('comes again when somebody says something new, with that alone, and why is told', async () => {
    const gazette = await startTown(
      [
        {
          slug: 'tarn-bridge',
          headline: 'Bridge over the Tarn closes for twelve weeks',
          paragraphs: [
            'The bridge over the Tarn will close on Monday for twelve weeks while workers replace its bolts.',
            '“We had no choice,” said Ana Ruiz, the mayor of Tarn.',
            'Tomas Lind, a spokesman for the builder, denied that the bolts were made of weak steel.',
          ],
        },
      ],
      'Tarn Gazette',
    )
    const own = await openTestNewsroom({ ONRECORD_ALLOW_HOSTS: `${town.host},${gazette.host}` })
    const local: Asker = { ...asker('T1'), workspace: localWorkspace, channel: { platform: 'terminal', id: 'screen' } }
    await own.ask(local, 'feeds', `add ${town.url('/')}`)
    expect(words(await own.ask(local, 'digest', 'now'))).toContain('the steel may have cracked')
    await own.ask(local, 'feeds', `add ${gazette.url('/')}`)
    const again = await own.ask(local, 'digest', 'now')
    const [story] = again.document.filter((block) => block.kind === 'story')
    expect(story?.followUp).toMatchObject(['new since ', { label: expect.stringMatching(/^\w{3} \d/) as string }])
    expect(story?.claims.map(({ speaker, words: said }) => [speaker, said])).toEqual([
      [expect.stringContaining('Tomas Lind') as string, expect.stringMatching(/^denied that the bolts/) as string],
    ])
    expect(words(again)).toContain('new since')
    const { edition } = jsonOf(again) as { edition: string }
    const why = await runCommand({ kind: 'explain-edition', edition }, { asker: local, services: own.services })
    expect(words(why)).toContain('in, as a follow-up to edition')
    expect(words(await own.ask(local, 'digest', 'now'))).toContain('Nothing new since')
    await own.close()
    await gazette.stop()
  })
})

describe('the commands, by somebody who may not', () => {
  const guest: Asker = { ...asker('T1'), person: 'U9', mayManage: null }

  it.each([
    ['feeds', 'add https://elsewhere.example/feed'],
    ['feeds', 'remove https://elsewhere.example/feed'],
    ['digest', 'schedule daily 9:00'],
    ['digest', 'now'],
    ['digest', 'pause'],
    ['digest', 'delete'],
    ['digest', 'model off'],
  ] as const)('change nothing, and learn who may: %s %s', async (name, text) => {
    const { done, document } = await newsroom.ask(guest, name, text)
    expect([done, JSON.stringify(document)]).toEqual([
      false,
      expect.stringContaining('Only workspace admins') as string,
    ])
  })

  it('learn that a digest is not there, and not that they may not change it', async () => {
    const owner: Asker = { ...asker('T1'), mayManage: false }
    expect(words(await newsroom.ask(owner, 'digest', 'pause "Mornin digest"'))).toContain('There’s no digest called')
    const moved = {
      kind: 'schedule-digest',
      order: { ...emptyOrder, digest: 'Morning digest', channel: 'C92' },
    } as const
    expect(words(await command(moved, owner))).toContain('can set up a digest or move one there')
  })

  it('learn by name who may change a digest', async () => {
    const [digest] = await newsroom.services.store.subscriptions.list(workspaceId('slack:T1'))
    const refused = await newsroom.ask(guest, 'digest', 'pause')
    expect(refused.document).toEqual([
      {
        kind: 'alert',
        text: [
          'Only workspace admins, the channel’s creator or ',
          { person: digest?.owner, label: 'its owner' },
          ' can change “Morning digest”.',
        ],
      },
    ])
    expect(jsonOf(refused)).toMatchObject({ code: 'not-allowed' })
  })

  it('are refused no longer when Slack says that they manage it, and at once again when not', async () => {
    slack.admins.add('U9')
    expect((await newsroom.ask(guest, 'digest', 'pause')).done).toBe(true)
    expect((await newsroom.ask(guest, 'digest', 'resume')).done).toBe(true)
    slack.admins.delete('U9')
    expect((await newsroom.ask(guest, 'digest', 'pause')).done).toBe(false)
  })

  it('let who created a channel set its digest and add feeds, and no more', async () => {
    slack.creators.set('C9', 'U9')
    const maker: Asker = { ...guest, channel: { platform: 'slack', id: 'C9' } }
    for (const text of [
      'delete "Morning digest"',
      'pause "Morning digest"',
      'model off',
      'schedule "Morning digest" daily 10:00',
    ])
      expect((await newsroom.ask(maker, 'digest', text)).done).toBe(false)
    expect((await newsroom.ask(maker, 'feeds', `remove ${feed}`)).done).toBe(false)
    expect((await newsroom.ask(maker, 'feeds', `add ${feed}`)).done).toBe(true)
    expect(words(await newsroom.ask(maker, 'digest', 'schedule daily 10:00'))).toContain('“Morning digest 2” is set')
    const elsewhere = { kind: 'schedule-digest', order: { ...emptyOrder, channel: 'C7', when: 'daily 9:00' } } as const
    expect((await command(elsewhere, maker)).done).toBe(false)
    expect(
      (await newsroom.ask({ ...guest, channel: { platform: 'slack', id: 'C7' } }, 'digest', 'schedule daily 9:00'))
        .done,
    ).toBe(false)
    expect(words(await newsroom.ask(maker, 'digest', 'delete'))).toContain('Delete “Morning digest 2” in channel C9?')
    const deleted = { kind: 'delete-digest', digest: 'Morning digest 2' } as const
    expect(jsonOf(await command({ ...deleted, confirmed: true }, maker))).toEqual({ deleted: 'Morning digest 2' })
    expect((await command({ ...deleted, confirmed: true }, maker)).done).toBe(false)
  })

  /** Takes away the digests of a channel; returns how many there were. */
  const removed = async (channel: string) => {
    const { subscriptions } = newsroom.services.store
    const there = (await subscriptions.list(workspaceId('slack:T1'))).filter((each) => each.channel.id === channel)
    for (const { id } of there) await subscriptions.remove(id)
    return there.length
  }

  it('set a digest at the hours of whoever sets it, unless they say where', async () => {
    slack.zones.set('U31', 'Asia/Calcutta')
    const away: Asker = { ...asker('T1'), channel: { platform: 'slack', id: 'C31' }, person: 'U31' }
    expect(words(await newsroom.ask(away, 'digest', 'schedule weekdays 9:00'))).toContain('(Asia/Kolkata)')
    expect(words(await newsroom.ask(away, 'digest', 'schedule weekdays 9:00 Lima'))).toContain('(America/Lima)')
    expect(words(await newsroom.ask(away, 'digest', 'schedule weekdays 10:00'))).toContain('(America/Lima)')
    await removed('C31')
  })

  it.each([
    ['words: *', 'words'],
    ['not: !', 'not'],
    ['publishers: 99', 'publishers'],
    ['languages: klingon', 'filter'],
  ] as const)('say which part of a filter is wrong: %s', async (filter, field) => {
    const there: Asker = { ...asker('T1'), channel: { platform: 'slack', id: 'C34' } }
    const order = { ...emptyOrder, when: 'daily 9:00', filter: `words:; ${filter}` }
    expect(await command({ kind: 'schedule-digest', order }, there)).toMatchObject({ done: false, field })
  })

  it('take the feeds of a digest by outlet, several or all', async () => {
    const there: Asker = { ...asker('T1'), channel: { platform: 'slack', id: 'C35' } }
    const set = async (feeds: readonly string[]) =>
      await command({ kind: 'schedule-digest', order: { ...emptyOrder, when: 'daily 9:00', feeds } }, there)
    expect(words(await set(['tarn weekly']))).toContain('from Tarn Weekly.')
    expect(await set(['Tarn Weekly', 'Nowhere Post'])).toMatchObject({ done: false, field: 'feeds' })
    expect(words(await set([]))).toContain('from all feeds.')
    await removed('C35')
  })

  it('say all that was set', async () => {
    const order = { ...emptyOrder, when: 'daily 9:00', stories: 6, shape: 'thread', silent: true } as const
    const there: Asker = { ...asker('T1'), channel: { platform: 'slack', id: 'C32' } }
    expect(words(await command({ kind: 'schedule-digest', order }, there))).toContain(
      'Headlines, with the claims in a thread, for up to 6 stories from all feeds. Nobody is notified.',
    )
    await removed('C32')
  })

  it('set no digest where nothing could be posted, and say how it could', async () => {
    slack.absent.add('C33')
    const there: Asker = { ...asker('T1'), channel: { platform: 'slack', id: 'C33' } }
    const reply = await newsroom.ask(there, 'digest', 'schedule weekdays 9:00')
    expect(reply).toMatchObject({ done: false, code: 'not-posted', field: 'channel' })
    expect(words(reply)).toContain('invite it with /invite @Onrecord')
    slack.absent.delete('C33')
    expect((await newsroom.ask(there, 'digest', 'schedule weekdays 9:00')).done).toBe(true)
    slack.absent.add('C33')
    expect((await newsroom.ask(there, 'digest', 'schedule weekdays 10:00')).done).toBe(true)
    slack.absent.delete('C33')
    expect(await removed('C33')).toBe(1)
  })

  it('leave a digest where it is, and paused, when something else of it is changed', async () => {
    const elsewhere: Asker = { ...asker('T1'), channel: { platform: 'slack', id: 'C5' } }
    await newsroom.ask(asker('T1'), 'digest', 'pause')
    expect(words(await newsroom.ask(elsewhere, 'digest', 'schedule "Morning digest" daily 10:00'))).toContain(
      'It is paused.',
    )
    const [digest] = await newsroom.services.store.subscriptions.list(workspaceId('slack:T1'))
    expect(digest).toMatchObject({ channel: { id: 'C1' }, pause: { until: null }, nextRunAt: null })
    await newsroom.ask(asker('T1'), 'digest', 'resume')
  })

  it('let whoever made a digest change that one alone', async () => {
    const owner: Asker = { ...asker('T1'), mayManage: false }
    expect((await newsroom.ask(owner, 'digest', 'pause')).done).toBe(true)
    expect((await newsroom.ask(owner, 'digest', 'resume')).done).toBe(true)
    expect((await newsroom.ask(owner, 'feeds', `remove ${feed}`)).done).toBe(false)
  })

  it('let an admin of Slack change what is set from where there is no channel', async () => {
    const home: Asker = { ...guest, person: 'U8', channel: null }
    expect((await newsroom.ask(home, 'digest', 'pause')).done).toBe(false)
    slack.admins.add('U8')
    expect((await newsroom.ask(home, 'digest', 'pause')).done).toBe(true)
    expect((await newsroom.ask(home, 'digest', 'resume')).done).toBe(true)
    slack.admins.delete('U8')
  })

  it('let whom its owner names change it, and name nobody else', async () => {
    const owner: Asker = { ...asker('T1'), mayManage: false }
    const ana: Asker = { ...owner, person: 'U77' }
    expect((await newsroom.ask(ana, 'digest', 'pause')).done).toBe(false)
    expect(words(await newsroom.ask(owner, 'digest', 'let <@U77|ana>'))).toContain(
      'The person you named can now change “Morning digest”',
    )
    expect((await newsroom.ask(ana, 'digest', 'pause')).done).toBe(true)
    expect((await newsroom.ask(ana, 'digest', 'schedule weekdays 8:00 London')).done).toBe(true)
    expect((await newsroom.ask(ana, 'digest', 'resume')).done).toBe(true)
    expect((await newsroom.ask(ana, 'digest', 'let <@U78>')).done).toBe(false)
    expect((await newsroom.ask(ana, 'feeds', `remove ${feed}`)).done).toBe(false)
    expect((await newsroom.ask(owner, 'digest', 'unlet <@U77>')).done).toBe(true)
    expect((await newsroom.ask(ana, 'digest', 'pause')).done).toBe(false)
  })

  it('let who made a channel change its digest in the App Home, too, and nobody else there', async () => {
    slack.creators.set('C1', 'U55')
    const home = (person: string): Asker => ({ ...asker('T1'), channel: null, person, mayManage: null })
    const pause = { kind: 'pause-digest', digest: 'Morning digest', until: null } as const
    expect((await command(pause, home('U56'))).done).toBe(false)
    expect((await command(pause, home('U55'))).done).toBe(true)
    expect((await command({ kind: 'resume-digest', digest: 'Morning digest' }, home('U55'))).done).toBe(true)
  })
})

describe('two workspaces', () => {
  it('see and change nothing of each other, whatever they ask', async () => {
    const { edition, story } = await told()
    const stranger = asker('T2')
    await newsroom.services.store.workspaces.ensure(stranger.workspace)
    await newsroom.services.store.requests.keepAnswer('answer-1', workspaceId('slack:T1'), {
      document: [{ kind: 'note', text: 'theirs' }],
      now: newsroom.services.clock.now(),
    })
    const before = await stateOf(workspaceId('slack:T1'))
    const asked = [
      await newsroom.ask(stranger, 'feeds', 'list'),
      await newsroom.ask(stranger, 'feeds', 'export'),
      await newsroom.ask(stranger, 'feeds', `remove ${feed}`),
      await newsroom.ask(stranger, 'digest', 'list'),
      await newsroom.ask(stranger, 'digest', 'status'),
      await newsroom.ask(stranger, 'digest', 'status "Morning digest"'),
      await newsroom.ask(stranger, 'digest', 'now "Morning digest"'),
      await newsroom.ask(stranger, 'digest', 'preview "Morning digest"'),
      await newsroom.ask(stranger, 'digest', 'pause "Morning digest"'),
      await newsroom.ask(stranger, 'digest', 'resume "Morning digest"'),
      await newsroom.ask(stranger, 'digest', 'delete "Morning digest"'),
      await newsroom.ask(stranger, 'digest', 'usage'),
      await newsroom.ask(stranger, 'digest', 'model off'),
      await newsroom.ask(stranger, 'claims', 'ruiz'),
      await command({ kind: 'list-editions' }, stranger),
      await command({ kind: 'explain-edition', edition }, stranger),
      await command({ kind: 'show-story', story }, stranger),
      await command({ kind: 'show-answer', answer: 'answer-1' }, stranger),
      await command({ kind: 'report-mistake', story, claim: null, reason: 'slanted', words: '' }, stranger),
    ]
    const all = JSON.stringify(asked.map((each) => [each.document, jsonOf(each)]))
    for (const theirs of ['Tarn Weekly', 'Bridge over', 'no choice', 'theirs', '“Morning digest” is'])
      expect(all).not.toContain(theirs)
    expect(await stateOf(workspaceId('slack:T1'))).toEqual(before)
    expect((await command({ kind: 'show-answer', answer: 'answer-1' })).done).toBe(true)
    const archive = newsroom.archive('slack:T2')
    expect([await archive.editions(), await archive.story(story), await archive.evidence(story, '1')]).toEqual([
      [],
      undefined,
      undefined,
    ])
  })

  it('lose nothing by each other’s departure', async () => {
    const stranger = asker('T2')
    await newsroom.ask(stranger, 'feeds', `add ${feed}`)
    await newsroom.ask(stranger, 'digest', 'schedule daily 9:00')
    const before = await stateOf(workspaceId('slack:T1'))
    await newsroom.services.store.workspaces.erase(workspaceId('slack:T2'))
    expect(await stateOf(workspaceId('slack:T1'))).toEqual(before)
    expect(await stateOf(workspaceId('slack:T2'))).toEqual({ feeds: [], digests: [], editions: [] })
  })
})

describe('whoever sits at the computer', () => {
  it('sees the editions of every workspace, what became of each, and why', async () => {
    const { store } = newsroom.services
    const operator = { ...asker('T1'), workspace: localWorkspace, channel: newsroom.services.defaults.channel }
    const all = await store.measures.editions(50)
    const [edition] = all.filter(({ workspace }) => workspace === 'Team T1')
    if (!edition) throw new Error('no edition was made')
    const listed = await command({ kind: 'list-editions' }, operator)
    expect(words(listed)).toContain(`Team T1, “${edition.digest}”`)
    expect(words(listed)).toContain(edition.id)
    const why = await command({ kind: 'explain-edition', edition: edition.id }, operator)
    expect(why).toMatchObject({ done: true, data: { edition: edition.id, state: edition.state } })
  })
})

describe('digests that several people set at the same moment', () => {
  it('are as many as were told: each channel gets its own', async () => {
    const channels = ['C21', 'C22', 'C23', 'C24', 'C25', 'C26']
    const people = channels.map((id) => ({ ...asker('T9'), channel: { platform: 'slack' as const, id }, person: id }))
    const answers = await Promise.all(
      people.map(async (person) => await newsroom.ask(person, 'digest', 'schedule daily 9:00')),
    )
    expect(answers.filter(({ done }) => done)).toHaveLength(6)
    const digests = await newsroom.services.store.subscriptions.list(workspaceId('slack:T9'))
    expect(new Set(digests.map(({ channel }) => channel.id))).toEqual(new Set(channels))
    expect(digests).toHaveLength(6)
  })

  it('in one channel are one: whoever came second is told', async () => {
    const people = ['U31', 'U32', 'U33'].map((person) => ({ ...asker('T10'), person }))
    const answers = await Promise.all(
      people.map(async (person, at) => await newsroom.ask(person, 'digest', `schedule daily ${at + 7}:00`)),
    )
    expect(answers.filter(({ done }) => done)).toHaveLength(1)
    expect((await stateOf(workspaceId('slack:T10'))).digests).toHaveLength(1)
    const refusals = answers.filter(({ done }) => !done).map((answer) => words(answer))
    expect(refusals.every((each) => each.includes('at the same moment'))).toBe(true)
  })
})

describe('a first digest at this computer', () => {
  it('is the one that there is, and takes the place of the demonstration', async () => {
    const { services } = newsroom
    await services.store.workspaces.erase(localWorkspace.id)
    await services.store.workspaces.ensure(demonstration)
    await services.store.subscriptions.add(
      { ...services.defaults, workspace: demonstration.id, name: 'Shown' },
      services.clock.now(),
    )
    const here = {
      ...asker('T1'),
      workspace: demonstration,
      channel: services.defaults.channel,
    }
    const answer = await newsroom.ask(here, 'digest', 'schedule weekdays 8:00 London')
    expect(words(answer)).toContain('“Morning digest” is set up: weekdays at 08:00')
    expect(await stateOf(demonstration.id)).toEqual({ feeds: [], digests: [], editions: [] })
    expect((await stateOf(localWorkspace.id)).digests).toMatchObject([{ name: 'Morning digest' }])
  })
})

function asker(team: string): Asker {
  return {
    workspace: { id: workspaceId(`slack:${team}`), kind: 'slack', name: `Team ${team}` },
    channel: { platform: 'slack', id: 'C1' },
    person: 'U1',
    mayManage: true,
  }
}

async function command(given: Parameters<typeof runCommand>[0], by = asker('T1')): Promise<Reply> {
  return await runCommand(given, { asker: by, services: newsroom.services })
}

function words({ document }: Reply): string {
  return renderTerminal(document, styleFor({}, true)).replace(/\s+/g, ' ').trim()
}

/** An edition of the first workspace that went out, and the story that it tells. */
async function told(): Promise<{ edition: string; story: string }> {
  const [edition] = await newsroom.archive('slack:T1').editions()
  const story = edition?.document.find((block) => block.kind === 'story')
  if (!edition || !story) throw new Error('no edition went out')
  return { edition: edition.id, story: story.id }
}

async function stateOf(workspace: WorkspaceId) {
  const { store } = newsroom.services
  return {
    feeds: (await store.feeds.list(workspace)).map(({ url }) => url),
    digests: (await store.subscriptions.list(workspace)).map(({ name, pause, nextRunAt }) => ({
      name,
      pause,
      nextRunAt,
    })),
    editions: (await store.editions.posted(workspace, 9)).map(({ id }) => id),
  }
}
