import type { CommandAnswer, GivenMaterial } from '../chat/command.ts'
import type { Document } from '../chat/document.ts'
import { claimsPerStory } from '../digest/layout.ts'
import { layoutBrief, noAddresses } from '../digest/layout-brief.ts'
import { type Material, materialOf, type Summarized, type SummaryDoors, summarize, summaryJson } from './summarize.ts'

/** Writes up what somebody hands in, and lays it out. */
export async function summarizeGiven(
  { material, all }: { readonly material: GivenMaterial; readonly all: boolean },
  doors: SummaryDoors,
): Promise<CommandAnswer> {
  const summarized = await summarize(asMaterial(material), doors)
  if (summarized.kind === 'nothing')
    return {
      done: false,
      document: [{ kind: 'alert', text: summarized.reason }],
      json: { error: summarized.reason },
    }
  return { done: true, document: layoutSummary(summarized, all), json: summaryJson(summarized) }
}

function asMaterial(given: GivenMaterial): Material {
  if (given.kind === 'given') return materialOf(given.text)
  return { kind: given.kind, body: Buffer.from(given.base64, 'base64') }
}

function layoutSummary({ verified, notes }: Extract<Summarized, { kind: 'brief' }>, all: boolean): Document {
  const claims = all ? Number.POSITIVE_INFINITY : claimsPerStory
  const block = layoutBrief(verified.brief, { number: null, claims, addresses: noAddresses })
  const hint = block.moreClaims > 0 ? [{ kind: 'note' as const, text: 'See them all with --all.' }] : []
  return [...notes.map((text) => ({ kind: 'alert' as const, text })), block, ...hint]
}
