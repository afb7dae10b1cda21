import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openLog } from '../../app/compose.ts'
import { readConfig } from '../../app/config.ts'
import { openModelServices, tokenPrices } from '../../app/model.ts'
import { readText } from '../../article/read-text.ts'
import { readAnswer } from '../../brief/answer/answer.ts'
import { draftOf } from '../../brief/answer/draft-of-answer.ts'
import { isWorthMending } from '../../brief/answer/mend.ts'
import { rulesByline, writeByRules } from '../../brief/rules/rules-writer.ts'
import { verify } from '../../brief/verify/verify.ts'
import { reasonOf } from '../../domain/reason.ts'
import { type Story, storyId } from '../../domain/story.ts'
import { readMarkedUp } from '../../evaluation/marked-up.ts'
import {
  judgeStatements,
  type MarkedStatement,
  readStatement,
  type StatementTotals,
  sumStatements,
} from '../../evaluation/statements.ts'
import {
  countSentences,
  measureBrief,
  summarizeWriting,
  type WritingTotals,
  type WrittenText,
} from '../../evaluation/writing.ts'
import { grammarFor } from '../../language/grammars.ts'
import { ModelFailed } from '../../writing/model-bill.ts'
import { type ModelServices, writeWithModel } from '../../writing/model-writer.ts'
import { printJson } from '../streams.ts'
import { ownSet } from './eval.ts'

export interface EvalWriterOptions {
  readonly writer: 'llm' | 'rules'
  readonly json?: boolean
}

/**
 * Measures a writer on a folder of articles, marked up or plain: what passes, what it costs, how long it takes. Each
 * NAME.txt may have a NAME.answer (a model's earlier answer, used instead of asking it) and a NAME.expected.jsonl
 * (sentences marked as true or false to the article, to test the checks).
 */
export async function evaluateWriter(folder = ownSet, { writer, json = false }: EvalWriterOptions): Promise<void> {
  const stories = readStories(folder)
  if (stories.length === 0) throw new Error(`${folder} holds no articles (.txt)`)
  const answers = new Map(stories.map((story) => [story, recordedAnswer(folder, story)]))
  const isAsked = writer === 'llm' && stories.some((story) => answers.get(story) === undefined)
  const services = isAsked ? await modelServices() : undefined
  const written: WrittenText[] = []
  for (const story of stories) written.push(await writeEither(story, { writer, answer: answers.get(story), services }))
  const totals = summarizeWriting(written, tokenPrices(readConfig()))
  const judged = stories.flatMap((story) => judgeStatements(readExpected(folder, story), story))
  const statements = judged.length > 0 ? sumStatements(judged) : null
  if (json) return printJson({ writer, articles: written.length, totals, statements, written, judged })
  process.stdout.write(`${[inWords(writer, written, totals), ...statementLines(statements)].join('\n')}\n`)
}

interface EitherWriter {
  readonly writer: EvalWriterOptions['writer']
  readonly answer: string | undefined
  readonly services: ModelServices | undefined
}

async function writeEither(story: Story, { writer, answer, services }: EitherWriter): Promise<WrittenText> {
  if (writer === 'rules') return byRules(story)
  if (answer !== undefined) return byAnswer(story, answer)
  if (!services) throw new Error('no model is set; see OPENAI_MODEL in .env.example')
  return await writeOnce(story, services)
}

/** A model's recorded answer to a story's prompt; undefined if there is none. */
function recordedAnswer(folder: string, { id }: Story): string | undefined {
  const file = join(folder, `${id}.answer`)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Measures a recorded answer, without a repair: the model that gave it cannot be asked. */
function byAnswer(story: Story, answer: string): WrittenText {
  const start = performance.now()
  const check = /"?check"?:?\s*"?([\w-]+)/i.exec(answer)?.[1] ?? ''
  const read = readAnswer(answer, check)
  if (read.kind === 'unreadable') return { ...byRules(story), outcome: 'replaced' }
  const draft = draftOf(read.value, story, grammarFor)
  const { brief, findings } = verify(draft, story, { byline: rulesByline, grammarFor })
  return {
    outcome: findings.length === 0 ? 'accepted' : 'withheld',
    requests: 1,
    tokens: 0,
    written: 0,
    ms: performance.now() - start,
    sentences: countSentences(draft, findings),
    isWorthMending: isWorthMending({ draft, findings }),
    ...measureBrief(brief, findings, story),
  }
}

/** Sentences marked as true or false to an article, one per line of its file; empty if it has no such file. */
function readExpected(folder: string, { id }: Story): MarkedStatement[] {
  const file = join(folder, `${id}.expected.jsonl`)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readStatement(JSON.parse(line) as Record<string, unknown>))
}

function statementLines(totals: StatementTotals | null): string[] {
  if (totals === null) return []
  const { kept, posted, postedBy, refusedBy } = totals
  const listed = (list: StatementTotals['postedBy']) => list.map(({ what, count }) => `  ${what} ${count}`)
  return [
    '',
    `Marked sentences: true ones kept ${kept.count} of ${kept.of}, false ones posted ${posted.count} of ${posted.of}`,
    ...(postedBy.length > 0 ? ['', 'Posted, by what was done to them', ...listed(postedBy)] : []),
    ...(refusedBy.length > 0 ? ['', 'True ones refused, by check', ...listed(refusedBy)] : []),
  ]
}

/** Books no tokens: the person who runs the evaluation pays for them. */
async function modelServices(): Promise<ModelServices> {
  const config = readConfig()
  const spend = { reserve: async () => true, settle: async () => undefined }
  const services = await openModelServices(config, { spend, log: openLog(config, { quiet: true }) })
  if (!services) throw new Error('no model is set; see OPENAI_MODEL in .env.example')
  return services
}

async function writeOnce(story: Story, services: ModelServices): Promise<WrittenText> {
  const start = performance.now()
  try {
    const { draft, outcome, requests, tokens, written } = await writeWithModel(story, null, services)
    const { brief, findings } = verify(draft, story, { byline: rulesByline, grammarFor })
    const ms = performance.now() - start
    const sentences = countSentences(draft, findings)
    return { outcome, requests, tokens, written, ms, sentences, ...measureBrief(brief, findings, story) }
  } catch (error) {
    process.stderr.write(`${story.id}: ${reasonOf(error)}\n`)
    const spent = error instanceof ModelFailed ? error.spent : {}
    return { ...byRules(story), ...spent, outcome: 'replaced', ms: performance.now() - start }
  }
}

function byRules(story: Story): WrittenText {
  const start = performance.now()
  const { brief, findings } = verify(writeByRules(story, grammarFor), story, { byline: rulesByline, grammarFor })
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
  const { shares, coverage, compression, tokens, cost, requests, ms, withheld, sentences, headlines, worthMending } =
    totals
  const price = cost === null ? '' : `, at ${cost.toFixed(4)} each`
  return [
    `${writer}: ${written.length} articles`,
    '',
    `  accepted at once ${percent(shares.accepted)}, after repair ${percent(shares.repaired)}, in part ${percent(shares.withheld)}, replaced by rules ${percent(shares.replaced)}`,
    ...(sentences.of > 0
      ? [
          `  sentences that stand as they were written: ${sentences.kept} of ${sentences.of} (${percent(sentences.kept / sentences.of)}), headlines ${headlines.kept} of ${headlines.of}`,
          `  stories worth a second completion: ${worthMending}`,
        ]
      : []),
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
