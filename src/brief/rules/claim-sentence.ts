import { coverSpans, type Span, sliceSpan } from '../../domain/article.ts'
import { type Attribution, isSilence } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import { words } from '../../text/tokens.ts'

/** What may stand between two pieces of a report without being left out of the sentence, in characters: “in a statement on Monday that”. */
const longestGap = 80

/** The line of a claim, and where the article has it. */
export interface PlacedLine {
  readonly line: string
  readonly span: Span
}

/**
 * What goes on from the speaker's name, as the article has it: “denied that the gate had failed an inspection.” Undefined where
 * the article puts it in another order, or has no finite verb for it.
 */
export function sentenceFor(text: string, attribution: Attribution, grammar: Grammar): PlacedLine | undefined {
  const { source, cue, content, act, form } = attribution
  const [speaker, verb] = [source.at(-1), cue[0]]
  if (!speaker || !verb || isSilence(act) || (form === 'direct' && isPlain(sliceSpan(text, verb), grammar)))
    return undefined
  const stated = [...cue, ...content].toSorted((one, other) => one.start - other.start)
  if (speaker.end > verb.start || stated[0] !== verb || !hangTogether(stated)) return undefined
  const start = verb.start - auxiliariesBefore(text.slice(speaker.end, verb.start), grammar).length
  const { end } = coverSpans(stated)
  const whole = { start, end: end + caveatBehind(text.slice(end), grammar).length }
  const line = sliceSpan(text, whole)
    .trim()
    .replace(/[\s,;:—–-]+$/, '')
  const isSentence = isFinite(sliceSpan(text, { start, end: verb.end }), grammar) && !isOutletsOwn(line, grammar)
  if (!isSentence || !/^\p{Ll}.*$/u.test(line)) return undefined
  return { span: whole, line: /[.!?]["”’]?$/.test(line) ? line : `${line.replace(/,(["”’])$/, '$1')}.` }
}

/** What the outlet says the speaker left out, up to the end of the sentence: “…, but offered no evidence”. Empty if there is none. */
function caveatBehind(rest: string, { patterns }: Grammar): string {
  const tail = /^[^.!?\n“”"]{3,120}(?=[.!?](?:\s|$))/.exec(rest)?.[0] ?? ''
  return patterns.truncation.ownCaveat.test(tail) ? tail : ''
}

/** Whether a verb says no more than that something was said: “said”, not “denied”. */
function isPlain(verb: string, { speech, text: rules }: Grammar): boolean {
  return words(verb, rules).every(({ lower }) => (speech.actOf(lower) ?? 'says') === 'says')
}

function hangTogether(pieces: readonly Span[]): boolean {
  return pieces.every((piece, at) => piece.start - (pieces[at - 1]?.end ?? piece.start) <= longestGap)
}

/** The words right before a verb that belong to it: “has also”; empty if anything else stands between. */
function auxiliariesBefore(between: string, { speech, text: rules }: Grammar): string {
  const isPart =
    words(between, rules).every(({ lower }) => speech.isVerbPart(lower)) && /^[\s\p{L}’'-]*$/u.test(between)
  return isPart ? between.trimStart() : ''
}

/** “told us”: beside a name of ours, “us” would be somebody else. */
function isOutletsOwn(line: string, { patterns }: Grammar): boolean {
  return patterns.ownVoice.addressed.test(line.replace(/["“][^"“”]*["”]/g, ''))
}

/** Whether the verb has a tense: “denied” or “has denied”, and neither “denying” nor the noun “denial”. */
function isFinite(verbs: string, { speech, text: rules }: Grammar): boolean {
  return words(verbs, rules).some(({ lower }) => speech.isFiniteCue(lower))
}
