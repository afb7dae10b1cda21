import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nlp from 'compromise'
import { attribute } from '../src/attribution/attribute.ts'
import { rulesByline, writeByRules } from '../src/brief/rules/rules-writer.ts'
import { verify } from '../src/brief/verify/verify.ts'
import { articleId } from '../src/domain/article.ts'
import { type Story, storyId } from '../src/domain/story.ts'
import { readMarkedUp } from '../src/evaluation/marked-up.ts'
import { grammarFor } from '../src/language/grammars.ts'

/** Measures attribution and verification on one core, beside what a bare parse of the same texts costs. */

const folder = join(import.meta.dirname, '../gold')
const texts = globSync('*.txt', { cwd: folder }).map(
  (file) => readMarkedUp(file, readFileSync(join(folder, file), 'utf8')).text,
)
const lines = texts.join('\n\n').split(/(?<= )/)
const thousand = textOf(1_000)
const drafts = texts.map((text, index) => {
  const story = storyOf(text, index)
  return { story, draft: writeByRules(story, grammarFor) }
})

row('articles of 1,000 words', 'attribute', [1_000 / median(() => attribute(thousand, grammarFor('en'))), 'a second'])
row('articles of 1,000 words', 'compromise, bare parse', [1_000 / median(() => nlp(thousand).json()), 'a second'])
row(`drafts of ${Math.round(texts.join(' ').split(/\s+/).length / texts.length)} words`, 'verify', [
  (1_000 * drafts.length) /
    median(() => drafts.forEach(({ story, draft }) => verify(draft, story, { byline: rulesByline, grammarFor }))),
  'a second',
])
for (const words of [1_000, 10_000, 100_000]) {
  const text = textOf(words)
  row(`${words} words`, 'attribute', [median(() => attribute(text, grammarFor('en'))), 'ms'])
  row(`${words} words`, 'compromise, bare parse', [median(() => nlp(text).json()), 'ms'])
}

/** A text of so many words, made of the gold articles. */
function textOf(words: number): string {
  let text = ''
  for (let at = 0; at < words; at++) text += lines[at % lines.length] ?? ''
  return text
}

function storyOf(text: string, index: number): Story {
  const [headline = ''] = text.split('\n')
  const article = {
    id: articleId(String(index)),
    outlet: 'Bench',
    headline,
    url: null,
    byline: null,
    published: null,
    language: 'en',
    publisher: 'bench',
    kind: 'report' as const,
    sections: [],
    text,
  }
  return { id: storyId(String(index)), articles: [article] }
}

/** Milliseconds; the middle of five runs after one that warms up. */
function median(work: () => unknown): number {
  work()
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.toSorted((one, other) => one - other)[2] ?? 0
}

function row(what: string, how: string, [value, unit]: [value: number, unit: string]): void {
  console.log(`${what.padEnd(26)} ${how.padEnd(24)} ${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`)
}
