import { describe, expect, it } from 'vitest'
import { readOwnTerms } from '../../src/app/lists-in-settings.ts'
import { Licences } from '../../src/intake/licences.ts'
import { article } from '../fakes/articles.ts'

const setting =
  'rumour.example = headlines only; coast.example = licensed: contract of 3 May 2026; tarn.example = No model'

describe('what whoever runs Onrecord sets for publishers', () => {
  it.each<[url: string, closed: boolean, most: number | undefined]>([
    ['https://other.example/a', true, 50],
    ['https://tarn.example/a', true, 50],
    ['https://news.tarn.example/a', true, 50],
    ['https://notarn.example/a', true, 50],
    ['https://rumour.example/a', true, 0],
    ['https://www.coast.example/a', false, undefined],
  ])('of %s, which its publisher limits: closed %s, shown %s', async (url, closed, most) => {
    const { licences } = open()
    const limited = { ...of(url), closedToModels: 'robots: noai', shown: { most: 50, said: 'robots: max-snippet:50' } }
    const { closedToModels, shown } = await licences.apply({ article: limited, licences: [] })
    expect([closedToModels !== undefined, shown?.most]).toEqual([closed, most])
  })

  it.each<[url: string, closed: boolean, asked: number]>([
    ['https://other.example/a', true, 1],
    ['https://tarn.example/a', true, 0],
    ['https://coast.example/a', false, 0],
  ])('of %s, which has a licence: closed %s', async (url, closed, asked) => {
    const { licences, requests } = open()
    const read = await licences.apply({ article: of(url), licences: ['https://rights.example/license.xml'] })
    expect([read.closedToModels !== undefined, requests.length]).toEqual([closed, asked])
  })

  it('is asked for where it cannot be read', () => {
    const problems: string[] = []
    readOwnTerms('coast.example = licensed; = no models; tarn.example = maybe', (problem) => problems.push(problem))
    expect(problems).toHaveLength(3)
    expect(problems[0]).toContain('ONRECORD_PUBLISHERS has “coast.example = licensed”')
  })

  it('free what a feed announces where a licence covers it, and nothing else', () => {
    const { licences } = open()
    const entry = { url: 'https://coast.example/1', title: 'Ferry', closedToModels: 'RSL: ai-input is prohibited' }
    expect(licences.freed(entry)).toEqual({ url: entry.url, title: 'Ferry' })
    const other = { ...entry, url: 'https://tarn.example/1' }
    expect(licences.freed(other)).toEqual(other)
  })
})

/** Licences, each of which is missing, and what was asked for. */
function open() {
  const requests: string[] = []
  const own = readOwnTerms(setting, (problem) => expect.fail(problem))
  const fetcher = {
    get: async (url: string) => {
      requests.push(url)
      return { kind: 'gone' as const }
    },
    send: async () => ({ kind: 'gone' as const }),
  }
  return { licences: new Licences({ fetcher, reader: {} as never, own }), requests }
}

function of(url: string) {
  return article('The ferry sailed on Tuesday.', { url })
}
