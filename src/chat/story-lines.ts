import type { ClaimLine, OutletLink, StoryBlock, TitleBlock } from './document.ts'
import type { Told } from './told.ts'

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

/** A story's outlets, each once, with the first of its articles. */
export function outletsOnce({ outlets }: Pick<StoryBlock, 'outlets'>): OutletLink[] {
  return outlets.filter(({ outlet }, index) => outlets.findIndex((other) => other.outlet === outlet) === index)
}
