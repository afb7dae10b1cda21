import { sliceSpan } from '../../domain/article.ts'
import { type BriefSentence, type Draft, type DraftPart, samePart } from '../../domain/brief.ts'
import type { Story } from '../../domain/story.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { GrammarFor } from '../../language/grammars.ts'
import { readParagraphs } from '../../text/paragraphs.ts'
import { visible } from '../../text/visible.ts'
import { bestSentences } from '../rules/link.ts'

/** The words that an editor wants a story to have: its headline, and the sentences of its summary. */
export interface EditedWords {
  readonly headline: string
  readonly summary: readonly string[]
}

/**
 * Puts an editor's words in a draft. Each new sentence cites the passages that best match it, and is marked as edited,
 * so that it is checked as a free sentence. Sentences that stay keep their passages and marks.
 */
export function editDraft(
  draft: Draft,
  { headline, summary }: EditedWords,
  { story, grammarFor }: { readonly story: Story; readonly grammarFor: GrammarFor },
): Draft {
  const title = tidy(headline)
  const sentences = summary.map(tidy).filter((text) => text !== '')
  const known = (text: string) => draft.summary.find((sentence) => tidy(sentence.text) === text)
  const isNew = (text: string) => known(text) === undefined
  const newParts: DraftPart[] = [
    ...(title === tidy(draft.headline) ? [] : [{ kind: 'headline' as const }]),
    ...sentences.flatMap((text, index) => (isNew(text) ? [{ kind: 'sentence' as const, index }] : [])),
  ]
  const moved = (parts: readonly DraftPart[] = []) =>
    parts.flatMap((part) => placeAfter(part, draft, { title, sentences }))
  return {
    ...draft,
    headline: title === tidy(draft.headline) ? draft.headline : title,
    summary: sentences.map((text) => known(text) ?? cited(text, story, grammarFor)),
    edited: [...moved(draft.edited), ...newParts],
    ...(draft.vouched ? { vouched: moved(draft.vouched) } : {}),
    ...(draft.cut ? { cut: moved(draft.cut) } : {}),
    ...(draft.doubted ? { doubted: moved(draft.doubted) } : {}),
  }
}

/** Where a part of the old draft is in the new one; nowhere if its words have gone. */
function placeAfter(
  part: DraftPart,
  draft: Draft,
  { title, sentences }: { readonly title: string; readonly sentences: readonly string[] },
): DraftPart[] {
  if (part.kind === 'headline') return title === tidy(draft.headline) ? [part] : []
  if (part.kind !== 'sentence') return [part]
  const index = sentences.indexOf(tidy(draft.summary[part.index]?.text ?? ''))
  return index < 0 ? [] : [{ kind: 'sentence', index }]
}

function cited(text: string, story: Story, grammarFor: GrammarFor): BriefSentence {
  const passages = bestSentences(text, story, { grammarFor })
  return { text, citations: passages.map(({ article, start, end }) => ({ article: article.id, span: { start, end } })) }
}

/** The sentences of an editor's text, in order; a line that is one of the `known` sentences already stays whole. */
export function sentencesIn(text: string, known: readonly string[], { text: rules }: Grammar): string[] {
  return text.split('\n').flatMap((line) => {
    const whole = tidy(line)
    if (known.some((sentence) => tidy(sentence) === whole)) return [whole]
    return readParagraphs(whole, rules).flatMap(({ sentences }) => sentences.map(({ span }) => sliceSpan(whole, span)))
  })
}

/** One line without invisible characters or doubled spaces. */
function tidy(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim()
}

/** Adds parts to those that an editor vouches for, or takes them out. */
export function vouchFor(draft: Draft, parts: readonly DraftPart[], isVouched: boolean): Draft {
  const others = (draft.vouched ?? []).filter((each) => !parts.some((part) => samePart(part, each)))
  return { ...draft, vouched: isVouched ? [...others, ...parts] : others }
}

/** Leaves out parts of a draft, or takes them back in; what is left out is no longer vouched for. */
export function cutFrom(draft: Draft, parts: readonly DraftPart[], isCut: boolean): Draft {
  const others = (draft.cut ?? []).filter((each) => !parts.some((part) => samePart(part, each)))
  const changed = { ...draft, cut: isCut ? [...others, ...parts] : others }
  return isCut ? vouchFor(changed, parts, false) : changed
}
