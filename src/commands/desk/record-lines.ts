import type { EditionRecord } from '../../chat/commands/command-data.ts'
import type { Document } from '../../chat/document.ts'
import { cutTo } from '../../chat/plain.ts'
import { type RichText, rich } from '../../chat/rich-text.ts'
import { counted, moment } from '../../digest/times.ts'
import type { Deed, RecordEntry } from '../../domain/edition/proof.ts'

/** The longest words of a deed in a line, in characters. */
const longestWords = 300

interface Reader {
  readonly zone: string
  readonly isAtComputer: boolean
}

/** The record of an edition as a document, one line for each entry. */
export function documentOfRecord({ digest, slot, entries, stories }: EditionRecord, reader: Reader): Document {
  const headlines = new Map(stories.map(({ id, draft }) => [id as string, draft.headline]))
  return [
    {
      kind: 'title',
      text: `Record of “${digest}”`,
      time: moment(slot, reader.zone),
      detail: counted(entries.length, 'entry', 'entries'),
    },
    ...entries.map((entry) => ({ kind: 'text' as const, text: lineOf(entry, headlines, reader) })),
  ]
}

function lineOf(
  { at, person, deed }: RecordEntry,
  headlines: ReadonlyMap<string, string>,
  { zone, isAtComputer }: Reader,
): RichText {
  const isOurs =
    deed.kind === 'made' ||
    deed.kind === 'changed' ||
    deed.kind === 'lapsed' ||
    deed.kind === 'empty' ||
    deed.kind === 'sent'
  const who = isOurs
    ? 'Onrecord'
    : person === null
      ? isAtComputer
        ? 'You'
        : 'The person at this computer'
      : { person, label: person }
  return rich`${moment(at, zone)} · ${who} ${wordsOf(deed, headlines)}`
}

function wordsOf(deed: Deed, headlines: ReadonlyMap<string, string>): string {
  if (deed.kind === 'made') return `made the draft, with ${counted(deed.stories.length, 'story', 'stories')}`
  if (deed.kind === 'decided') return `${decided(deed)}, version ${deed.version}`
  if (deed.kind === 'lapsed')
    return deed.otherwise === 'skip'
      ? 'sent nothing, as nobody had decided'
      : 'went on without a decision, leaving out stories with doubts'
  if (deed.kind === 'empty') return `sent nothing: ${deed.reason}`
  if (deed.kind === 'sent')
    return `sent ${counted(deed.stories.length, 'story', 'stories')}, ${deed.isApproved ? 'as approved' : 'not approved'}`
  if (deed.kind === 'shown' && deed.story === null) return `looked at the draft, version ${deed.version}`
  return storyWords(deed, `“${headlines.get(deed.story ?? '') ?? deed.story ?? ''}”`)
}

type StoryDeed = Exclude<Deed, { kind: 'made' | 'decided' | 'lapsed' | 'empty' | 'sent' }>

/** What was done with one story. */
function storyWords(deed: StoryDeed, story: string): string {
  switch (deed.kind) {
    case 'shown':
      return `looked at ${story}`
    case 'judged':
      return `${{ accepted: 'accepted', dropped: 'dropped', open: 'put back' }[deed.verdict]} ${story}`
    case 'moved':
      return `moved ${story} to place ${deed.place}`
    case 'edited':
      return deed.vouched.length > 0
        ? `edited ${story}, and vouched for: ${cutTo(deed.vouched.join(' '), longestWords)}`
        : `edited ${story}`
    case 'refused':
      return `tried to edit ${story}: ${cutTo(deed.reason, longestWords)}`
    case 'claim':
      return deed.isIn
        ? `restored in ${story}, although ${deed.finding ?? 'it was left out'}: ${cutTo(deed.words, longestWords)}`
        : `left out of ${story}: ${cutTo(deed.words, longestWords)}`
    case 'changed':
      return `wrote ${story} again, as ${deed.outlets.join(', ')} changed the article`
  }
}

function decided({ decision, atOnce }: Extract<Deed, { kind: 'decided' }>): string {
  if (decision === 'approved') return atOnce ? 'approved the edition and sent it at once' : 'approved the edition'
  return decision === 'held' ? 'held the edition' : 'skipped the edition'
}
