import type { Token } from '../text/tokens.ts'
import type { Cue } from './contents.ts'
import { cueForm, nounsToo } from './cue-verbs.ts'
import {
  adjectives,
  auxiliaries,
  beForms,
  determiners,
  isAdverb,
  isCapitalized,
  isMark,
  isWordIn,
  negations,
  prepositions,
  pronouns,
} from './word-classes.ts'

/** The cue verb at a position, if the word there is one and is used as one. */
export function cueAt(tokens: readonly Token[], at: number): Cue | undefined {
  const token = tokens[at]
  const found = token?.kind === 'word' ? cueForm(token.lower) : undefined
  if (!token || !found || isCapitalizedInside(tokens, at)) return undefined
  let from = at
  while (
    from > 0 &&
    (isWordIn(tokens[from - 1], auxiliaries) || (isAdverb(tokens[from - 1]) && !isMark(tokens[from - 2], '.')))
  )
    from -= 1
  const group = tokens.slice(from, at)
  const passive = found.form === 'past' && group.some((word) => isWordIn(word, beForms))
  if (
    passive ||
    isWordIn(tokens[at - 1], determiners) ||
    isWordIn(tokens[at - 1], adjectives) ||
    tokens[at - 1]?.lower === 'of'
  )
    return undefined
  if (nounsToo.has(token.lower) && (!behindSubject(tokens, from, at) || isWordIn(tokens[from - 1], determiners)))
    return undefined
  if (tokens[from - 1]?.lower === 'to') {
    const governed = governor(tokens, from - 1)
    if (governed === undefined) return undefined
    from = governed
  }
  if (found.form === 'ing' && !group.some((word) => isWordIn(word, beForms)) && !opensParticiple(tokens, from))
    return undefined
  return { ...found, from, to: at + 1, at, negated: group.some((word) => isWordIn(word, negations)) }
}

/** "Call" and "Said" in a name; the first word of a sentence may be a cue ("Said Ruiz: …"). */
function isCapitalizedInside(tokens: readonly Token[], at: number): boolean {
  return at > 0 && tokens[at - 1]?.kind !== 'quotation' && isCapitalized(tokens[at]) && !isTitleCase(tokens)
}

/** A headline in which every word is capitalised: “Newspaper Says Minister Should Resign”. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 3)
  return long.length > 3 && long.every(isCapitalized)
}

function behindSubject(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens[from - 1]
  if (from < at) return true
  if (isWordIn(before, pronouns) || isMark(before, ',)') || before?.kind === 'quotation') return true
  if (isCapitalized(before)) return !/'s?$/.test(before?.text ?? '') && !isMark(tokens[at + 1], '.,')
  // "officials say": a plural takes the bare form.
  return (
    /[^s]s$|people$/.test(before?.lower ?? '') &&
    cueForm(tokens[at]?.lower ?? '')?.form === 'base' &&
    !isWordIn(before, prepositions)
  )
}

/** Where the group of "went on to say" or "continued to insist" begins; other infinitives report nothing. */
function governor(tokens: readonly Token[], to: number): number | undefined {
  if (tokens[to - 1]?.lower === 'on' && /^(?:went|goes|go|going)$/.test(tokens[to - 2]?.lower ?? '')) return to - 2
  return /^(?:continued|continues|appeared|seemed|rushed|hastened)$/.test(tokens[to - 1]?.lower ?? '')
    ? to - 1
    : undefined
}

/** ", saying that": a participle that shares a subject. */
function opensParticiple(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]
  return (
    isMark(before, ',—–') ||
    before?.kind === 'quotation' ||
    /^(?:and|in|by|as|before|after|while|without|when)$/.test(before?.lower ?? '')
  )
}
