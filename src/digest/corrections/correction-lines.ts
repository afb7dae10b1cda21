import { type Document, emptyStory, type StoryBlock } from '../../chat/document.ts'
import { responsesOf, sentencesOf } from '../../chat/story-lines.ts'
import type { ChangedLine, Correction, CorrectionCause, SaidLine } from '../../domain/edition/correction.ts'
import { dayAndTime } from '../times.ts'

/** The most changes listed in a post; the rest is in the note below it. */
const mostInPost = 3

/** What a correction changed and why, one line each: "Tue 24 Nov 14:05, because River Post changed its article. …" */
export function correctionLines(
  { at, cause, lines }: Pick<Correction, 'at' | 'cause' | 'lines'>,
  zone: string,
): string[] {
  const head = `${dayAndTime(at, zone)}, ${causeWords(cause)}.`
  const [first, ...rest] = lines.map(lineWords)
  // What an outlet has taken down is not among the lines, and is not said again.
  if (cause.kind === 'gone' || cause.kind === 'withdrawn' || first === undefined)
    return [`${head} ${removed(cause)}`, ...lines.map(lineWords)]
  return [`${head} ${first}`, ...rest]
}

/** The same for the post itself, where there is less room. */
export function linesForPost(correction: Pick<Correction, 'at' | 'cause' | 'lines'>, zone: string): string[] {
  const all = correctionLines(correction, zone)
  const left = all.length - mostInPost
  return left > 0 ? [...all.slice(0, mostInPost), `${left} more, listed in the note below the post.`] : all
}

/** The note to be posted below an edition. */
export function correctionNote(correction: Correction, story: StoryBlock, zone: string): Document {
  return [
    {
      ...emptyStory,
      kind: 'story',
      id: correction.story,
      number: null,
      headline: headlineOfNote(correction, story),
      followUp: null,
      agreement: null,
      takenBack: true,
      outlets: [],
      corrections: correctionLines(correction, zone),
      links: [],
      byline: '',
    },
  ]
}

/** A note's headline; that of a story whose article was taken down is not said again. */
function headlineOfNote({ headline, cause }: Correction, story: StoryBlock): string {
  if (headline === '')
    return cause.kind === 'gone' ? 'Correction: a story was withdrawn' : `Correction: ${story.headline}`
  return `Correction: ${cause.kind === 'gone' ? headline : story.headline}`
}

/** What stands in place of a note whose story has been withdrawn since. */
export const noteWithdrawn: Document = [{ kind: 'note', text: 'This note was about a story that has been withdrawn.' }]

/** Those of the changes that may be told: not what was taken out because an outlet took its article down. */
export function tellable(lines: readonly ChangedLine[], isOfGone: (line: SaidLine) => boolean): ChangedLine[] {
  return lines.flatMap(({ was, now }) => {
    if (!was || !isOfGone(was)) return [{ was, now }]
    return now ? [{ was: null, now }] : []
  })
}

/** Those of the changes that readers of these two versions of a post can see, as they see them. */
export function visibleLines(lines: readonly ChangedLine[], before: StoryBlock, after: StoryBlock): ChangedLine[] {
  const [old, fresh] = [shownIn(before), shownIn(after)]
  return lines
    .map(({ was, now }) => ({ was: was && old(was), now: now && fresh(now) }))
    .filter(({ was, now }) => was !== null || now !== null)
}

/** Finds a line in a post as readers see it there; null if the post does not show it. */
function shownIn(block: StoryBlock): (line: SaidLine) => SaidLine | null {
  const claims = [...block.claims, ...block.quotations].flatMap((claim) => [claim, ...responsesOf(claim)])
  const sentences = new Map(
    claims.flatMap((claim) => sentencesOf(claim).map(({ id, words }, index) => [id, { claim, words, index }] as const)),
  )
  return (line) => {
    if (line.claim === null) return ownLine(block, line)
    const shown = sentences.get(line.claim)
    if (!shown) return null
    const { claim, words, index } = shown
    const goesOn = claim.form === 'goes-on' && index === 0
    return { ...line, words, speaker: claim.speaker || null, ...(goesOn ? { goesOn: true } : {}) }
  }
}

/** A line that names no speaker, as a post shows it. */
function ownLine(block: StoryBlock, line: SaidLine): SaidLine | null {
  const { words } = line
  const when = (isShown: boolean) => (isShown ? line : null)
  switch (line.part) {
    case 'headline':
      return when(block.headline === words)
    case 'unanswered':
      return when(block.unanswered.includes(words))
    case 'difference':
      return when(block.differences.some(({ versions }) => versions.every((version) => words.includes(version.words))))
    case 'sentence':
    case 'claim': {
      // What stands on an editor's word says so behind it.
      const shown = sentencesIn(block).find((sentence) => sentence.startsWith(words.replace(/[.!?]$/, '')))
      return shown === undefined ? null : { ...line, words: shown }
    }
  }
}

function sentencesIn({ summary, unknown = [], silences, background = [] }: StoryBlock): string[] {
  const others = [...unknown, ...background.flatMap(({ sentences }) => sentences)]
  return [...summary, ...silences, ...others.map(({ words }) => words)]
}

function causeWords(cause: CorrectionCause): string {
  switch (cause.kind) {
    case 'changed':
      return `because ${listed(cause.outlets)} changed ${cause.outlets.length === 1 ? 'its article' : 'their articles'}`
    case 'gone':
      return `because ${listed(cause.outlets)} took ${cause.outlets.length === 1 ? 'its article' : 'their articles'} down`
    case 'editor':
      return cause.words ? `by an editor: ${cause.words.replace(/[.!]$/, '')}` : 'by an editor'
    case 'withdrawn':
      return 'by the people who manage this digest'
  }
}

/** What is said of a correction without lines: of one with lines, they are silenced once its story is withdrawn. */
function removed({ kind }: CorrectionCause): string {
  switch (kind) {
    case 'gone':
      return 'What rested on that alone was taken out.'
    case 'withdrawn':
      return 'The story was withdrawn.'
    case 'changed':
      return 'The story has been withdrawn since.'
    case 'editor':
      return 'It is not shown again.'
  }
}

/** What became of one statement and why: “taken out, because River Post changed its article”. */
export function statementChange({ was, now }: ChangedLine, cause: CorrectionCause): string {
  const why = causeWords(cause)
  if (!now) return `taken out, ${why}`
  return was && was.words === now.words && was.name !== now.name
    ? `said by ${now.speaker ?? now.name ?? 'somebody else'}, ${why}`
    : `now: ${lineOf(now)} (${why})`
}

/** What was wrong and what is right, in words. */
function lineWords({ was, now }: ChangedLine): string {
  if (was && now && was.part === 'claim' && was.words === now.words && was.name !== now.name)
    return `${now.name ?? 'Somebody else'}, not ${was.name ?? 'them'}, said this: ${now.words}`
  if (was && now) return `Before: ${lineOf(was)} Now: ${lineOf(now)}`
  if (was) return `Taken out: ${lineOf(was)}`
  return now ? `Added: ${lineOf(now)}` : ''
}

function lineOf({ part, words, speaker, goesOn }: SaidLine): string {
  switch (part) {
    case 'headline':
      return `the headline “${words}”.`
    case 'sentence':
    case 'difference':
      return ended(words)
    case 'claim':
      return speaker === null
        ? ended(words)
        : `${speaker}${goesOn ? (/, /.test(speaker) ? ', ' : ' ') : ': '}${ended(words)}`
    case 'unanswered':
      return `“${words} is accused, and the articles record no response.”`
  }
}

function ended(words: string): string {
  return /[.!?…][”"’')\]]*$/.test(words) ? words : `${words}.`
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
