import { describe, expect, it } from 'vitest'
import { readEvidence } from '../../../src/brief/evidence.ts'
import { checkStatement } from '../../../src/brief/verify/check-statement.ts'
import { grammarFor } from '../../../src/language/grammars.ts'

const english = grammarFor('en')

/** Which checks object to a sentence that rests on one of a text's sentences, or on all of them. */
function objections(
  text: string,
  statement: string,
  { speaker, cited = '' }: { speaker?: string; cited?: string } = {},
) {
  const evidence = readEvidence(text, english)
  const at = text.indexOf(cited)
  const span = cited === '' ? { start: 0, end: text.length } : { start: at, end: at + cited.length }
  const found = checkStatement(
    { text: statement, speaker: speaker ?? null, context: '' },
    [{ evidence, span }],
    () => ({ headline: '', outlet: 'Example Times' }),
  )
  return [...new Set(found.map(({ check }) => check))]
}

describe('a sentence of a model stands where it', () => {
  it.each<[what: string, passage: string, statement: string, speaker?: string]>([
    [
      'names a plea that was made in words',
      'Otto Berg stood as the clerk at Esk Crown Court read out four counts of theft. He answered “not guilty” to each.',
      'Otto Berg pleaded not guilty at Esk Crown Court to four counts of theft.',
    ],
    [
      'tells a silence without what the outlet adds of other things',
      'The trustees did not respond to a request for comment, although a sign at the gate says that no job is at risk.',
      'The trustees did not respond to a request for comment.',
    ],
    [
      'says about what somebody would not speak',
      'Sergeant Ana Holm was asked why it had taken three years to bring charges. She would not be drawn.',
      'Sergeant Ana Holm would not be drawn on why charges took three years.',
    ],
    [
      'gives a share for a figure that the passage calls a percentage',
      'The percentage on the table is 7.4 over two years. Otto Berg, the manager, called it the best offer in a decade.',
      'called 7.4 per cent over two years the best offer in a decade.',
      'Otto Berg',
    ],
    [
      'says “exceed” for “more than”',
      'The council said in May that the gap would be more than $5 million.',
      'The council said in May the gap would exceed $5 million.',
    ],
    [
      'describes a thing by the day of another sentence',
      'What came down the Esk last Saturday was not only rain. By Monday officials were speaking of 73 dead.',
      'By Monday officials spoke of 73 dead in last Saturday’s Esk flood.',
    ],
    [
      'is somebody’s view',
      'For Dr Ana Holm, a surveyor who was not involved, money is not the main difficulty. The active pump hums, so people could have guessed which one they had.',
      'said people could have guessed which pump they had.',
      'Dr Ana Holm',
    ],
    [
      'goes on from what somebody said before',
      'In a long response Otto Berg said he had paid. He had no share in the firm, the letter stated, “now or ever”.',
      'said he had no share in the firm, “now or ever”.',
      'Otto Berg',
    ],
    [
      'denies what others say',
      'Two divers say the study was shelved in the spring. Not so, according to the spokesperson.',
      'denied that the study was shelved.',
      'A spokesperson',
    ],
    [
      'quotes an answer of an interview',
      'Q: When did you know of the gap?\n\nA: We work with guesses, and guesses move.',
      'Asked when she knew of the gap, she said “guesses move”.',
    ],
    [
      'has the title of a work in marks',
      'Now “Woman in a Yellow Coat”, painted around 1909 by Emil Castor, has been taken down by the Esk Museum.',
      'The Esk Museum has taken down “Woman in a Yellow Coat”, painted around 1909 by Emil Castor.',
    ],
    [
      'tells who an account came from',
      'A third account came from a volunteer with the group Open Yard, who said that all observers were told to leave.',
      'said all observers were told to leave.',
      'A volunteer',
    ],
    [
      'is said by somebody whom the article first describes and then names',
      'Minister Radu Quell promised an inquiry.\n\nAmong the survivors was a belt operator who had left early. He said he had heard no alarm. The operator, Anders Mbeki-Holt, 29, was burnt.',
      'said he had heard no alarm.',
      'Anders Mbeki-Holt',
    ],
    [
      'is said by “he” of a paragraph that begins with him',
      'Otto Berg said the report had been made to the guards.\n\nHe has never disputed that. In a letter to the panel, which this newspaper has seen, he called it “a slip”.',
      'called it “a slip”.',
      'Otto Berg',
    ],
    [
      'tells whose words somebody heard, by the verb of the article',
      'Two players gave evidence. One is understood to have said that Berg’s coach boasted of “a line to the kitchen”.',
      'is understood to have said that Berg’s coach boasted of “a line to the kitchen”.',
      'One of two players',
    ],
    [
      'is what a family says, of heirs',
      'The heirs of Rosa Lind say the picture was taken. The family contends that the receipt is forged.',
      'contend that the receipt is forged.',
      'Heirs of Rosa Lind',
    ],
    [
      'is what somebody says for the body named before',
      'The Esk Pilots’ Union said it had warned Tarn Air twice about flight numbers. “They were told in May and in June,” said its general secretary, Otto Berg.',
      'said Tarn Air was warned about flight numbers in May and in June.',
      'Otto Berg',
    ],
    [
      'tells what a body is about to decide',
      'The inspectorate confirmed that it had received a letter and was deciding whether to open a review.',
      'The inspectorate is deciding whether to open a review.',
    ],
    [
      'counts the same beside other numbers',
      'A memo dated May 22, seen by us, puts the flow at between 130 and 150. Two diplomats confirmed that it was genuine.',
      'A memo, which two diplomats confirmed was genuine, puts the flow at between 130 and 150.',
    ],
    [
      'has a unit that the article says once',
      'The report found that the train had passed the points at 88 kilometres an hour, 18 above the limit.',
      'The report found that the train had passed the points 18 kilometres an hour above the limit.',
    ],
  ])('%s', (...[, passage, statement, speaker]) => {
    expect(objections(passage, statement, speaker === undefined ? {} : { speaker })).toEqual([])
  })
})

describe('a sentence of a model falls where it', () => {
  it.each<[what: string, passage: string, statement: string, check: string, speaker?: string]>([
    [
      'drops the “not” of a plea',
      'Otto Berg stood as the clerk read out four counts of theft. He answered “not guilty” to each.',
      'Otto Berg pleaded guilty to four counts of theft.',
      'negations',
    ],
    [
      'drops a “not” at the end',
      'The money was not there, Ana Holm says.',
      'says the money was there.',
      'negations',
      'Ana Holm',
    ],
    [
      'drops “nobody”',
      'Residents say nobody was turned away at the yard.',
      'say engineers were turned away at the yard.',
      'negations',
      'Residents',
    ],
    [
      'says that somebody disputed what they did not',
      'Mr Berg did not dispute the boards, he told the council.',
      'disputed the boards.',
      'negations',
      'Mr Berg',
    ],
    [
      'does not doubt what somebody doubted',
      'Otto Berg said he had found no minutes of the meeting and doubted that it had taken place.',
      'said he had found no minutes of the meeting but did not doubt that it took place.',
      'negations',
      'Otto Berg',
    ],
    [
      'joins what “rather than” parts',
      'To her eye the deal was aggressive rather than plainly improper, said Ana Holm.',
      'said the deal was aggressive and plainly improper.',
      'negations',
      'Ana Holm',
    ],
    [
      'makes “none” of “not all”',
      'A spokeswoman cautioned that not all of the reports had been checked.',
      'cautioned that none of the reports had been checked.',
      'negations',
      'A spokeswoman',
    ],
    [
      'leaves out that something is the second of its kind',
      'It is the first stoppage at the country’s second-largest port in 22 years.',
      'It is the first stoppage at the country’s largest port in 22 years.',
      'limiters',
    ],
    [
      'turns one relative into another',
      'The boat was paid for out of his late wife’s pension, the lawyer said.',
      'The boat was paid for out of his late mother’s pension, the lawyer said.',
      'directions',
    ],
    [
      'names a side of the court for the other',
      'It was reduced after an accountant for the defence traced several payments.',
      'It was reduced after an accountant for the prosecution traced several payments.',
      'directions',
    ],
    [
      'makes something shown of what is said',
      'The heirs of Rosa Lind say the picture was taken. The family contends that the receipt is forged.',
      'have shown that the receipt is forged.',
      'verbs',
      'Heirs of Rosa Lind',
    ],
    [
      'has another season',
      'The report is not expected before the new year, the office said.',
      'The report is not expected before next summer, the office said.',
      'days',
    ],
    [
      'makes a rate of a sum',
      'Otto Berg said that £340,000 had been spent on the yard since 2022.',
      'said that £340,000 a year had been spent on the yard since 2022.',
      'numbers',
      'Otto Berg',
    ],
    [
      'has vague times of another length',
      'The museum says it was sold some months before.',
      'says it was sold some years before.',
      'numbers',
      'The museum',
    ],
    [
      'gives a rate for another time',
      'The mine would draw between 95 and 140 litres a second, Otto Berg said.',
      'The mine would draw between 95 and 140 litres a minute, Otto Berg said.',
      'numbers',
    ],
    [
      'has the other number with a unit that the article says once',
      'The report found that the train had passed the points at 88 kilometres an hour, 18 above the limit.',
      'The report found that the train had passed the points at 18 kilometres an hour, above the limit.',
      'numbers',
    ],
    [
      'has a rate that the article has of nothing',
      'The report found that the train had passed the points at 88 kilometres an hour, 18 above the limit.',
      'The report found that the train had passed the points 18 kilometres a minute above the limit.',
      'numbers',
    ],
    [
      'has another unit of length',
      'The two jets were 0.7 miles apart at the closest point, the bureau said.',
      'The two jets were 0.7 kilometres apart at the closest point, the bureau said.',
      'numbers',
    ],
    [
      'makes former members of members',
      'The charge is made in a letter by two members of staff.',
      'The charge is made in a letter by two former members of staff.',
      'limiters',
    ],
    [
      'leaves out what a figure leaves out',
      'Otto Berg said the figure of 1,200 jobs included suppliers.',
      'said the figure of 1,200 jobs excluded suppliers.',
      'directions',
      'Otto Berg',
    ],
    [
      'negates what matters to a ban',
      'But the quantity matters to the length of any ban.',
      'The quantity does not matter to the length of any ban.',
      'negations',
    ],
    [
      'states what somebody only fears',
      'Ana Holm said outside the hall that she feared he was being made a scapegoat.',
      'said he was being made a scapegoat.',
      'hedges',
      'Ana Holm',
    ],
    [
      'states what is only said to be so',
      'The painting was given by Otto Berg, who was reported to have bought it from a dealer.',
      'The painting was given by Otto Berg, who is known to have bought it from a dealer.',
      'hedges',
    ],
    [
      'states a figure that was left open',
      'The accounts indicate that the share may have been closer to 51 cents.',
      'The accounts indicate that the share was 51 cents.',
      'hedges',
    ],
    [
      'tells as done what lies ahead',
      'The committee will next inspect the steel.',
      'The committee has now inspected the steel.',
      'unrealised',
    ],
  ])('%s', (...[, passage, statement, check, speaker]) => {
    expect(objections(passage, statement, speaker === undefined ? {} : { speaker })).toContain(check)
  })

  it('has a figure that stands nearby, where the passage has others', () => {
    const text = 'The governor announced 41 on Saturday night. On Wednesday the toll fell from 73 to 58.'
    const cited = 'On Wednesday the toll fell from 73 to 58.'
    expect(objections(text, 'On Wednesday the toll fell from 73 to 41.', { cited })).toContain('numbers')
    expect(objections(text, 'On Wednesday the toll fell from 73 to 58.', { cited })).toEqual([])
  })

  it('has a name that stands nearby, where the passage points at nobody', () => {
    const text = 'The order came from Otto Berg, the clerk says. Ana Holm, the founder, left in May.'
    const cited = 'The order came from Otto Berg, the clerk says.'
    expect(objections(text, 'The order came from Ana Holm, the clerk says.', { cited })).toContain('names')
  })
})
