import type { Block, Document, StoryBlock } from '../chat/document.ts'
import { rich } from '../chat/rich-text.ts'
import type { Brief } from '../domain/brief.ts'
import type { Digest } from '../domain/digest.ts'
import { type Addresses } from './addresses.ts'
import { claimsPerStory } from './exchanges.ts'
import { type BriefLayout, layoutBrief } from './layout-brief.ts'
import { counted, dayAndTime, moment } from './times.ts'
import { approvedBy, writtenBy, writtenUnapproved } from './written-by.ts'

/** The limit for lines of whole sentences, each of which says as much as several claims. */
const linesPerStory = 6

/** Lays out a digest as a document, independent of any platform. */
export function layoutDigest(digest: Digest, addresses: Addresses): Document {
  const { briefs } = digest
  const outlets = new Set(briefs.flatMap(({ articles }) => articles.map(({ outlet }) => outlet)))
  const when = `${dayAndTime(digest.at, digest.zone)} (${digest.zone})`
  const size = briefs.length > 0 ? [counted(briefs.length, 'story', 'stories'), counted(outlets.size, 'outlet')] : []
  return [
    { kind: 'title', text: digest.name, time: { at: digest.at, label: when }, detail: size.join(' · ') },
    ...briefs.map((brief, index) =>
      layoutStory(brief, { number: index + 1, addresses, followUp: followUpOf(brief, digest) }),
    ),
    ...closing(digest),
  ]
}

/** Lays out one story of a digest, with as many claims as a digest has room for. The digest's label says who wrote it. */
export function layoutStory(brief: Brief, layout: Omit<BriefLayout, 'claims'>): StoryBlock {
  const claims = brief.details === undefined ? claimsPerStory : linesPerStory
  return { ...layoutBrief(brief, { ...layout, claims }), byline: '' }
}

function followUpOf({ story }: Brief, { followUps, zone }: Digest): BriefLayout['followUp'] {
  const followUp = followUps.get(story)
  if (!followUp) return undefined
  const { since, claims, sentences } = followUp
  return { note: rich`new since ${moment(since, zone)}`, claims, sentences }
}

/** The blocks below the stories: how many stories did not fit, and which feeds failed. */
function closing({ name, briefs, more, feeds, review }: Digest): Block[] {
  const blocks: Block[] = []
  if (briefs.length === 0) blocks.push({ kind: 'note', text: nothing(feeds.total) })
  if (more > 0)
    blocks.push(
      {
        kind: 'note',
        text: `${counted(more, 'more story', 'more stories')} didn’t fit. The next edition starts with ${more === 1 ? 'it' : 'them'}.`,
      },
      // What editors have not seen is not for readers.
      ...(review
        ? []
        : [{ kind: 'action' as const, label: 'More stories', action: { kind: 'more' as const, digest: name } }]),
    )
  if (feeds.failing.length > 0) {
    blocks.push({
      kind: 'alert',
      text: `${feeds.failing.length} of ${counted(feeds.total, 'feed')} could not be read: ${feeds.failing.join(', ')}.`,
    })
  }
  if (briefs.length > 0) blocks.push({ kind: 'note', text: labelOf(review, briefs) })
  return blocks
}

/** Who answers for the edition: an editor who approved it, or nobody but the machine that wrote it. */
function labelOf(review: Digest['review'], briefs: readonly Brief[]): string {
  if (review === 'approved') return approvedBy(briefs)
  return review === 'lapsed' ? writtenUnapproved(briefs) : writtenBy(briefs)
}

function nothing(feeds: number): string {
  return feeds === 0 ? 'No feeds yet. Add one: onrecord feeds add <address>' : 'Nothing new since the last edition.'
}
