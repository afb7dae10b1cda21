import type { ClaimLine, OutletLink, StoryBlock } from './document.ts'

/** All answers to a claim, and the answers to those, each after the one that it answers. */
export function responsesOf({ responses }: ClaimLine): ClaimLine[] {
  return responses.flatMap((response) => [response, ...responsesOf(response)])
}

/** What is said beside a story's outlets: how many are independent, and whether readers know it. */
export function remarksOf({ agreement, followUp }: StoryBlock): string[] {
  return [agreement, followUp].filter((remark) => remark !== null)
}

/** A story's outlets, each once, with the first of its articles. */
export function outletsOnce({ outlets }: Pick<StoryBlock, 'outlets'>): OutletLink[] {
  return outlets.filter(({ outlet }, index) => outlets.findIndex((other) => other.outlet === outlet) === index)
}
