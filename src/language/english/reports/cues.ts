import type { Token } from '../../../text/tokens.ts'
import { cueForm, nounsToo, phrasalForm } from '../words/cue-verbs.ts'
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
} from '../words/word-classes.ts'
import type { Cue } from './contents.ts'

/** The cue verb at a position, if the word there is one and is used as one. */
export function cueAt(tokens: readonly Token[], at: number): Cue | undefined {
  const token = tokens[at]
  if (token?.kind !== 'word') return undefined
  const phrasal = phrasalForm(token.lower, tokens[at + 1]?.lower ?? '')
  const found = phrasal ?? cueForm(token.lower)
  if (!found || isCapitalizedInside(tokens, at)) return undefined
  let from = at
  while (
    from > 0 &&
    (isWordIn(tokens[from - 1], auxiliaries) || (isAdverb(tokens[from - 1]) && !isMark(tokens[from - 2], '.')))
  )
    from -= 1
  // “neither admitted nor denied wrongdoing”.
  const neither = /^(?:neither|nor)$/.test(tokens[from - 1]?.lower ?? '') && found.form !== 'ing'
  if (neither) from -= 1
  const group = tokens.slice(from, at)
  const passive = found.form === 'past' && group.some((word) => isWordIn(word, beForms))
  if (
    (passive && !isAddressing(found.verb) && !isImpersonal(tokens, from, at)) ||
    isWordIn(tokens[at - 1], determiners) ||
    isWordIn(tokens[at - 1], adjectives) ||
    tokens[at - 1]?.lower === 'of'
  )
    return undefined
  // “in disputed waters”, “criticised by all”, “a nurse dismissed from her ward”: participles that say what was done to whom.
  const participle = found.form === 'past' && from === at && !/^(?:said|told)$/.test(token.lower)
  if (participle && (isWordIn(tokens[at - 1], prepositions) || /^(?:by|from)$/.test(tokens[at + 1]?.lower ?? '')))
    return undefined
  if (/^states?$/.test(token.lower) && from === at && !opensSaid(tokens[at + 1]) && tokens[at + 1]?.lower !== 'that')
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
  return {
    ...found,
    from,
    to: phrasal ? at + 2 : at + 1,
    at,
    passive,
    negated: group.some((word) => isWordIn(word, negations) || word.lower === 'neither' || word.lower === 'nor'),
  }
}

/** “Sanders was asked whether”: such a verb has a passive that leaves out who asked. */
function isAddressing({ frames, act }: Cue['verb']): boolean {
  return act === 'asks' || frames.includes('told')
}

/** “It was suggested that”: somebody said so, and the text does not tell who. */
function isImpersonal(tokens: readonly Token[], from: number, at: number): boolean {
  return tokens[from - 1]?.lower === 'it' && tokens[at + 1]?.lower === 'that'
}

/** "Call" and "Said" in a name; the first word of a sentence may be a cue ("Said Ruiz: …"). */
function isCapitalizedInside(tokens: readonly Token[], at: number): boolean {
  return at > 0 && tokens[at - 1]?.kind !== 'quotation' && isCapitalized(tokens[at]) && !isTitleCase(tokens)
}

/** Whether what was said may begin so; a noun is not followed by another's subject. */
function opensSaid(token: Token | undefined): boolean {
  return token?.kind === 'quotation' || isWordIn(token, pronouns) || isWordIn(token, determiners)
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
  const form = cueForm(tokens[at]?.lower ?? '')?.form
  // "Colorado state Rep. Lind": one name takes no bare form, unless it is that of several.
  if (isCapitalized(before) && form === 'base' && !before?.text.endsWith('s') && tokens[from - 2]?.lower !== 'and')
    return false
  const endsThere =
    isMark(tokens[at + 1], '.,') &&
    tokens[at + 2]?.kind !== 'quotation' &&
    !tokens.slice(0, from).some((token) => token.kind === 'quotation' || isMark(token, ','))
  if (isCapitalized(before)) return !/'s?$/.test(before?.text ?? '') && !endsThere
  if (before?.kind !== 'word' || isWordIn(before, prepositions)) return false
  // "officials say": a plural takes the bare form. "The report states that": a singular the other, with what it says behind it.
  if (form === 'base') return /[^s]s$|people$/.test(before.lower)
  return form === 'third' && !/[^s]s$/.test(before.lower) && opensSaid(tokens[at + 1])
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
