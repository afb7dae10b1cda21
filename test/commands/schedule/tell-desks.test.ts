import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { workspaceId } from '../../../src/domain/subscription.ts'
import type { Asker } from '../../../src/ports.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../../fakes/newsroom.ts'
import { type FakeSlack, startSlack } from '../../fakes/slack.ts'

const owner: Asker = {
  workspace: { id: workspaceId('slack:T1'), kind: 'slack', name: 'Team' },
  channel: { platform: 'slack', id: 'C1' },
  person: 'U1',
  mayManage: true,
}
let slack: FakeSlack
let newsroom: OpenedNewsroom

beforeAll(async () => {
  slack = await startSlack()
  newsroom = await openTestNewsroom({ SLACK_API_URL: slack.url, SLACK_BOT_TOKEN: 'xoxb-T1' })
})
afterAll(async () => {
  await newsroom.close()
  await slack.stop()
})
beforeEach(async () => {
  await newsroom.services.store.workspaces.erase(owner.workspace.id)
  await order('schedule "Morning" daily 8:00 London approve by <#C8>')
  slack.posted.length = 0
})

const order = async (words: string) => await newsroom.ask(owner, 'digest', words)
const toldIn = (channel: string) =>
  slack.posted.filter((post) => post.channel === channel).map((post) => JSON.stringify(post))

describe('the channel where editors approve a digest', () => {
  it('hears of a new digest whose drafts it will see', async () => {
    await order('schedule "Noon" daily 12:00 London approve by <#C8>')
    expect(toldIn('C8')).toEqual([expect.stringContaining('New drafts of “Noon” come here from now on')])
  })

  it('hears that nobody approves the digest any more', async () => {
    await order('schedule "Morning" approve off')
    expect(toldIn('C8')).toEqual([
      expect.stringContaining('New drafts of “Morning” no longer come here: it’s posted without approval from now on.'),
    ])
  })

  it('hears that another channel approves it, and so does that one', async () => {
    await order('schedule "Morning" approve by <#C9>')
    expect(toldIn('C8')).toEqual([expect.stringContaining('no longer come here: another channel approves it')])
    expect(toldIn('C9')).toEqual([expect.stringContaining('New drafts of “Morning” come here from now on')])
  })

  it('hears nothing of a change that leaves it in charge', async () => {
    await order('schedule "Morning" daily 9:00 London approve by <#C8> 45m before')
    expect(slack.posted).toEqual([])
  })
})
