import { describe, expect, it } from 'vitest'
import { renderTerminal } from '../../src/adapters/terminal/render.ts'
import { styleFor } from '../../src/adapters/terminal/style.ts'
import { responsesOf } from '../../src/chat/story-lines.ts'
import { noAddresses } from '../../src/digest/addresses.ts'
import { layoutDigest } from '../../src/digest/layout.ts'
import { layoutBrief } from '../../src/digest/layout-brief.ts'
import { verifyAnswer } from '../fakes/answers.ts'
import { article, story } from '../fakes/articles.ts'

const url = 'https://times.example/dam'
const told = story(
  article(
    [
      'Water poured over the Kettle Gorge dam for eleven hours on Monday. The ministry has ordered a review of 31 dams.',
      'Two people briefed on the inquiry said the gate had failed its last inspection. Arrow Water denied this in a statement: “Every gate passed inspection in May.”',
      'Petra Lind, mayor of Lower Weir, said: “We were warned forty minutes too late.” She said the sirens had stayed silent all night.',
      'Gatemaker Ltd did not respond to requests for comment. Why the gate jammed is not known. The dam was built in 1962 by the old water board.',
    ].join('\n\n'),
    { url, headline: 'Ministry orders review after dam spill' },
  ),
)
const answer = {
  check: 'c',
  headline: 'Ministry orders review after dam spill',
  happened: [
    'Water poured over the Kettle Gorge dam for eleven hours on Monday. [1]',
    'The ministry has ordered a review of 31 dams. [2]',
  ],
  speakers: [
    {
      name: 'Two people briefed on the inquiry',
      standing: '',
      says: ['said the gate had failed its last inspection. [3]'],
    },
    {
      name: 'Arrow Water',
      standing: '',
      says: ['denied this in a statement: “Every gate passed inspection in May.” [4]'],
      answers: '3',
    },
    {
      name: 'Petra Lind',
      standing: 'mayor of Lower Weir',
      says: [
        'said: “We were warned forty minutes too late.” [5]',
        'She said the sirens had stayed silent all night. [6]',
      ],
    },
  ],
  unknown: ['Why the gate jammed is not known. [8]'],
  silences: ['Gatemaker Ltd did not respond to requests for comment. [7]'],
  context: ['The dam was built in 1962. [9]'],
}

function briefOf(given: object = answer) {
  return verifyAnswer(given, told).brief
}

const layout = { number: 1, claims: 12, addresses: noAddresses }

describe('a brief in sentences', () => {
  it('has one line a speaker, the answer below the charge, and each sentence its evidence', () => {
    const { claims, summaryEvidence, silences, unknown, background } = layoutBrief(briefOf(), layout)
    expect(
      claims.map(({ speaker, words, responses }) => [speaker, words, responses.map((each) => each.speaker)]),
    ).toEqual([
      ['Two people briefed on the inquiry', 'said the gate had failed its last inspection.', ['Arrow Water']],
      ['Petra Lind, mayor of Lower Weir', 'said: “We were warned forty minutes too late.”', []],
    ])
    expect(claims[1]?.further?.map(({ words, mark }) => [words, mark])).toEqual([
      ['She said the sirens had stayed silent all night.', '6'],
    ])
    expect(summaryEvidence?.map(({ mark }) => mark)).toEqual(['1', '2'])
    expect(claims[1]?.evidence).toMatch(/^https:\/\/times\.example\/dam#:~:text=Petra%20Lind/)
    expect(silences).toEqual(['Gatemaker Ltd did not respond to requests for comment.'])
    expect(unknown?.map(({ words }) => words)).toEqual(['Why the gate jammed is not known.'])
    expect(background).toEqual([])
  })

  it('tells its background where the whole of it is shown', () => {
    const { background } = layoutBrief(briefOf(), { ...layout, claims: Number.POSITIVE_INFINITY })
    expect(background?.map(({ title, sentences }) => [title, sentences.map(({ words }) => words)])).toEqual([
      ['Context', ['The dam was built in 1962.']],
    ])
  })

  it('is prose that a newsroom reads', () => {
    const text = renderTerminal([layoutBrief(briefOf(), layout)], styleFor({ columns: 120 }, true))
    expect(text).toContain('• Petra Lind, mayor of Lower Weir, said: “We were warned forty minutes too late.”')
    expect(text).toContain('↳ Arrow Water denied this in a statement: “Every gate passed inspection in May.”')
    expect(text).not.toContain('claims one step away')
  })

  it('keeps an exchange whole where there is no room for all', () => {
    const { claims, moreClaims } = layoutBrief(briefOf(), { ...layout, claims: 2 })
    expect(claims.map(({ speaker }) => speaker)).toEqual(['Two people briefed on the inquiry'])
    expect(moreClaims).toBe(1)
  })

  it('marks what we put in', () => {
    const { claims } = layoutBrief(briefOf({ ...answer, speakers: [answer.speakers[0], answer.speakers[2]] }), layout)
    expect(claims.map(({ speaker, isAdded = false }) => [speaker, isAdded])).toContainEqual(['Arrow Water', true])
  })
})

describe('a speaker who answers a charge and says more', () => {
  const market = story(
    article(
      [
        'Col. Ruslan Teym said fragments of a shell had been found in the market.',
        'Lejla Brodt accused Vardan of hiding munitions there. Teym rejected that as “a lie told over coffins”.',
      ].join('\n\n'),
      { headline: 'Strike on Kesh market' },
    ),
  )

  it('has the answer alone below the charge', () => {
    const { brief } = verifyAnswer(
      {
        headline: 'Strike on Kesh market',
        speakers: [
          { name: 'Lejla Brodt', standing: '', says: ['accused Vardan of hiding munitions there. [2]'] },
          {
            name: 'Col. Ruslan Teym',
            standing: '',
            says: [
              'said fragments of a shell had been found in the market. [1]',
              'He rejected that as “a lie told over coffins”. [3]',
            ],
            answers: '2',
          },
        ],
      },
      market,
    )
    const { claims } = layoutBrief(brief, layout)
    expect(
      claims.map(({ speaker, words, responses }) => [speaker, words, responses.map((each) => each.words)]),
    ).toEqual([
      ['Lejla Brodt', 'accused Vardan of hiding munitions there.', ['He rejected that as “a lie told over coffins”.']],
      ['Col. Ruslan Teym', 'said fragments of a shell had been found in the market.', []],
    ])
  })
})

describe('what the outlet says of a claim', () => {
  const memo = story(
    article(
      [
        'Petra Lind said she had sent a memorandum in May. The Times has seen it but could not establish who read it. Her supervisor did not reply to messages.',
        'Arrow Water declined to comment.',
      ].join('\n\n'),
      { headline: 'Dam spill' },
    ),
  )

  it('stands behind that claim where the article has it there, and else below', () => {
    const { brief } = verifyAnswer(
      {
        headline: 'Dam spill',
        speakers: [{ name: 'Petra Lind', standing: '', says: ['said she had sent a memorandum in May. [1]'] }],
        unknown: ['The Times has seen it but could not establish who read it. [2]'],
        silences: ['Her supervisor did not reply to messages. [3]', 'Arrow Water declined to comment. [4]'],
      },
      memo,
    )
    const { claims, unknown, silences } = layoutBrief(brief, layout)
    expect(claims.map(({ further }) => further?.map(({ words }) => words))).toEqual([
      ['The Times has seen it but could not establish who read it.', 'Her supervisor did not reply to messages.'],
    ])
    expect([unknown, silences]).toEqual([[], ['Arrow Water declined to comment.']])
  })
})

describe('what the article says within the sentence of a claim', () => {
  it('stands right behind that claim, not behind the one before, and before what its speaker says further', () => {
    const survey = story(
      article(
        [
          'Otto Berg, the harbour master, said stocks had moved north.',
          'Ida Lund of the survey called the trend clear, but the estimate for the south could be out by a quarter. She said she had told officials so in May.',
        ].join(' '),
        { headline: 'Stocks' },
      ),
    )
    const { brief } = verifyAnswer(
      {
        headline: 'Stocks',
        speakers: [
          { name: 'Otto Berg', standing: 'harbour master', says: ['said stocks had moved north. [1]'] },
          {
            name: 'Ida Lund',
            standing: '',
            says: ['called the trend clear. [2]', 'She said she had told officials so in May. [3]'],
          },
        ],
        unknown: ['The estimate for the south could be out by a quarter. [2]'],
      },
      survey,
    )
    const { claims, unknown } = layoutBrief(brief, layout)
    expect(claims.map(({ further }) => further?.map(({ words }) => words))).toEqual([
      undefined,
      ['The estimate for the south could be out by a quarter.', 'She said she had told officials so in May.'],
    ])
    expect(unknown).toEqual([])
  })
})

describe('a remark that only points at the line before it', () => {
  const count = story(
    article(
      [
        'Lena Sorel, the candidate, said three districts had reported nine hours late.',
        'The commission attributed the delay to a power cut. An official conceded that this did not account for all of it.',
        'Ivo Brand, a rival, called her demand “a tantrum”.',
      ].join('\n\n'),
      { headline: 'Count' },
    ),
  )
  const said = [
    { name: 'Lena Sorel', standing: 'candidate', says: ['said three districts had reported nine hours late. [1]'] },
    { name: 'Ivo Brand', standing: 'a rival', says: ['called her demand “a tantrum”. [4]'] },
    {
      name: 'The commission',
      standing: '',
      says: ['attributed the delay to a power cut. [2]'],
      answers: '1',
    },
    { name: 'An official', standing: '', says: ['conceded that this did not account for all of it. [3]'] },
  ]

  it('goes below that line, where that line moves below the charge that it answers', () => {
    const { claims } = layoutBrief(verifyAnswer({ headline: 'Count', speakers: said }, count).brief, layout)
    expect(claims.map(({ speaker }) => speaker)).toEqual(['Lena Sorel, candidate', 'Ivo Brand, a rival'])
    const [first] = claims
    expect(first?.responses.map(({ speaker }) => speaker)).toEqual(['The commission'])
    expect(first?.responses[0]?.responses.map(({ words }) => words)).toEqual([
      'conceded that this did not account for all of it.',
    ])
  })

  it('keeps its place where it says itself what it is about', () => {
    const whole = said.with(3, {
      name: 'An official',
      standing: '',
      says: ['conceded that a power cut did not account for all of it. [2 3]'],
    })
    const { claims } = layoutBrief(verifyAnswer({ headline: 'Count', speakers: whole }, count).brief, layout)
    expect(claims.map(({ speaker }) => speaker)).toEqual(['Lena Sorel, candidate', 'Ivo Brand, a rival', 'An official'])
  })
})

describe('a story of many speakers', () => {
  const names = ['Ruiz', 'Lind', 'Cole', 'Reed', 'Orr', 'Harrow', 'Pell', 'Diehl']
  const text = names.map((name) => `Ana ${name} said the ${name.toLowerCase()} bridge was safe.`)
  const many = story(article(text.join('\n\n'), { headline: 'Bridges' }))
  const { brief } = verifyAnswer(
    {
      headline: 'Bridges',
      speakers: names.map((name, at) => ({
        name: `Ana ${name}`,
        standing: '',
        says: [`said the ${name.toLowerCase()} bridge was safe. [${at + 1}]`],
      })),
    },
    many,
  )

  it('has its first lines in a digest, and all of them where it stands alone', () => {
    const digest = {
      name: 'Morning',
      at: '2026-11-24T08:00:00Z',
      zone: 'Europe/London',
      briefs: [brief],
      followUps: new Map(),
      more: 0,
      feeds: { total: 1, failing: [] },
    }
    const [shown] = layoutDigest(digest, noAddresses).filter((block) => block.kind === 'story')
    expect([shown?.claims.length, shown?.moreClaims]).toEqual([6, 2])
    expect(layoutBrief(brief, layout).claims).toHaveLength(8)
  })
})

describe('an answer that fails', () => {
  const text =
    'Luz Arriaga said the crew “knew about the brakes”. Cascadia Air said all four crew members denied that remark. Arriaga said she had a ticket.'
  const flight = story(article(text, { headline: 'Flight', outlet: 'The Ledger', url: null }))
  const shown = (answered: string, of = flight) => {
    const speakers = [
      { name: 'Luz Arriaga', standing: '', says: ['said the crew “knew about the brakes”. [1]'] },
      { name: 'Cascadia Air', standing: '', says: [answered], answers: '1' },
    ]
    const { brief } = verifyAnswer({ headline: 'Flight', speakers }, of)
    return layoutBrief(brief, layout).claims
  }

  it('has the outlet’s own sentence in its place, so that the charge does not stand alone', () => {
    const [charge, ...more] = shown('said all fourteen crew members denied that remark. [2]')
    expect(charge?.further?.map(({ words }) => words)).toEqual([
      'The Ledger: “Cascadia Air said all four crew members denied that remark.” (added by Onrecord)',
    ])
    expect(more).toEqual([])
  })

  it('has none where the sentence does not say alone who is meant', () => {
    const leaning = story(article(text.replace('Cascadia Air said all', 'It said all'), { headline: 'Flight' }))
    const [charge] = shown('said all fourteen crew members denied that remark. [2]', leaning)
    expect(charge?.further).toBeUndefined()
  })
})

describe('a sentence that fails and has no other beside it', () => {
  const text =
    'Luz Arriaga said the crew “knew about the brakes”. Bruno Ach, a surveyor, put the cost at 95 crowns. The court put the fine at 31 crowns.'
  const flight = story(article(text, { headline: 'Flight', outlet: 'The Ledger', url: null }))
  const background = (given: object) => {
    const speakers = [{ name: 'Luz Arriaga', standing: '', says: ['said the crew “knew about the brakes”. [1]'] }]
    const { brief } = verifyAnswer({ headline: 'Flight', speakers, ...given }, flight)
    const whole = layoutBrief(brief, { ...layout, claims: Number.POSITIVE_INFINITY })
    return (whole.background ?? []).map(({ title, sentences }) => [title, sentences.map(({ words }) => words)])
  }

  it.each([
    [
      'a speaker’s only one',
      {
        speakers: [
          { name: 'Luz Arriaga', standing: '', says: ['said the crew “knew about the brakes”. [1]'] },
          { name: 'Bruno Ach', standing: '', says: ['put the cost at 59 crowns. [2]'] },
        ],
      },
      'The Ledger: “Bruno Ach, a surveyor, put the cost at 95 crowns.” (added by Onrecord)',
    ],
    [
      'one of the background',
      { context: ['The court put the fine at 13 crowns. [3]'] },
      'The Ledger: “The court put the fine at 31 crowns.” (added by Onrecord)',
    ],
  ])('has the outlet’s own in its place: %s', (_, given, quoted) => {
    expect(background(given)).toEqual([['Context', [quoted]]])
  })

  it('has none of an article whose publisher limits what is shown of it', () => {
    const limited = story({
      ...article(text, { headline: 'Flight', outlet: 'The Ledger', url: null }),
      shown: { most: 60, said: 'max-snippet:60' },
    })
    const happened = [
      'The court put the fine at 31 crowns. [3]',
      'Luz Arriaga said the crew “knew about the brakes”. [1]',
    ]
    const { brief } = verifyAnswer(
      { headline: 'Flight', happened, context: ['Bruno Ach put the cost at 95 crowns. [2]'] },
      limited,
    )
    expect(brief.withheld.map(({ finding }) => finding)).toContain('display-limit')
    const block = layoutBrief(brief, { ...layout, claims: Number.POSITIVE_INFINITY })
    expect(JSON.stringify(block)).not.toContain('The Ledger: “')
  })

  it('has none if the outlet’s own is cited elsewhere', () => {
    const happened = ['The court put the fine at 31 crowns. [3]']
    expect(background({ happened, context: ['The court put the fine at 13 crowns. [3]'] })).toEqual([])
  })
})

describe('a speaker who has several entries', () => {
  const dam = story(
    article(
      [
        'Arrow Water said the gate had passed an inspection in May.',
        'Petra Lind, the mayor, said the siren had been switched off since spring. Arrow Water, which owned the siren, said that it had been fully operational. Lind said she had a photograph of the switch.',
      ].join('\n\n'),
      { headline: 'Dam spill' },
    ),
  )
  const entries = [
    { name: 'Arrow Water', standing: 'owned the siren', says: ['said the gate had passed an inspection in May. [1]'] },
    { name: 'Petra Lind', standing: 'mayor', says: ['said the siren had been switched off since spring. [2]'] },
    { name: 'Arrow Water', standing: '', says: ['said that it had been fully operational. [3]'], answers: '2' },
    { name: 'Petra Lind', standing: 'mayor', says: ['said she had a photograph of the switch. [4]'], answers: '3' },
  ]
  const shown = (speakers: readonly object[]) => {
    const { brief } = verifyAnswer({ headline: 'Dam spill', speakers }, dam)
    return layoutBrief(brief, layout).claims
  }

  it('has each in a line of its own, below what it answers, so that “it” is what it was', () => {
    const [gate, siren, ...more] = shown(entries)
    expect([gate?.words, gate?.further ?? []]).toEqual(['said the gate had passed an inspection in May.', []])
    expect(siren?.words).toBe('said the siren had been switched off since spring.')
    const [answering] = siren?.responses ?? []
    expect(answering?.words).toBe('said that it had been fully operational.')
    expect(answering?.responses.map(({ words }) => words)).toEqual(['said she had a photograph of the switch.'])
    expect(more).toEqual([])
  })

  it('is said once who it is', () => {
    const all = shown(entries).flatMap((line) => [line, ...responsesOf(line)])
    expect(all.map(({ speaker }) => speaker)).toEqual([
      'Arrow Water (owned the siren)',
      'Petra Lind, mayor',
      'Arrow Water',
      'Petra Lind',
    ])
  })

  it('keeps an entry that answers nothing apart as well', () => {
    const words = shown(entries.map(({ name, standing, says }) => ({ name, standing, says }))).map((line) => line.words)
    expect(words).toEqual(entries.map(({ says }) => (says[0] ?? '').replace(/ \[\d\]$/, '')))
  })
})

describe('who a speaker is', () => {
  it.each([
    ['Ana Ruiz', 'mayor of Tarn', 'Ana Ruiz, mayor of Tarn'],
    ['Ana Ruiz', 'managing director of the ministry', 'Ana Ruiz, managing director of the ministry'],
    ['The ministry', 'transport ministry', 'The ministry'],
    ['Mines Inspectorate', 'visited the site on Monday', 'Mines Inspectorate (visited the site on Monday)'],
  ])('stands beside the name where it says more: %s, %s', (name, standing, label) => {
    const text = `${name} said the bridge was safe. Ana Ruiz is mayor of Tarn and managing director of the ministry. The transport ministry and the Mines Inspectorate visited the site on Monday.`
    const single = story(article(text, { headline: 'Bridge' }))
    const { brief } = verifyAnswer(
      {
        headline: 'Bridge',
        speakers: [{ name, standing, says: ['said the bridge was safe. [1]'] }],
      },
      single,
    )
    expect(layoutBrief(brief, layout).claims.map(({ speaker }) => speaker)).toEqual([label])
  })
})

describe('the role of a speaker', () => {
  const role = (text: string, name: string, standing: string) => {
    const dam = story(article(text, { headline: 'Dam' }))
    const says = ['said the dam was safe. [1]']
    const { brief } = verifyAnswer({ headline: 'Dam', speakers: [{ name, standing, says }] }, dam)
    return layoutBrief(brief, layout).claims.map(({ speaker }) => speaker)
  }

  it.each([
    [
      'tells what they do in brackets',
      'Mora Tate, who speaks for the boatmen, said the dam was safe.',
      'Mora Tate',
      'speaks for the boatmen',
      'Mora Tate (speaks for the boatmen)',
    ],
    [
      'may stand in the passage alone',
      'Two trustees, who asked not to be named while the talks continue, said the dam was safe.',
      'Two trustees',
      'asked not to be named while the talks continue',
      'Two trustees (asked not to be named while the talks continue)',
    ],
    [
      'may name a relative by the other’s word',
      'Ida Orr, whose brother drove the train, said the dam was safe.',
      'Ida Orr',
      'sister of the driver',
      'Ida Orr, sister of the driver',
    ],
    [
      'is no relative of whom the article names beside somebody else',
      'Ida Orr said the dam was safe. Ana Holm, whose brother drove the train, was not there.',
      'Ida Orr',
      'sister of the driver',
      'Ida Orr',
    ],
  ])('%s', (...[, text, name, standing, shown]) => {
    expect(role(text, name, standing)).toEqual([shown])
  })
})
