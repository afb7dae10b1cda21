import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { openTerminal, openTools } from '../app.ts'
import { readConfig } from '../config.ts'
import { claimsPerStory } from '../digest/layout.ts'
import { layoutBrief, noAddresses } from '../digest/layout-brief.ts'
import { type Material, type Summarized, summarize } from '../jobs/summarize.ts'
import { fail, printJson, readInput } from './streams.ts'

/** Writes up one article: from an address, a file, or standard input. */
export async function summarizeCommand(
  what: string,
  { json = false, all = false }: { json?: boolean; all?: boolean },
): Promise<void> {
  const material = await materialFor(what)
  const tools = await openTools(readConfig())
  const terminal = await openTerminal()
  try {
    const summarized = await summarize(material, tools)
    if (summarized.kind === 'nothing') {
      if (json) printJson({ error: summarized.reason })
      return fail(summarized.reason)
    }
    if (json) return printJson(asJson(summarized))
    const { brief } = summarized.verified
    const block = layoutBrief(brief, {
      number: null,
      claims: all ? Number.POSITIVE_INFINITY : claimsPerStory,
      addresses: noAddresses,
    })
    const hint = block.moreClaims > 0 ? [{ kind: 'note' as const, text: 'See them all with --all.' }] : []
    terminal.show([...summarized.notes.map((text) => ({ kind: 'alert' as const, text })), block, ...hint])
  } finally {
    await tools.close()
  }
}

async function materialFor(what: string): Promise<Material> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(what)) return { kind: 'url', url: what }
  if (what !== '-' && !existsSync(what) && /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(what) && extname(what) !== '.txt')
    return { kind: 'url', url: `https://${what}` }
  if (what !== '-' && !existsSync(what))
    throw new Error(`“${what}” is neither a web address nor a file; an address looks like https://example.com/article`)
  const body = await readInput(what)
  const start = body.subarray(0, 2_000).toString('utf8')
  if (start.startsWith('%PDF-')) throw new Error('this is a PDF; only web pages and plain text can be read')
  return /<(?:!doctype|html|head|body|article|p|div)\b/i.test(start) ? { kind: 'html', body } : { kind: 'file', body }
}

/** The whole brief; offsets are UTF-16 offsets into the article's text. */
function asJson({ article, verified, notes }: Extract<Summarized, { kind: 'brief' }>) {
  const { brief, findings } = verified
  return {
    headline: brief.headline,
    summary: brief.summary,
    claims: brief.claims.map((claim) => ({
      ...claim,
      answers: brief.responses.find((response) => response.claim === claim.id)?.answers ?? null,
    })),
    unanswered: brief.unanswered,
    differences: brief.differences,
    findings,
    withheld: brief.withheld,
    byline: brief.byline,
    notes,
    article,
  }
}
