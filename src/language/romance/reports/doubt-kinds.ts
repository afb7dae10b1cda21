import type { ReportDoubt } from './find-reports.ts'

/** Why a report may have been misread, as every Romance language asks it. Each adds its own words and examples. */

type Finds = ReportDoubt['find']

/** A passive without an actor: “foi dito que”. */
export const namesNobody: Finds = ({ cue, report: { source } }) =>
  (source === null && cue !== undefined && cue.isPassive) || undefined

/** “se dice que”, “il se dit que”: a reflexive verb without a subject, or with one that means nobody. */
export const isImpersonal: Finds = ({ sentence, cue, report: { source } }) => {
  if (!cue || !sentence.isIn(cue.at - 1, sentence.words.reflexives)) return undefined
  const isNobody =
    source !== null && sentence.word(source.from) === 'il' && sentence.isIn(cue.to, sentence.words.complementizers)
  return source === null || isNobody || undefined
}

/** A report within what somebody else says: “Tom Lind nega que Ana Ruiz tenha dito que …”. */
export const isWithin: Finds = ({ sentence, isInside, report: { source } }) =>
  isInside || (source !== null && sentence.isIn(source.from - 1, sentence.words.complementizers)) || undefined

/** A verb of thinking, by its infinitive, whose words are not quoted. */
export function isThought(thoughts: ReadonlySet<string>): Finds {
  return ({ sentence, cue, report: { content } }) => {
    const isQuoted = content.some((range) => sentence.hasQuotation(range))
    return (cue !== undefined && thoughts.has(cue.verb.lemma) && !isQuoted) || undefined
  }
}

/** A source with one of these nouns: “o Código Penal prevê que”. */
export function isLaw(laws: ReadonlySet<string>): Finds {
  return ({ sentence, report: { source } }) =>
    (source && sentence.some((at) => laws.has(sentence.word(at)), source.from, source.to)) || undefined
}

/** A clause that one of these words opens: “Quando Ana Ruiz disse que”. */
export function isSubordinate(opening: RegExp): Finds {
  return ({ sentence, report: { cue } }) => {
    const mark = sentence.findLast((at) => sentence.isClauseMark(at), 0, cue.from)
    return opening.test(sentence.word(mark + 1)) || undefined
  }
}
