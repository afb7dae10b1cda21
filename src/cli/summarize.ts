import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { openLog, openTerminal } from '../app/compose.ts'
import { type Config, readConfig, usesModel } from '../app/config.ts'
import { openTools } from '../app/intake.ts'
import type { GivenMaterial } from '../chat/commands/command.ts'
import { jsonOf, type Reply } from '../chat/commands/reply.ts'
import { summarizeGiven } from '../commands/stories/summarize-given.ts'
import { writeDraft } from '../writing/write-draft.ts'
import { answerFor } from './ask.ts'
import { fail, printJson, readInput } from './streams.ts'

/** Writes up one article: from an address, a file, or standard input. */
export async function summarizeCommand(
  what: string,
  { json = false, all = false, saveExchange }: { json?: boolean; all?: boolean; saveExchange?: string },
): Promise<void> {
  const material = await materialFor(what)
  const config = readConfig()
  // A model costs tokens: what may still be spent today, and what it wrote before, is in the database.
  const answer = usesModel(config)
    ? await answerFor({ kind: 'summarize', material, all, keepExchange: saveExchange !== undefined }, config)
    : await summarizeHere({ material, all }, config)
  if (saveExchange !== undefined) keepExchanges(saveExchange, jsonOf(answer))
  if (json) printJson(jsonOf(answer))
  if (!answer.done) return fail(answer.text)
  if (!json) (await openTerminal()).show(answer.document)
}

/** Writes one file per exchange: what the model was asked and what it answered, word for word. */
function keepExchanges(folder: string, answer: unknown): void {
  const kept = typeof answer === 'object' && answer !== null && 'exchanges' in answer ? answer.exchanges : undefined
  if (!Array.isArray(kept))
    throw new Error('there’s nothing to save: no model was used (see OPENAI_MODEL in .env.example)')
  mkdirSync(folder, { recursive: true })
  kept.forEach((exchange, index) => {
    writeFileSync(join(folder, `exchange-${index + 1}.json`), `${JSON.stringify(exchange, null, 2)}\n`)
  })
}

async function summarizeHere(
  given: { readonly material: GivenMaterial; readonly all: boolean },
  config: Config,
): Promise<Reply<'summarize'>> {
  const tools = await openTools(config)
  const writing = { writers: [tools.writer], log: openLog(config, { quiet: true }) }
  try {
    return await summarizeGiven(
      { ...given, forAll: '--all' },
      { ...tools, write: async (story) => await writeDraft(story, null, writing) },
    )
  } finally {
    await tools.close()
  }
}

async function materialFor(what: string): Promise<GivenMaterial> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(what)) return { kind: 'given', text: what }
  if (what !== '-' && !existsSync(what) && /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(what) && extname(what) !== '.txt')
    return { kind: 'given', text: `https://${what}` }
  if (what !== '-' && !existsSync(what))
    throw new Error(`“${what}” is neither a web address nor a file; an address looks like https://example.com/article`)
  const body = await readInput(what)
  const start = body.subarray(0, 2_000).toString('utf8')
  if (start.startsWith('%PDF-')) throw new Error('this is a PDF; only web pages and plain text can be read')
  const isPage = /<(?:!doctype|html|head|body|article|p|div)\b/i.test(start)
  return { kind: isPage ? 'html' : 'file', base64: body.toString('base64') }
}
