import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../../src/chat/commands/command.ts'
import type { Reply } from '../../../src/chat/commands/reply.ts'
import { runCommand } from '../../../src/commands/run-command.ts'
import type { Subscription } from '../../../src/domain/subscription.ts'
import type { Asker } from '../../../src/ports.ts'
import { type CorrectedPaper, startCorrectedPaper } from '../../fakes/corrected-paper.ts'
import { statement } from '../../fakes/statements.ts'
import { changed, ferryArticle as ferry, millArticle } from '../../fakes/town.ts'

const mill = changed(millArticle, 'Par Holm', 'Pär Holm')

describe('what somebody said', () => {
  let paper: CorrectedPaper
  let digest: Subscription

  beforeAll(async () => {
    paper = await startCorrectedPaper([mill, ferry])
    digest = await paper.post('C1', 'slack')
  })
  afterAll(async () => await paper.stop())

  const ask = async (
    speaker: string,
    more: Partial<Command<'show-claims'>> = {},
    workspace = digest.workspace,
  ): Promise<Reply<'show-claims'>> => {
    const asker: Asker = {
      workspace: { id: workspace, kind: 'slack', name: 'Team' },
      channel: digest.channel,
      person: 'U9',
      mayManage: false,
    }
    return await runCommand({ kind: 'show-claims', speaker, ...more }, { asker, services: paper.services })
  }
  const linesOf = ({ document }: Reply) =>
    document.flatMap((block) =>
      block.kind === 'story'
        ? block.claims.map(({ speaker, words }) => `${block.headline} | ${speaker} | ${words}`)
        : [],
    )
  const textOf = ({ document }: Reply) =>
    document.map((block) => ('text' in block && typeof block.text === 'string' ? block.text : '')).join(' ')
  const today = () =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
      .format(new Date())
      .replace('Sept', 'Sep')
  const file = async (...rows: Parameters<typeof statement>[0][]) => {
    await paper.services.store.statements.file(rows.map(statement), digest.workspace)
  }

  it('is found by any form of the name, with its day, outlet and passage', async () => {
    for (const name of ['Holm', 'par holm', 'Pär Holm', 'PÄR']) {
      const found = await ask(name)
      expect(linesOf(found)).toEqual([
        `Pär Holm, leader of the union | ${today()}, Tarn Weekly | “We fought for every job”`,
      ])
      expect(found.done && found.data.statements[0]).toMatchObject({
        name: 'Pär Holm',
        passage: '“We fought for every job,” said Pär Holm, the leader of the union',
      })
    }
  })

  it('is narrowed by topic, outlet and day', async () => {
    expect(linesOf(await ask('Holm', { about: 'jobs' }))).toHaveLength(1)
    expect(
      linesOf(await ask('Holm', { outlet: 'tarn weekly', since: String(new Date().getUTCFullYear()) })),
    ).toHaveLength(1)
    expect(linesOf(await ask('Holm', { outlet: 'River Post' }))).toEqual([])
    expect(linesOf(await ask('Holm', { until: '2020' }))).toEqual([])
  })

  it('is never answered as if a false premise were true', async () => {
    const asked = await ask('Holm', { about: 'resigned strike' })
    expect(linesOf(asked)).toEqual([])
    expect(textOf(asked)).toBe(
      'No statements by “Holm” about “resigned strike” on record here. That says nothing about whether there are any elsewhere.',
    )
  })

  it.each(['%', '*', '_ _', '"', ':*', "' | '"])('takes %s for no name, and for no operator', async (name) => {
    expect(textOf(await ask(name))).toContain('Give a name')
    expect(linesOf(await ask(`Ho${name}lm`, { about: 'job' }))).toEqual([])
  })

  it('is nobody else’s to see', async () => {
    expect(linesOf(await ask('Holm', {}, 'slack:T9' as typeof digest.workspace))).toEqual([])
  })

  it('keeps two people of one name apart, and one person in several forms together', async () => {
    await file(
      { name: 'John Carver', speaker: 'John Carver, mayor of Vik', words: '“It is safe.”', claim: 'a' },
      { name: 'John Carver', speaker: 'John Carver, former mayor of Vik', words: '“I was wrong.”', claim: 'b' },
      { name: 'Carver', speaker: 'Carver', words: '“No more.”', claim: 'c' },
      { name: 'John Carver', speaker: 'John Carver, striker', words: '“I shot.”', claim: 'd' },
    )
    const found = await ask('Carver')
    const people = Map.groupBy(linesOf(found), (line) => line.split(' | ')[0] ?? '')
    expect(
      [...people]
        .map(([name, lines]) => [name, lines.length])
        .toSorted(([one = ''], [other = '']) => String(one).localeCompare(String(other))),
    ).toEqual([
      ['John Carver, former mayor of Vik', 3],
      ['John Carver, striker', 1],
    ])
    expect(textOf(found)).toContain('They may be the same.')
  })

  it('finds a name however its marks are typed, and by either half', async () => {
    await file({ name: 'Nora O’Brien-Lund', speaker: 'Nora O’Brien-Lund', words: '“We sail.”', claim: 'o' })
    for (const name of ["O'Brien", 'O’Brien', 'Lund', 'obrien lund']) expect(linesOf(await ask(name))).toHaveLength(1)
    expect(linesOf(await ask('x'.repeat(5_000)))).toEqual([])
  })

  it('finds words that only a mark joins', async () => {
    await file({
      name: 'Vera Linde',
      speaker: 'Vera Linde',
      words: '“The Kessel/Brandt deal is dead.It ended.”',
      claim: 'v',
    })
    for (const about of ['Kessel', 'Brandt', 'ended', 'deal dead'])
      expect(linesOf(await ask('Linde', { about }))).toHaveLength(1)
  })

  it('shows what is corrected with its correction, and what is withdrawn without its words', async () => {
    paper.change(changed(mill, 'Pär Holm', 'Sven Dahl'))
    paper.change({ ...ferry, status: 410 })
    await paper.pass(61)
    expect(linesOf(await ask('Holm'))).toEqual([
      `Pär Holm, leader of the union | ${today()}, Tarn Weekly | “We fought for every job” [corrected on ${today()}: said by Sven Dahl, leader of the union, because Tarn Weekly changed its article]`,
    ])
    expect(linesOf(await ask('Dahl'))).toEqual([
      `Sven Dahl, leader of the union | ${today()}, Tarn Weekly | “We fought for every job”`,
    ])
    const gone = await ask('Rosen')
    expect(linesOf(gone)).toEqual([
      `Ida Rosen, captain of the ferry | ${today()}, Tarn Weekly | withdrawn on ${today()} by Tarn Weekly`,
    ])
    expect(JSON.stringify(gone)).not.toContain('Nobody was hurt')
  })

  it('is erased when somebody is to be forgotten', async () => {
    const asker: Asker = {
      workspace: { id: digest.workspace, kind: 'slack', name: 'Team' },
      channel: digest.channel,
      person: 'U1',
      mayManage: true,
    }
    const forgotten = await runCommand(
      { kind: 'forget-speaker', speaker: 'vera linde' },
      { asker, services: paper.services },
    )
    expect(forgotten.done && forgotten.data.erased).toBe(1)
    expect(linesOf(await ask('Linde'))).toEqual([])
  })
})
