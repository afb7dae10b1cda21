import type { Check, CheckedStatement, CheckFault, Ground, ReadText, Word } from '../../check.ts'
import { allPlacesOf, placesOf, wordsAround, wordsBehind } from '../comparing/read-words.ts'
import { areAlike } from '../words/word-forms.ts'

/** How far before and after a word its “not” may be, in words. */
const scope = { before: 9, behind: 4 } as const

/** A sentence may not assert what the passage negates, nor negate what the passage asserts. */
export const negationCheck: Check = {
  name: 'negations',
  passage: 'The union said the crane had not been inspected since May.',
  bad: { text: 'The union said the crane had been inspected in May.' },
  good: { text: 'The union said nobody had inspected the crane since May.' },
  find: (statement, ground) => [
    ...dropped(statement, ground),
    ...added(statement, ground),
    ...prefixed(statement, ground),
    ...widened(statement, ground),
  ],
}

function dropped(statement: CheckedStatement, { cited }: Ground): CheckFault[] {
  return cited.flatMap((sentence) =>
    sentence.words.flatMap((word, at) => {
      if (!word.isNegation || /^(?:not) only\b/i.test(sentence.text.slice(word.start))) return []
      const behind = wordsBehind(sentence, at, word.lower === 'short' ? 1 : 3)
      // “The money was not there”: nothing behind it has a meaning of its own.
      const heads = behind.length > 0 ? behind : contentBefore(sentence, at)
      const places = placesOf(heads, statement)
      if (places.length === 0 || places.length < Math.min(2, heads.length)) return []
      // The words may come from another sentence that has them too; one word alone may be there by chance.
      if (cited.some((other) => other !== sentence && assertsAll(heads, other, places.length))) return []
      if (isSaidBesides(heads, sentence, at)) return []
      const stated = heads.length === 1 ? closest(heads, { statement, sentence, at }) : allPlacesOf(heads, statement)
      // “Disputed” is negative by itself, and says the opposite of “did not dispute”.
      const isTurned = heads.some(({ isNegative }) => isNegative)
      const keeps = (place: number) => {
        if (behind.length === 0) return hasNegationNear(statement, place)
        return isTurned ? isDenied(statement, place) : hasNegative(statement, place, heads.length === 1)
      }
      if (stated.some(keeps)) return []
      return [{ kind: 'negation-changed' as const, words: statement.text }]
    }),
  )
}

/** Returns the last content word of a clause before a place. */
function contentBefore({ words, text }: ReadText, at: number): Word[] {
  const found = words.findLastIndex(({ hasContent }, index) => index < at && hasContent)
  const word = words[found]
  return word && !/[,;:.!?—–]/.test(text.slice(word.end, words[at]?.start)) ? [word] : []
}

/** “It made none”, “its rate was not”: a “not” on either side of a place. */
function hasNegationNear({ words }: ReadText, at: number): boolean {
  const behind = words.slice(at, at + 6)
  const end = behind.findIndex(({ lower }) => /^(?:and|but|or|while|because)$/.test(lower))
  return [...words.slice(Math.max(0, at - 4), at), ...(end < 0 ? behind : behind.slice(0, end))].some(
    ({ isNegative }) => isNegative,
  )
}

/** True if a “not” stands right before a place. */
function isDenied({ words }: ReadText, at: number): boolean {
  return words.slice(Math.max(0, at - 4), at).some(({ isNegation }) => isNegation)
}

/** True if a sentence has so many of the words, and not all of them negated. */
function assertsAll(heads: readonly Word[], sentence: ReadText, many: number): boolean {
  return (
    placesOf(heads, sentence).length >= many &&
    !allPlacesOf(heads, sentence).every((place) => hasNegative(sentence, place, heads.length === 1))
  )
}

interface NegationPlace {
  readonly statement: ReadText
  readonly sentence: ReadText
  readonly at: number
}

/** Returns the places of a word where the surrounding words best fit the ones around the passage's “not”. */
function closest(heads: readonly Word[], { statement, sentence, at }: NegationPlace): number[] {
  const places = allPlacesOf(heads, statement)
  const about = wordsAround(sentence, at)
  const fit = (place: number) =>
    wordsAround(statement, place).filter(({ form }) => about.some((word) => areAlike(word.form, form))).length
  const best = Math.max(...places.map(fit))
  return places.filter((place) => fit(place) === best)
}

function added(statement: CheckedStatement, { cited, near }: Ground): CheckFault[] {
  const text = statement.text
  return statement.words.flatMap((word, at) => {
    if (!word.isNegation || word.isQuoted) return []
    const heads = wordsBehind(statement, at, 3)
    if (heads.length === 0) return []
    const fits = near
      .map((sentence) => ({ sentence, places: placesOf(heads, sentence) }))
      .filter(({ places }) => places.length >= Math.min(2, heads.length))
    const isBorneOut =
      fits.length > 0
        ? fits.some(
            ({ sentence, places }) =>
              allPlacesOf(heads, sentence).some((place) =>
                // “Doubted” is negative by itself, and says the opposite of “did not doubt”.
                heads[0]?.isNegative ? isDenied(sentence, place) : hasNegative(sentence, place, heads.length === 1),
              ) && places.length > 0,
          )
        : cited.some(({ words }) =>
            words.some(({ isNegative, form }) => isNegative && !heads.some((head) => areAlike(head.form, form))),
          )
    const before = statement.words.slice(Math.max(0, at - 2), at).filter(({ hasContent }) => hasContent)
    const isBesides = near.some((sentence) =>
      placesOf(before, sentence).some((place) =>
        sentence.words.slice(Math.max(0, place - 2), place + 3).some(({ isNegation }) => isNegation),
      ),
    )
    // “Though he himself had not.”
    const isElliptic = cited.some((sentence) =>
      /\b(?:had|did|was|would|could|has|have|were|is|are|do|does) not[.,”]/.test(sentence.text),
    )
    // “14 per cent, not the 40 that she had given”: a corrected figure.
    const isCorrection =
      /\d/.test(heads[0]?.text ?? '') &&
      near.some((sentence) =>
        /\b(?:correct\w*|wrong|mistake\w*|misread|misstat\w*|earlier|initially|apologi\w*)\b/i.test(sentence.text),
      )
    return isBorneOut || isBesides || isElliptic || isCorrection || cited.some((each) => isNegatedAlike(heads[0], each))
      ? []
      : [{ kind: 'negation-changed' as const, words: text }]
  })
}

/** “Would not be drawn on why …” for “He would not be drawn”: the same word comes right after a “not” there. */
function isNegatedAlike(head: Word | undefined, sentence: ReadText): boolean {
  return (
    head !== undefined &&
    sentence.words.some(({ isNegation }, at) => isNegation && wordsBehind(sentence, at, 1)[0]?.form === head.form)
  )
}

/** The words before a place in its clause: “he did not trust it, and she could” negates only the trust. */
function clauseBefore(words: readonly Word[], at: number, most: number): readonly Word[] {
  // A “no” in somebody's words does not negate the verb that says them.
  const isOutside = words[at]?.isQuoted === false
  const before = words.slice(Math.max(0, at - most), at).filter(({ isQuoted }) => !isOutside || !isQuoted)
  return before.slice(
    before.findLastIndex(({ lower }) => /^(?:and|but|while|although|though|because)$/.test(lower)) + 1,
  )
}

/** Finds a lost or added prefix: “Armed” where the passage has “unarmed observers”, or the other way round. */
function prefixed({ words, text }: CheckedStatement, { cited, citedForms }: Ground): CheckFault[] {
  const opposites = (form: string) =>
    ['un', 'in', 'dis', 'non'].flatMap((prefix) => (form.startsWith(prefix) ? [form.slice(prefix.length)] : []))
  const isNegated = cited.some(({ words: all }) => all.some(({ isNegation }) => isNegation))
  const turned = words.some(({ form, hasContent, isQuoted, isCapital }, at) => {
    if (!hasContent || isQuoted || isCapital || form.length < 3 || citedForms.has(form)) return false
    const isBare = [...citedForms].some((other) => other.length > form.length && opposites(other).includes(form))
    const isOpposite = opposites(form).some((bare) => bare.length > 3 && citedForms.has(bare)) && !isNegated
    return (isBare && !words.slice(Math.max(0, at - 3), at).some(({ isNegation }) => isNegation)) || isOpposite
  })
  return turned ? [{ kind: 'negation-changed', words: text }] : []
}

/** “None had been checked” for “not all had been checked”. */
function widened({ text }: CheckedStatement, { cited }: Ground): CheckFault[] {
  const none = /\b(?:none|nobody|no one|never|neither)\b/i
  const isWidened = cited.some((sentence) => /\bnot (?:all|every\p{L}*|always|both)\b/iu.test(sentence.text))
  return isWidened && none.test(text) && !cited.some((sentence) => none.test(sentence.text))
    ? [{ kind: 'negation-changed', words: text }]
    : []
}

/** True if the same words also occur earlier in the same sentence, before the “not”. */
function isSaidBesides(heads: readonly Word[], { words }: ReadText, at: number): boolean {
  const before = words.slice(0, Math.max(0, at - 2))
  return heads.every(({ form }) => before.some((word) => word.hasContent && areAlike(word.form, form)))
}

/**
 * True if a word is negated: a “not” comes before it, or a word near it reverses it. For a single word, as in
 * “had not decided”, a “not” after it does not count: “decided not to go” is something else.
 */
function hasNegative({ words }: ReadText, at: number, isAlone = false): boolean {
  // “Neither the one estimate nor the other has been published.”
  if (words[0]?.isNegation && !words.slice(0, at).some(({ lower }) => lower === 'but')) return true
  const before = clauseBefore(words, at, isAlone && words[at]?.isCapital ? 4 : scope.before)
  // “The length of a ban”: a word does not reverse itself.
  const behind = words.slice(at + (isAlone ? 0 : 1), at + scope.behind + 1)
  if (before.some(({ isNegative }) => isNegative)) return true
  if (isAlone && words[at]?.isCapital) return false
  return behind.some(
    ({ isNegative, isNegation }, far) =>
      isNegative &&
      (!isNegation || (!isAlone && far <= 2 && !behind.slice(0, far).some(({ lower }) => lower === 'but'))),
  )
}
