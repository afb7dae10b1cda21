import type { Range } from '../../report.ts'
import { adverbs, isSmall, prepositions } from '../words/function-words.ts'
import { GermanWords } from './clause-words.ts'
import { nounPhrase } from './noun-phrases.ts'
import { subjectAfter, subjectBefore, subjectOf } from './subjects.ts'

/** A German sentence, with its noun phrases and subjects. */
export class GermanSentence extends GermanWords {
  phraseAfter(from: number): Range | undefined {
    return nounPhrase(this, from)
  }

  override speakerBefore(colon: number): Range | undefined {
    return super.speakerBefore(colon) ?? this.#subjectOfUnknown(colon)
  }

  protected override unknownActor(from: number): Range | undefined {
    return from === 0 ? this.#subjectOfUnknown(this.end) : undefined
  }

  /** “Die Firma empfindet die Kritik als falsch: …”: the second place holds the verb, whichever it is. */
  #subjectOfUnknown(colon: number): Range | undefined {
    const opening = this.isIn(0, prepositions) ? undefined : this.phraseAfter(0)
    const verb = opening?.to ?? (this.isIn(0, adverbs) ? 1 : -1)
    const isVerb =
      verb > 0 && verb < colon && /^\p{Ll}+(?:t|te|en)$/u.test(this.printed(verb)) && !isSmall(this.word(verb))
    return isVerb ? (opening ?? subjectAfter(this, verb)) : undefined
  }

  subjectBefore(verb: number, floor = 0): Range | undefined {
    return subjectBefore(this, verb, floor)
  }

  subjectOf(verb: number, floor = 0): Range | undefined {
    return subjectOf(this, verb, floor)
  }
}
