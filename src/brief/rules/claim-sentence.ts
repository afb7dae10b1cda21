import { coverSpans, type Span, sliceSpan } from '../../domain/article.ts'
import { uncapitalize } from '../../domain/capitals.ts'
import { type Attribution, isSilence } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import { words } from '../../text/tokens.ts'

/** The most characters between two pieces of a report, such as “in a statement on Monday that”. */
const longestGap = 80

/** The line of a claim, and its place in the article. */
export interface PlacedLine {
  readonly line: string
  readonly span: Span
}

/**
 * The article's words from the verb after the speaker's name: “denied that the gate had failed an inspection.”
 * Undefined if the article has them in another order or without a finite verb.
 */
export function sentenceFor(text: string, attribution: Attribution, grammar: Grammar): PlacedLine | undefined {
  const { source, cue, content, act, form } = attribution
  const verb = cue[0]
  const speaker = source.at(-1) ?? leftOut(attribution, grammar)
  if (!speaker || !verb || isSilence(act) || (form === 'direct' && isPlain(sliceSpan(text, verb), grammar)))
    return undefined
  const stated = [...cue, ...content].toSorted((one, other) => one.start - other.start)
  if (speaker.end > verb.start || stated[0] !== verb || !hangTogether(stated)) return undefined
  const start = verb.start - auxiliariesBefore(text.slice(speaker.end, verb.start), grammar).length
  const { end } = coverSpans(stated)
  const whole = { start, end: end + caveatBehind(text.slice(end), grammar).length }
  const stands = sliceSpan(text, whole)
    .trim()
    .replace(/[\s,;:—–-]+$/, '')
  // “Acusó a la empresa de …” goes on from the speaker's name.
  const line = source.length === 0 ? uncapitalize(stands) : stands
  const isSentence = isFinite(sliceSpan(text, { start, end: verb.end }), grammar) && !isOutletsOwn(line, grammar)
  if (!isSentence || !/^\p{Ll}.*$/u.test(line)) return undefined
  return { span: whole, line: /[.!?]["”’]?$/.test(line) ? line : `${line.replace(/,(["”’])$/, '$1')}.` }
}

/** Where a speaker would stand that the sentence leaves out: right before the verb. */
function leftOut({ speaker, cue: [verb] }: Attribution, { speech }: Grammar): Pick<Span, 'end'> | undefined {
  return speaker && verb && speech.leavesSubjectsOut ? { end: verb.start } : undefined
}

/** The outlet's caveat at the end of the sentence: “…, but offered no evidence”; empty if there is none. */
function caveatBehind(rest: string, { patterns }: Grammar): string {
  const tail = /^[^.!?\n“”"]{3,120}(?=[.!?](?:\s|$))/.exec(rest)?.[0] ?? ''
  return patterns.truncation.ownCaveat.test(tail) ? tail : ''
}

/** Returns true if a verb says only that something was said: “said”, not “denied”. */
function isPlain(verb: string, { speech, text: rules }: Grammar): boolean {
  return words(verb, rules).every(({ lower }) => (speech.actOf(lower) ?? 'says') === 'says')
}

function hangTogether(pieces: readonly Span[]): boolean {
  return pieces.every((piece, at) => piece.start - (pieces[at - 1]?.end ?? piece.start) <= longestGap)
}

/** The words right before a verb that belong to it: “has also”; empty if there are any other words between. */
function auxiliariesBefore(between: string, { speech, text: rules }: Grammar): string {
  const isPart =
    words(between, rules).every(({ lower }) => speech.isVerbPart(lower)) && /^[\s\p{L}’'-]*$/u.test(between)
  return isPart ? between.trimStart() : ''
}

/** “told us”: in a brief, “us” would mean somebody else. */
function isOutletsOwn(line: string, { patterns }: Grammar): boolean {
  return patterns.ownVoice.addressed.test(line.replace(/["“][^"“”]*["”]/g, ''))
}

/** Returns true if the verb has a tense: “denied” or “has denied”, but not “denying” or the noun “denial”. */
function isFinite(verbs: string, { speech, text: rules }: Grammar): boolean {
  return words(verbs, rules).some(({ lower }) => speech.isFiniteCue(lower))
}
