import type { PlacedReport } from '../../report.ts'
import type { Rule } from '../../rule.ts'
import { around, type GermanPlace, made } from './clause-bounds.ts'
import { isOpinionBefore, namedSource, ownerIn, phraseBefore, sourceStart } from './source-phrases.ts'

/** The words that name a source without a verb, and everything around them as what it says. */
export const accordingTo: readonly Rule<GermanPlace, PlacedReport>[] = [
  {
    name: '“laut” or “nach Angaben” in front of its source',
    example: 'Laut Ana Ruiz ist der Damm sicher.',
    counterExample: 'Der Damm ist laut.',
    find: ({ sentence, at }) => {
      const first = sourceStart(sentence, at)
      const phrase = first === undefined ? undefined : namedSource(sentence, first)
      if (!phrase) return undefined
      const whole = { from: at, to: phrase.to }
      const cue = { from: at, to: first ?? at + 1 }
      return made(sentence, ownerIn(sentence, phrase), { cue, content: around(sentence, whole) })
    },
  },
  {
    name: '“zufolge” or “nach” behind its source',
    example: 'Der Damm ist einer Studie zufolge sicher.',
    counterExample: 'Der Damm hat eine Reihe von Mängeln zur Folge.',
    find: ({ sentence, at }) => {
      const isBehind = sentence.word(at) === 'zufolge' || isOpinionBefore(sentence, at)
      if (!isBehind) return undefined
      const source = phraseBefore(sentence, at)
      if (!source) return undefined
      const whole = { from: source.from, to: at + 1 }
      return made(sentence, source, { cue: { from: at, to: at + 1 }, content: around(sentence, whole) })
    },
  },
  {
    name: '“demnach”: what was reported before goes on',
    example: 'Demnach ist der Damm sicher.',
    counterExample: 'Danach ist der Damm gebrochen.',
    find: ({ sentence, at }) => {
      const word = sentence.word(at)
      const isReported = /^(?:demnach|wonach|demzufolge|hiernach)$/.test(word)
      const isAfterwards = word === 'danach' && sentence.some((each) => sentence.isReporting(each))
      if (!isReported && !(isAfterwards && at === 0)) return undefined
      const content =
        word === 'wonach' || at === 0
          ? [{ from: at + 1, to: sentence.end }]
          : around(sentence, { from: at, to: at + 1 })
      const itself = { from: at, to: at + 1 }
      const told = word === 'wonach' ? sentence.phraseAfter(0) : undefined
      if (told && told.to === at - 1) return made(sentence, told, { cue: itself, content })
      return made(sentence, itself, { cue: itself, content })
    },
  },
]
