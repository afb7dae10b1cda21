import type { ClaimLine, StoryBlock } from '../chat/document.ts'
import type { Brief } from '../domain/brief.ts'
import { capitalize, uncapitalize } from '../domain/capitals.ts'
import {
  type Claim,
  isDenial,
  isSilence,
  type Speaker,
  speakerLabel,
  speakerName,
  type UncheckedSpeaker,
  withoutVerb,
} from '../domain/claim.ts'
import type { Grammar, Speech } from '../language/grammar.ts'
import { grammarFor } from '../language/grammars.ts'
import type { Addresses } from './addresses.ts'
import { takeExchanges } from './exchanges.ts'
import { countMarks, evidenceOf } from './layout-written.ts'

/** Lays out claims in the articles' own words as readable lines: one per speaker, each response below its claim. */

interface Context {
  readonly brief: Brief
  readonly addresses: Addresses
  /** The most lines to show, responses included. */
  readonly most: number
  /** The claims that readers don't know yet; undefined if they don't know the story. */
  readonly fresh: ReadonlySet<string> | undefined
}

/** The claims of one line: all by one speaker in one article, except that an answered claim has a line to itself. */
type Line = readonly [Claim, ...Claim[]]

/** A brief's claims as lines, the number of claims left out, and the speakers who did not comment. */
export function copiedLines(
  brief: Brief,
  { addresses, most, fresh }: Omit<Context, 'brief'>,
): Pick<StoryBlock, 'claims' | 'moreClaims' | 'silences'> {
  const checked = brief.claims.filter(({ speaker }) => speaker.kind !== 'unchecked')
  const answering = new Map(brief.responses.map(({ claim, answers }) => [claim, answers]))
  const answersTo = ({ id }: Claim) => brief.claims.filter((claim) => answering.get(claim.id) === id)
  const silences = checked.filter((claim) => isSilence(claim.act) && !answering.has(claim.id))
  const leading = checked.filter(
    (claim) =>
      !answering.has(claim.id) && !isSilence(claim.act) && (answersTo(claim).length > 0 || !isBare(claim, brief)),
  )
  // A line is only left out whole: “she” in one of its sentences may be a person named in another.
  const lines = inLines(byUrgency(leading, { answersTo, silences }), answersTo).filter(
    (line) => fresh !== undefined || !line.every((claim) => answersTo(claim).length === 0 && isInSummary(claim, brief)),
  )
  const answersOf = (line: Line) => line.flatMap(answersTo)
  const isNew = (claims: readonly Claim[]) => fresh === undefined || claims.some(({ id }) => fresh.has(id))
  const wanted = lines.filter((line) => isNew([...line, ...answersOf(line)]))
  const shown = takeExchanges(wanted, { most, answersTo: (line) => answersOf(line).length })
  const form = shown.reduce((sum, line) => sum + line.length + answersOf(line).length, 0)
  const all = lines.flat().reduce((sum, claim) => sum + 1 + answersTo(claim).length, 0)
  const writer = lineWriter(brief, addresses, answersTo)
  return { claims: shown.map(writer), moreClaims: all - form, silences: [...new Set(silences.map(silenceLine))] }
}

/** “denied it”, “that figure was wrong”: meaningless, or misleading, unless right below the claim it answers. */
function isBare(claim: Claim, brief: Brief): boolean {
  const { answers, leaning } = grammarOf(claim, brief).patterns
  const form = (claim.line ?? claim.words).replace(/["“][^"“”]*["”]/g, '')
  return (
    [answers.referring, leaning.leadingObject, leaning.pointingSubject].some((pattern) =>
      pattern.test(withoutVerb(claim)),
    ) || leaning.pointsBack.test(form)
  )
}

/** True if the summary already has the claim with its speaker; never true of an accusation, which is always listed. */
function isInSummary({ act, line, citation }: Claim, { summary }: Brief): boolean {
  return (
    line !== undefined &&
    act !== 'accuses' &&
    summary.some(
      ({ text, citations }) =>
        citations.some(({ article }) => article === citation.article) && text.includes(line.replace(/[.]$/, '')),
    )
  )
}

/**
 * Answered claims first, then the denials of anyone who is also listed as silent, so that they do not seem to have said
 * nothing; the rest in the articles' order.
 */
function byUrgency(
  claims: readonly Claim[],
  {
    answersTo,
    silences,
  }: { readonly answersTo: (claim: Claim) => readonly Claim[]; readonly silences: readonly Claim[] },
): Claim[] {
  const silent = new Set(silences.map(({ speaker }) => speakerName(speaker)))
  const urgent = (claim: Claim) => {
    if (answersTo(claim).length > 0) return 0
    return isDenial(claim.act) && silent.has(speakerName(claim.speaker)) ? 1 : 2
  }
  return claims.toSorted((one, other) => urgent(one) - urgent(other))
}

function inLines(claims: readonly Claim[], answersTo: (claim: Claim) => readonly Claim[]): Line[] {
  const keyOf = (claim: Claim) =>
    answersTo(claim).length > 0 ? claim.id : `${speakerName(claim.speaker)}\n${claim.citation.article}`
  return [...Map.groupBy(claims, keyOf).values()].flatMap(([first, ...rest]) =>
    first ? [[first, ...rest] as const] : [],
  )
}

/** Writes lines in order, numbering their evidence and introducing each speaker once. */
function lineWriter(
  brief: Brief,
  addresses: Addresses,
  answersTo: (claim: Claim) => readonly Claim[],
): (line: Line) => ClaimLine {
  const marks = countMarks(introduce)
  return function write([first, ...rest]): ClaimLine {
    const name = shortName(first.speaker, grammarOf(first, brief))
    const outlet = outletOf(first, brief)
    const closing = (claim: Claim) => (outlet !== null && claim === (rest.at(-1) ?? first) ? ` (${outlet})` : '')
    const { form, words } = sentenceOf(first, brief)
    const speaker = marks.labelOf(first.speaker)
    const mark = marks.next()
    const further = rest.map((claim) => {
      const next = sentenceOf(claim, brief)
      const isQuotation = /^["“]/.test(next.words)
      const sentence =
        next.form === 'goes-on' ? `${name} ${next.words}` : isQuotation ? next.words : `${name}: ${next.words}`
      const evidence = evidenceOf(claim, claim.words, { brief, addresses })
      return { id: claim.id, words: `${sentence}${closing(claim)}`, evidence, mark: marks.next() }
    })
    return {
      id: first.id,
      speaker,
      act: null,
      manner: [],
      words: `${words}${closing(first)}`,
      evidence: evidenceOf(first, first.words, { brief, addresses }),
      // All responses by one speaker form one line.
      responses: inLines(answersTo(first), () => []).map(write),
      form,
      mark,
      ...(outlet === null ? {} : { outlet }),
      ...(further.length > 0 ? { further } : {}),
    }
  }
}

/** A speaker's name after the first mention: a person's last name, any other name without its description. */
function shortName(speaker: Speaker | UncheckedSpeaker, { names }: Grammar): string {
  const name = speakerName(speaker)
  if (speaker.kind === 'unnamed') return capitalize(names.takenUp(name.split(', ', 1)[0] ?? name))
  if (speaker.kind !== 'person') return capitalize(name.split(', ', 1)[0] ?? name)
  return /^\p{Lu}.* (\p{Lu}[\p{L}’'-]+)$/u.exec(name)?.[1] ?? capitalize(name)
}

/** The outlet that a claim comes from, if the story has several outlets; otherwise null. */
function outletOf({ citation }: Claim, { articles }: Brief): string | null {
  const isOfSeveral = new Set(articles.map(({ outlet }) => outlet)).size > 1
  return isOfSeveral ? (articles.find(({ id }) => id === citation.article)?.outlet ?? null) : null
}

/** “Two people briefed on the inquiry (not named because they may not speak in public)”. */
function introduce(speaker: Speaker | UncheckedSpeaker): string {
  const label = capitalize(speakerLabel(speaker))
  if (speaker.kind !== 'unnamed' || !speaker.reason || label.includes(speaker.reason)) return label
  return `${label} (not named ${speaker.reason})`
}

/** A claim's wording after its speaker: a sentence with the article's verb, or the words alone after a colon. */
function sentenceOf(claim: Claim, brief: Brief): { readonly form: 'goes-on' | 'whole'; readonly words: string } {
  const { act, form, cue, line } = claim
  // “The largest, he said, was for £48,500”: if only the speaker interrupts the words, nothing is missing.
  const words =
    form === 'indirect' && claim.words.split(' … ').length === 2 ? claim.words.replace(' … ', ' ') : claim.words
  if (isSilence(act))
    return hasOwnSubject(words) || isSentence(words) ? whole(words) : { form: 'goes-on', words: withStop(words) }
  if (line !== undefined) return { form: 'goes-on', words: line }
  if (form === 'direct') return whole(asOneQuotation(withMarks(words)))
  const { speech, patterns } = grammarOf(claim, brief)
  const verb = speech.joinsVerb ? verbOf(cue, speech) : undefined
  // “Its results will follow, the ministry said.” needs the verb in front, as does every act other than plain saying.
  if (verb === undefined || (act === 'says' && !patterns.leaning.opening.test(words))) return whole(words)
  const said = act === 'says' ? uncapitalize(words) : words
  return { form: 'goes-on', words: withStop(`${verb} ${said}`) }
}

/** A claim's verb in a finite form: “denied” for “denied” and for “denying”. */
function verbOf(cue: string, speech: Speech): string | undefined {
  if (!/^\p{Ll}[\p{L}’' -]*$/u.test(cue)) return undefined
  const words = cue.split(' ')
  if (words.some((word) => speech.isFiniteCue(word.toLowerCase()))) return cue
  const [first = '', ...rest] = words
  const past = speech.pastOf(first)
  return past && [past, ...rest].join(' ')
}

function whole(words: string): { readonly form: 'whole'; readonly words: string } {
  return { form: 'whole', words: withStop(capitalize(words)) }
}

/** A transcript prints an interview answer without quotation marks; here it needs them. */
function withMarks(words: string): string {
  return /["“”«»„]|^['‘]/.test(words) ? words : `“${words}”`
}

/** Rejoins words that were printed in two pieces around their speaker: “Forty years,” she said, “and nobody called.” */
function asOneQuotation(words: string): string {
  return words
    .replace(/["”’] … ["“‘](?=\p{Ll})/gu, ' ')
    .replace(/,(["”’]) … (?=["“‘]\p{Lu})/gu, '.$1 ')
    .replace(/(?<![.!?…,—])(["”’])$/, '.$1')
}

function grammarOf({ citation }: Claim, { articles }: Brief): Grammar {
  return grammarFor(articles.find(({ id }) => id === citation.article)?.language ?? 'und')
}

function withStop(sentence: string): string {
  return /[.!?…—]["”’]?$/.test(sentence) ? sentence : `${sentence}.`
}

/** “Neither the company nor the union would say” names the silent parties itself. */
function hasOwnSubject(words: string): boolean {
  return /^(?:neither|nobody|no one|none)\b/i.test(words)
}

/** “Nicht äußern wollte sich Weber”: words that begin with a capital are a sentence of their own. */
function isSentence(words: string): boolean {
  return /^[„“"»«]?\p{Lu}/u.test(words)
}

function silenceLine({ speaker, words }: Claim): string {
  if (hasOwnSubject(words)) return capitalize(words)
  return `${capitalize(speakerName(speaker))}${isSentence(words) ? ':' : ''} ${words}`
}
