import type { Token } from '../../../text/tokens.ts'
import type { Range } from '../../report.ts'
import { subjectBefore } from '../syntax/subjects.ts'
import { type CueForm, cueForm } from '../words/cue-verbs.ts'
import {
  clauseOpeners,
  determiners,
  isCapitalized,
  isMark,
  isTimeWord,
  isWordIn,
  looksFinite,
  prepositions,
  pronouns,
} from '../words/word-classes.ts'

/** A cue verb where it stands, with its auxiliaries and adverbs. */
export interface Cue extends Range {
  readonly verb: CueForm['verb']
  readonly form: CueForm['form']
  /** The position of the cue word itself. */
  readonly at: number
  /** Whether the subject is not who says it but who hears it: "was told that". */
  readonly passive: boolean
  readonly negated: boolean
}

/** A subject of more words is not looked for behind “, and”. */
const longestSubject = 9
/** The same with an apposition or a relative clause. */
const longestExplained = 20
/** Tokens between two dashes. */
const longestAside = 25

/** Where what was said ends, if it begins at `from`: at the sentence's end, or where the outlet speaks again. */
export function contentEnd(tokens: readonly Token[], from: number): number {
  let to = from
  while (to < tokens.length) {
    if (to > from && (endsContent(tokens, to) || (to === from + 1 && tellsWhen(tokens, to)))) break
    to += 1
  }
  while (to > from && (isMark(tokens[to - 1], '.,;:—–?!') || /^(?:and|but)$/.test(tokens[to - 1]?.lower ?? ''))) to -= 1
  return to
}

/** “I did it” hours after the fire: behind nothing but a quotation, the outlet tells when it was said. */
function tellsWhen(tokens: readonly Token[], at: number): boolean {
  const isSpan = /^(?:moments|minutes|hours|days|weeks|months|years|shortly|just|soon|long)$/.test(
    tokens[at]?.lower ?? '',
  )
  return (
    tokens[at - 1]?.kind === 'quotation' &&
    isSpan &&
    /^(?:after|before|earlier|later)$/.test(tokens[at + 1]?.lower ?? '')
  )
}

/** The same for a phrase, which what explains it or comes with it ends too: “denied the report, which …”. */
export function phraseContentEnd(tokens: readonly Token[], from: number): number {
  const end = contentEnd(tokens, from)
  const inner = tokens
    .slice(0, end)
    .findIndex((token, at) => at > from && isMark(token, ',') && endsPhraseContent(tokens[at + 1]))
  return inner > from ? inner : end
}

function endsPhraseContent(next: Token | undefined): boolean {
  return /^(?:who|which|where|while|though|although|even|just|as|after|before|when|with|\p{Ll}+ing)$/u.test(
    next?.lower ?? '',
  )
}

function endsContent(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (isMark(token, ';') || endsAtDash(tokens, at)) return true
  if (token?.lower === 'according' && next?.lower === 'to') return true
  if (isMark(token, ',')) {
    if (next?.lower === 'but') return endsAtBut(tokens, at + 1)
    if (next?.lower === 'adding' || next?.lower === 'according') return true
    if (isParticipleCue(next) || /^(?:while|after)$/.test(next?.lower ?? '')) return true
    if (
      next?.lower === 'and' &&
      (isCue(tokens, at + 2) || isSubjectWithCue(tokens, at + 2) || isPhraseWithCue(tokens, at + 2))
    )
      return true
    // “who said he votes, said one likes him”: the verb of the one whom the clause was about.
    if (isCue(tokens, at + 1)) return true
    return isSubjectWithCue(tokens, at + 1) || isTrailing(tokens, at + 1)
  }
  // “We will see,” when asked: behind speech that ends in a comma, the outlet goes on.
  if (
    closesWithComma(tokens[at - 1]) &&
    token?.kind === 'word' &&
    /^(?:when|after|as|while|during|before|in|on|at)$/.test(token.lower)
  )
    return true
  // “false,” adding: the comma stands within the quotation.
  if (isParticipleCue(token) && closesSpeech(tokens[at - 1])) return true
  if (!/^(?:and|but|though|although|whereas|while)$/.test(token?.lower ?? '')) return false
  if (isOtherSpeaker(tokens, at + 1)) return true
  return /^(?:and|but)$/.test(token?.lower ?? '') && isCue(tokens, at + 1)
}

/** “…, but that it was not confirmed”, “…, but only in court” are still said: what limits a statement belongs to it. */
function endsAtBut(tokens: readonly Token[], but: number): boolean {
  const behind = tokens[but + 1]?.lower ?? ''
  if (behind === 'that') return isWordIn(tokens[but + 2], prepositions)
  if (!/^(?:only|just|not|never|hardly|rarely|seldom|merely|solely|mainly)$/.test(behind)) return true
  // “…, but only after anglers began pulling dead trout from the river”: the outlet tells when it was said.
  const told = tokens.findIndex((_, at) => at > but + 3 && looksFinite(tokens, at))
  if (/^(?:after|when|once|because|since)$/.test(tokens[but + 2]?.lower ?? '') && told > 0) return true
  return isSubjectWithCue(tokens, but + 1) || isSubjectWithCue(tokens, but + 2) || isCue(tokens, but + 2)
}

function isParticipleCue(token: Token | undefined): boolean {
  return token?.kind === 'word' && cueForm(token.lower)?.form === 'ing'
}

function closesWithComma(token: Token | undefined): boolean {
  return token?.kind === 'quotation' && /,\P{L}*$/u.test(token.text)
}

/** A dash ends what was said; two of them only set an aside apart. */
function endsAtDash(tokens: readonly Token[], at: number): boolean {
  if (!isDash(tokens[at])) return false
  const second = tokens.findIndex((token, index) => index > at && isDash(token))
  return second < 0 || second > at + longestAside
}

function isDash(token: Token | undefined): boolean {
  return isMark(token, '—–') || token?.text === '--'
}

/** “It was a trap,” with its comma inside. */
function closesSpeech(token: Token | undefined): boolean {
  return token?.kind === 'quotation' && /[,.?!]\P{L}*$/u.test(token.text)
}

/** ", and the mayor said": a noun phrase of a few words, and its cue. */
function isPhraseWithCue(tokens: readonly Token[], at: number): boolean {
  if (!isCapitalized(tokens[at]) && !isWordIn(tokens[at], determiners)) return false
  for (let index = at + 1; index < at + longestSubject; index++) {
    if (tokens[index]?.kind !== 'word' || isWordIn(tokens[index], clauseOpeners)) return false
    if (isCue(tokens, index) && !isWordIn(tokens[index - 1], determiners)) return true
    if (looksFinite(tokens, index)) return false
  }
  return false
}

/** “and Marsh, his deputy, said”: somebody else, with what explains them, takes over. */
function isOtherSpeaker(tokens: readonly Token[], at: number): boolean {
  if (isSubjectWithCue(tokens, at) || isPhraseWithCue(tokens, at)) return true
  if (!isCapitalized(tokens[at]) && !isWordIn(tokens[at], determiners)) return false
  for (let index = at + 2; index < at + longestExplained; index++) {
    if (!isCue(tokens, index) || !isMark(tokens[index - 1], ',')) continue
    return subjectBefore(tokens, index, at)?.from === at
  }
  return false
}

/** ", BFM TV reported." names at a sentence's end who said all of it. */
function isTrailing(tokens: readonly Token[], at: number): boolean {
  if (!isPhraseWithCue(tokens, at)) return false
  const cue = tokens.findIndex((_, index) => index > at && isCue(tokens, index))
  return nothingBehind(tokens, cue + 1)
}

function nothingBehind(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from).every((token) => isMark(token, '.?!)]') || isTimeWord(token) || token.lower === 'on')
}

function isCue(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const form = token?.kind === 'word' && !isCapitalized(token) ? cueForm(token.lower)?.form : undefined
  return form === 'past' || form === 'third'
}

/** ", Ruiz said" and ", he said": the sentence names its speaker only here. */
function isSubjectWithCue(tokens: readonly Token[], at: number): boolean {
  if (isWordIn(tokens[at], pronouns)) return isCue(tokens, at + 1) && !isWordIn(tokens[at + 2], prepositions)
  return false
}
