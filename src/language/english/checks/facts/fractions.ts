import type { CheckedStatement, CheckFault, Ground } from '../../../check.ts'

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
export function partFaults({ words, text: stated }: CheckedStatement, { near }: Ground): CheckFault[] {
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
    .concat(oneOfMore(stated, text), limitedParts(stated, near), vagueTimes(stated, text))
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
      const isStated = new RegExp(
        `\\b(?:an?|one)[- ]${part}\\b|\\b${part} of\\b${part === 'half' ? '|\\bhalf\\b' : ''}`,
        'i',
      ).test(stated)
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

const vagueTime = /\b(some|several|a few|many|two|three) (hours|days|weeks|months|years|decades)\b/gi

/** “Some years before” for “some months before”. */
function vagueTimes(stated: string, text: string): CheckFault[] {
  const known = [...text.matchAll(vagueTime)].map(([, many = '', unit = '']) => `${many} ${unit}`.toLowerCase())
  return [...stated.matchAll(vagueTime)]
    .filter(([, many = '', unit = '']) => {
      const own = `${many} ${unit}`.toLowerCase()
      return !known.includes(own) && known.some((each) => each.startsWith(`${many.toLowerCase()} `))
    })
    .map(([words]) => ({ kind: 'number-not-found', words }))
}
