import { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { addDesk } from '../../../src/adapters/web/desk/desk-routes.ts'
import { publicSite } from '../../../src/adapters/web/public.ts'
import { sign, signEditor, unsignEditor } from '../../../src/adapters/web/signature.ts'
import type { Archive } from '../../../src/chat/archive.ts'
import type { Command, CommandKind } from '../../../src/chat/commands/command.ts'
import type { ListedDraft, ShownDraftStory } from '../../../src/chat/commands/command-data.ts'
import type { Reply } from '../../../src/chat/commands/reply.ts'
import { botOfTests } from '../../fakes/bot.ts'

const secret = 'a secret of at least thirty-two characters'
const story: ShownDraftStory = {
  story: 's1',
  verdict: 'open',
  version: 3,
  headline: 'Bridge <closes> for repairs',
  summary: ['The bridge will close on Monday.'],
  withheld: [{ part: 'claim:1.2', words: 'Nobody was told', reason: 'it isn’t clear who said it' }],
  cut: [],
  weak: [],
  parts: [{ part: 'claim:1.1', words: 'Ana Ruiz, mayor of Tarn: “We had no choice”' }],
}
const draft: ListedDraft = {
  edition: 'e1',
  digest: 'Morning digest',
  due: '2026-11-28T08:00:00.000Z',
  version: 4,
  decision: null,
  otherwise: 'skip',
  stories: [{ story: 's1', number: 1, headline: story.headline, verdict: 'open', version: 3, doubts: 1 }],
}

const doubts = [{ kind: 'alert', text: 'Left out, as it isn’t clear who said it' }] as const

describe('the desk as a page', () => {
  let given: Command[]
  let refuses: boolean
  beforeEach(() => {
    given = []
    refuses = false
  })

  const answer = async <Kind extends CommandKind>(command: Command<Kind>): Promise<Reply<Kind>> => {
    given.push(command as Command)
    const replies: Partial<Record<CommandKind, unknown>> = {
      'show-desk': { done: true, document: [], data: { drafts: [draft] } },
      'show-draft': {
        done: true,
        document: [{ kind: 'title', text: 'Draft: Morning digest', detail: '' }],
        data: { draft, stories: [{ shown: story, document: doubts }] },
      },
    }
    const change = refuses
      ? { done: false, code: 'busy', text: 'Changed.', document: [{ kind: 'alert', text: 'Changed.' }] }
      : { done: true, document: [{ kind: 'note', text: 'Done <so>.' }], data: {} }
    return (replies[command.kind] ?? change) as Reply<Kind>
  }
  const site = new Hono()
  addDesk(site, {
    path: '/desk',
    links: { publisher: (url) => url, stories: false },
    editor: () => ({ base: '/desk', answer }),
    notFound: async (context) => context.text('no', 404),
  })
  const send = async (path: string, fields: Readonly<Record<string, string>>) => {
    const response = await site.request(path, { method: 'POST', body: new URLSearchParams(fields) })
    const [command] = given
    return { status: response.status, page: await response.text(), command }
  }

  it('shows each story with its doubts, and every form with the version that it shows', async () => {
    const page = await (await site.request('/desk')).text()
    expect(page).toContain('Bridge &lt;closes&gt; for repairs')
    expect(page).toContain('Left out, as it isn’t clear who said it')
    expect(page).toContain('Restore on my word')
    expect(page.match(/name="version" value="\d+"/g)).toEqual([
      'name="version" value="4"',
      ...Array.from({ length: 4 }, () => 'name="version" value="3"'),
    ])
    expect(given.map(({ kind }) => kind)).toEqual(['show-desk', 'show-draft'])
  })

  it.each([
    [
      { do: 'accept', version: '3' },
      { kind: 'judge-story', verdict: 'accepted' },
    ],
    [
      { do: 'drop', version: '3' },
      { kind: 'judge-story', verdict: 'dropped' },
    ],
    [
      { do: 'reopen', version: '3' },
      { kind: 'judge-story', verdict: 'open' },
    ],
    [
      { do: 'up', version: '3' },
      { kind: 'move-story', by: -1 },
    ],
    [
      { do: 'down', version: '3' },
      { kind: 'move-story', by: 1 },
    ],
    [
      { do: 'cut', version: '3', part: 'claim:1.1' },
      { kind: 'change-part', part: 'claim:1.1', isIn: false },
    ],
    [
      { do: 'restore', version: '3', part: 'claim:1.2' },
      { kind: 'change-part', part: 'claim:1.2', isIn: true },
    ],
    [
      { do: 'edit', version: '3', headline: 'New', summary: 'One.\nTwo.', vouch: 'yes' },
      { kind: 'edit-story', headline: 'New', summary: 'One.\nTwo.', vouch: true },
    ],
  ])('turns a story’s form into a command: %o', async (fields, expected) => {
    const { status, page, command } = await send('/desk/e1/stories/s1', fields)
    expect(command).toEqual({ edition: 'e1', story: 's1', version: 3, ...expected })
    expect(status).toBe(200)
    expect(page).toContain('Done &lt;so&gt;.')
  })

  it.each(['approve', 'now', 'hold', 'skip'] as const)('turns a decision into a command: %s', async (decision) => {
    const { command } = await send('/desk/e1/decide', { decision, version: '4' })
    expect(command).toEqual({ kind: 'decide-edition', edition: 'e1', version: 4, decision })
  })

  it('says what was refused, and shows the draft as it is now', async () => {
    refuses = true
    const { status, page } = await send('/desk/e1/decide', { decision: 'approve', version: '4' })
    expect(status).toBe(422)
    expect(page).toContain('Changed.')
    expect(page).toContain('Draft: Morning digest')
  })

  it('keeps the words of an edit that was refused, with what is wrong beside them', async () => {
    refuses = true
    const fields = { do: 'edit', version: '3', headline: 'Bridge <gone>', summary: 'It fell.\nNobody knows.' }
    const { page } = await send('/desk/e1/stories/s1', fields)
    expect(page).toContain('value="Bridge &lt;gone&gt;"')
    expect(page).toContain('It fell.\nNobody knows.</textarea>')
    expect(page).toMatch(/<details class="fold" open><summary>Edit[\s\S]{0,80}role="alert"><p>Changed\./)
  })

  it('takes a form without a version for one that nobody saw', async () => {
    expect((await send('/desk/e1/decide', { decision: 'approve' })).command).toMatchObject({ version: -1 })
  })

  it.each([
    ['/desk/e1/decide', { decision: 'publish', version: '4' }],
    ['/desk/e1/stories/s1', { do: 'delete', version: '3' }],
  ])('knows no other forms: %s', async (path, fields) => {
    const { status, command } = await send(path, fields)
    expect([status, command]).toEqual([404, undefined])
  })
})

describe('an editor’s own address', () => {
  const until = Date.now() + 60_000
  const editor = { workspace: 'slack:T1', person: 'U1', until }
  const asked: unknown[] = []
  const site = publicSite({
    bot: botOfTests,
    archiveOf: () => ({}) as Archive,
    secret,
    ready: async () => ({ ready: true }),
    answer: async <Kind extends CommandKind>(command: Command<Kind>, who: unknown): Promise<Reply<Kind>> => {
      asked.push([command.kind, who])
      return { done: true, document: [], data: { drafts: [] } } as unknown as Reply<Kind>
    },
  })

  it('opens the desk as that editor', async () => {
    const response = await site.request(`/desk/${signEditor(editor, secret)}`)
    expect(response.status).toBe(200)
    expect(asked).toEqual([['show-desk', editor]])
  })

  it.each([
    ['signed by others', signEditor(editor, 'another secret of thirty-two characters')],
    ['too old', signEditor({ ...editor, until: Date.now() - 1 }, secret)],
    ['made for evidence', sign({ workspace: 'slack:T1', story: 'U1', claim: String(until) }, secret)],
    ['cut', signEditor(editor, secret).slice(0, -1)],
  ])('opens nothing if it is %s', async (_, token) => {
    expect((await site.request(`/desk/${token}`)).status).toBe(404)
    expect(unsignEditor(token, secret)).toBeUndefined()
  })

  it('takes no form that another site sends', async () => {
    const path = `/desk/${signEditor(editor, secret)}/e1/decide`
    const body = new URLSearchParams({ decision: 'now', version: '1' })
    const send = async (headers: Record<string, string>) =>
      (
        await site.request(`http://news.example${path}`, {
          method: 'POST',
          body,
          headers: { host: 'news.example', ...headers },
        })
      ).status
    expect(await send({ origin: 'https://evil.example' })).toBe(403)
    expect(await send({ 'sec-fetch-site': 'cross-site', origin: 'https://news.example' })).toBe(403)
    expect(await send({})).toBe(403)
    expect(await send({ origin: 'https://news.example' })).toBe(200)
  })
})
