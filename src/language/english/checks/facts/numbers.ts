import type { Quantity } from '../../../../text/values/quantities.ts'
import type { ArticleSentence, Check, CheckedStatement, CheckFault, Ground, ReadText } from '../../../check.ts'
import { type Anchor, standsInForAnother } from '../../comparing/anchors.ts'
import { countKnown } from '../../comparing/overlap.ts'
import { wordsAround } from '../../comparing/read-words.ts'
import { quantitiesIn } from '../../text.ts'
import { areAlike, formOf } from '../../words/word-forms.ts'

/** Words that limit the number after them, by kind of limit. */
const limits: readonly (readonly [string, RegExp])[] = [
  ['least', /\b(?:at least|no fewer than|not less than|a minimum of)\s*$/i],
  ['more', /\b(?:more than|over|above|exceeding|upwards of|in excess of)\s*$/i],
  ['most', /\b(?:up to|at most|no more than|as (?:much|many|long|high) as|a maximum of)\s*$/i],
  ['less', /\b(?:less than|fewer than|under|below|nearly|almost|just under|close to|approaching)\s*$/i],
  ['about', /\b(?:about|around|some|roughly|approximately|an? estimated|or so|in the region of|circa)\s*$/i],
  ['only', /\b(?:only|just|merely)\s*$/i],
]
const scaleBehind = /^\s*(?:%|per cent|percent|percentage points?)/i
const currency = /(?:[$£€¥₹]|US\$|A\$)\s*$/

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

/** Fractions, multiples and vague amounts, which are not numbers by themselves. */
const parts =
  /^(?:(?:two|three|four)-(?:thirds|quarters|fifths)|half|halved|thirds?|quarters?|twice|doubled?|tripled?|dozens?|hundreds|thousands|millions|majority|most)$/
const sameParts: Readonly<Record<string, string>> = {
  double: 'twice',
  doubled: 'twice',
  halved: 'half',
  triple: 'tripled',
  dozen: 'dozens',
}

/** Finds wrong fractions and multiples: “Two-thirds” where the passage has a third. */
function partFaults({ words, text: stated }: CheckedStatement, { near }: Ground): CheckFault[] {
  const partOf = (lower: string) =>
    parts.test(lower) ? (sameParts[lower] ?? lower.replace(/^(third|quarter)s$/, '$1')) : ''
  const known = new Set(near.flatMap((sentence) => sentence.words.map(({ lower }) => partOf(lower))))
  const text = near.map((sentence) => sentence.text).join(' ')
  return words
    .filter(({ lower, isQuoted: quoted }) => !quoted && partOf(lower) !== '' && !known.has(partOf(lower)))
    .filter(
      ({ lower }) =>
        !(lower === 'most' || lower === 'majority') || !/\b(?:most\w*|majority|main\w*|largely)\b/i.test(text),
    )
    .filter(({ lower }) => !/^(?:half|third|quarter|twice)/.test(lower) || !/\b(?:50|33|25|75|66|two|2)\b/.test(text))
    .map(({ text: printed }): CheckFault => ({ kind: 'number-not-found', words: printed }))
    .concat(oneOfMore(stated, text), limitedParts(stated, near))
    .concat(
      /\ball of\b/i.test(stated) && !/\b(?:all|every|each|both|entire|whole)\b/i.test(text)
        ? [{ kind: 'number-not-found', words: 'all of' }]
        : [],
    )
}

/** A fraction or multiple with a limit, which must be kept: “A third” is not just over a third. */
const limitedPart =
  /\b(just over|more than|over|nearly|almost|about|around|less than|just under|at least|up to|some|roughly)\s+(?:an? |one[- ])?(half|third|quarter|two-thirds|three-quarters|dozen|hundred|thousand|million|billion)\b/gi

function limitedParts(stated: string, near: Ground['near']): CheckFault[] {
  return near.flatMap(({ text }) =>
    [...text.matchAll(limitedPart)].flatMap(({ 0: phrase, 2: part = '' }) => {
      const plain = new RegExp(
        `(?<!\\b(?:over|than|nearly|almost|about|around|under|least|to|some|roughly|approximately|exceeding) (?:an? |one[- ])?)\\b${part}\\b`,
        'i',
      )
      const isStated = new RegExp(`\\b(?:an?|one)[- ]${part}\\b|\\b${part} of\\b`, 'i').test(stated)
      return isStated &&
        plain.test(stated) &&
        !new RegExp(`\\b(?:an?|one)[- ]${part}\\b`, 'i').test(text.replace(phrase, ''))
        ? [{ kind: 'limiter-dropped' as const, words: phrase }]
        : []
    }),
  )
}

/** Finds a number that is too low: “One of her allies” where the passage has two of them. */
function oneOfMore(stated: string, text: string): CheckFault[] {
  return [...stated.matchAll(/\bone of ((?:the |his |her |its |their )?[\p{L}’'-]+)/giu)].flatMap(
    ({ 0: words, 1: whose = '' }) => {
      const more = new RegExp(
        `\\b(?:two|three|four|five|six|seven|eight|nine|ten|several|\\d+) of ${whose}`,
        'iu',
      ).test(text)
      return more && !new RegExp(`\\bone of ${whose}`, 'iu').test(text)
        ? [{ kind: 'number-not-found' as const, words }]
        : []
    },
  )
}

function faultOf(quantity: Quantity, statement: CheckedStatement, ground: Ground): CheckFault[] {
  const missing: CheckFault = { kind: 'number-not-found', words: quantity.text }
  const unit = unitOf(statement.text, quantity)
  const cited = homesOf(quantity, unit, ground.cited)
  const homes = cited.length > 0 ? cited : homesOf(quantity, unit, ground.near)
  // The cited sentence has a different number of the same things.
  if (cited.length === 0 && ground.cited.some((sentence) => countsOtherwise(quantity, sentence))) return [missing]
  const other = homes.length > 0 ? homes : homesElsewhere({ quantity, unit }, statement, ground)
  if (other.length === 0) return [missing]
  const anchor = anchorOf(quantity, statement)
  const rivals = ground.near.map((sentence) => ({
    sentence,
    anchors: quantitiesOf(sentence).map((each) => anchorOf(each, sentence)),
  }))
  if (
    homes.length > 0 &&
    standsInForAnother(
      anchor,
      { statement, anchors: quantitiesOf(statement).map((each) => anchorOf(each, statement)) },
      rivals,
    )
  )
    return [missing]
  if (homes.length > 0 && (differs(quantity, statement, homes) || countsAnother(quantity, homes, ground.near)))
    return [missing]
  const limit = limitOf(statement.text, quantity.start)
  const known = other.flatMap((sentence) =>
    quantitiesOf(sentence)
      .filter(({ value }) => value === quantity.value)
      .map(({ start }) => limitOf(sentence.text, start)),
  )
  // “Some 400” for a plain 400 drops no limit.
  const isLimitedAlike = known.some((each) => each === limit || (each === '' && limit === 'about'))
  return isLimitedAlike ? [] : [{ kind: 'limiter-dropped', words: quantity.text }]
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

const measure =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centimet\w+|met(?:re|er)s?|kilomet\w+|miles?|feet|foot|inches|tonnes?|tons?|kilos?|kilogram\w*|lit(?:re|er)s?|acres?|hectares?|dollars?|pounds?|euros?|crowns?|people|workers?|children|women|men)$/

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

function countsOtherwise({ of, value }: Quantity, sentence: ReadText): boolean {
  return of !== '' && quantitiesOf(sentence).some((each) => each.of === of && each.value !== value)
}

/** Returns the sentences that a number missing from the cited ones may come from: they say the same about it. */
function homesElsewhere(
  { quantity, unit }: { quantity: Quantity; unit: string },
  statement: CheckedStatement,
  { articles }: Ground,
): ArticleSentence[] {
  const about = wordsAround(statement, wordAt(statement, quantity.start))
  return articles
    .flatMap(({ sentences }) => homesOf(quantity, unit, sentences))
    .filter((sentence) => countKnown(about, sentence) >= Math.min(2, about.length))
}

/** Returns the numbers in a text, except “one” and ordinals, which count nothing. */
function quantitiesOf({ text }: ReadText): Quantity[] {
  return quantitiesIn(text).filter(
    ({ text: printed, start }) =>
      !/^(?:one|a|first|second|third|once|zero)$/i.test(printed) && !/\bnot $/i.test(text.slice(0, start)),
  )
}

/** Returns “%”, a currency sign or "". In a range, “$70–90 million”, the sign comes before the first number. */
function unitOf(text: string, { start, end, text: printed }: Quantity): string {
  if (scaleBehind.test(text.slice(end)) || printed.endsWith('%')) return '%'
  return (
    currency
      .exec(text.slice(0, start).replace(/[\d.,]+(?: (?:million|billion))?(?:\s*[–-]\s*| to | and )$/, ''))?.[0]
      .trim() ?? ''
  )
}

function limitOf(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 40), start).replace(currency, '')
  return limits.find(([, pattern]) => pattern.test(before))?.[0] ?? ''
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
