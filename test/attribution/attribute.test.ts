import { describe, expect, it } from 'vitest'
import { attribute } from '../../src/attribution/attribute.ts'
import { speakerName } from '../../src/domain/claim.ts'
import { grammarFor } from '../../src/language/grammars.ts'

describe('a role', () => {
  it.each([
    ['Last week its chief executive, Grant Holt, told investors that the strike was over.', 'chief executive'],
    ['On Monday the mayor, Ana Ruiz, said that it was late.', 'mayor'],
    ['The late director of the museum, Ana Ruiz, had said that it was late.', 'late director of the museum'],
    ['Weekend editor Ana Ruiz said that it was late.', 'Weekend editor'],
    ['Swimmers’ club chair Ana Ruiz said that it was late.', 'Swimmers’ club chair'],
  ])('is what somebody is, without when they spoke: %s', (text, role) => {
    expect(attribute(text, grammarFor('en'))[0]?.speaker).toMatchObject({ kind: 'person', role })
  })
})

describe('a body named behind its kind', () => {
  it.each([
    ['Haulage firm Orme accused the port of delay.', 'Orme'],
    ['Haulage firm Tarp and Co accused the port of delay.', 'Tarp and Co'],
    ['Law firm Ruiz & Partners denied the charge.', 'Ruiz & Partners'],
    ['Insurance company Halvard said the claim was paid.', 'Halvard'],
    ['Building firm Lind and Sons said the steel was sound.', 'Lind and Sons'],
  ])('is called by its name: %s', (text, name) => {
    const [first] = attribute(text, grammarFor('en'))
    expect(first?.speaker && speakerName(first.speaker)).toBe(name)
  })
})

describe('attribute finds who said what', () => {
  it.each<[string, readonly string[]]>([
    ['“We had no choice,” said Ana Ruiz.', ['Ana Ruiz / says / “We had no choice,”']],
    ['Ana Ruiz said the bridge would close.', ['Ana Ruiz / says / the bridge would close']],
    ['The bridge will close, Ana Ruiz said.', ['Ana Ruiz / says / The bridge will close']],
    ['“We tried,” Ana Ruiz said, “and we failed.”', ['Ana Ruiz / says / “We tried,” … “and we failed.”']],
    ['According to the fire service, nobody was hurt.', ['the fire service / says / nobody was hurt']],
    [
      'According to a diplomat close to the talks, the sides have met twice.',
      ['a diplomat close to the talks / says / the sides have met twice'],
    ],
    ['Ana Ruiz, the mayor of Tarn, denied that the steel was weak.', ['Ana Ruiz / denies / that the steel was weak']],
    [
      'Two people briefed on the inquiry said the gate had failed.',
      ['Two people briefed on the inquiry / says / the gate had failed'],
    ],
    [
      'Its director, Tomas Lind, told reporters on Friday that the plan was dead.',
      ['Tomas Lind / says / that the plan was dead'],
    ],
    [
      'The company confirmed that it had the letter but denied that it mattered.',
      ['The company / confirms / that it had the letter', 'The company / denies / that it mattered'],
    ],
    [
      'Two officials, who spoke on condition of anonymity, said the ministry received a report on cracks in March.',
      ['Two officials, who spoke on condition of anonymity / says / the ministry received a report on cracks in March'],
    ],
    [
      'The energy minister, Paula Reyes, on Monday denied that the plant leaks.',
      ['Paula Reyes / denies / that the plant leaks'],
    ],
    [
      'Ana Ruiz said “it was a trap,” and his sister said she agreed.',
      ['Ana Ruiz / says / “it was a trap,”', 'his sister / says / she agreed'],
    ],
    ['His brother, Tomas Lind, backed him: “He always does,” Lind said.', ['Tomas Lind / says / “He always does,”']],
    ['Clarke said that was a lie.', ['Clarke / rejects / that was a lie']],
  ])('in: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each<[string, string]>([
    ['Lind and Sons did not respond to requests for comment.', 'did not respond'],
    ['The ministry declined to comment.', 'declines to comment'],
    ['The driver could not be reached for comment.', 'could not be reached'],
    ['A spokesman was not available for comment.', 'could not be reached'],
  ])('when nothing is said: %s', (text, act) => {
    expect(attribute(text, grammarFor('en')).map((each) => each.act)).toEqual([act])
  })

  it('gives each of two who would not speak a silence of their own', () => {
    const text = 'Neither Mayor Lena Holt nor police chief Omar Said would discuss the gas.'
    expect(attribute(text, grammarFor('en')).map(({ act, speaker }) => [act, speaker && speakerName(speaker)])).toEqual(
      [
        ['declines to comment', 'Lena Holt'],
        ['declines to comment', 'Omar Said'],
      ],
    )
  })

  it('does not take “the company” for a union', () => {
    const text = 'Cabin crew will strike on Friday, their union said.\n\nThe company did not answer questions.'
    expect(found(text).at(-1)).toBe('The company / did not respond / questions')
  })

  it('resolves pronouns and short names to the full one', () => {
    const text =
      'Ana Ruiz, the mayor of Tarn, spoke on Monday.\n\nShe said the bridge would close.\n\n“It is old,” Ruiz said.'
    expect(attribute(text, grammarFor('en')).map(({ speaker }) => speaker)).toEqual([
      { kind: 'person', name: 'Ana Ruiz', role: 'mayor of Tarn' },
      { kind: 'person', name: 'Ana Ruiz', role: 'mayor of Tarn' },
    ])
  })

  it('resolves “he” to whom the sentence names', () => {
    const text =
      'An official said talks had failed. When President Tomas Lind was asked about it, he answered: “I am talking to them.”'
    expect(found(text).at(-1)).toBe('Tomas Lind / says / “I am talking to them.”')
  })

  it('gives the next quoted sentence to the one who is speaking', () => {
    expect(found('“We are late,” said Ana Ruiz. “We know it, and we are sorry.”')).toEqual([
      'Ana Ruiz / says / “We are late,” … “We know it, and we are sorry.”',
    ])
  })

  it('keeps a speech that is reopened in the next paragraph with its speaker', () => {
    expect(
      found(
        '“The bridge is old,” Ana Ruiz said. “It was built by hand.\n\n“It will be missed by everyone who knew it.”',
      ),
    ).toEqual([
      'Ana Ruiz / says / “The bridge is old,” … “It was built by hand.',
      'Ana Ruiz / says / “It will be missed by everyone who knew it.”',
    ])
  })

  it('gives a quotation that opens a paragraph to whoever the one before announces', () => {
    expect(found('Ana Ruiz put it bluntly:\n\n“It will be missed by everyone who knew it.”')).toEqual([
      'Ana Ruiz / says / “It will be missed by everyone who knew it.”',
    ])
  })

  it.each([
    'The so-called “miracle bridge” will close on Monday.',
    'The film “A Bridge Too Old” opens on Friday.',
    'The report is due in May, and the claims office will open in June.',
    'Two witnesses asked not to be named.',
  ])('finds nobody speaking in: %s', (text) => {
    expect(attribute(text, grammarFor('en'))).toEqual([])
  })

  it.each([
    '“We are late,” said Ana Ruiz.',
    '"We are late," said Ana Ruiz.',
    '«We are late», said Ana Ruiz.',
    '„We are late,“ said Ana Ruiz.',
    '‘We are late,’ said Ana Ruiz.',
  ])('reads the marks of %s', (text) => {
    expect(
      attribute(text, grammarFor('en')).map(({ form, speaker }) => [form, speaker && speakerName(speaker)]),
    ).toEqual([['direct', 'Ana Ruiz']])
  })

  it.each(['The council has not said whether the bridge will close.', 'The interior ministry did not deny the leak.'])(
    'marks as denied what was not said: %s',
    (text) => {
      expect(attribute(text, grammarFor('en')).map(({ negated }) => negated)).toEqual([true])
      expect(
        attribute(text.replace(/has not|did not/, 'has'), grammarFor('en')).map(({ negated }) => negated),
      ).not.toContain(true)
    },
  )

  it('keeps second-hand reports, and tells in whose words they stand', () => {
    const hops = attribute('Jon Moe said his lawyer told him that the council had denied the report.', grammarFor('en'))
    expect(hops.map(({ speaker, within }) => [speaker && speakerName(speaker), within])).toEqual([
      ['Jon Moe', null],
      ["Jon Moe's lawyer", 0],
      ['the council', 1],
    ])
  })

  it('tells how many the unnamed are, and why they are not named', () => {
    const [official] = attribute(
      'Two officials said the deal was dead. They asked not to be named because they were not allowed to discuss it.',
      grammarFor('en'),
    )
    expect(official?.speaker).toEqual({
      kind: 'unnamed',
      description: 'Two officials',
      count: 2,
      reason: 'because they were not allowed to discuss it',
    })
  })

  it.each<[string, string]>([
    ['Residents were told by the mayor that the water was safe.', 'the mayor / says / that the water was safe'],
    ['Sanders was asked whether he would run.', 'null / asks / whether he would run'],
    ['As Ana Ruiz put it, the bridge was a gift.', 'Ana Ruiz / says / the bridge was a gift'],
    ['The bridge, Ana Ruiz said, is a gift.', 'Ana Ruiz / says / The bridge … is a gift'],
    ['Lind rejected Ruiz’s claim that the bridge was safe.', 'Ruiz / says / the bridge was safe'],
    ['It was suggested that the gate had jammed.', 'null / says / that the gate had jammed'],
    ['New bridge will cost twice as much, study says', 'study / says / New bridge will cost twice as much'],
    [
      'According to the union, more than 1,200 lorries use the bridge.',
      'the union / says / more than 1,200 lorries use the bridge',
    ],
    ['Mayor Says Bridge Will Close For Winter', 'Mayor / says / Bridge Will Close For Winter'],
  ])('reads other shapes: %s', (text, expected) => {
    expect(found(text)).toContain(expected)
  })

  it('reads a quotation with the space on the wrong side of its mark', () => {
    expect(found('Wilma Kern said," It was late and cold". She left.')).toEqual([
      'Wilma Kern / says / " It was late and cold"',
    ])
  })

  it.each<[string, string, string | null]>([
    ['Hedda Stroud said she would stay. Tam Orrell objected. “I stay,” she said.', '“I stay,”', 'Hedda Stroud'],
    ['Mayor denies it\n\nMayor Lena Holt denied the report on Monday.', 'it', 'Lena Holt'],
    ['Ruth Abel asked whether Jon Moe knew. “No, I never knew,” he replied.', '“No, I never knew,”', 'Jon Moe'],
    [
      'The Regional Water Board (RWB) met on Monday. The RWB said the lake was low.',
      'the lake was low',
      'Regional Water Board',
    ],
  ])('resolves speakers through the text: %s', (text, words, name) => {
    const attribution = attribute(text, grammarFor('en')).find(({ content }) =>
      content.some(({ start, end }) => text.slice(start, end) === words),
    )
    expect(attribution?.speaker && speakerName(attribution.speaker)).toBe(name)
  })

  it('tells where it was said', () => {
    const venues = (text: string) =>
      attribute(text, grammarFor('en')).map(({ venue }) => venue && text.slice(venue.start, venue.end))
    expect(venues('Ana Ruiz told CNN on Friday that the plan was dead.')).toEqual(['told CNN on Friday'])
    expect(venues('The union said in a statement on Monday it would strike.')).toEqual(['in a statement on Monday'])
  })
})

/** "speaker / act / words", pieces that stand apart joined by a gap. */
function found(text: string): string[] {
  return attribute(text, grammarFor('en')).map(
    ({ speaker, act, content }) =>
      `${speaker && speakerName(speaker)} / ${act} / ${content.map(({ start, end }) => text.slice(start, end)).join(' … ')}`,
  )
}

describe('“the company” after an accusation', () => {
  const sources = (text: string) =>
    attribute(text, grammarFor('en')).map(({ speaker, act }) => [speaker && speakerName(speaker), act])

  it('is the accused where it denies, and where whoever accused is none', () => {
    expect(
      sources(
        'Campaigners accused Norwind of hiding a report about bats. The company denied the accusation and said the report would come out in May.',
      ),
    ).toEqual([
      ['Campaigners', 'accuses'],
      ['Norwind', 'denies'],
      ['Norwind', 'says'],
    ])
    expect(sources('Lind Foods accused Acme of copying its jars. The company denied it had copied anything.')).toEqual([
      ['Lind Foods', 'accuses'],
      ['Acme', 'denies'],
    ])
  })

  it('is who spoke before where nobody is accused', () => {
    expect(sources('Lind Foods said sales had fallen. The company denied that jobs would go.').at(-1)).toEqual([
      'Lind Foods',
      'denies',
    ])
  })
})
