import type { Range } from '../../report.ts'
import { GermanWords } from './clause-words.ts'
import { nounPhrase } from './noun-phrases.ts'
import { subjectBefore, subjectOf } from './subjects.ts'

/** A German sentence, with its noun phrases and subjects. */
export class GermanSentence extends GermanWords {
  phraseAfter(from: number): Range | undefined {
    return nounPhrase(this, from)
  }

  subjectBefore(verb: number, floor = 0): Range | undefined {
    return subjectBefore(this, verb, floor)
  }

  subjectOf(verb: number, floor = 0): Range | undefined {
    return subjectOf(this, verb, floor)
  }
}
