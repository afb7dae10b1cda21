/**
 * Invisible text consists of characters without a shape of their own. Publishers embed manifests in it (C2PA 2.3 writes
 * U+FEFF and variation selectors), typesetting leaves it behind, and instructions to machines are smuggled in with it.
 */

/**
 * Runs of characters that Unicode lets renderers ignore, control characters that do not separate words, and annotation
 * marks.
 */
const unseen = /(?:\p{Default_Ignorable_Code_Point}|[\u{FFF9}-\u{FFFB}]|(?![\t\n\v\f\r\u{85}])\p{Cc})+/gu

/** Scripts in which a joiner or a non-joiner changes the letters next to it. */
const joiningLetter =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]$/u
const joiner = /^[\u{200C}\u{200D}]/u

const pictureBefore = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u
const pictureBehind = /^\p{Extended_Pictographic}/u
/** An emoji's variation selector, if it has one, and the joiner that ties it to the next emoji. */
const withinPicture = /^[\u{FE0E}\u{FE0F}]?\u{200D}/u
const lookOfPicture = /^[\u{FE0E}\u{FE0F}]/u
/** The three flags written with tags, by their ASCII letters: England, Scotland, Wales. */
const taggedFlags = new Set(['gbeng', 'gbsct', 'gbwls'])

/** A text without its invisible characters, except those that shape a letter or an emoji next to them. */
export function visible(text: string): string {
  return text.replace(unseen, (run, at: number) => shaping(run, before(text, at), text.slice(at + run.length)))
}

/** A text as readers see it, and a map from its offsets (UTF-16) to the original's. */
export interface Seen {
  readonly text: string
  readonly offset: (at: number) => number
}

/** Like `visible`, with a way back to the original's offsets. */
export function seenIn(original: string): Seen {
  const text = visible(original)
  if (text === original) return { text, offset: (at) => at }
  const offsets: number[] = []
  for (let at = 0, next = 0; at <= text.length; at++) {
    while (next < original.length && original[next] !== text[at]) next += 1
    offsets.push(next)
    next += 1
  }
  return { text, offset: (at) => offsets[at] ?? original.length }
}

/** The two code units before an offset: enough for any character, even one above U+FFFF. */
function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 2), at)
}

const hangul = [/\p{Script=Hangul}$/u, /^[\u{115F}\u{1160}]/u] as const

/**
 * The invisible characters that may shape the one before them, by that character: the first matching pattern decides.
 */
const shapers: readonly (readonly [left: RegExp, shape: RegExp])[] = [
  [/\p{Emoji}$/u, lookOfPicture],
  hangul,
  [/\p{Script=Mongolian}$/u, /^[\u{180B}-\u{180E}\u{180F}]/u],
  [joiningLetter, joiner],
]

/** The part of a run that shapes its neighbours; usually empty. */
function shaping(run: string, left: string, right: string): string {
  const flag = left.endsWith('\u{1F3F4}') ? taggedFlag(run) : undefined
  if (flag) return flag
  if (pictureBefore.test(left)) return shapingPicture(run, right)
  // The keycaps 1️⃣ and #️⃣.
  if (/[0-9#*]$/.test(left)) return run.startsWith('\u{FE0F}') && right.startsWith('\u{20E3}') ? '\u{FE0F}' : ''
  const isBeforeJamo = /^[\u{1100}-\u{11FF}]/u.test(right) && !/\p{Emoji}$/u.test(left)
  const [, shape] = isBeforeJamo ? hangul : (shapers.find(([suits]) => suits.test(left)) ?? [])
  return shape?.exec(run)?.[0] ?? ''
}

function shapingPicture(run: string, right: string): string {
  const joined = pictureBehind.test(right) ? withinPicture.exec(run)?.[0] : undefined
  return joined ?? lookOfPicture.exec(run)?.[0] ?? ''
}

function taggedFlag(run: string): string | undefined {
  const tags = /^[\u{E0061}-\u{E007A}]+\u{E007F}/u.exec(run)?.[0]
  const letters = [...(tags ?? '')]
    .map((tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe_00_00))
    .slice(0, -1)
  return taggedFlags.has(letters.join('')) ? tags : undefined
}
