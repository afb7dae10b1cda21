import type { ClaimLine, OutletLink, StoryBlock, StorySentence, TitleBlock } from './document.ts'
import { cutTo, plain } from './plain.ts'
import type { RichText } from './rich-text.ts'

/** Of the word or two that say how something was said, in characters. */
const longestVerb = 60

/** What stands below a title, for readers whose own zone is not known. */
export function detailOf({ time, detail }: TitleBlock): string {
  return [time?.label, detail].filter(Boolean).join(' · ')
}

/** All answers to a claim, and the answers to those, each after the one that it answers. */
export function responsesOf({ responses }: ClaimLine): ClaimLine[] {
  return responses.flatMap((response) => [response, ...responsesOf(response)])
}

/** How many lines a story has in all, answers among them, here and one step away. */
export function countLines({ claims, moreClaims }: Pick<StoryBlock, 'claims' | 'moreClaims'>): number {
  return claims.reduce((sum, claim) => sum + 1 + responsesOf(claim).length, moreClaims)
}

/** What is said beside a story's outlets: how many are independent, and whether readers know it. */
export function remarksOf({ agreement, followUp }: StoryBlock): RichText[] {
  return [agreement, followUp].flatMap((remark) => (remark === null ? [] : [remark]))
}

/**
 * How a claim was made: the verb as it follows its speaker, with a comma behind a role, and the rest. So "the union accused: …"
 * is never taken for a union that was accused.
 */
export function howSaid({ speaker, act, manner, form }: ClaimLine): {
  /** What stands between the speaker and the verb; empty where there is none. */
  readonly link: string
  readonly verb: string
  readonly manner: string
  /** What stands between all that and the words: a colon, or nothing where a sentence goes on from the name. */
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

/** Whether a label closes with a role behind a comma, which a second comma has to close. One in brackets is closed already. */
function endsInStanding(speaker: string): boolean {
  return speaker.includes(', ') && !speaker.endsWith(')')
}

/** All sentences of a line: the first, and what the same speaker says besides. */
export function sentencesOf({ id, words, evidence, mark = '', further = [], isAdded }: ClaimLine): StorySentence[] {
  return [{ id, words: isAdded ? `${words} (${addedNote})` : words, evidence, mark }, ...further]
}

/** By what a sentence's evidence is opened: its number in brackets, or in a story without numbers a word. */
export function markOf({ mark }: { readonly mark?: string }): string {
  return mark ? `[${mark}]` : 'evidence'
}

/** How lines are marked that the writer left out. */
export const addedNote = 'added by Onrecord'

/** A story's outlets, each once, with the first of its articles. */
export function outletsOnce({ outlets }: Pick<StoryBlock, 'outlets'>): OutletLink[] {
  return outlets.filter(({ outlet }, index) => outlets.findIndex((other) => other.outlet === outlet) === index)
}
