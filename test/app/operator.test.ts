import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandIn, requestOf } from '../../src/adapters/ipc/address.ts'
import { markdownOf } from '../../src/chat/export/markdown.ts'
import { type CorrectedPaper, startCorrectedPaper } from '../fakes/corrected-paper.ts'
import { millArticle as mill } from '../fakes/town.ts'

describe('the person at the computer, in a workspace of a chat platform', () => {
  let paper: CorrectedPaper
  let story: string

  beforeAll(async () => {
    paper = await startCorrectedPaper([mill])
    const digest = await paper.post('C1', 'slack')
    story = (await paper.story(digest, 'mill')).id
  })
  afterAll(async () => await paper.stop())

  const recall = async (workspace?: string) =>
    await paper.newsroom.operator.answer({ kind: 'show-claims', speaker: 'Holm', about: 'job' }, workspace)

  it('reads what was posted there, by the id or the name of the workspace, and no other', async () => {
    const inSlack = await recall('slack:T1')
    expect(markdownOf(inSlack.document)).toContain('We fought for every job')
    expect((await recall('TEAM T1')).document).toEqual(inSlack.document)
    expect(markdownOf((await recall()).document)).not.toContain('fought')
  })

  it('is told which workspaces there are', async () => {
    const reply = await recall('slack:T9')
    expect(reply).toMatchObject({ done: false, code: 'not-found' })
    expect(markdownOf(reply.document)).toMatch(/There is no workspace “slack:T9”[^]*slack:T1 \(Team T1\)/)
  })

  it('corrects what was posted there', async () => {
    const part = 'sentence:0'
    const now = 'The paper mill at Ostrand will close in June.'
    const correction = { kind: 'correct-story', story, part, now, vouch: false, why: '' } as const
    expect((await paper.newsroom.operator.answer(correction)).done).toBe(false)
    expect(await paper.newsroom.operator.answer(correction, 'slack:T1')).toMatchObject({ done: true })
    expect(JSON.stringify(paper.slack.posted[0]?.blocks)).toContain(`Now: ${now}`)
  })

  it('erases what is kept of a person there', async () => {
    const erase = { kind: 'forget-speaker', speaker: 'Par Holm' } as const
    expect((await paper.newsroom.operator.answer(erase)).done).toBe(false)
    expect(await paper.newsroom.operator.answer(erase, 'slack:T1')).toMatchObject({ done: true })
    expect(markdownOf((await recall('slack:T1')).document)).not.toContain('fought')
  })
})

it('sends a command for a workspace in a way that a service which knows no workspaces does not take for its own', () => {
  const command = { kind: 'forget-speaker', speaker: 'Ana Ruiz' } as const
  expect(requestOf(command, 'slack:T1')).not.toHaveProperty('kind')
  for (const workspace of ['slack:T1', undefined]) {
    const read = commandIn(JSON.parse(JSON.stringify(requestOf(command, workspace))) as typeof command)
    expect(read).toEqual(workspace === undefined ? { command } : { command, workspace })
  }
})
