import type { ClaimLine, DifferenceLine, StoryBlock, StorySentence } from './document.ts'

/** A titled part of a story. Never empty. */
export type Section = { readonly title: string } & SectionItems

export type SectionItems =
  | { readonly kind: 'differences'; readonly items: readonly DifferenceLine[] }
  | { readonly kind: 'claims'; readonly items: readonly ClaimLine[] }
  /** Whole quotations, without a speaker, from an article in a language that is not checked. */
  | { readonly kind: 'quotations'; readonly items: readonly ClaimLine[] }
  | { readonly kind: 'sentences'; readonly items: readonly StorySentence[] }
  /** Sentences that are folded away if space is short. */
  | { readonly kind: 'background'; readonly items: readonly StorySentence[] }
  | { readonly kind: 'lines'; readonly items: readonly string[] }

/** A story's sections below its summary, in the order in which every platform shows them. */
export function sectionsOf(story: StoryBlock): readonly Section[] {
  const {
    corrections = [],
    differences,
    claims,
    quotations,
    unknown = [],
    silences,
    unanswered,
    background = [],
  } = story
  const sections: readonly Section[] = [
    { kind: 'lines', title: 'Corrected', items: corrections },
    { kind: 'differences', title: 'They differ', items: differences },
    { kind: 'claims', title: 'Who says what', items: claims },
    { kind: 'quotations', title: 'Quoted in the article, speaker not checked', items: quotations },
    { kind: 'sentences', title: 'Not known', items: unknown },
    { kind: 'lines', title: 'No comment', items: silences },
    // Having no response on record is not the same as declining to comment, so the two never share a title.
    {
      kind: 'lines',
      title: 'No response on record',
      items: unanswered.map((who) => `${who} is accused, and the articles record no response.`),
    },
    ...background.map(({ title, sentences }) => ({ kind: 'background' as const, title, items: sentences })),
  ]
  return sections.filter(({ items }) => items.length > 0)
}
