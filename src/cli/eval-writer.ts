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
import { measureBrief, type WrittenText } from '../evaluation/writing.ts'
import { type ModelWriterDoors, writeWithModel } from '../jobs/model-writer.ts'
import { openModelDoors } from '../open-model.ts'
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
  if (json) return printJson({ writer, articles: written.length, written })
  process.stdout.write(`${inWords(writer, written)}\n`)
}

/** Nothing is booked: what is measured is paid for by whoever measures, within one run's cap. */
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
    const { draft, outcome, requests, tokens } = await writeWithModel(story, null, doors)
    const { brief, findings } = verify(draft, story, rulesByline)
    return { outcome, requests, tokens, ms: performance.now() - start, ...measureBrief(brief, findings, story) }
  } catch (error) {
    process.stderr.write(`${story.id}: ${reasonOf(error)}\n`)
    return { ...byRules(story), outcome: 'replaced', ms: performance.now() - start }
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

function inWords(writer: string, written: readonly WrittenText[]): string {
  const sum = (pick: (one: WrittenText) => number) => written.reduce((total, one) => total + pick(one), 0)
  const share = (outcome: WrittenText['outcome']) =>
    percent(written.filter((one) => one.outcome === outcome).length / written.length)
  const kinds = Map.groupBy(
    written.flatMap(({ withheld }) => withheld),
    (kind) => kind,
  )
  const times = written.map(({ ms }) => ms).toSorted((one, other) => one - other)
  return [
    `${writer}: ${written.length} articles`,
    '',
    `  accepted at once ${share('accepted')}, after repair ${share('repaired')}, in part ${share('withheld')}, replaced by rules ${share('replaced')}`,
    `  claims that the rules find and the briefs tell: ${percent(
      sum(({ claims }) => claims.told) /
        Math.max(
          1,
          sum(({ claims }) => claims.found),
        ),
    )}`,
    `  summary: ${percent(sum(({ compression }) => compression) / written.length)} of the article's words`,
    `  tokens for each article: ${Math.round(sum(({ tokens }) => tokens) / written.length)}, requests ${(sum(({ requests }) => requests) / written.length).toFixed(2)}`,
    `  milliseconds: half within ${Math.round(times[Math.floor(times.length / 2)] ?? 0)}, all within ${Math.round(times.at(-1) ?? 0)}`,
    ...(kinds.size > 0 ? ['', 'Withheld, by finding'] : []),
    ...[...kinds]
      .toSorted(([, one], [, other]) => other.length - one.length)
      .map(([kind, list]) => `  ${kind} ${list.length}`),
  ].join('\n')
}

function percent(value: number): string {
  return `${(100 * value).toFixed(0)} %`
}
