import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/article/read-text.ts'
import { readEvidence } from '../../src/brief/evidence.ts'
import { verifyWords } from '../../src/brief/verify/verify-words.ts'
import { plain } from '../../src/chat/plain.ts'
import { readFeed } from '../../src/feed/read-feed.ts'
import { grammarFor } from '../../src/language/grammars.ts'
import { seenIn, visible } from '../../src/text/visible.ts'

/** A manifest of C2PA 2.3: a byte order mark, then one variation selector a byte. */
const manifest = `\u{FEFF}${[...'manifest of a page'].map((letter) => String.fromCodePoint(0xe_01_00 + letter.charCodeAt(0) - 16)).join('')}`
const hidden = [
  manifest,
  '\u{AD}',
  '\u{200B}',
  '\u{2060}',
  '\u{FEFF}',
  '\u{202E}',
  '\u{2066}',
  '\u{FE0F}',
  '\u{200D}',
  '\u{200C}\u{200D}\u{200C}',
  '\u{E0049}\u{E0067}\u{E006E}',
  '\u{3164}',
  '\u{34F}',
]

describe('text that nobody sees', () => {
  it.each([
    ['a manifest within a word', `ha${manifest}rbour`, 'harbour'],
    ['a soft hyphen', 'Hafen\u{AD}behörde', 'Hafenbehörde'],
    ['an order in tags behind a flag', '\u{1F3F4}\u{E0073}\u{E0061}\u{E0079}\u{E007F} news', '\u{1F3F4} news'],
    ['joiners among Latin letters', 'a\u{200D}b\u{200C}c', 'abc'],
    ['selectors in a row behind an emoji', '\u{2764}\u{FE0F}\u{FE0F}\u{FE0E}', '\u{2764}\u{FE0F}'],
    ['a selector behind a digit', '40\u{FE0F} boats', '40 boats'],
    ['controls', 'a\u{0}b\u{7}c\td', 'abc\td'],
  ])('goes: %s', (_, text, seen) => expect(visible(text)).toBe(seen))

  it.each(['\f', '\v', '\u{85}'])('parts two words where %j parted them', (mark) =>
    expect(readText(`The dam broke at the end of page${mark}one of the report.`).text).toContain('page one'),
  )

  it.each([
    ['Persian', 'می\u{200C}خواهم به خانه\u{200C}ها بروم'],
    ['an abbreviation of the Hijri year', '۱۴۴۵ ه\u{200D}'],
    ['Hindi', 'क्\u{200D}षेत्र और शक्\u{200C}ति'],
    ['Sinhala', 'ශ්\u{200D}රී ලංකා'],
    ['a family', '\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}'],
    ['a heart between people', '\u{1F469}\u{200D}\u{2764}\u{FE0F}\u{200D}\u{1F468}'],
    ['a skin tone and a profession', '\u{1F469}\u{1F3FD}\u{200D}\u{1F680}'],
    ['keycaps', '1\u{FE0F}\u{20E3} and #\u{FE0F}\u{20E3}'],
    ['the flag of Scotland', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['a flag of a country', '\u{1F1EB}\u{1F1F7}'],
    ['Arabic with marks', 'مُحَمَّد'],
  ])('leaves %s intact', (_, text) => expect(visible(text)).toBe(text))

  it('maps each offset back to the text as it was', () => {
    const original = `“W${manifest}e were\u{AD} warned,” she said.`
    const { text, offset } = seenIn(original)
    expect(text).toBe('“We were warned,” she said.')
    const start = text.indexOf('warned')
    expect(original.slice(offset(start), offset(start + 'warned'.length))).toBe('warned')
    expect(offset(text.length)).toBe(original.length)
  })

  it('is gone from a feed and a pasted text, and a word is no two for it', () => {
    const title = `Hafen\u{AD}behörde ${manifest}meldet`
    const feed = `<rss version="2.0"><channel><item><title>${title}</title><guid>a</guid></item></channel></rss>`
    const [entry] = readFeed(Buffer.from(feed), '').entries
    expect(entry?.title).toBe('Hafenbehörde meldet')
    const { headline, text } = readText(`Gate jam${manifest}med\n\nThe g\u{200B}ate jammed on Monday.`)
    expect({ headline, text }).toEqual({ headline: 'Gate jammed', text: 'The gate jammed on Monday.' })
  })

  // The 10,000 texts of the promise are run by bench/unseen.ts.
  it('never keeps a true quotation out, and is never posted (seeded)', () => {
    const words = 'we were warned forty minutes too late by the harbour office'.split(' ')
    const quotation = fc.array(fc.constantFrom(...words), { minLength: 6, maxLength: 12 })
    fc.assert(
      fc.property(quotation, fc.constantFrom(...hidden), fc.nat(), (said, run, at) => {
        const quote = said.join(' ')
        const place = at % (quote.length + 1)
        const article = `The gate jammed.\n\n“${quote.slice(0, place)}${run}${quote.slice(place)},” said Petra Lind, the mayor.`
        const evidence = readEvidence(readText(article).text, grammarFor('en'))
        const { faults } = verifyWords(
          { speaker: 'Petra Lind', content: quote, cue: 'said', quotes: [quote] },
          evidence,
        )
        expect(faults).toEqual([])
        expect(plain(article)).toBe(plain(article.replace(run, '')))
      }),
      { seed: 8, numRuns: 300 },
    )
  })
})
