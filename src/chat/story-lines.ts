import type { ClaimLine, OutletLink, StoryBlock, StorySentence, TitleBlock } from './document.ts'
import { cutTo, plain } from './plain.ts'
import type { RichText } from './rich-text.ts'

/** The longest verb or short phrase shown for how something was said, in characters. */
const longestVerb = 60

/** The line below a title, for readers whose own zone is not known. */
export function detailOf({ time, detail }: TitleBlock): string {
  return [time?.label, detail].filter(Boolean).join(' · ')
}

/** All responses to a claim, each followed by the responses to it. */
export function responsesOf({ responses }: ClaimLine): ClaimLine[] {
  return responses.flatMap((response) => [response, ...responsesOf(response)])
}

/** The number of lines in a story, including responses and lines that are not shown here. */
export function countLines({ claims, moreClaims }: Pick<StoryBlock, 'claims' | 'moreClaims'>): number {
  return claims.reduce((sum, claim) => sum + 1 + responsesOf(claim).length, moreClaims)
}

/** Remarks next to a story's outlets: how many are independent, and since when the story has been known. */
export function remarksOf({ agreement, followUp }: StoryBlock): RichText[] {
  return [agreement, followUp].flatMap((remark) => (remark === null ? [] : [remark]))
}

/**
 * How a claim was made: its verb, after a comma if the speaker's label ends in a role, and its manner. So "the union
 * accused: …" is never read as a union that was accused.
 */
export function howSaid({ speaker, act, manner, form }: ClaimLine): {
  /** The text between the speaker and the verb; empty if there is no verb. */
  readonly link: string
  readonly verb: string
  readonly manner: string
  /** The text just before the words: a colon, or nothing if the sentence continues from the name. */
  readonly colon: string
} {
  const comma = endsInStanding(speaker) ? ',' : ''
  if (form === 'goes-on') return { link: `${comma} `, verb: '', manner: '', colon: '' }
  const isVerb = act !== null && act !== 'no comment'
  return {
    link: isVerb ? `${comma} ` : '',
    verb: isVerb ? cutTo(plain(act), longestVerb) : '',
    manner: [...(act === null || isVerb ? [] : [act]), ...manner].join('; '),
    colon: ': ',
  }
}

/** True if a label ends with a role after a comma, which needs a second comma. A role in brackets does not. */
function endsInStanding(speaker: string): boolean {
  return speaker.includes(', ') && !speaker.endsWith(')')
}

/** All sentences of a line: the first, and any more by the same speaker. */
export function sentencesOf({ id, words, evidence, mark = '', further = [], isAdded }: ClaimLine): StorySentence[] {
  return [{ id, words: isAdded ? `${words} (${addedNote})` : words, evidence, mark }, ...further]
}

/** The mark that opens a sentence's evidence: its number in brackets, or a word in a story without numbers. */
export function markOf({ mark }: { readonly mark?: string }): string {
  return mark ? `[${mark}]` : 'evidence'
}

/** The mark on lines that the writer left out. */
export const addedNote = 'added by Onrecord'

/** Each of a story's outlets once, with its first article. */
export function outletsOnce({ outlets }: Pick<StoryBlock, 'outlets'>): OutletLink[] {
  return outlets.filter(({ outlet }, index) => outlets.findIndex((other) => other.outlet === outlet) === index)
}
