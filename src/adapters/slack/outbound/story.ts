import type { AnyBlock, Overflow } from '@slack/web-api'
import type { StoryBlock } from '../../../chat/document.ts'
import { cutTo, safeUrl } from '../../../chat/plain.ts'
import { sectionsOf } from '../../../chat/sections.ts'
import { countLines, outletsOnce, remarksOf } from '../../../chat/story-lines.ts'
import {
  button,
  context,
  label,
  link,
  name,
  ours,
  type Piece,
  richPieces,
  richText,
  textSection,
  words,
} from './elements.ts'
import { slackLimits } from './limits.ts'
import { type Line, richTexts, sectionLines, sentencePieces } from './sections.ts'

/** A story in full: what it says in one rich text, its caveats in small print, and one row of actions. */
export function storyBlocks(story: StoryBlock): readonly AnyBlock[] {
  const top: Line = { pieces: [...heading(story), ...summaryOf(story)], bullet: null }
  return [
    { type: 'divider' },
    ...richTexts([top, ...sectionsOf(story).flatMap(sectionLines)]),
    ...context([...story.notes, ...story.withheld, story.byline]),
    ...(story.takenBack || story.isDraft ? [] : [actionsOf(story)]),
  ]
}

/** A story's headline and summary, for a message whose thread has the claims. */
export function overview(story: StoryBlock): readonly AnyBlock[] {
  const notes = story.notes.length > 0 ? context([story.notes.join(' · ')]) : []
  return [{ type: 'divider' }, richText(textSection(heading(story), summaryOf(story))), ...notes]
}

/** The most headlines in a list of them, and the longest. */
const mostHeadlines = 20
const longestHeadline = 120

/** The headlines of stories, one below the other, after their numbers. */
export function headlines(stories: readonly StoryBlock[]): AnyBlock {
  const lines = stories
    .slice(0, mostHeadlines)
    .map((story, index) => [
      ...(index > 0 ? ours('\n') : []),
      ...numbered({ ...story, headline: cutTo(story.headline, longestHeadline) }),
    ])
  const more = stories.length - lines.length
  return richText(textSection(...lines, more > 0 ? ours(`\nand ${more} more`) : []))
}

function numbered({ number, headline }: StoryBlock): Piece[] {
  return [...(number === null ? [] : ours(`${number}  `, 'bold')), ...name(headline, 'bold')]
}

function heading(story: StoryBlock): Piece[] {
  const { headline, outlets } = story
  const links = outletsOnce({ outlets }).flatMap(({ outlet, url }, index) => [
    ...(index > 0 ? ours(', ') : []),
    ...link(outlet, url),
  ])
  return [
    ...numbered(story),
    ...(links.length > 0 ? [...(headline ? ours('\n') : []), ...links] : []),
    ...remarksOf(story).flatMap((remark) => [...ours(' · '), ...richPieces(remark)]),
  ]
}

function summaryOf({ summary, summaryEvidence }: StoryBlock): Piece[] {
  if (summary.length === 0) return []
  if (!summaryEvidence) return [...ours('\n'), ...words(summary.join(' '))]
  return summary.flatMap((sentence, index) => [
    ...ours(index === 0 ? '\n' : ' '),
    ...sentencePieces({ id: null, words: sentence, ...(summaryEvidence[index] ?? { mark: '', evidence: null }) }),
  ])
}

/** The claims that are not shown as a button; what is needed less often in a menu. */
function actionsOf(story: StoryBlock): AnyBlock {
  const { id, moreClaims } = story
  const all = moreClaims > 0 ? [button(`All ${countLines(story)} claims`, { id: 'story', value: id })] : []
  return { type: 'actions', elements: [...all, menuOf(story)] }
}

function menuOf({ id, links }: StoryBlock): Overflow {
  const evidence: Overflow['options'] = links.flatMap(({ label: called, url }) =>
    safeUrl(url) && url.length <= slackLimits.url ? [{ text: label(called), value: `evidence ${id}`, url }] : [],
  )
  const share = { text: label('Share in another channel'), value: `share-story ${id}` }
  const report = { text: label('Report a mistake'), value: `report ${id}` }
  return { type: 'overflow', action_id: 'choose', options: [...evidence, share, report].slice(-slackLimits.overflow) }
}
