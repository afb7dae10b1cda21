import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../../src/chat/commands/command.ts'
import { plainWords } from '../../../src/chat/rich-text.ts'
import { runCommand } from '../../../src/commands/run-command.ts'
import type { Subscription } from '../../../src/domain/subscription.ts'
import type { Asker } from '../../../src/ports.ts'
import { type CorrectedPaper, startCorrectedPaper } from '../../fakes/corrected-paper.ts'
import { millArticle as mill } from '../../fakes/town.ts'

const first = 'The paper mill at Ostrand, which has 320 workers, will close in June.'

describe('a posted story, corrected by hand', () => {
  let paper: CorrectedPaper
  let digest: Subscription
  let story: string

  beforeAll(async () => {
    paper = await startCorrectedPaper([mill])
    digest = await paper.post('11', 'discord')
    story = (await paper.story(digest, 'mill')).id
  })
  afterAll(async () => await paper.stop())

  const correct = async (
    part: string,
    now: string | null,
    more: Partial<Command<'correct-story'>> & { readonly person?: string } = {},
  ) => {
    const { person = 'U1', ...given } = more
    const asker: Asker = {
      workspace: { id: digest.workspace, kind: 'discord', name: 'Readers' },
      channel: digest.channel,
      person,
      mayManage: false,
    }
    const command = { kind: 'correct-story', story, part, now, vouch: false, why: '', ...given } as const
    const reply = await runCommand(command, { asker, services: paper.services })
    return reply.document.map((block) => ('text' in block ? plainWords(block.text) : '')).join('\n')
  }
  const corrections = async () =>
    ((await paper.story(digest, 'mill')).corrections ?? []).map((line) => line.replace(/^.*?, /, ''))

  it('lists what can be corrected if nothing that it names is there', async () => {
    expect(await correct('claim:9', null)).toContain(`sentence:0  ${first}`)
    expect(await corrections()).toEqual([])
  })

  it('takes no words that the article does not have, unless the editor vouches for them', async () => {
    const refused = await correct('sentence:0', 'The mill at Ostrand has 400 workers.')
    expect(refused).toContain('A number in it is not in the article: 400')
    expect((await paper.story(digest, 'mill')).summary[0]).toBe(first)
    const accepted = await correct('sentence:0', 'The mill at Ostrand has 400 workers.', {
      vouch: true,
      why: 'the owner wrote to us',
    })
    expect(accepted).toBe('Corrected in 1 edition, 1 post changed.')
    expect((await paper.story(digest, 'mill')).summary[0]).toBe(
      'The mill at Ostrand has 400 workers (on an editor’s word).',
    )
    expect(await corrections()).toEqual([
      `by an editor: the owner wrote to us. Before: ${first} Now: The mill at Ostrand has 400 workers (on an editor’s word).`,
    ])
  })

  it('never takes a quotation that the article does not have', async () => {
    expect(await correct('sentence:0', 'Workers call it “a theft”.', { vouch: true })).toContain('Nothing was changed')
  })

  it('gets another headline, in the post and in its note', async () => {
    expect(await correct('headline', 'Mill at Ostrand closes in June')).toContain('1 post changed')
    const [post, ...notes] = paper.discord.posted.map(({ body }) => JSON.stringify(body))
    expect(post).toContain('Mill at Ostrand closes in June')
    expect(notes.at(-1)).toContain('Before: the headline “Paper mill at Ostrand to close in June”.')
    expect(await correct('headline', null)).toContain('needs a headline')
  })

  it('is for those who may change the digest', async () => {
    expect(await correct('claim:1.1', null, { person: 'U9' })).not.toContain('Corrected')
    expect(await corrections()).toHaveLength(2)
  })

  it('is listed with what was wrong', async () => {
    const asker: Asker = {
      workspace: { id: digest.workspace, kind: 'discord', name: 'Readers' },
      channel: digest.channel,
      person: 'U9',
      mayManage: false,
    }
    const listed = await runCommand({ kind: 'list-corrections' }, { asker, services: paper.services })
    expect(listed.document).toHaveLength(2)
    expect(JSON.stringify(listed.document[1])).toContain('the owner wrote to us')
  })
})
