import type { Span } from '../domain/article.ts'
import { type Act, isDenial, isSilence, type Speaker } from '../domain/claim.ts'
import type { Grammar, Speech } from '../language/grammar.ts'
import type { Match } from '../language/report.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { carriedOnRule } from './told-speech.ts'

/** How many neighbours on either side of an attribution are searched for one whose content contains it. */
const neighbours = 6

/** The speaker that a source refers to; null if the text leaves it open. */
export interface ResolvedMatches {
  readonly speaker: Speaker | null
  /** The rule that decided it; undefined if none did. */
  readonly rule?: string
  /** Reasons why somebody else may be meant, or why the report may have been misread. */
  readonly doubts: readonly string[]
}

/** After these acts, “he” is usually not the speaker but the person asked, accused or contradicted. */
const othersGoOn: ReadonlySet<Act> = new Set(['asks', 'accuses', 'criticizes', 'denies', 'rejects'])

/** The paragraphs and matches of a text, before its speakers are resolved. */
interface ReadSoFar {
  readonly paragraphs: readonly Paragraph[]
  readonly found: readonly Match[]
}

/** Resolves the speaker of each source, in the order of `found`. */
export function resolveSpeakers(
  text: string,
  { paragraphs, found }: ReadSoFar,
  { speech }: Grammar,
): ResolvedMatches[] {
  const reader = speech.readSpeakers(text, paragraphs)
  let accused: string | undefined
  // Sentences that go on have the source of the one before them.
  const heard = new Map<number, ResolvedMatches>()
  return found.map((each, index) => {
    const { source, cue } = each
    const place = source ?? missingSource(each, speech)
    if (!place) return { speaker: null, doubts: each.doubts }
    const before = each.rules.includes(carriedOnRule) ? heard.get(place.start) : undefined
    if (before) return { ...before, doubts: [...before.doubts, ...each.doubts] }
    const identified = reader.identify(text.slice(place.start, place.end), {
      start: place.start,
      content: each.content,
      stated: statedBy(each),
      replies: cue !== null && speech.isReply(text.slice(cue.start, cue.end)),
      denies: isDenial(each.act) || isSilence(each.act),
      accused,
      isNested: around(found, index).some((other) => isNestedIn(each, other)),
    })
    accused = accusedBy(each, { text, speech })
    const { speaker, rule, doubts } = identified
    const shown = speaker?.kind === 'unnamed' ? reader.describe(speaker, place) : speaker
    heard.set(place.start, { speaker: shown, rule, doubts })
    return { speaker: shown, rule, doubts: [...doubts, ...each.doubts] }
  })
}

/** “Disse que fica.”: where a verb needs no subject, an empty mention before it means whoever the text tells of. */
function missingSource({ cue, doubts }: Match, { leavesSubjectsOut }: Speech): Span | undefined {
  return leavesSubjectsOut && cue && doubts.length === 0 ? { start: cue.start, end: cue.start } : undefined
}

/** The spans that a speaker may continue from: content and venue; none for a question or accusation, say. */
function statedBy({ act, content, venue }: Match): Span[] {
  return othersGoOn.has(act) ? [] : [...content, ...(venue ? [venue] : [])]
}

/** The name of the accused in an attribution, if the text gives it. */
function accusedBy(
  { act, content }: Match,
  { text, speech }: { readonly text: string; readonly speech: Speech },
): string | undefined {
  const [first] = content
  const accused = act === 'accuses' && first ? speech.accusedIn(text.slice(first.start, first.end)) : undefined
  return accused && /^\p{Lu}[^,.;]*$/u.test(accused) ? accused : undefined
}

/** An attribution and its neighbours, to search for one that contains it. */
function around(found: readonly Match[], index: number): readonly Match[] {
  return found.slice(Math.max(0, index - neighbours), index + neighbours + 1)
}

function isNestedIn({ cue, source }: Match, { content }: Match): boolean {
  const place = cue ?? source
  return place !== null && content.some(({ start, end }) => start <= place.start && place.end <= end)
}
