import type { ClaimLine, OutletLink, StoryBlock, TitleBlock } from './document.ts'
import { cutTo, plain } from './plain.ts'
import type { Told } from './told.ts'

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

/** What is said beside a story's outlets: how many are independent, and whether readers know it. */
export function remarksOf({ agreement, followUp, followUpMarks = [] }: StoryBlock): Told[] {
  return [
    ...(agreement === null ? [] : [{ text: agreement }]),
    ...(followUp === null ? [] : [{ text: followUp, marks: followUpMarks }]),
  ]
}

/**
 * How a claim was made: the verb as it follows its speaker, with a comma behind a role, and the rest. So "the union accused: …"
 * is never taken for a union that was accused.
 */
export function howSaid({ speaker, act, manner }: ClaimLine): {
  /** What stands between the speaker and the verb; empty where there is none. */
  readonly link: string
  readonly verb: string
  readonly manner: string
} {
  const isVerb = act !== null && act !== 'no comment'
  return {
    link: isVerb ? `${speaker.includes(', ') ? ',' : ''} ` : '',
    verb: isVerb ? cutTo(plain(act), longestVerb) : '',
    manner: [...(act === null || isVerb ? [] : [act]), ...manner].join('; '),
  }
}

/** A story's outlets, each once, with the first of its articles. */
export function outletsOnce({ outlets }: Pick<StoryBlock, 'outlets'>): OutletLink[] {
  return outlets.filter(({ outlet }, index) => outlets.findIndex((other) => other.outlet === outlet) === index)
}
