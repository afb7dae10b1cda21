import type { Span } from '../domain/article.ts'
import { type Act, isSilence, type Speaker } from '../domain/claim.ts'
import type { Grammar, Speech } from '../language/grammar.ts'
import type { Match } from '../language/report.ts'
import type { Paragraph } from '../text/paragraphs.ts'

/** How many attributions before and behind one are looked at for one that holds it. */
const neighbours = 6

/** Whom a source refers to; null where the text leaves it open. */
export interface Resolved {
  readonly speaker: Speaker | null
  /** Which rule told it; undefined where none did. */
  readonly rule?: string
  /** Why somebody else may be meant as well, or the report may have been misread. */
  readonly doubts: readonly string[]
}

/** Behind these it is mostly another one who goes on as “he”: whoever was asked, accused or denied. */
const othersGoOn: ReadonlySet<Act> = new Set(['asks', 'accuses', 'criticizes', 'denies', 'rejects'])

/** What has been read of a text before its speakers. */
interface ReadSoFar {
  readonly paragraphs: readonly Paragraph[]
  readonly found: readonly Match[]
}

/** Tells whom each source refers to, in the order of `found`. */
export function resolveSpeakers(text: string, { paragraphs, found }: ReadSoFar, { speech }: Grammar): Resolved[] {
  const reader = speech.readSpeakers(text, paragraphs)
  let accused: string | undefined
  return found.map((each, index) => {
    const { source, cue } = each
    if (!source) return { speaker: null, doubts: [] }
    const identified = reader.identify(text.slice(source.start, source.end), {
      start: source.start,
      content: each.content,
      told: toldBy(each),
      replies: cue !== null && speech.isReply(text.slice(cue.start, cue.end)),
      denies: each.act === 'denies' || each.act === 'rejects' || isSilence(each.act),
      accused,
      isNested: around(found, index).some((other) => isNestedIn(each, other)),
    })
    accused = accusedBy(each, { text, speech })
    const doubts = [...identified.doubts, ...each.doubts]
    const { speaker, rule } = identified
    return { speaker: speaker?.kind === 'unnamed' ? reader.describe(speaker, source) : speaker, rule, doubts }
  })
}

/** What somebody goes on from: what they told, and where; not what they asked, or whom they accused, since that one answers. */
function toldBy({ act, content, venue }: Match): Span[] {
  return othersGoOn.has(act) ? [] : [...content, ...(venue ? [venue] : [])]
}

/** Whom an attribution accuses, where it is a name that stands there. */
function accusedBy(
  { act, content }: Match,
  { text, speech }: { readonly text: string; readonly speech: Speech },
): string | undefined {
  const [first] = content
  const accused = act === 'accuses' && first ? speech.accusedIn(text.slice(first.start, first.end)) : undefined
  return accused && /^\p{Lu}[^,.;]*$/u.test(accused) ? accused : undefined
}

/** The attributions beside one, among which any that holds it is. */
function around(found: readonly Match[], index: number): readonly Match[] {
  return found.slice(Math.max(0, index - neighbours), index + neighbours + 1)
}

function isNestedIn({ cue, source }: Match, { content }: Match): boolean {
  const place = cue ?? source
  return place !== null && content.some(({ start, end }) => start <= place.start && place.end <= end)
}
