import { describe, expect, it } from 'vitest'
import { readOutlets, serveSamples } from '../../../src/adapters/samples/outlets.ts'
import { readConfig } from '../../../src/app/config.ts'
import { detectLanguage } from '../../../src/language/detect.ts'

describe('the sample outlets', () => {
  it.each([
    ['en', ['The Harbour Gazette', 'Weirside Post', 'Northern Ledger']],
    ['de', ['Ilmtaler Bote']],
    ['pt', ['Correio da Barra']],
  ])('are those of one language: %s', async (language, names) => {
    expect(readOutlets('samples', language).map(({ outlet }) => outlet)).toEqual(names)
    const server = await serveSamples('samples', () => new Date('2026-01-02T12:00:00Z'), language)
    const [first] = server.outlets
    const feed = await fetch(server.locate(`http://${first?.host}/${first?.feed}`) ?? '')
    const titles = [...(await feed.text()).matchAll(/<title>([^<]+)<\/title>/g)].map(([, title]) => title).join('. ')
    expect(detectLanguage(titles)).toBe(language)
    await server.stop()
  })

  it('are in the language that the operator asks for, and in no other', () => {
    expect(readConfig({}).ONRECORD_SAMPLES).toBe('en')
    expect(readConfig({ ONRECORD_SAMPLES: 'pt' }).ONRECORD_SAMPLES).toBe('pt')
    expect(() => readConfig({ ONRECORD_SAMPLES: 'xx' })).toThrow(
      /ONRECORD_SAMPLES is “xx”: expected en, de, es, fr, pt/,
    )
  })
})
