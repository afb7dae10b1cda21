import { describe, expect, it } from 'vitest'
import { attribute } from '../../src/attribution/attribute.ts'
import { joinCarriedOn } from '../../src/attribution/joined.ts'
import { carriedOnRule } from '../../src/attribution/told-speech.ts'
import { certaintyOf, speakerName } from '../../src/domain/claim.ts'
import { german } from '../../src/language/german/german.ts'

const toldIn = (text: string) =>
  attribute(text, german)
    .filter(({ rules }) => rules.includes(carriedOnRule))
    .map(({ speaker, act, content, doubts }) => ({
      speaker: speaker && speakerName(speaker),
      act,
      words: content.map(({ start, end }) => text.slice(start, end)).join(' … '),
      sure: certaintyOf({ doubts }) === 'sure',
    }))

describe('a German sentence in the reporting mood', () => {
  it('continues what the last speaker said', () => {
    expect(toldIn('Der Damm halte, sagte Bürgermeisterin Anna Ruiz. Er sei erst zwei Jahre alt.')).toEqual([
      { speaker: 'Anna Ruiz', act: 'says', words: 'Er sei erst zwei Jahre alt', sure: true },
    ])
  })

  it.each([
    'Die Idee stamme von einem früheren Partner',
    'Mit einem Ende rechne er nicht vor Mittwoch',
    'Eigene Messungen lägen weit unter dem Grenzwert',
    'Die Bank, über deren Konten das Geld lief, habe alles gewusst',
  ])('is known by a verb that no list has, or behind a relative clause: %s', (words) => {
    expect(toldIn(`Der Damm halte, sagte Bürgermeister Tom Lind. ${words}.`)).toMatchObject([
      { speaker: 'Tom Lind', words },
    ])
  })

  it.each(['Er wohne', 'Die große Halle stand offen', 'Am Abend reiste Lind ab'])(
    'is none where nothing shows the mood: %s',
    (words) => {
      expect(toldIn(`Der Regen fiel. ${words} seit Mai.`)).toEqual([])
    },
  )

  it('is told by the subject of the sentence before it where nobody has spoken yet', () => {
    expect(toldIn('Bürgermeisterin Anna Ruiz war besorgt. Der Damm sei undicht.')).toMatchObject([
      { speaker: 'Anna Ruiz', words: 'Der Damm sei undicht' },
    ])
  })

  it('is told by nobody whom an adverbial names', () => {
    expect(toldIn('Auf diese Frage schüttelt Rentner Tom Lind den Kopf. Ihm gehe es nicht um Schuld.')).toEqual([])
  })

  it('is a denial behind a sentence that only announces one', () => {
    expect(toldIn('Der Damm sei undicht, sagte Tom Lind. Sprecherin Anna Ruiz widersprach. Er sei sicher.')).toEqual([
      { speaker: 'Anna Ruiz', act: 'denies', words: 'Er sei sicher', sure: true },
    ])
  })

  it('is doubtful where a sentence stands between it and the last speaker', () => {
    const text = 'Der Damm halte, sagte Anna Ruiz. Am Ufer warten Lastwagen. Er sei erst zwei Jahre alt.'
    expect(toldIn(text)).toMatchObject([{ words: 'Er sei erst zwei Jahre alt', sure: false }])
  })

  it('is nobody’s with another mood', () => {
    expect(toldIn('Der Damm halte, sagte Anna Ruiz. Er ist erst zwei Jahre alt.')).toEqual([])
  })

  it('is a rumour, and never sure, with “soll”', () => {
    const found = attribute('Der Damm halte, sagte Anna Ruiz. Er soll im März gebrochen sein.', german)
    expect(found.at(-1)).toMatchObject({ rules: expect.arrayContaining(['a rumour']), doubts: ['a rumour'] })
  })
})

describe('speech that goes on', () => {
  it('is one attribution where a corpus counts it', () => {
    const text = 'Der Damm halte, sagte Anna Ruiz. Er sei neu. Er habe keine Risse.'
    const found = attribute(text, german)
    expect(found.map(({ content }) => content.length)).toEqual([1, 1, 1])
    expect(joinCarriedOn(found).map(({ content }) => content.length)).toEqual([1, 2])
  })

  it('keeps what is within what', () => {
    const text = 'Der Damm halte, sagte Anna Ruiz. Er sei neu. Er sei „so sicher wie nie zuvor“.'
    const joined = joinCarriedOn(attribute(text, german))
    expect(joined.every(({ within }) => within === null || within < joined.length)).toBe(true)
  })
})
