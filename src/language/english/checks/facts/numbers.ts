import type { Quantity } from '../../../../text/values/quantities.ts'
import type { ArticleSentence, Check, CheckedStatement, CheckFault, Ground, ReadText } from '../../../check.ts'
import { type Anchor, standsInForAnother } from '../../comparing/anchors.ts'
import { countKnown } from '../../comparing/overlap.ts'
import { wordsAround } from '../../comparing/read-words.ts'
import { quantitiesIn } from '../../text.ts'
import { months } from '../../words/calendar.ts'
import { areAlike, formOf } from '../../words/word-forms.ts'
import { isDisputed, limitOf, quantitiesOf, unitOf } from './figures.ts'
import { partFaults } from './fractions.ts'
import { isRateOtherwise, leavesOutUnit, measure } from './rates.ts'

/** Each number must be in the passage, count the same things and keep a limit such as “at least”. */
export const numberCheck: Check = {
  name: 'numbers',
  passage: 'At least 34 people were killed and more than 80 were injured, officials said.',
  bad: { text: 'At least 34 people were injured, officials said.' },
  good: { text: 'Officials said that at least 34 people had been killed.' },
  find: (statement, ground) =>
    quantitiesOf(statement)
      .filter(({ start }) => !isQuoted(statement, start))
      .flatMap((quantity) => faultOf(quantity, statement, ground))
      .concat(partFaults(statement, ground)),
}

function faultOf(quantity: Quantity, statement: CheckedStatement, ground: Ground): CheckFault[] {
  const missing: CheckFault = { kind: 'number-not-found', words: quantity.text }
  const unit = unitOf(statement.text, quantity)
  const cited = homesOf(quantity, unit, ground.cited)
  // The cited sentence has a different number of the same things.
  if (cited.length === 0 && ground.cited.some((sentence) => countsOtherwise(quantity, sentence))) return [missing]
  const homes = cited.length > 0 ? cited : homesNearby({ quantity, unit }, statement, ground)
  const other = homes.length > 0 ? homes : homesElsewhere({ quantity, unit }, statement, ground)
  if (other.length === 0) return [missing]
  if (cited.length > 0 && isPartOfName(quantity, statement.text)) return []
  if (isRateOtherwise(statement.text, quantity, { homes: other, near: ground.near })) return [missing]
  if (homes.length > 0 && countsWrongly({ quantity, unit, homes }, statement, ground)) return [missing]
  return isLimitedAlike(quantity, statement, other) ? [] : [{ kind: 'limiter-dropped', words: quantity.text }]
}

interface Placed {
  readonly quantity: Quantity
  readonly unit: string
  readonly homes: readonly ArticleSentence[]
}

/** True for a number that stands for something else in its passages. */
function countsWrongly({ quantity, unit, homes }: Placed, statement: CheckedStatement, { near }: Ground): boolean {
  // Dollars and people are not taken for each other.
  const anchorsIn = (read: ReadText) =>
    quantitiesOf(read)
      .filter((each) => unitOf(read.text, each) === unit)
      .map((each) => anchorOf(each, read))
  const compared = { statement, anchors: anchorsIn(statement) }
  const rivals = near.map((sentence) => ({ sentence, anchors: anchorsIn(sentence) }))
  // It counts the same things there, and no other number near it does.
  const isSame =
    leavesOutUnit(quantity, statement.text, { homes, near }) ||
    (homes.some((home) => counts(quantity, home)) && !near.some((sentence) => countsOtherwise(quantity, sentence)))
  return (
    (!isSame && standsInForAnother(anchorOf(quantity, statement), compared, rivals)) ||
    differs(quantity, statement, homes) ||
    countsAnother(quantity, homes, near)
  )
}

/** True if a number is limited as in one of its passages; “some 400” for a plain 400 drops no limit. */
function isLimitedAlike(quantity: Quantity, { text }: ReadText, homes: readonly ReadText[]): boolean {
  const limit = isDisputed(text, quantity) ? '' : limitOf(text, quantity.start)
  return homes
    .flatMap((sentence) =>
      quantitiesOf(sentence)
        .filter(({ value }) => value === quantity.value)
        .map(({ start }) => limitOf(sentence.text, start)),
    )
    .some((each) => each === limit || (each === '' && limit === 'about'))
}

/** The sentences nearby that have a number; beside other figures that are cited, they must be about the same. */
function homesNearby(
  { quantity, unit }: Omit<Placed, 'homes'>,
  statement: CheckedStatement,
  { cited, near }: Ground,
): ArticleSentence[] {
  const homes = homesOf(quantity, unit, near)
  const hasFigures = cited.some((sentence) => quantitiesOf(sentence).length > 0)
  return hasFigures ? homes.filter(sayingTheSame(quantity, statement)) : homes
}

function homesOf({ value }: Quantity, unit: string, sentences: readonly ArticleSentence[]): ArticleSentence[] {
  return sentences.filter((sentence) =>
    quantitiesOf(sentence).some((each) => each.value === value && unitOf(sentence.text, each) === unit),
  )
}

function differs(quantity: Quantity, statement: ReadText, homes: readonly ReadText[]): boolean {
  const stated = becameOf(statement, quantity)
  if (stated === undefined) return false
  return homes.every((sentence) => {
    const known = becameOf(sentence, quantity)
    return known !== undefined && known !== stated
  })
}

/** Returns the group in `harms` of the people counted: killed, injured, missing; undefined if no such word is near. */
function becameOf(sentence: ReadText, { value }: Quantity): number | undefined {
  const all = quantitiesOf(sentence)
  const own = all.findIndex((each) => each.value === value)
  const [from, to] = [all[own]?.end ?? 0, all[own + 1]?.start ?? sentence.text.length]
  const verb = /(\p{L}+)(?: at least| about| some| around| more than| nearly| up to)? $/u.exec(
    sentence.text.slice(0, all[own]?.start ?? 0),
  )?.[1]
  const behind = sentence.words.filter((word) => word.start >= from && word.start < to && !word.isQuoted).slice(0, 5)
  return [verb ?? '', ...behind.map(({ lower }) => lower)]
    .map((word) => harms.get(word.toLowerCase()))
    .find((group) => group !== undefined)
}

const harms: ReadonlyMap<string, number> = new Map(
  [
    'killed killing died dead deaths death bodies',
    'injured injuring wounded wounding hurt injuries',
    'missing',
    'arrested detained',
    'rescued saved',
    'homeless displaced',
  ].flatMap((group, index) => group.split(' ').map((word) => [word, index] as const)),
)

/**
 * True for “12 days” where the passage has twelve weeks, or “12 dollars” where it has twelve workers and a different
 * number of dollars.
 */
function countsAnother({ of, value }: Quantity, homes: readonly ReadText[], near: readonly ReadText[]): boolean {
  if (of === '') return false
  const known = homes
    .flatMap(quantitiesOf)
    .filter((each) => each.value === value && each.of !== '' && quantitiesIn(each.of).length === 0)
  if (known.length === 0 || known.some((each) => areAlike(formOf(each.of), formOf(of)))) return false
  const isOther = near.flatMap(quantitiesOf).some((each) => each.of === of && each.value !== value)
  return isOther || (measure.test(of) && known.every((each) => measure.test(each.of)))
}

/** “DreamWell 200 and 220”: numbers of models, which count nothing. */
function isPartOfName({ start }: Quantity, text: string): boolean {
  const name = /\b(\p{Lu}\p{L}+) (?:\d+(?:,| and| or|\/) ?)*$/u.exec(text.slice(0, start))
  return name !== null && name.index > 0 && !months.has(name[1]?.toLowerCase() ?? '')
}

function counts({ of, value }: Quantity, sentence: ReadText): boolean {
  return (
    of !== '' && quantitiesOf(sentence).some((each) => each.value === value && areAlike(formOf(each.of), formOf(of)))
  )
}

function countsOtherwise({ of, value }: Quantity, sentence: ReadText): boolean {
  return of !== '' && quantitiesOf(sentence).some((each) => each.of === of && each.value !== value)
}

/** Returns the sentences that a number missing from the cited ones may come from: they say the same about it. */
function homesElsewhere(
  { quantity, unit }: { quantity: Quantity; unit: string },
  statement: CheckedStatement,
  { articles }: Ground,
): ArticleSentence[] {
  return articles
    .flatMap(({ sentences }) => homesOf(quantity, unit, sentences))
    .filter(sayingTheSame(quantity, statement))
}

/** Tells which sentences have the words around a number of a statement. */
function sayingTheSame({ start }: Quantity, statement: CheckedStatement): (sentence: ArticleSentence) => boolean {
  const about = wordsAround(statement, wordAt(statement, start))
  return (sentence) => countKnown(about, sentence) >= Math.min(2, about.length)
}

function anchorOf({ value, text, start }: Quantity, sentence: ReadText): Anchor {
  return { key: String(value), text, at: wordAt(sentence, start) }
}

function wordAt({ words }: ReadText, offset: number): number {
  return Math.max(
    0,
    words.findIndex(({ end }) => end > offset),
  )
}

function isQuoted({ quotations }: ReadText, at: number): boolean {
  return quotations.some(({ inner }) => inner.start <= at && at < inner.end)
}
