import type { Block, StoryBlock } from '../chat/document.ts'

/** What an operator has readers told about outlets, by the outlet's name or host in lower case. */
export type OutletLabels = ReadonlyMap<string, string>

/** Adds labels behind the names of a story's outlets: “Daily Rumour (state-controlled)”. */
export function withOutletLabels(story: StoryBlock, labels: OutletLabels): StoryBlock {
  if (labels.size === 0) return story
  return {
    ...story,
    outlets: story.outlets.map((link) => {
      const label = labels.get(link.outlet.toLowerCase()) ?? labelOfHost(link.url, labels)
      return label === undefined ? link : { ...link, outlet: `${link.outlet} (${label})` }
    }),
  }
}

/** The same for all stories of a document. */
export function withAllLabels(document: readonly Block[], labels: OutletLabels): Block[] {
  return document.map((block) => (block.kind === 'story' ? withOutletLabels(block, labels) : block))
}

/** The label of an address's host, or of a domain above it. */
function labelOfHost(url: string | null, labels: OutletLabels): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined
  const parts = new URL(url).hostname.split('.')
  for (let from = 0; from < parts.length - 1; from++) {
    const label = labels.get(parts.slice(from).join('.'))
    if (label !== undefined) return label
  }
  return undefined
}
