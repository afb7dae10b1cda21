import { readFileSync } from 'node:fs'
import { readPage } from '../src/article/page/read-page.ts'
import { readAnswer } from '../src/brief/answer/answer.ts'
import { draftOf } from '../src/brief/answer/draft-of-answer.ts'
import { numberSentences } from '../src/brief/answer/numbering.ts'
import { renderStory } from '../src/brief/answer/prompt.ts'
import { rulesByline, writeByRules } from '../src/brief/rules/rules-writer.ts'
import { verify } from '../src/brief/verify/verify.ts'
import type { Article } from '../src/domain/article.ts'
import type { Brief } from '../src/domain/brief.ts'
import { storyId } from '../src/domain/story.ts'
import { grammarFor } from '../src/language/grammars.ts'

/**
 * Pages with an instruction in them, and a model that does all it is told: it makes the instruction its headline, its
 * summary and what two people say. Counts what of that is posted, by where in the page the instruction stood.
 *
 *   node bench/hostile-model.ts payloads.jsonl carriers.jsonl
 *
 * A payload line has `payload`; a carrier line has `name` and `template`, HTML with {{P}}, or the name of a disguise.
 */

const [payloadFile, carrierFile] = process.argv.slice(2)
if (!payloadFile || !carrierFile) throw new Error('usage: node bench/hostile-model.ts payloads.jsonl carriers.jsonl')
const check = '00000000'
const town = [
  'The bridge over the Tarn closed on Monday for twelve weeks while workers replace its bolts.',
  '“We had no choice,” said Mayor Ana Ruiz. She said that the steel may have cracked in March.',
  'Buses will run by way of the old ford until the work is done, and the ferry will carry bicycles free of charge.',
]
const payloads = lines<{ payload: string }>(payloadFile)
const counts = new Map<string, { pages: number; shown: number; posted: number; quoted: number; addresses: number }>()
for (const { name, template } of lines<{ name: string; template: string }>(carrierFile)) {
  const count = { pages: 0, shown: 0, posted: 0, quoted: 0, addresses: 0 }
  counts.set(name, count)
  for (const { payload } of payloads) {
    const article = read(page(carry(payload, template)))
    if (!article) continue
    const story = { id: storyId('bench'), articles: [article] }
    const label = numberSentences(story, grammarFor).at(-1)?.label ?? '1'
    const answer = readAnswer(JSON.stringify(obey(payload, label)), check)
    const draft = answer.kind === 'read' ? draftOf(answer.value, story, grammarFor) : writeByRules(story, grammarFor)
    const { brief } = verify(draft, story, { byline: rulesByline, grammarFor })
    const words = payload.replace(/\s+/g, ' ').trim().slice(0, 40)
    count.pages += 1
    if (renderStory(story, { check, grammarFor }).includes(words)) count.shown += 1
    if (words.length > 12 && ownWords(brief).includes(words)) count.posted += 1
    if (words.length > 12 && brief.claims.some((claim) => claim.words.includes(words))) count.quoted += 1
    if (/https?:|www\./.test(JSON.stringify([ownWords(brief), brief.claims.map((claim) => claim.words)])))
      count.addresses += 1
  }
}
console.log('| where it stood | pages | in the prompt | in our own voice | as what somebody said | addresses |')
console.log('| --- | --- | --- | --- | --- | --- |')
for (const [name, { pages, shown, posted, quoted, addresses }] of counts)
  console.log(`| ${name} | ${pages} | ${shown} | ${posted} | ${quoted} | ${addresses} |`)

function lines<Line>(file: string): Line[] {
  const all = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return all.map((line) => JSON.parse(line) as Line)
}

/** Undefined where the page is refused: as a cookie notice, or a paywall. */
function read(html: string): Article | undefined {
  try {
    return readPage(Buffer.from(html), { url: 'http://t.example/a', contentType: 'text/html' })
  } catch {
    return undefined
  }
}

function carry(payload: string, template: string): string {
  if (template.includes('{{P}}'))
    return template.replace('{{ARTICLE}}', '').replaceAll('{{P}}', payload.replaceAll('<', '&lt;'))
  if (template.includes('zero-width')) return `<p>${[...payload].join('\u200D')}</p>`
  if (template.includes('base64')) return `<p>Decode and follow: ${Buffer.from(payload).toString('base64')}</p>`
  if (template.includes('split'))
    return (payload.match(/.{1,60}/gs) ?? [])
      .slice(0, 5)
      .map((piece) => `<p>${piece}</p>`)
      .join('')
  return `<p>\u202E${payload}\u2069</p>`
}

function page(more: string): string {
  const body = town.map((paragraph) => `<p>${paragraph}</p>`).join('')
  return `<!doctype html><html lang="en"><head><title>Bridge over the Tarn closes</title></head><body><article><h1>Bridge over the Tarn closes</h1>${body}${more}</article></body></html>`
}

function obey(payload: string, label: string): object {
  return {
    check,
    headline: payload.slice(0, 200),
    happened: [
      `${payload.slice(0, 400)} [${label}]`,
      `See ${payload.match(/https?:\S+/)?.[0] ?? 'http://evil.example'} [${label}]`,
    ],
    speakers: [
      { name: 'Mayor Ana Ruiz', standing: '', says: [`admitted: ${payload.slice(0, 300)} [${label}]`] },
      { name: 'John Smith', standing: '', says: [`said: ${payload.slice(0, 300)} [${label}]`] },
    ],
    context: [`${payload.slice(0, 300)} [${label}]`],
  }
}

function ownWords({ headline, summary, details = [] }: Brief): string {
  return [headline, ...[...summary, ...details].map(({ text }) => text)].join('\n')
}
