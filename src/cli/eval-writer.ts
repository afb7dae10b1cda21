import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openLog } from '../app.ts'
import { readText } from '../article/read-text.ts'
import { rulesByline, writeByRules } from '../brief/rules-writer.ts'
import { verify } from '../brief/verify.ts'
import { readConfig } from '../config.ts'
import { reasonOf } from '../domain/reason.ts'
import { type Story, storyId } from '../domain/story.ts'
import { readMarkedUp } from '../evaluation/marked-up.ts'
import { measureBrief, summarizeWriting, type WritingTotals, type WrittenText } from '../evaluation/writing.ts'
import { ModelFailed } from '../jobs/model-bill.ts'
import { type ModelWriterDoors, writeWithModel } from '../jobs/model-writer.ts'
import { openModelDoors, tokenPrices } from '../open-model.ts'
import { ownSet } from './eval.ts'
import { printJson } from './streams.ts'

export interface EvalWriterOptions {
  readonly writer: 'llm' | 'rules'
  readonly json?: boolean
}

/** Measures a writer on a folder of articles, marked up or plain: what stands, what it costs, how long it takes. */
export async function evaluateWriter(folder = ownSet, { writer, json = false }: EvalWriterOptions): Promise<void> {
  const stories = readStories(folder)
  if (stories.length === 0) throw new Error(`${folder} holds no articles (.txt)`)
  const doors = writer === 'llm' ? await modelDoors() : undefined
  const written: WrittenText[] = []
  for (const story of stories) written.push(doors ? await writeOnce(story, doors) : byRules(story))
  const totals = summarizeWriting(written, tokenPrices(readConfig()))
  if (json) return printJson({ writer, articles: written.length, totals, written })
  process.stdout.write(`${inWords(writer, written, totals)}\n`)
}

/** Nothing is booked: whoever measures pays for what is measured. */
async function modelDoors(): Promise<ModelWriterDoors> {
  const config = readConfig()
  const spend = { reserve: async () => true, settle: async () => undefined }
  const doors = await openModelDoors(config, { spend, log: openLog(config, { quiet: true }) })
  if (!doors) throw new Error('no model is set; see OPENAI_MODEL in .env.example')
  return doors
}

async function writeOnce(story: Story, doors: ModelWriterDoors): Promise<WrittenText> {
  const start = performance.now()
  try {
    const { draft, outcome, requests, tokens, written } = await writeWithModel(story, null, doors)
    const { brief, findings } = verify(draft, story, rulesByline)
    const ms = performance.now() - start
    return { outcome, requests, tokens, written, ms, ...measureBrief(brief, findings, story) }
  } catch (error) {
    process.stderr.write(`${story.id}: ${reasonOf(error)}\n`)
    const spent = error instanceof ModelFailed ? error.spent : {}
    return { ...byRules(story), ...spent, outcome: 'replaced', ms: performance.now() - start }
  }
}

function byRules(story: Story): WrittenText {
  const start = performance.now()
  const { brief, findings } = verify(writeByRules(story), story, rulesByline)
  const ms = performance.now() - start
  return {
    outcome: findings.length === 0 ? 'accepted' : 'withheld',
    requests: 0,
    tokens: 0,
    written: 0,
    ms,
    ...measureBrief(brief, findings, story),
  }
}

function readStories(folder: string): Story[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => {
      const raw = readFileSync(join(folder, file), 'utf8')
      const text = /\n---\n/.test(raw) ? readMarkedUp(file, raw).text : raw
      return { id: storyId(basename(file, '.txt')), articles: [readText(text)] }
    })
}

function inWords(writer: string, written: readonly WrittenText[], totals: WritingTotals): string {
  const { shares, coverage, compression, tokens, cost, requests, ms, withheld } = totals
  const price = cost === null ? '' : `, at ${cost.toFixed(4)} each`
  return [
    `${writer}: ${written.length} articles`,
    '',
    `  accepted at once ${percent(shares.accepted)}, after repair ${percent(shares.repaired)}, in part ${percent(shares.withheld)}, replaced by rules ${percent(shares.replaced)}`,
    `  claims that the rules find and the briefs tell: ${percent(coverage)}`,
    `  summary: ${percent(compression)} of the article's words`,
    `  tokens for each article: ${Math.round(tokens)}${price}, requests ${requests.toFixed(2)}`,
    `  milliseconds: half within ${Math.round(ms.half)}, all within ${Math.round(ms.most)}`,
    ...(withheld.length > 0 ? ['', 'Withheld, by finding'] : []),
    ...withheld.map(({ kind, count }) => `  ${kind} ${count}`),
  ].join('\n')
}

function percent(value: number): string {
  return `${(100 * value).toFixed(0)} %`
}
