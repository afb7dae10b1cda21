import { type GivenMaterial, mostLinks } from '../../chat/commands/command.ts'
import type { Summary } from '../../chat/commands/command-data.ts'
import { type Answer, jsonOf, type Refusal, type Reply } from '../../chat/commands/reply.ts'
import type { Document } from '../../chat/document.ts'
import { noAddresses } from '../../digest/addresses.ts'
import { claimsPerStory } from '../../digest/exchanges.ts'
import { layoutBrief } from '../../digest/layout-brief.ts'
import { writtenBy } from '../../digest/written-by.ts'
import { refused } from '../replies.ts'
import {
  type Material,
  materialsOf,
  type Summarized,
  type SummaryServices,
  summarize,
  summaryJson,
} from './summarize-material.ts'

interface Given {
  readonly material: GivenMaterial
  readonly all: boolean
  /** The option that shows all claims ("--all"), where one can be typed. */
  readonly forAll?: string
}

/** Summarizes the material that a person hands in, and lays it out; several links are summarized separately. */
export async function summarizeGiven(given: Given, services: SummaryServices): Promise<Reply<'summarize'>> {
  const materials = asMaterials(given.material)
  const [only] = materials
  if (!only) return refused('unclear', 'Give a link or paste the text of an article.')
  if (materials.length === 1) return await summarizeOne(only, given, services)
  const answers = await Promise.all(materials.map(async (material) => await summarizeOne(material, given, services)))
  const document = [...answers.flatMap((answer) => answer.document), ...leftOut(given.material)]
  const data = {
    articles: answers.map((answer) => jsonOf(answer)),
  }
  const [first] = answers
  return first?.done === false && answers.every(({ done }) => !done)
    ? { ...first, document, data }
    : { done: true, document, data }
}

async function summarizeOne(
  material: Material,
  given: Given,
  services: SummaryServices,
): Promise<Answer<Summary> | Refusal> {
  const summarized = await summarize(material, services)
  if (summarized.kind === 'nothing')
    return refused('unreadable', material.kind === 'url' ? `${material.url}: ${summarized.reason}` : summarized.reason)
  return { done: true, document: layoutSummary(summarized, given), data: summaryJson(summarized) }
}

function asMaterials(given: GivenMaterial): Material[] {
  if (given.kind === 'given') return materialsOf(given.text)
  return [{ kind: given.kind, body: Buffer.from(given.base64, 'base64') }]
}

function leftOut(given: GivenMaterial): Document {
  const links = given.kind === 'given' ? new Set(given.text.match(/https?:\/\/\S+/gi)).size : 0
  return links > mostLinks ? [{ kind: 'note', text: `Only the first ${mostLinks} of ${links} links were read.` }] : []
}

function layoutSummary(
  { verified, notes: notesOf }: Extract<Summarized, { kind: 'brief' }>,
  { all, forAll }: Given,
): Document {
  const claims = all ? Number.POSITIVE_INFINITY : claimsPerStory
  const block = layoutBrief(verified.brief, { number: null, claims, addresses: noAddresses })
  const hint = block.moreClaims > 0 && forAll ? [{ kind: 'note' as const, text: `See them all with ${forAll}.` }] : []
  // Notes that the story already shows, such as those about its language, are not repeated.
  const notes = notesOf.filter((text) => !block.notes.includes(text)).map((text) => ({ kind: 'alert' as const, text }))
  return [...notes, { ...block, byline: '' }, ...hint, { kind: 'note', text: writtenBy([verified.brief]) }]
}
