import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../src/app/config.ts'
import { openTools } from '../src/app/intake.ts'
import { readText } from '../src/article/read-text.ts'
import { attribute } from '../src/attribution/attribute.ts'
import { rulesByline, writeByRules } from '../src/brief/rules/rules-writer.ts'
import { verify } from '../src/brief/verify/verify.ts'
import { storyId } from '../src/domain/story.ts'
import { grammarFor } from '../src/language/grammars.ts'

/** Measures the main job: how long until the first digest, and how many articles a second. Medians of several runs. */

const root = join(import.meta.dirname, '..')
const runs = 5
const pages = globSync('samples/*/*.html', { cwd: root }).map((file) => readFileSync(join(root, file)))

console.log(`first digest on an empty folder: ${median(startTimes(true))} ms`)
console.log(`second start to the digest: ${median(startTimes(false))} ms`)
console.log(`page bytes to verified brief: ${await pipelineSpeed()} articles/s`)
console.log(`attribute: ${attributeSpeed(1_000)} articles/s of 1,000 words`)
console.log(`linear? ${[1_000, 10_000, 100_000].map((words) => `${words} words ${attributeMs(words)} ms`).join(', ')}`)
console.log(
  `write and verify 1,000 words: ${median(Array.from({ length: 20 }, () => timed(() => briefOf(textOf(1_000)))))} ms`,
)

function startTimes(fresh: boolean): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const start = () => {
    if (fresh) rmSync(folder, { recursive: true, force: true })
    return timed(() =>
      spawnSync(process.execPath, [join(root, 'bin/onrecord.js'), 'start', '--once'], {
        env: { ...process.env, ONRECORD_DATA: folder },
      }),
    )
  }
  if (!fresh) start()
  const times = Array.from({ length: runs }, start)
  rmSync(folder, { recursive: true, force: true })
  return times
}

async function pipelineSpeed(): Promise<number> {
  const { reader, close } = await openTools(readConfig({}))
  const work = async (count: number) => {
    await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const read = await reader.readPage(pages[index % pages.length] ?? Buffer.of(), {
          url: `http://bench.example/${index}`,
          contentType: 'text/html',
        })
        if (read.kind !== 'article') throw new Error(read.reason)
        const story = { id: storyId(String(index)), articles: [read.article] }
        verify(writeByRules(story, grammarFor), story, { byline: rulesByline, grammarFor })
      }),
    )
  }
  await work(24)
  const start = performance.now()
  await work(300)
  const speed = Math.round(300 / ((performance.now() - start) / 1_000))
  await close()
  return speed
}

function attributeSpeed(words: number): number {
  return Math.round(1_000 / attributeMs(words))
}

function attributeMs(words: number): number {
  const text = textOf(words)
  return median(Array.from({ length: 7 }, () => timed(() => attribute(text, grammarFor('en')))))
}

/** A text of so many words, made of the samples' paragraphs. */
function textOf(words: number): string {
  const paragraphs = pages.flatMap((page) =>
    [...page.toString('utf8').matchAll(/<p>([^<]+)<\/p>/g)].map(([, text]) => text ?? ''),
  )
  let text = ''
  for (let at = 0, count = 0; count < words; at++) {
    const paragraph = paragraphs[at % paragraphs.length] ?? ''
    text += `${paragraph}\n\n`
    count += paragraph.split(' ').length
  }
  return text
}

function briefOf(text: string): void {
  const story = { id: storyId('bench'), articles: [readText(text)] }
  verify(writeByRules(story, grammarFor), story, { byline: rulesByline, grammarFor })
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(times: readonly number[]): number {
  return Math.round(10 * (times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0)) / 10
}
