import type { PlacedReport } from '../../report.ts'
import type { Rule } from '../../rule.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { prepositions } from '../words/function-words.ts'
import { verbs } from '../words/verbs.ts'
import { type GermanPlace, made } from './clause-bounds.ts'

/** How far behind “wie … ” and the name its verb may be, in tokens. */
const farthestVerb = 14

/** Sources that stand in an aside, beside or between what they said. */
export const asides: readonly Rule<GermanPlace, PlacedReport>[] = [
  {
    name: '“so” with a name, behind or between the words',
    example: 'Der Damm sei sicher, so Ana Ruiz.',
    counterExample: 'Der Damm sei sicher, so sehr er auch wackle.',
    find: ({ sentence, at }) => {
      const isBehind = sentence.isMark(at - 1, ',') || sentence.isDash(at - 1) || sentence.isQuotation(at - 1)
      if (sentence.word(at) !== 'so' || !isBehind) return undefined
      const source = sentence.phraseAfter(at + 1)
      if (!source || !endsAside(sentence, source.to)) return undefined
      const mark = sentence.find((each) => sentence.isClauseMark(each), source.to, sentence.end)
      const to = mark < 0 ? sentence.end : mark
      const content = [
        { from: 0, to: at },
        { from: to, to: sentence.end },
      ]
      return made(sentence, source, { cue: { from: at, to: at + 1 }, content })
    },
  },
  {
    name: '“wie … sagte” around or beside the words',
    example: 'Wie Ana Ruiz sagte, ist der Damm sicher.',
    counterExample: 'Wie Ana Ruiz geht, ist ein Rätsel.',
    find: asSomebodySaid,
  },
]

/** Returns true if only the end, a mark, or a time and place follow. */
function endsAside(sentence: GermanSentence, at: number): boolean {
  return (
    at >= sentence.end ||
    sentence.isClauseMark(at) ||
    sentence.isQuotation(at) ||
    sentence.isMark(at, ')') ||
    sentence.isIn(at, prepositions) ||
    /^(?:weiter|gestern|heute|bitter|abschließend)$/.test(sentence.word(at))
  )
}

function asSomebodySaid({ sentence, at }: GermanPlace): PlacedReport | undefined {
  const opens = at <= 1 || sentence.isMark(at - 1, ',(') || sentence.isDash(at - 1)
  if (sentence.word(at) !== 'wie' || !opens) return undefined
  const source = sentence.phraseAfter(at + 1)
  if (!source) return undefined
  const verb = sentence.find(
    (each) => isCueForm(sentence, each),
    source.to,
    Math.min(sentence.end, source.to + farthestVerb),
  )
  if (verb < 0 || sentence.some((each) => sentence.isMark(each, ';:'), at, verb)) return undefined
  const close = sentence.find((each) => sentence.isMark(each, ',):') || sentence.isDash(each), verb)
  const to = close < 0 ? sentence.end : close
  // “Burt Rutan, Chef der Firma, mitteilte”.
  const named =
    sentence.isMark(source.to, ',') && sentence.isMark(verb - 1, ',') ? { from: source.from, to: verb - 1 } : source
  const content = [
    { from: 0, to: at },
    { from: to, to: sentence.end },
  ]
  return made(sentence, named, { cue: { from: verb, to }, content })
}

/** “mitteilte”, “bekannt gab”; but not “sich … nannte”. */
function isCueForm(sentence: GermanSentence, at: number): boolean {
  if (sentence.isCapital(at) || sentence.word(at).startsWith('nann')) return false
  const word = sentence.word(at)
  // “wie er ausgeht”: in such a clause a separable verb is one word.
  const isWhole = verbs.finite.get(word)?.some(({ particle }) => particle === undefined) ?? false
  return word === 'bekannt' || isWhole || verbs.participles.has(word)
}
