import { describe, expect, it } from 'vitest'
import { readText } from '../../../src/article/read-text.ts'
import { rulesByline, writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { noAddresses } from '../../../src/digest/addresses.ts'
import { layoutBrief } from '../../../src/digest/layout-brief.ts'
import { speakerLabel, speakerName } from '../../../src/domain/claim.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

const guessed =
  /I should|I would rather|Let them|he was sorry|denied|the charge|Ask my wife|unbearable|refused to be drawn|two members/

/** Kinds of text in which words were put into a mouth that was not theirs; each was misread by an earlier version. */
function read(text: string) {
  const told = story(readText(`Notes of the day\n\n${text}`))
  const { brief, findings } = verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor })
  return {
    brief,
    lines: brief.claims.map(({ speaker, words }) => `${speakerName(speaker)}: ${words}`),
    withheld: findings.map(({ kind }) => kind),
  }
}

describe('a name behind whoever speaks for somebody', () => {
  it.each<[string, string, object]>([
    [
      'is who speaks, where the body was named before',
      'A spokesman for the company, Henk Valois, said the gate was sound.',
      { kind: 'person', name: 'Henk Valois', role: 'spokesman for the company' },
    ],
    [
      'is the body, where it tells what that is called',
      'A spokesperson for the fishing body, Pysgota Cymru, said the quota was fair.',
      { kind: 'unnamed', description: 'A spokesperson for the fishing body, Pysgota Cymru' },
    ],
    [
      'is who speaks, behind an office',
      'Leader of the Opposition Sunanda Rathore said the tender was a sham.',
      { kind: 'person', name: 'Sunanda Rathore', role: 'Leader of the Opposition' },
    ],
    [
      'is who speaks, behind an office of a place',
      'The mayor of Tarn Ana Ruiz said the bridge was sound.',
      { kind: 'person', name: 'Ana Ruiz', role: 'mayor of Tarn' },
    ],
    [
      'is a place, and nobody is named',
      'The mayor of New York City said the bridge was sound.',
      { kind: 'unnamed', description: 'The mayor of New York City' },
    ],
    [
      'is whose kin speaks, who is not named',
      'The wife of President Ana Ruiz said the bridge was sound.',
      { kind: 'unnamed', description: 'The wife of President Ana Ruiz' },
    ],
  ])('%s', (_, text, expected) => expect(read(text).brief.claims[0]?.speaker).toMatchObject(expected))
})

describe('a name behind kin, or behind somebody’s lawyer', () => {
  it.each([
    ['The family of one patient, Mary Tuohy, said the ward was empty.', 'The family of one patient, Mary Tuohy'],
    ['The parents of one victim, Devon Clarke, said police lied to them.', 'The parents of one victim, Devon Clarke'],
  ])('is not theirs where they are several: %s', (text, description) =>
    expect(read(text).brief.claims[0]?.speaker).toMatchObject({ kind: 'unnamed', description }),
  )

  it.each([
    'The widow of the driver, Hamid Karimi, said he was not drunk.',
    'The brother of another victim, Aisha Noor, said the brakes had failed.',
    'A lawyer for the accused, Tom Reed, said the brakes had failed.',
    'A spokesman for the minister, Tom Reed, said the brakes had failed.',
  ])('may be either’s where it is one: %s', (text) => {
    const { lines, withheld } = read(text)
    expect([lines, withheld]).toEqual([[], ['speaker-unclear']])
  })
})

describe('a name with small words in it', () => {
  it.each([
    ['Port manager Pieter van der Merwe said the offer was final.', 'Pieter van der Merwe'],
    ['Club president Khalid al-Harbi said the offer was final.', 'Khalid al-Harbi'],
    ['The lawyer, Ana dos Santos, said the offer was final.', 'Ana dos Santos'],
    ['Senator Joaquín de la Cruz said the offer was final.', 'Joaquín de la Cruz'],
    ['The mayor, Giulia della Torre, said the offer was final.', 'Giulia della Torre'],
    ['A doctor at the civil hospital, Dr. Faisal Khan, said the offer was final.', 'Faisal Khan'],
  ])('is a name: %s', (text, name) => {
    const speaker = read(text).brief.claims[0]?.speaker
    expect([speaker?.kind, speaker && speakerLabel(speaker)]).toEqual([
      'person',
      expect.stringContaining(name) as string,
    ])
  })
})

describe('what limits a statement behind “but”', () => {
  it.each([
    ['Maria Lopez said she could speak, but only in court.', 'she could speak, but only in court'],
    [
      'The airline said all jets were inspected daily, but not at night.',
      'all jets were inspected daily, but not at night',
    ],
    ['Ann Poe confirmed she took the cash, but not that she kept it.', 'she took the cash, but not that she kept it'],
    ['Ann Poe accused the mayor of theft, but not of fraud.', 'the mayor of theft, but not of fraud'],
    [
      'Hallow Water admitted releasing sewage in May, but only after anglers found dead trout.',
      'releasing sewage in May',
    ],
    ['Ann Poe said the bridge was safe, but Tom Reed said it was not.', 'the bridge was safe'],
  ])('stays, unless the outlet goes on: %s', (text, words) => expect(read(text).brief.claims[0]?.words).toBe(words))

  it('is missed where a draft drops it', () => {
    const told = story(readText('Notes of the day\n\nMaria Lopez said she could speak, but only in court.'))
    const draft = writeByRules(told, grammarFor)
    const [claim] = draft.claims
    if (!claim) throw new Error('nothing was claimed')
    const { start } = claim.citation.span
    const cut = {
      ...claim,
      words: 'she could speak',
      citation: { ...claim.citation, span: { start, end: start + 42 } },
    }
    const { findings } = verify({ ...draft, claims: [cut] }, told, { byline: rulesByline, grammarFor })
    expect(findings.map(({ kind }) => kind)).toContain('qualifier-dropped')
  })
})

describe('when something was said', () => {
  it.each([
    ['The man told a friend “I did it for you” hours after his employer was stabbed.', '“I did it for you”'],
    [
      'Tom Reed said “I did it for you and nobody else” shortly after his arrest.',
      '“I did it for you and nobody else”',
    ],
    ['Tom Reed said the bridge “would fall” days after the flood.', 'the bridge “would fall” days after the flood'],
  ])('is the outlet’s behind a quotation alone: %s', (text, words) =>
    expect(read(text).brief.claims[0]?.words).toBe(words),
  )
})

describe('whoever writes', () => {
  it('is no speaker, nor is their desk', () =>
    expect(read('Our desk is calling Tarn for Ana Ruiz. My mother told me that the bridge was shut.').lines).toEqual(
      [],
    ))
})

describe('a name in capitals before a statement', () => {
  const told = 'The old dam above the town failed on Monday because nobody repaired its gate.'
  const summaryOf = (text: string) => read(text).brief.summary.map((sentence) => sentence.text)

  it.each([
    ['a colon', `SMITH: ${told}`],
    [
      'a dash, in the middle of a text',
      `The council met on Tuesday in the town hall for three hours.\n\nSMITH — ${told}`,
    ],
  ])('and %s makes it no news of ours', (_, text) => expect(summaryOf(text).join(' ')).not.toContain('dam'))

  it.each([
    ['a colon, of a place that the text tells of', `TARN: ${told} Shops in Tarn were closed all of Tuesday.`],
    ['a dash, in front of the text', `TARN — ${told}`],
    ['an agency', `TARN (River Post): ${told}`],
  ])('and %s says where it was filed', (_, text) => expect(summaryOf(text)).toContain(told))
})

describe('whom “he” and “she” mean', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'is the one whom the sentence before, in the same paragraph, tells of',
      'Police Chief Ramiro Sande said five officers were hurt. “Nobody warned us,” said Jo Abbey, of the tenants’ league.\n\nSande denied that. “My officers showed restraint,” he said on Friday.',
      ['Ramiro Sande: “My officers showed restraint”'],
    ],
    [
      'is a pundit and not the station that he told it to',
      'The winger Emil Dorsen was banned on Monday.\n\nThe former Wales international Gareth Hollis told Radio Severn the ban was too short. “I would have given him a year,” he said.',
      ['Gareth Hollis: “I would have given him a year”'],
    ],
    [
      'is a mother and never her son',
      'Odile Marsh baked for fifty years. Her death was confirmed by her son, Julian Marsh, who said she had died at home.\n\nShe never had a lesson. “I learned from being hungry,” she said in 1988.',
      ['Odile Marsh: “I learned from being hungry”'],
    ],
    [
      'is one of those whom the text has just told of, and no general before them',
      'The chief of staff, General Miro Adane, denied it. Three residents said they had heard a blast.\n\nOne of them, a baker, said there had been no siren. “People were buying melons,” he said.',
      ['one of three residents, a baker: “People were buying melons”'],
    ],
  ])('%s', (_, text, expected) => expect(read(text).lines).toEqual(expect.arrayContaining([...expected])))

  it.each([
    [
      'of two who may be meant',
      'The mayor of Lowmoor, Adaeze Hollin, resigned on Friday. The report, written by the auditor Fergal Lyle, runs to 180 pages. “I should have told them in May,” she said.',
    ],
    [
      'where somebody else spoke last',
      'Edith Marsh was a baker. The Prime Minister, Anna Fairley, said Marsh had been “a friend to millions”.\n\nIn her last interview she was asked how she wished to be remembered. “I would rather not be,” she said.',
    ],
    [
      'where two bear the name that was spoken of',
      'Basil Kolm, the food minister, and his nephew, Nitin Kolm, left early. Hema Joshi, a teacher, said the kitchen was closed.\n\nKolm left by the back door. “Let them walk,” he said to reporters.',
    ],
    [
      'of the detective and whom he arrested',
      'Detective Rob Laine arrested Karl Dunmore in May. He said he was sorry.',
    ],
    [
      'of a judge and whom he sentenced',
      'Judge Rob Laine sentenced Karl Dunmore to four years. He said he was sorry for it.',
    ],
    [
      'of a prosecutor and the accused',
      'The prosecutor, Karl Dunmore, told the court that Laine had planned the raid. He denied the charge.',
    ],
    [
      'of who asked and who answered',
      'The reporter Eva Marron asked Robin Laine whether he would go. “Ask my wife,” he said.',
    ],
    [
      'of a man and his wife',
      'Len Garrold punched the air. His wife, Jean, rolled her eyes. “He will be unbearable,” she said.',
    ],
    ['of the accused and who accuses', 'Lena Forde accused Dale Mossop of bullying. He refused to be drawn.'],
    [
      'of an outlet that was named since',
      'Finch and Company said its rating stood. Bloom Daily first reported the talks on Monday. It said two members had been asked.',
    ],
  ])('is not guessed %s: withheld, and counted', (_, text) => {
    const { lines, withheld } = read(text)
    expect(lines.filter((line) => guessed.test(line))).toEqual([])
    expect(withheld).toContain('speaker-unclear')
  })
})

describe('who is named', () => {
  it.each([
    ['The chief of the port, Anna Fairley, said the crane had been “a danger to everybody”.', 'Anna Fairley'],
    ['The Prime Minister, Anna Fairley, said the crane had been “a danger to everybody”.', 'Anna Fairley'],
    ['A spokesman for Northmere Water, Petr Lund, said the pipes were sound.', 'Petr Lund'],
    ['Harcourt Bellamy analyst Dinesh Rao said the forecast was “hard to defend”.', 'Dinesh Rao'],
    ['“She would ring you at six,” recalled Beatrice Long, who produced the programme.', 'Beatrice Long'],
    ['Deputy Finance Minister Lena Sirok said the offer had never been made.', 'Lena Sirok'],
    ['According to police, Bowen was due to testify on Monday.', 'police'],
    [
      'According to a person briefed on the talks, who asked not to be named because the talks are private, the owner wants to sell.',
      'a person briefed on the talks',
    ],
    ['HALBROOK (Valley Wire) — Three men were arrested after a raid, police said.', 'police'],
    ['Nov 6 (Valley Wire) - Corvane Instruments said it would close two plants.', 'Corvane Instruments'],
  ])('is the one that the sentence has: %s', (text, name) => {
    expect(read(text).brief.claims.map(({ speaker }) => speakerName(speaker))).toEqual([name])
  })

  it('is an unnamed worker, and nobody else’s silence', () => {
    const { brief } = read('Jack Bellow runs the mill. A worker who declined to be named said two doors were chained.')
    expect(brief.claims.map(({ speaker: { kind }, act, words }) => [kind, act, words])).toEqual([
      ['unnamed', 'says', 'two doors were chained'],
    ])
  })
})

describe('nobody is given', () => {
  it.each([
    [
      'an order that a court gave them',
      'Dale R. Whitby, 61, was released on bond and ordered to surrender his passport.',
      /surrender/,
    ],
    [
      'what a clause tells of them',
      'A clerk was charged with stealing $2 million, money that prosecutors say paid for a lake house.',
      /clerk was charged/,
    ],
    [
      'what stands behind a relative clause',
      'The gates, which the office said met the rules, gave way at noon.',
      /gave way/,
    ],
    [
      'a report in passing',
      'A nurse was dismissed after reporting unsafe staffing, an employment tribunal has ruled.',
      /tribunal/,
    ],
    ['words of a thing', 'For retired firefighters, the charges confirmed months of rumour about the depot.', /rumour/],
    [
      'a verb that neither admits nor denies',
      'The bank neither admitted nor denied wrongdoing in the case.',
      /wrongdoing/,
    ],
    ['patients that were admitted', 'The hospital admitted nine people after the fire.', /nine people/],
    ['homes that a fire claimed', 'The fire claimed two homes on Monday night.', /two homes/],
    ['a gate that was slammed into', 'The car slammed into the gates of the depot.', /gates/],
    [
      'deaths that somebody else counted',
      'The storm killed twelve people, officials said, and left homes dark, according to the utility Coastal Electric.',
      /^Coastal Electric/,
    ],
    [
      'a sentence behind a post without a stop',
      'The driver wrote on a message board: “We knew it would fall” He deleted the post an hour later.',
      /deleted/,
    ],
    [
      'somebody of the paragraph before, where a place brings somebody in',
      'Minister Radu Quell promised an inquiry.\n\nAmong the survivors was a belt operator who had left early. He said he had heard no alarm.',
      /Quell.*alarm/,
    ],
    [
      'the one behind “by”, where “she” was told something',
      'The complaint was made by a student. She was told by a departmental administrator to wait. She said that she had lost her desk.',
      /administrator.*desk/,
    ],
    ['half a denial', 'Marsh always denied it, and the case was settled out of court.', /settled/],
  ])('%s', (_, text, wrong) => {
    expect(read(text).lines.filter((line) => wrong.test(line))).toEqual([])
  })

  it('an outlet that they did not speak to', () => {
    const told = (text: string) => {
      const about = story(article(`The harbour is old.\n\n${text}`, { outlet: 'Tidewater Courier' }))
      const { claims } = layoutBrief(
        verify(writeByRules(about, grammarFor), about, { byline: rulesByline, grammarFor }).brief,
        {
          number: null,
          claims: 9,
          addresses: noAddresses,
        },
      )
      return claims.map(({ speaker, manner, words }) => [speaker, ...manner, words].join(' '))
    }
    for (const text of [
      'A harbour official announced on Monday that turnout was 61 per cent.',
      'A harbour official told this newspaper that turnout was 61 per cent.',
    ])
      expect(told(text)).toEqual([text])
  })
})

describe('what stands between somebody and what they said', () => {
  it.each([
    ['that they hardly said it', 'Rob Laine hardly denied that he had been there that night.'],
    ['that they are said to have', 'Ann Colley reportedly said that the dam was safe for years.'],
    ['that they were wrong', 'Ann Colley falsely denied that she took the money from the till.'],
    ['that few do', 'Few experts say that the dam is safe for another winter.'],
    [
      'that another quotes them',
      'President Olena Savka was quoted by the newspaper Den as saying in private that she trusted nobody.',
    ],
  ])('is not left out: %s', (_, text) => expect(read(text).lines).toEqual([]))

  it.each([
    ['Deputy mayor Ann Colley said the road was safe. Colley said it had been tested.', 'deputy mayor'],
    ['Former minister Rob Laine said the road was safe. Laine said it had been tested.', 'former minister'],
    [
      'Former Tidewell adviser Carl Wynnet said the road was safe. Wynnet said it had been tested.',
      'former Tidewell adviser',
    ],
  ])('nor is what makes an office another one: %s', (text, role) => {
    const roles = read(text).brief.claims.map(({ speaker }) => (speaker.kind === 'person' ? speaker.role : null))
    expect(roles).toEqual([role, role])
  })

  it.each([
    ['Hanna Voss accuses Adrian Keele of forging signatures.', 'accuses'],
    ['Hanna Voss has called for a public inquiry into the fire.', 'has called for'],
    ['The minister, Hanna Voss, always denied that she knew of it.', 'always denied'],
    ['Governor Edgar Ruizo called the figure premature.', 'called'],
  ])('nor is the verb changed, or its tense: %s', (text, verb) => {
    const about = story(article(`${'The bridge is old.\n\n'.repeat(4)}${text}`))
    const { brief } = verify(writeByRules(about, grammarFor), about, { byline: rulesByline, grammarFor })
    const { claims } = layoutBrief(brief, { number: null, claims: 9, addresses: noAddresses })
    expect(claims.map(({ words }) => words.startsWith(`${verb} `))).toEqual([true])
  })
})

describe('both halves of a quotation', () => {
  it.each([
    ['“The pitch was awful,” said Hanna Haig. “We lost.”', '“The pitch was awful,” … “We lost.”'],
    [
      '“Whenever the tide turns,” Hanna Pell said, pointing at the chart, “we lose another yard of beach.”',
      '“Whenever the tide turns,” … “we lose another yard of beach.”',
    ],
  ])('are told, or neither is: %s', (text, words) => {
    expect(read(text).brief.claims.map((claim) => claim.words)).toEqual([words])
  })
})

describe('limiters and qualifiers', () => {
  it.each([
    ['Kate Nguen said hardly anyone had slept there since June.', 'hardly anyone had slept there since June'],
    ['The mayor, Ana Doyle, said only 40 of 212 homes had been repaired.', 'only 40 of 212 homes had been repaired'],
    ['The council said nearly all of the beds were gone.', 'nearly all of the beds were gone'],
    [
      'A diplomat said early signs pointed to a rocket, but that this was “an assessment, not a fact”.',
      'early signs pointed to a rocket, but that this was “an assessment, not a fact”',
    ],
    ['Ana Doyle said bluntly that the plan had failed.', 'the plan had failed'],
  ])('stay with what they limit: %s', (text, words) => {
    expect(read(text).brief.claims.map((claim) => claim.words)).toEqual([words])
  })

  it.each([
    ['hardly anyone had slept there since June', 'anyone had slept there since June', 'limiter-dropped'],
    ['only two of nine pumps had worked', 'two of nine pumps had worked', 'limiter-dropped'],
    ['the pumps had rarely been tested at night', 'the pumps had been tested at night', 'limiter-dropped'],
    ['officers had a report that a siren had failed to sound', 'a siren had failed to sound', 'qualifier-dropped'],
    ['it was a rocket, but that this was not confirmed by anybody', 'it was a rocket', 'qualifier-dropped'],
  ])('are found where a writer drops them: of “%s” “%s”', (said, told, kind) => {
    const about = story(article(`Ana Doyle, the mayor, said ${said}.`))
    const [written, ...rest] = writeByRules(about, grammarFor).claims
    if (!written || rest.length > 0) throw new Error('one claim was expected')
    const draft = { ...writeByRules(about, grammarFor), claims: [{ ...written, words: told }] }
    expect(verify(draft, about, { byline: rulesByline, grammarFor }).findings.map((finding) => finding.kind)).toContain(
      kind,
    )
  })
})
