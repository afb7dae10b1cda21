import { irregularParticiples } from '../words/word-classes.ts'
import type { ClauseWords } from './clause-words.ts'

/** Returns the start of the aside that ends here: “Ruiz, when asked what was wrong, said”, “Ruiz — a baker — said”. */
export function asideStart(sentence: ClauseWords, last: number, floor: number): number | undefined {
  return sentence.isDash(last + 1) ? betweenDashes(sentence, last, floor) : betweenCommas(sentence, last, floor)
}

function betweenDashes(sentence: ClauseWords, last: number, floor: number): number | undefined {
  const dash = sentence.findLast((at) => sentence.printed(at) === sentence.printed(last + 1), floor + 1, last + 1)
  return dash < 0 ? undefined : dash + 1
}

function betweenCommas(sentence: ClauseWords, last: number, floor: number): number | undefined {
  const start = sentence.findLast((at) => sentence.isMark(at, ';:.'), floor + 1, last + 1)
  let isNearest = true
  for (let at = last; at > Math.max(floor, start); at--) {
    if (!sentence.isMark(at, ',')) continue
    // “Ruiz (68), of Tarn, Co Lind, denies”.
    if (sentence.word(at + 1) === 'of' && sentence.isCapital(at + 2)) return at + 1
    const first = sentence.printed(at + 1)
    // “One of them, a clerk who spoke because she fears dismissal, said”: the clause belongs to the apposition.
    const isExplained =
      /^(?:an?|the|its|their|his|her)$/.test(first) &&
      sentence.some((index) => sentence.word(index) === 'who', at + 2, last)
    if (isExplained && isNearest) return at + 1
    if (opensAside(first, last - at) && (isNearest || /^(?:who|whose|which|where)$/i.test(first))) return at + 1
    // “whose slogan, “We listen,” has hung”: an aside may itself contain commas.
    isNearest = false
  }
  return undefined
}

function opensAside(first: string, length: number): boolean {
  if (length === 1 && /^\d{1,3}$/.test(first)) return true
  if (irregularParticiples.has(first)) return true
  return /^(?:who|whose|which|where|when|while|as|after|before|if|asked|speaking|known|\p{Ll}{2,}ed)$/u.test(first)
}
