import { describe, expect, it } from 'vitest'
import { richWords } from '../../src/adapters/discord/outbound/markdown.ts'
import { richPieces } from '../../src/adapters/slack/outbound/elements.ts'
import { plainWords, rich, segmentsOf } from '../../src/chat/rich-text.ts'

const moment = { at: '2026-11-25T08:00:00.000Z', label: 'Wed 25 Nov 08:00' }

describe('words in which moments are named', () => {
  it('keep their moments where they are put into others', () => {
    const inner = rich`next ${moment}`
    const line = rich`“Digest of Wed 25 Nov 08:00”: ${2} feeds, ${inner}.`
    expect(plainWords(line)).toBe('“Digest of Wed 25 Nov 08:00”: 2 feeds, next Wed 25 Nov 08:00.')
    const pieces = segmentsOf(line)
    expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.label))).toEqual([
      '“Digest of Wed 25 Nov 08:00”: 2 feeds, next ',
      moment.label,
      '.',
    ])
    expect(rich`Nothing, ${2} times${''}.`).toBe('Nothing, 2 times.')
  })

  it('name channels to go to, where they are channels that one can go to', () => {
    const line = rich`“News” in ${{ channel: 'C0123', label: 'channel C0123' }} and ${{ channel: 'screen', label: 'the terminal' }}`
    expect(richPieces(line)).toEqual([
      { type: 'text', text: '“News” in ' },
      { type: 'channel', channel_id: 'C0123' },
      { type: 'text', text: ' and ' },
      { type: 'text', text: 'the terminal' },
    ])
    expect(richWords(rich`${{ channel: '100', label: 'channel 100' }}`)).toBe('<#100>')
  })

  it('name them in the zone of whoever reads them, and let no name beside them give orders', () => {
    const line = rich`“<!channel> *news*\u202E” comes ${moment}`
    expect(richPieces(line)).toEqual([
      { type: 'text', text: '“<!channel> *news*” comes ' },
      { type: 'date', timestamp: 1_795_593_600, format: '{date_short} {time}', fallback: 'Wed 25 Nov 08:00' },
    ])
    expect(richWords(line)).toBe('“\\<!channel\\> \\*news\\*” comes <t:1795593600:f>')
  })
})
