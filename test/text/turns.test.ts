import { describe, expect, it } from 'vitest'
import { attribute } from '../../src/attribution/attribute.ts'
import { speakerName } from '../../src/domain/claim.ts'
import { grammarFor } from '../../src/language/grammars.ts'
import { paragraphSpans } from '../../src/text/paragraphs.ts'
import { spokenTurns } from '../../src/text/turns.ts'

const interview = `Ana Reed has run the Tarn ferry since 2009. She spoke by phone on Sunday.

Jo Marsh: Let us start with the fares. Did you raise them?

Ana Reed: No. We never raised a fare in winter. Ask the town.

Marsh: And the mayor says that you did.

Marsh: Is he wrong?

Reed: He is. I wrote to him twice.`

const said = (text: string) =>
  [...spokenTurns(text, paragraphSpans(text)).values()].map(({ start, end }) => text.slice(start, end))

describe('the answers of an interview', () => {
  it('are spoken, and the questions are not', () => {
    expect(said(interview)).toEqual([
      'No. We never raised a fare in winter. Ask the town.',
      'He is. I wrote to him twice.',
    ])
  })

  it('belong to whom the transcript names', () => {
    const found = attribute(interview, grammarFor('en')).map(({ speaker, form, content }) => [
      speaker && speakerName(speaker),
      form,
      content.map(({ start, end }) => interview.slice(start, end)).join(' … '),
    ])
    expect(found).toContainEqual(['Ana Reed', 'direct', 'No. We never raised a fare in winter. Ask the town.'])
    expect(found).toContainEqual(['Ana Reed', 'direct', 'He is. I wrote to him twice.'])
    expect(found.map(([speaker]) => speaker)).not.toContain('Jo Marsh')
  })

  it.each([
    ['headings of a newsletter', 'THE BIG THING: A draft map leaked.\n\nMONEY PIT: The fund is up with an ad.'],
    ['a label that nobody asked', 'Reed: The ferry is late.\n\nMarsh: The bus is late, too.'],
    ['a question and a paragraph of the outlet’s own', 'Marsh: Is he wrong?\n\nThe mayor did not answer on Sunday.'],
    ['what one person says after their own question', 'Reed: Who knows?\n\nReed: Nobody does.'],
  ])('are none: %s', (_, text) => {
    expect(said(text)).toEqual([])
  })
})
