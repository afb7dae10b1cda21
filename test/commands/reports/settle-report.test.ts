import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command, CommandKind } from '../../../src/chat/commands/command.ts'
import type { Reply } from '../../../src/chat/commands/reply.ts'
import type { StoryBlock } from '../../../src/chat/document.ts'
import { plainWords } from '../../../src/chat/rich-text.ts'
import { tellOwners } from '../../../src/commands/reports/tell-owners.ts'
import { runCommand } from '../../../src/commands/run-command.ts'
import type { Subscription } from '../../../src/domain/subscription.ts'
import type { Asker } from '../../../src/ports.ts'
import { composeEdition } from '../../../src/publishing/compose-edition.ts'
import { type CorrectedPaper, startCorrectedPaper } from '../../fakes/corrected-paper.ts'
import { bridgeArticle, millArticle as mill } from '../../fakes/town.ts'

describe('a report of a mistake', () => {
  let paper: CorrectedPaper
  let morning: Subscription
  let evening: Subscription
  let twice: { readonly story: string; readonly report: string }

  beforeAll(async () => {
    paper = await startCorrectedPaper([bridgeArticle, mill])
    morning = await paper.post('C1', 'slack')
    evening = await paper.post('C2', 'slack')
  })
  afterAll(async () => await paper.stop())

  const asker = (person: string, mayManage: boolean | null = false): Asker => ({
    workspace: { id: morning.workspace, kind: 'slack', name: 'Team' },
    channel: { platform: 'slack', id: 'C1' },
    person,
    mayManage,
  })
  const give = async <Kind extends CommandKind>(command: Command<Kind>, by = asker('U1')): Promise<Reply<Kind>> =>
    await runCommand(command, { asker: by, services: paper.services })
  const report = async (slug: string, claim: string | null, words = '') => {
    const story = (await paper.story(morning, slug)).id
    return await give({ kind: 'report-mistake', story, claim, reason: 'misattributed', words }, asker('U7'))
  }
  const said = (reply: Reply) =>
    reply.document.map((block) => ('text' in block ? plainWords(block.text) : '')).join('\n')
  const told = ({ claims }: StoryBlock) => claims.map(({ speaker, words }) => `${speaker}: ${words}`)
  const lettersTo = (person: string) =>
    paper.slack.posted.filter(({ channel }) => channel === person).map(({ blocks }) => JSON.stringify(blocks))
  const open = async () => {
    const listed = await give({ kind: 'list-reports' })
    return listed.done ? listed.data.reports : []
  }

  it('that is accepted takes the claim out of every post, with a note, and its reporter hears so', async () => {
    const [claim] = (await paper.story(morning, 'mill')).claims
    await report('mill', claim?.id ?? '', 'It was his deputy.')
    expect(lettersTo('U1')).toHaveLength(1)
    const { id: inMill } = await paper.story(morning, 'mill')
    const second = {
      kind: 'report-mistake',
      story: inMill,
      claim: claim?.id ?? '',
      reason: 'altered',
      words: '',
    } as const
    await give(second, asker('U8'))
    twice = {
      story: inMill,
      report: (await open()).find(({ wrong }) => wrong.startsWith('The quotation'))?.report ?? '',
    }
    expect(lettersTo('U1')[0]).toContain('settle-accept')
    const [filed] = await open()
    expect(filed).toMatchObject({
      claim: 'Par Holm, leader of the union: “We fought for every job”',
      words: 'It was his deputy.',
    })
    const settled = await give({
      kind: 'settle-report',
      report: filed?.report ?? '',
      isAccepted: true,
      words: 'his deputy said it',
    })
    expect(said(settled)).toBe('Report accepted: 2 posts changed.')
    for (const digest of [morning, evening]) {
      const story = await paper.story(digest, 'mill')
      expect(told(story)).toEqual([])
      expect(story.withheld).toEqual([])
      expect((story.corrections ?? []).map((line) => line.replace(/^.*?, /, ''))).toEqual([
        'by an editor: his deputy said it. Taken out: Par Holm, leader of the union: “We fought for every job.”',
      ])
    }
    expect(paper.slack.posted.filter(({ thread }) => thread !== null)).toHaveLength(2)
    expect(lettersTo('U7').join()).toContain('They wrote: his deputy said it')
    expect((await open()).map(({ report: id }) => id)).toEqual([twice.report])
  })

  it('for the second time takes nothing else out', async () => {
    const before = await paper.story(morning, 'mill')
    const { story } = twice
    const settled = await give({ kind: 'settle-report', report: twice.report, isAccepted: true, words: '' })
    expect(said(settled)).toBe('Report accepted. No post says it any more, and none will again.')
    expect(story).toBe(before.id)
    expect(await paper.story(morning, 'mill')).toEqual(before)
    expect(lettersTo('U8').join()).toContain('No post says it any more.')
  })

  it('and what it took out comes nowhere again', async () => {
    const { id: story } = await paper.story(morning, 'mill')
    const shown = await give({ kind: 'show-story', story })
    expect(JSON.stringify(shown)).not.toContain('Par Holm')
    const third = { ...morning, id: 'another' as Subscription['id'], name: 'Night' }
    const composed = await composeEdition(third, new Date().toISOString(), paper.services)
    expect(JSON.stringify(composed?.document)).toContain('Ana Ruiz')
    expect(JSON.stringify(composed?.document)).not.toContain('Par Holm')
  })

  it('that is dismissed changes nothing, and its reporter hears so', async () => {
    const before = await paper.story(morning, 'bridge')
    await report('bridge', null, 'I don’t like it.')
    const [filed] = await open()
    const id = filed?.report ?? ''
    expect(said(await give({ kind: 'settle-report', report: id, isAccepted: false, words: '' }))).toBe(
      'Report dismissed.',
    )
    expect(await paper.story(morning, 'bridge')).toEqual(before)
    expect(lettersTo('U7').at(-1)).toContain('The posts stay as they are')
    const again = await give({ kind: 'settle-report', report: id, isAccepted: true, words: '' })
    expect(said(again)).toContain('dismissed already')
  })

  it('can be settled only by those who may change every digest that posted it', async () => {
    await report('bridge', null, 'Again.')
    const [filed] = await open()
    const settle = { kind: 'settle-report', report: filed?.report ?? '', isAccepted: true, words: '' } as const
    expect((await give(settle, asker('U7'))).done).toBe(false)
    const listed = await give({ kind: 'list-reports' }, asker('U7'))
    expect(listed.done && listed.data.reports).toEqual([])
    expect(await open()).toHaveLength(1)
  })

  it('reaches its owner later if Slack refuses it now, and once', async () => {
    const before = lettersTo('U1').length
    paper.slack.decide = (method, { channel }) =>
      method === 'chat.postMessage' && channel === 'U1' ? { kind: 'error', error: 'fatal_error' } : undefined
    expect(said(await report('bridge', null, 'A third time.'))).toContain('could not be reached')
    expect(await tellOwners(paper.services)).toBe(0)
    paper.slack.decide = () => undefined
    await paper.pass(2)
    expect(await tellOwners(paper.services)).toBe(1)
    await paper.pass(2)
    expect(await tellOwners(paper.services)).toBe(0)
    expect(lettersTo('U1')).toHaveLength(before + 1)
  })
})
