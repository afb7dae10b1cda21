import type { ClaimLine, DifferenceLine, StoryBlock, StorySentence } from './document.ts'

/** A part of a story under a title of its own. Never empty. */
export type Section = { readonly title: string } & SectionItems

export type SectionItems =
  | { readonly kind: 'differences'; readonly items: readonly DifferenceLine[] }
  | { readonly kind: 'claims'; readonly items: readonly ClaimLine[] }
  /** Whole quotations of an article whose language is not checked, without a speaker. */
  | { readonly kind: 'quotations'; readonly items: readonly ClaimLine[] }
  | { readonly kind: 'sentences'; readonly items: readonly StorySentence[] }
  /** The same, folded away where there is little room. */
  | { readonly kind: 'background'; readonly items: readonly StorySentence[] }
  | { readonly kind: 'lines'; readonly items: readonly string[] }

/** The sections of a story below its summary, in the order in which every platform shows them. */
export function sectionsOf(story: StoryBlock): readonly Section[] {
  const { differences, claims, quotations, unknown = [], silences, unanswered, background = [] } = story
  const sections: readonly Section[] = [
    { kind: 'differences', title: 'They differ', items: differences },
    { kind: 'claims', title: 'Who says what', items: claims },
    { kind: 'quotations', title: 'Quoted in the article, speaker not checked', items: quotations },
    { kind: 'sentences', title: 'Not known', items: unknown },
    { kind: 'lines', title: 'No comment', items: silences },
    // Whoever has nothing on record did not decline to comment: the two never share a title.
    {
      kind: 'lines',
      title: 'No response on record',
      items: unanswered.map((who) => `${who} is accused, and the articles record no response.`),
    },
    ...background.map(({ title, sentences }) => ({ kind: 'background' as const, title, items: sentences })),
  ]
  return sections.filter(({ items }) => items.length > 0)
}
