import { describe, expect, it } from 'vitest'
import { readEvidence } from '../../../src/brief/evidence.ts'
import { checkStatement } from '../../../src/brief/verify/check-statement.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { readParagraphs } from '../../../src/text/paragraphs.ts'

const english = grammarFor('en')
const published = () => ({ headline: '', outlet: 'Example Times' })

/** Which checks object to a sentence that rests on all of a text, or on some of its sentences, counted from 1. */
function objections(
  text: string,
  statement: { readonly text: string; readonly speaker?: string; readonly context?: string },
  cited?: readonly number[],
): string[] {
  const evidence = readEvidence(text, english)
  const sentences = readParagraphs(text, english.text).flatMap((paragraph) => paragraph.sentences)
  const spans = sentences.filter((_, at) => cited === undefined || cited.includes(at + 1)).map(({ span }) => span)
  const found = checkStatement(
    { text: statement.text, speaker: statement.speaker ?? null, context: statement.context ?? '' },
    spans.map((span) => ({ evidence, span })),
    published,
  )
  return [...new Set(found.map(({ check }) => check))]
}

describe('each check', () => {
  it.each(english.checks.map((check) => [check.name, check] as const))(
    'objects to its bad example alone: %s',
    (name, check) => {
      expect(objections(check.passage, check.bad)).toContain(name)
      expect(objections(check.passage, check.good)).toEqual([])
    },
  )
})

describe('a sentence in other words', () => {
  const flood =
    'Water poured over the Kettle Gorge dam for eleven hours on Monday after a gate jammed. About 600 people left their homes, the county said. The ministry has ordered a review of 31 dams.'

  it.each([
    'Around 600 people left their homes, according to the county.',
    'The ministry ordered a review of 31 dams.',
    'A gate jammed at the Kettle Gorge dam on Monday, and water poured over it for eleven hours.',
  ])('stands: %s', (text) => {
    expect(objections(flood, { text })).toEqual([])
  })

  it.each([
    ['About 6,000 people left their homes, according to the county.', 'numbers'],
    ['At least 600 people left their homes, according to the county.', 'numbers'],
    ['Water poured over the dam for eleven hours on Tuesday after a gate jammed.', 'days'],
    ['The ministry has ordered a review of the Arrow Water dams.', 'names'],
    ['A careless gatekeeper let water pour over the dam.', 'vocabulary'],
  ])('falls: %s', (text, check) => {
    expect(objections(flood, { text })).toContain(check)
  })
})

describe('whose words a line tells', () => {
  const market =
    'General Miro Dast denied the attack. “We fired nothing,” he said.\n\nThree residents said they heard one explosion. One of them, a baker who gave his name only as Ilir, said there was no siren. “People were buying bread,” he said.'

  it.each([
    ['Ilir', 'said: “People were buying bread.”', [4]],
    ['Miro Dast', 'said “we fired nothing”.', [2]],
    ['Three residents', 'said they heard one explosion.', [3]],
  ])('stands for %s', (speaker, text, cited) => {
    expect(objections(market, { text, speaker }, [...cited, ...cited.map((each) => each + 1)])).toEqual([])
  })

  it.each([
    [
      'whom an article describes first and names then',
      'A police sergeant accused of kicking a man told a hearing that he had “slipped”. Sgt Dan Harrow, 41, denies misconduct over the arrest of Cal Reece.',
      { speaker: 'Sgt Dan Harrow', text: 'said he had “slipped”.', at: 1 },
    ],
    [
      'whom it calls by a title',
      'Sgt Dan Harrow denies misconduct. Mr Reece said he was asleep.\n\nGiving evidence, the sergeant said he had been tired. “It was a mistake,” he said.',
      { speaker: 'Sgt Dan Harrow', text: 'said: “It was a mistake.”', at: 4 },
    ],
    [
      'an office whose spokeswoman it does not introduce again',
      'The Rivers Authority said its gauge had recorded 11mm of rain. A spokeswoman said the figure was provisional.',
      { speaker: 'The Rivers Authority', text: 'said the figure was provisional.', at: 2 },
    ],
    [
      'who goes on after telling of others',
      'Warren Diehl said the orders had been met and that inspectors had not returned to check. “We have the invoices,” he said.',
      { speaker: 'Warren Diehl', text: 'said: “We have the invoices.”', at: 2 },
    ],
    [
      'who goes by papers',
      'Gordon Pell said the light had come on. According to maintenance records, he said, it was reported on Monday.',
      { speaker: 'Gordon Pell', text: 'said records show it was reported on Monday.', at: 2 },
    ],
    [
      'whom a writer names without “a”',
      'A former supervisor at the plant said managers had been warned. The supervisor, who spoke on condition of anonymity because of a severance agreement, said a scanner had been off “for weeks”.',
      { speaker: 'Former supervisor', text: 'said a scanner had been off “for weeks”.', at: 2 },
    ],
    [
      'firm that is “the company” then',
      'Kellaway Therapeutics makes the pills. A former supervisor said a scanner had been off.\n\nKellaway denied that. “No check was disabled,” the company said in a statement.',
      { speaker: 'Kellaway Therapeutics', text: 'said in a statement: “No check was disabled.”', at: 4 },
    ],
    [
      'who is told of behind what another denies',
      'Owen Prewett denied having told the railway not to improve its offer, as Ms Truscott has alleged.',
      { speaker: 'Ms Truscott', text: 'alleged that Owen Prewett told the railway not to improve its offer.', at: 1 },
    ],
  ])('stands for one %s', (_, text, { at, ...statement }) => {
    expect(objections(text, statement, [at])).toEqual([])
  })

  it.each([
    [
      'Sgt Dan Harrow denies misconduct. Ann Corby said the notes were false. “There was no threat,” she said.',
      { speaker: 'Sgt Dan Harrow', text: 'said: “There was no threat.”', at: 3 },
    ],
    [
      'Calder Water said the rain was heavy. A spokeswoman for the Rivers Authority said the figure was provisional.',
      { speaker: 'Calder Water', text: 'said the figure was provisional.', at: 2 },
    ],
    [
      'Warren Diehl and Ann Corby said the orders were met. Ann Corby said the inspectors had not come. “I have the invoices,” she said.',
      { speaker: 'Warren Diehl', text: 'said: “I have the invoices.”', at: 3 },
    ],
  ])('falls for another: %s', (text, { at, ...statement }) => {
    expect(objections(text, statement, [at])).not.toEqual([])
  })

  it.each([
    ['Miro Dast', 'said: “People were buying bread.”', [5]],
    ['Residents', 'said they heard one explosion.', [3]],
    ['Ilir', 'denied the attack.', [1]],
  ])('falls for %s', (speaker, text, cited) => {
    expect(objections(market, { text, speaker }, cited)).not.toEqual([])
  })

  it.each([
    [
      'A member of the study team, who asked not to be named, said the samples were lost.',
      'The study team',
      'said the samples were lost.',
    ],
    [
      'A senior official of the Tarnish government said an inquiry was under way.',
      'The Tarnish government',
      'said an inquiry was under way.',
    ],
    [
      'Two officials in the ministry said the bridge was unsafe.',
      'Officials in the ministry',
      'said the bridge was unsafe.',
    ],
    [
      'Dr Lena Orr, a surgeon at Brannock Hospital, said she was “not persuaded”.',
      'Brannock Hospital',
      'said it was “not persuaded”.',
    ],
    [
      'A Red Lantern relief coordinator said the figures were guesses.',
      'Red Lantern',
      'said the figures were guesses.',
    ],
    [
      'Aldous’s former assistant, Mick Harbin, said the pair had been told to be ready.',
      'Dean Aldous',
      'said the pair had been told to be ready.',
    ],
  ])('does not make more of an unnamed speaker: %s', (text, speaker, told) => {
    expect(objections(text, { text: told, speaker })).not.toEqual([])
  })

  it('names who was quoted by whom', () => {
    const text = 'Bill Stanner was quoted by the Evening Star as saying in private that “players come and go”.'
    expect(objections(text, { speaker: 'Bill Stanner', text: 'said “players come and go”.' })).toContain('second-hand')
    expect(
      objections(text, {
        speaker: 'Bill Stanner',
        text: 'was quoted by the Evening Star as saying in private that “players come and go”.',
      }),
    ).toEqual([])
  })

  it('is another’s where somebody answers within the sentence', () => {
    const text =
      'Lejla Brodt, the foreign minister, accused Vardan of having used the market as a store, a charge that Ruslan Teym rejected as “a lie told over coffins”.'
    expect(
      objections(text, { speaker: 'Ruslan Teym', text: 'rejected the charge as “a lie told over coffins”.' }),
    ).toEqual([])
    expect(objections(text, { speaker: 'Lejla Brodt', text: 'called it “a lie told over coffins”.' })).toContain(
      'quotations',
    )
  })
})

describe('what changes a meaning', () => {
  it.each([
    ['The official said the crane had not been inspected.', 'The official said the crane had been inspected.'],
    ['Police said they could not say whether the van was stolen.', 'Police said the van was stolen.'],
    [
      'The gate will close in May unless a buyer is found, the owner said.',
      'The owner said the gate will close in May.',
    ],
    ['If it is true, it is the dying he stole from, Ms Talb said.', 'Ms Talb said it is the dying he stole from.'],
    ['The results hold so far only in mice, the authors said.', 'The authors said the results hold in mice.'],
    ['Observers say the fire may have begun in the attic.', 'Observers say the fire began in the attic.'],
    ['The mayor supported parts of her plan, his office said.', 'The mayor supported her plan, his office said.'],
    ['Two men were charged with theft on Friday.', 'Two men were convicted of theft on Friday.'],
    [
      'The committee asked for a levy on freight, the chair said.',
      'The committee admitted a levy on freight, the chair said.',
    ],
    ['The store closed in June. Sales fell in July.', 'Sales fell in July because the store closed in June.'],
    ['The observers, all of them unarmed, came on Monday.', 'The observers, all of them armed, came on Monday.'],
    ['Neil Prow is a former director of Harrow Builders.', 'Neil Prow is a director of Harrow Builders.'],
    [
      'Ms Goss said the counter was broken for, she believes, two months.',
      'Ms Goss said the counter was broken for two months.',
    ],
    ['She showed a photograph of what she said was a shell.', 'She showed a photograph of a shell.'],
  ])('stays: %s', (passage, text) => {
    expect(objections(passage, { text })).not.toEqual([])
  })

  it('keeps a caveat, here or in another sentence of the brief', () => {
    const passage =
      'The general said the rocket came from the north. He cautioned that this was “an assessment, not a fact”.'
    const told = { speaker: 'The general', text: 'said the rocket came from the north.' }
    expect(objections(passage, told, [1])).toContain('caveats')
    expect(objections(passage, { ...told, context: 'He called it “an assessment, not a fact”.' }, [1])).toEqual([])
  })

  it('does not ask for the caveat of another statement', () => {
    const passage = 'Ms Rao said the account held £60,000, but denied that she had opened it.'
    expect(objections(passage, { speaker: 'Ms Rao', text: 'said the account held £60,000.' })).toEqual([])
  })
})

describe('quotations', () => {
  it.each([
    [
      '“I asked Curtis if we were doing this,” Tull said, “and he said everybody was.”',
      'Tull said: “I asked Curtis if we were doing this, and he said everybody was.”',
      [],
    ],
    [
      '“We are a small charity,” she said. “But the beds are open.”',
      'She said “we are a small charity, but the beds are open”.',
      ['quotations'],
    ],
    [
      'He said: “It was a mistake, and somebody will answer for it.”',
      'He said it was “a mistake, and somebody must answer for it”.',
      ['quotations'],
    ],
    ['The paper said the plan was sound.', 'The paper called the plan “sound”.', ['quotations']],
  ])('are those of the article: %s', (passage, text, expected) => {
    expect(objections(passage, { text }).filter((name) => name === 'quotations')).toEqual(expected)
  })
})
