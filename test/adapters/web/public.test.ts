import { describe, expect, it } from 'vitest'
import { publicSite } from '../../../src/adapters/web/public.ts'
import { sign, unsign } from '../../../src/adapters/web/signature.ts'
import type { Archive } from '../../../src/chat/archive.ts'
import { markPassages } from '../../../src/chat/evidence.ts'
import { botOfTests } from '../../fakes/bot.ts'

const secret = 'a secret of at least thirty-two characters'
const subject = { workspace: 'w1', story: 's1', claim: 'c1' }

describe('the public site', () => {
  const text = markPassages('First.\n\nSecond.\n\nThird, which is cited.\n\nFourth.\n\nFifth.', [
    { start: 17, end: 39 },
  ])
  const asked: string[] = []
  const archive: Archive = {
    editions: async () => [],
    corrections: async () => [],
    story: async () => undefined,
    evidence: async (story, claim) => {
      asked.push(`${story}/${claim}`)
      const line = {
        id: claim,
        speaker: 'Ana Ruiz',
        act: null,
        manner: [],
        words: 'cited',
        evidence: null,
        responses: [],
      }
      return {
        claim: line,
        headline: 'Bridge',
        outlet: 'Town',
        url: null,
        published: null,
        text,
        story: { id: story, headline: 'Bridge' },
        answered: null,
        previous: null,
        next: null,
      }
    },
    summarize: async () => ({ kind: 'nothing', reason: 'not here' }),
  }
  const site = publicSite({
    bot: botOfTests,
    ready: async () => ({ ready: true }),
    answer: async () => ({ done: false, code: 'not-found', text: 'No.', document: [] }),
    archiveOf: (workspace) => (workspace === 'w1' ? archive : { ...archive, evidence: async () => undefined }),
    secret,
  })

  it('shows only the cited paragraph and its neighbours, to whoever has a signed address', async () => {
    const page = await (await site.request(`/evidence/${sign(subject, secret)}`)).text()
    expect(page).toContain('<mark>Third, which is cited.</mark>')
    expect(page).toContain('Second.')
    expect(page).not.toMatch(/First\.|Fifth\./)
    expect(asked).toEqual(['s1/c1'])
  })

  it.each([
    ['another secret', sign(subject, 'another secret of thirty-two characters')],
    [
      'another claim under the same signature',
      `${sign({ ...subject, claim: 'c2' }, secret).split('.')[0]}.${sign(subject, secret).split('.')[1]}`,
    ],
    ['another workspace', sign({ ...subject, workspace: 'w2' }, secret)],
    ['no signature', 'abc'],
  ])('shows nothing for %s', async (_, token) => {
    expect((await site.request(`/evidence/${token}`)).status).toBe(404)
  })

  it('reads no more of a body than it takes, whatever its length is said to be', async () => {
    let read = 0
    const open = publicSite({
      bot: botOfTests,
      ready: async () => ({ ready: true }),
      answer: async () => ({ done: false, code: 'not-found', text: 'No.', document: [] }),
      archiveOf: () => archive,
      secret,
      routes: [
        { path: '/door', answer: async (request) => new Response(String((await request.arrayBuffer()).byteLength)) },
      ],
    })
    const chunk = new Uint8Array(1_000_000)
    const body = new ReadableStream({
      pull(controller) {
        read += 1
        if (read > 600) controller.close()
        else controller.enqueue(chunk)
      },
    })
    const streamed = { method: 'POST', body, duplex: 'half' } as RequestInit
    expect((await open.request('/door', streamed)).status).toBe(413)
    expect(read).toBeLessThan(20)
    expect(await (await open.request('/door', { method: 'POST', body: 'four' })).text()).toBe('4')
  })

  it('has neither the digest nor the box for pasting', async () => {
    expect((await site.request('/')).status).toBe(404)
    expect((await site.request('/summarize', { method: 'POST' })).status).toBe(404)
    expect((await site.request('/metrics')).status).toBe(404)
    expect((await site.request('/health')).status).toBe(200)
  })

  it('reads back what it signed', () => {
    expect(unsign(sign(subject, secret), secret)).toEqual(subject)
  })
})
