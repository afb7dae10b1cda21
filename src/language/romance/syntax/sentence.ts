import type { Range } from '../../report.ts'
import { RomanceClause } from './clause-words.ts'
import { nounPhrase } from './noun-phrases.ts'
import { subjectBefore, subjectOf } from './subjects.ts'

/** A sentence of a Romance language: the subject mostly comes before its verb, and may be left out. */
export class RomanceSentence extends RomanceClause {
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
