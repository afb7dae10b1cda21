import type { BackgroundBlock, ClaimLine, StorySentence } from '../chat/document.ts'
import { addedNote } from '../chat/story-lines.ts'
import { type Brief, type Detail, type DetailTopic, passageKey } from '../domain/brief.ts'
import { capitalize } from '../domain/capitals.ts'
import {
  type Claim,
  entryOf,
  type Response,
  type Speaker,
  speakerName,
  type UncheckedSpeaker,
} from '../domain/claim.ts'
import { type Addresses } from './addresses.ts'
import { linkToPassage } from './text-fragment.ts'

/** Lays out a brief in its writer's own sentences: one line per speaker, and the details outside the summary. */

/** The headings of the background details. */
const backgroundTitles: readonly (readonly [DetailTopic, string])[] = [
  ['context', 'Context'],
  ['why', 'Why it matters'],
  ['next', 'What next'],
]

/** Numbers a story's sentences, so that their evidence can be opened, and introduces each speaker once. */
export interface Marks {
  next(): string
  /** A speaker with their role at first mention, and by name alone after that. */
  labelOf(speaker: Speaker | UncheckedSpeaker): string
}

/** Describes a speaker at first mention; `name` is used after that. */
type Introduce = (speaker: Speaker | UncheckedSpeaker, name: string) => string

export function countMarks(introduce: Introduce = withStanding): Marks {
  let count = 0
  const introduced = new Set<string>()
  return {
    next() {
      count += 1
      return String(count)
    },
    labelOf(speaker) {
      const name = capitalize(speakerName(speaker))
      const label = introduced.has(name) ? name : introduce(speaker, name)
      if (label !== name) introduced.add(name)
      return label
    },
  }
}

interface LineContext {
  readonly brief: Brief
  readonly addresses: Addresses
  readonly marks: Marks
}

/** The claims of one line: one speaker's, from one entry of the writer. */
export type ClaimGroup = readonly [Claim, ...Claim[]]

/**
 * Groups claims into lines, in the writer's order: one line per entry, but claims that answer an accusation have their
 * own, since they go below it. A speaker's entries are not joined, because “it” and “neither” depend on the sentence
 * before.
 */
export function linesOf(claims: readonly Claim[], responses: readonly Response[] = []): ClaimGroup[] {
  const answering = new Map(responses.map(({ claim, answers }) => [claim, entryOf({ id: answers })]))
  const entries = Map.groupBy(claims, (claim) =>
    claim.wording === 'sentence' ? `${entryOf(claim)} ${answering.get(claim.id) ?? ''}` : claim.id,
  )
  return [...entries.values()].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []))
}

/** A line as it is shown, with the lines that answer it below. */
export function lineShown(line: ClaimGroup, context: LineContext, responses: () => readonly ClaimLine[]): ClaimLine {
  const [first, ...rest] = line
  const { marks, addresses, brief } = context
  const shown = {
    id: first.id,
    speaker: marks.labelOf(first.speaker),
    act: null,
    manner: [],
    words: first.words,
    evidence: evidenceOf(first, first.words, { brief, addresses }),
    mark: marks.next(),
    form: /^\p{Ll}/u.test(first.words) ? ('goes-on' as const) : ('whole' as const),
  }
  const behind = (claim: Claim) => behindOf(claim, brief).map((detail) => detailShown(detail, brief, marks))
  const further = [
    ...behind(first),
    ...rest.flatMap((claim) => [
      {
        id: claim.id,
        words: capitalize(claim.words),
        evidence: evidenceOf(claim, claim.words, { brief, addresses }),
        mark: marks.next(),
      },
      ...behind(claim),
    ]),
  ]
  return { ...shown, ...(further.length > 0 ? { further } : {}), responses: responses() }
}

/** A claim that the writer left out, in the article's own verb and words: “Arrow Water denied the gate had failed.” */
export function addedLine(line: ClaimLine, { cue, words }: Claim, marks: Marks): ClaimLine {
  const isSentence = /^\p{Ll}[\p{L}’' -]*$/u.test(cue)
  const stop = /[.!?]["”’]?$/.test(words) ? '' : '.'
  return {
    ...line,
    ...(isSentence ? { act: null, manner: [], words: `${cue} ${words}${stop}`, form: 'goes-on' as const } : {}),
    mark: marks.next(),
    isAdded: true,
  }
}

/** Roles that describe an action: “visited the site”, “speaks for the union”, unlike “managing director”. */
const tellsWhat =
  /^(?:(?:who|which|not|in|on|at)\b|(?:advises|chairs|heads|holds|leads|lives|makes|manages|owns|represents|runs|speaks|supplies|teaches|works)\b|\p{L}+(?:ed|ing) (?:an?|the|his|her|its|their|about|as|at|by|for|from|in|not|of|on|to|with)\b)/iu

/** A speaker with their role: “Petra Lindqvist, mayor of Lower Weir”; “Two officials (not named because …)”. */
function withStanding(speaker: Speaker | UncheckedSpeaker, name: string): string {
  const standing = speaker.kind === 'person' ? speaker.role : speaker.kind === 'unnamed' ? speaker.reason : null
  if (!standing || repeats(standing, name)) return name
  // “Mines Inspectorate (visited the site on 17 November)”: an action, not a title.
  const isNoun = speaker.kind === 'person' && !tellsWhat.test(standing)
  return isNoun ? `${name}, ${standing}` : `${name} (${standing})`
}

/** True for “The ministry (transport ministry)”, where the role only repeats the name. */
function repeats(standing: string, name: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
  const [own, other] = [words(standing), words(name)]
  const shared = [...own].filter((word) => other.has(word) && word !== 'the')
  return shared.length > 0 && (shared.length === own.size || own.size <= 2)
}

/** The publisher's page at the passage that supports a sentence, or our own page. */
export function evidenceOf(
  claim: Claim,
  words: string,
  { brief, addresses }: Omit<LineContext, 'marks'>,
): string | null {
  const article = brief.articles.find(({ id }) => id === claim.citation.article)
  if (!article?.url) return addresses.claim(brief.story, claim.id)
  return linkToPassage(article.url, brief.passages?.get(passageKey(claim.citation)) ?? words)
}

/** The outlet's own details on a claim, shown right after it as in the article. */
function behindOf({ id }: Claim, { details = [] }: Brief): Detail[] {
  return details.filter(({ behind }) => behind === id)
}

/** The details on a topic that belong to no line, as sentences with their evidence. */
export function detailsShown(brief: Brief, topic: DetailTopic, marks: Marks): StorySentence[] {
  return (brief.details ?? [])
    .filter((detail) => detail.topic === topic && detail.behind === undefined)
    .map((detail) => detailShown(detail, brief, marks))
}

function detailShown(detail: Detail, brief: Brief, marks: Marks): StorySentence {
  const shown = sentenceShown(detail, brief, marks)
  return detail.isAdded ? { ...shown, words: `${shown.words} (${addedNote})` } : shown
}

export function sentenceShown(
  { text, citations }: Pick<Detail, 'text' | 'citations'>,
  brief: Brief,
  marks: Marks,
): StorySentence {
  const [passage] = citations
  const article = brief.articles.find(({ id }) => id === passage?.article)
  const evidence =
    article?.url && passage ? linkToPassage(article.url, brief.passages?.get(passageKey(passage)) ?? text) : null
  return { id: null, words: text, evidence, mark: marks.next() }
}

/** What came before, why it matters and what comes next. */
export function backgroundOf(brief: Brief, marks: Marks): BackgroundBlock[] {
  return backgroundTitles.flatMap(([topic, title]) => {
    const sentences = detailsShown(brief, topic, marks)
    return sentences.length > 0 ? [{ title, sentences }] : []
  })
}
