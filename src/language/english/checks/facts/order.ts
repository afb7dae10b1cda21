import type { ArticleSentence, Check, CheckedStatement, Word } from '../../../check.ts'
import { type Anchor, standsInForAnother } from '../../comparing/anchors.ts'
import { wordsBehind } from '../../comparing/read-words.ts'
import { areAlike, formOf } from '../../words/word-forms.ts'

/** A sentence must keep who does what to whom: two names keep their places around a verb. */
export const orderCheck: Check = {
  name: 'order',
  passage: 'On Monday Kestrel Ltd sued Amber Holdings over the pier.',
  bad: { text: 'Amber Holdings sued Kestrel Ltd over the pier on Monday.' },
  good: { text: 'Amber Holdings was sued by Kestrel Ltd over the pier on Monday.' },
  find: (statement, { cited }) =>
    cited.some(
      (sentence) =>
        isTurnedRound(statement, sentence) ||
        isEarlierForLater(statement, sentence) ||
        areExchanged(statement, sentence),
    )
      ? [{ kind: 'order-changed', words: statement.text }]
      : [],
}

const thirdPerson = /^(?:he|she|him|her|they|them)$/
const passive =
  /\b(?:is|was|were|been|be|being|are|got)\s+(?:\p{L}+ly\s+)?\p{L}+(?:ed|en|n|t|un|ought|aught|ung)\b|\bby\b/iu

/** True if both texts have a verb with the same two names or nouns around it, but swapped, and in the same voice. */
function isTurnedRound(statement: CheckedStatement, sentence: ArticleSentence): boolean {
  return statement.words.some((verb, at) => {
    if (!verb.hasContent || verb.isQuoted || verb.isCapital) return false
    const [subject, object] = [besides(statement, at, -1), besides(statement, at, 1)]
    if (!subject || !object || subject === object) return false
    return sentence.words.some((other, place) => {
      if (other.isCapital || other.form !== verb.form) return false
      const isSameVoice = isPassive(statement, at) === isPassive(sentence, place)
      return isSameVoice && besides(sentence, place, -1) === object && besides(sentence, place, 1) === subject
    })
  })
}

const auxiliary =
  /^(?:had|has|have|was|were|is|are|been|be|being|would|will|did|does|do|not|never|also|later|the|an?|his|her|its|their|to|by|that|then|again|first)$/

/** Returns the form of the name or noun right before or after a verb, small words aside; “pronoun” for a pronoun. */
function besides(
  { words, text }: Pick<CheckedStatement, 'words' | 'text'>,
  at: number,
  step: 1 | -1,
): string | undefined {
  for (let place = at + step; Math.abs(place - at) <= 4; place += step) {
    const word = words[place]
    const inner = words[place - step]
    if (!word || !inner) return undefined
    const between = step === 1 ? text.slice(inner.end, word.start) : text.slice(word.end, inner.start)
    if (/[,;:.“”"()]/.test(between)) return undefined
    if (thirdPerson.test(word.lower)) return 'pronoun'
    if (auxiliary.test(word.lower)) continue
    return word.hasContent ? lastOf(words, place, step)?.form : undefined
  }
  return undefined
}

/** Returns the last word of a name after a verb; before a verb, the word here is already the last. */
function lastOf(words: readonly Word[], at: number, step: 1 | -1): Word | undefined {
  if (step === -1) return words[at]
  let last = words[at]
  for (let place = at; words[place]?.isCapital; place += 1) last = words[place]
  return last
}

function isPassive({ words }: Pick<CheckedStatement, 'words'>, at: number): boolean {
  return words.slice(Math.max(0, at - 2), at).some(({ lower }) => /^(?:was|were|is|are|been|be|being|got)$/.test(lower))
}

/** True for “Before the fire” where the passage has “after the fire”. */
function isEarlierForLater(statement: CheckedStatement, sentence: ArticleSentence): boolean {
  return statement.words.some(({ lower, isQuoted }, at) => {
    if (isQuoted || !/^(?:before|after)$/.test(lower)) return false
    const heads = wordsBehind(statement, at, 2)
    const fronts = statement.words.slice(Math.max(0, at - 8), at).filter(({ hasContent }) => hasContent)
    return sentence.words.some((other, place) => {
      if (!/^(?:before|after)$/.test(other.lower) || heads.length === 0) return false
      const all = wordsBehind(sentence, place, 4)
      // “Before dawn on Tuesday after three days”: the words after the second such word are about another event.
      const next = sentence.words.findIndex(
        ({ lower: each }, index) => index > place && /^(?:before|after)$/.test(each),
      )
      const behind = next < 0 ? all : all.filter(({ start }) => start < (sentence.words[next]?.start ?? 0))
      const before = sentence.words.slice(Math.max(0, place - 20), place).filter(({ hasContent }) => hasContent)
      const areIn = (some: readonly Word[], others: readonly Word[]) =>
        some.filter(({ form }) => others.some((word) => areAlike(word.form, form))).length
      if (other.lower !== lower) return areIn(heads, behind) === heads.length
      // The same word, with the two events swapped.
      return areIn(heads, behind) === 0 && areIn(heads, before) === heads.length && areIn(fronts, behind) > 0
    })
  })
}

/** True if two names from a cited sentence are swapped: each comes with what the passage says about the other. */
function areExchanged(statement: CheckedStatement, sentence: ArticleSentence): boolean {
  const sources = sourcesIn(sentence)
  const own = namePlaces(statement, sources)
  const theirs = namePlaces(sentence, sources)
  const both = own.filter(({ key }) => theirs.some((other) => other.key === key))
  if (new Set(both.map(({ key }) => key)).size < 2) return false
  const isPassiveAlike = passive.test(statement.text) === passive.test(sentence.text)
  return (
    isPassiveAlike &&
    both.filter((name) => standsInForAnother(name, { statement, anchors: own }, [{ sentence, anchors: theirs }]))
      .length > 1
  )
}

/** Returns the nouns with which a sentence names its speakers: “council” in “the council says”. */
function sourcesIn({ attributions, span, text }: ArticleSentence): ReadonlySet<string> {
  const found = attributions.flatMap(({ source }) =>
    source.map(({ start, end }) => text.slice(Math.max(0, start - span.start), end - span.start)),
  )
  return new Set(found.flatMap((source) => /\p{Ll}+$/u.exec(source)?.map((noun) => formOf(noun)) ?? []))
}

/** Returns names and the speakers' nouns as anchors; a name of several words by its last one. */
function namePlaces({ words, text }: Pick<CheckedStatement, 'words' | 'text'>, sources: ReadonlySet<string>): Anchor[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    const isInside = next?.isCapital && text.slice(word.end, next.start).trim() === ''
    const isName = word.isCapital && word.hasContent && !word.isQuoted && !isInside
    const isSource = !word.isCapital && word.hasContent && !word.isQuoted && sources.has(word.form)
    return isName || isSource ? [{ key: word.lower, text: word.text, at }] : []
  })
}
