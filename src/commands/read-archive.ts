import type { Archive, ArchivedEvidence, ArchivedSummary } from '../chat/archive.ts'
import type { ClaimLine } from '../chat/document.ts'
import { type MarkedText, markPassages, onlyMarks } from '../chat/evidence.ts'
import { noAddresses } from '../digest/addresses.ts'
import { correctionLines } from '../digest/corrections/correction-lines.ts'
import { layoutBrief } from '../digest/layout-brief.ts'
import { type Article, type Span, shownSpan } from '../domain/article.ts'
import type { Brief } from '../domain/brief.ts'
import type { Claim } from '../domain/claim.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import { isWithdrawn, withoutWithdrawn } from '../publishing/withdrawn.ts'
import type { Services } from '../services.ts'
import { writeGiven } from '../writing/write-briefs.ts'
import { findFeedStory } from './stories/find-story.ts'
import { materialsOf, summarize } from './stories/summarize-material.ts'

/** The most editions, and corrections, listed. */
const mostEditions = 50
const mostCorrections = 200

/** Reads a workspace's editions, stories and evidence for Onrecord's web pages. */
export function openArchive(workspace: () => Promise<WorkspaceId>, services: Services): Archive {
  const findBrief = async (story: string) => {
    const found = await findFeedStory(story, await workspace(), services)
    return found.kind === 'brief' ? found.brief : undefined
  }
  return {
    editions: async () => {
      const home = await workspace()
      const editions = await services.store.editions.posted(home, mostEditions)
      return await Promise.all(
        editions.map(async ({ id, document }) => ({ id, document: await withoutWithdrawn(document, home, services) })),
      )
    },
    corrections: async () => {
      const corrections = await services.store.corrections.of(await workspace(), mostCorrections)
      const { zone } = services.defaults.schedule
      return corrections.map((correction) => ({
        edition: correction.edition ?? '',
        at: correction.at,
        headline: correction.headline,
        lines: correctionLines(correction, zone),
      }))
    },
    story: async (id) => {
      const brief = await findBrief(id)
      return brief && layoutWhole(brief)
    },
    evidence: async (story, id) => {
      const brief = await findBrief(story)
      const claim = brief?.claims.find((each) => each.id === id)
      const article = claim && (await services.store.articles.find(claim.citation.article))
      if (!brief || !claim || !article) return undefined
      const { headline, outlet, url, published } = article
      const text = shownText(article, [claim.citation.span])
      return { claim: lineOf(brief, claim), headline, outlet, url, published, text, ...placeOf(claim, brief) }
    },
    summarize: async (material) => await summarizePasted(material, await workspace(), services),
  }
}

async function summarizePasted(material: string, workspace: WorkspaceId, services: Services): Promise<ArchivedSummary> {
  const [given] = materialsOf(material)
  if (!given) return { kind: 'nothing', reason: 'Give a link or paste the text of an article.' }
  const summarized = await summarize(given, {
    ...services,
    write: async (story) => await writeGiven(story, workspace, services),
    isWithdrawn: async (page) => await isWithdrawn(page, workspace, services),
  })
  if (summarized.kind === 'nothing') return summarized
  const { article, verified, notes } = summarized
  const citations = [
    ...verified.brief.summary.flatMap((sentence) => sentence.citations),
    ...verified.brief.claims.flatMap(({ citation, further = [] }) => [citation, ...further]),
  ]
  return {
    kind: 'summary',
    headline: verified.brief.headline,
    document: [...notes.map((text) => ({ kind: 'alert' as const, text })), layoutWhole(verified.brief)],
    text: shownText(
      article,
      citations.map(({ span }) => span),
    ),
  }
}

/** An article's text with some passages marked; these alone if its publisher limits what may be shown of it. */
function shownText({ text, shown }: Article, passages: readonly Span[]): MarkedText {
  if (!shown) return markPassages(text, passages)
  return onlyMarks(
    markPassages(
      text,
      passages.map((passage) => shownSpan(passage, { shown })),
    ),
  )
}

function layoutWhole(brief: Brief) {
  return layoutBrief(brief, { number: null, claims: Number.POSITIVE_INFINITY, addresses: noAddresses })
}

/** A claim's story, what it answers there, and its neighbours in the order in which they are shown. */
function placeOf({ id }: Claim, brief: Brief): Pick<ArchivedEvidence, 'story' | 'answered' | 'previous' | 'next'> {
  const { claims, quotations, headline } = layoutWhole(brief)
  const idsOf = (line: ClaimLine) => [line.id, ...(line.further ?? []).map((each) => each.id ?? line.id)]
  const order = [...claims, ...quotations].flatMap((line) => [...idsOf(line), ...line.responses.flatMap(idsOf)])
  const at = order.indexOf(id)
  return {
    story: { id: brief.story, headline },
    answered: claims.find(({ responses }) => responses.some((response) => idsOf(response).includes(id))) ?? null,
    previous: order[at - 1] ?? null,
    next: at < 0 ? null : (order[at + 1] ?? null),
  }
}

function lineOf(brief: Brief, claim: Claim): ClaimLine {
  const { claims, quotations } = layoutWhole(brief)
  const lines = [...claims.flatMap((line) => [line, ...line.responses]), ...quotations]
  return (
    lines.find(({ id, further = [] }) => [id, ...further.map((each) => each.id)].includes(claim.id)) ?? {
      id: claim.id,
      speaker: '',
      act: claim.act,
      manner: [],
      words: claim.words,
      evidence: null,
      responses: [],
    }
  )
}
