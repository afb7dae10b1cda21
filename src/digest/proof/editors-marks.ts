import type { ClaimLine, StoryBlock } from '../../chat/document.ts'
import type { Brief, DraftPart } from '../../domain/brief.ts'
import { counted } from '../times.ts'

/** Follows what an editor vouches for, although our check did not find it in the article. */
export const vouchedNote = 'on an editor’s word'

/** Adds to a story what readers must know of an editor's work: what was rewritten, and what stands on their word. */
export function withEditorsMarks(story: StoryBlock, { edited = [], vouched = [], summary }: Brief): StoryBlock {
  if (edited.length === 0 && vouched.length === 0) return story
  const claims = new Set(vouched.flatMap((part) => (part.kind === 'claim' ? [part.id] : [])))
  const sentences = new Set(vouched.flatMap((part) => (part.kind === 'sentence' ? [summary[part.index]?.text] : [])))
  const marked = (line: ClaimLine): ClaimLine => ({
    ...line,
    words: markIf(claims.has(line.id), line.words),
    ...(line.further
      ? {
          further: line.further.map((each) => ({
            ...each,
            words: markIf(each.id !== null && claims.has(each.id), each.words),
          })),
        }
      : {}),
    responses: line.responses.map(marked),
  })
  return {
    ...story,
    summary: story.summary.map((text) => markIf(sentences.has(text), text)),
    claims: story.claims.map(marked),
    notes: [...story.notes, ...notesOn(edited, vouched)],
  }
}

function markIf(isVouched: boolean, words: string): string {
  if (!isVouched) return words
  // Within the sentence, so that the mark is not taken for the next one's.
  const [, sentence = words, stop = ''] = /^([\s\S]*[^.!?”"’])([.!?])$/.exec(words) ?? []
  return `${sentence} (${vouchedNote})${stop}`
}

function notesOn(edited: readonly DraftPart[], vouched: readonly DraftPart[]): string[] {
  const isHeadline = ({ kind }: DraftPart) => kind === 'headline'
  const sentences = edited.filter(({ kind }) => kind === 'sentence').length
  const rewritten = [
    ...(edited.some(isHeadline) ? ['the headline'] : []),
    ...(sentences > 0 ? [`${counted(sentences, 'sentence')} of the summary`] : []),
  ]
  return [
    ...(rewritten.length > 0 ? [`An editor rewrote ${rewritten.join(' and ')}.`] : []),
    ...(vouched.some(isHeadline) ? [`The headline stands ${vouchedNote}.`] : []),
  ]
}
