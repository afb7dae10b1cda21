import { describe, expect, it } from 'vitest'
import { englishText } from '../../src/language/english/text.ts'
import { germanText } from '../../src/language/german/text.ts'
import { portugueseText } from '../../src/language/portuguese/text.ts'
import { readParagraphs } from '../../src/text/paragraphs.ts'
import type { TextRules } from '../../src/text/rules.ts'

const sentencesIn = (text: string, rules: TextRules) =>
  readParagraphs(text, rules).flatMap(({ sentences }) => sentences.map(({ span }) => text.slice(span.start, span.end)))
const quotationsIn = (text: string, rules: TextRules) =>
  readParagraphs(text, rules).flatMap(({ quotations }) =>
    quotations.map(({ outer }) => text.slice(outer.start, outer.end)),
  )

describe('a single letter with a stop', () => {
  it.each([
    ['a platform', 'Ruiz wrote on X. Ms Lind said no.', ['Ruiz wrote on X.', 'Ms Lind said no.']],
    ['an initial', 'Ruiz met the actor J. Lind on Monday.', ['Ruiz met the actor J. Lind on Monday.']],
  ])('is %s', (_, text, sentences) => {
    expect(sentencesIn(text, englishText)).toEqual(sentences)
  })
})

describe('a number with a stop', () => {
  it.each([
    ['a date', 'Am 3. Mai brach der Damm.', ['Am 3. Mai brach der Damm.']],
    ['a month alone', 'Bis 30. September bleibt er zu.', ['Bis 30. September bleibt er zu.']],
    ['an ordinal', 'Im 19. Jahrhundert hielt er.', ['Im 19. Jahrhundert hielt er.']],
    [
      'a sentence’s end',
      'Sie ist Zeugin von 27. Anfangs schwieg sie.',
      ['Sie ist Zeugin von 27.', 'Anfangs schwieg sie.'],
    ],
    ['a year', 'Das war 2017. Niemand fragte.', ['Das war 2017.', 'Niemand fragte.']],
  ])('is read in German as %s', (_, text, sentences) => {
    expect(sentencesIn(text, germanText)).toEqual(sentences)
  })

  it.each([
    ['Die Schule z. B. bleibt zu.', 'Weber nicht.'],
    ['Das kostet rd. 3 Mio. Euro.', 'Weber zahlt.'],
    ['Der ehem. Leiter ging.', 'Weber blieb.'],
  ])('is no sentence’s end behind a German abbreviation: %s', (...pair) => {
    expect(sentencesIn(pair.join(' '), germanText)).toEqual(pair)
  })

  it.each([
    ['O sr. Alba e a sra. Belmonte saíram.', 'A ponte fechou.'],
    ['Segundo o art. 3.º da lei, a ponte fecha.', 'Alba aceita.'],
    ['A obra fica na av. Central, n.º 12.', 'Abre em maio.'],
  ])('is no sentence’s end behind a Portuguese one: %s', (...pair) => {
    expect(sentencesIn(pair.join(' '), portugueseText)).toEqual(pair)
  })

  it('ends a sentence in English', () => {
    expect(sentencesIn('It failed on the 3. May was wet.', englishText)).toHaveLength(2)
  })
})

describe('single marks', () => {
  it.each([
    ['A memo warned of ‘late-night visits’ on the rota.', ['‘late-night visits’']],
    ['He called the officials’ plan ‘a waste of two years’ on Monday.', ['‘a waste of two years’']],
    ["In the '90s the officials' plan failed.", []],
  ])('begin a quotation where they curl, and end it behind an s as well: %s', (text, quotations) => {
    expect(quotationsIn(text, englishText)).toEqual(quotations)
  })
})

describe('marks that point inward', () => {
  const long = '»Seit 2017 liegt das Gutachten in der Schublade, und keiner von uns hat es je zu sehen bekommen«'

  it('hold a long German quotation without a stop', () => {
    expect(quotationsIn(`${long}, rief sie.`, germanText)).toEqual([long])
  })

  it('leave those that point outward as they are', () => {
    expect(quotationsIn('«Der Damm hält», sagte sie.', germanText)).toEqual(['«Der Damm hält»'])
  })
})

describe('a dash at the head of a paragraph', () => {
  it('opens dialogue in English, and an item of a list in German', () => {
    expect(quotationsIn('— We had no choice, said Ana Ruiz.', englishText)).toEqual(['— We had no choice,'])
    expect(quotationsIn('– Keller nicht betreten', germanText)).toEqual([])
  })
})

describe('a dateline in small letters', () => {
  const opening = (text: string, rules: TextRules) => sentencesIn(text, rules)[0]

  it.each([
    ['with a date and an agency', 'Vila Serena, 8 out 2024 (Maré) – A ponte abriu.', portugueseText, 'A ponte abriu.'],
    ['with an agency in small letters', 'Oberlohe (nwd) – Die Brücke ist offen.', germanText, 'Die Brücke ist offen.'],
    [
      'with an English date',
      'Esk Island, 3 May (Tarn Press) – The bridge is open.',
      englishText,
      'The bridge is open.',
    ],
  ])('is no part of the first sentence: %s', (...[, text, rules, sentence]) => {
    expect(opening(text, rules)).toBe(sentence)
  })

  it('is not the name of somebody with their party', () => {
    const text = 'Ana Ruiz (SPD) – Bürgermeisterin seit Mai – hat die Brücke geöffnet.'
    expect(opening(text, germanText)).toBe(text)
  })
})
