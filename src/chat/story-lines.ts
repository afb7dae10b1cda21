import type { ClaimLine, OutletLink, StoryBlock } from './document.ts'

/** All answers to a claim, and the answers to those, each after the one that it answers. */
export function responsesOf({ responses }: ClaimLine): ClaimLine[] {
  return responses.flatMap((response) => [response, ...responsesOf(response)])
}

/** A story's outlets, each once, with the first of its articles. */
export function outletsOnce({ outlets }: Pick<StoryBlock, 'outlets'>): OutletLink[] {
  return outlets.filter(({ outlet }, index) => outlets.findIndex((other) => other.outlet === outlet) === index)
}
