import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSigned } from '../src/adapters/slack/inbound/receiver.ts'
import { ordersInSlack, ordersOnDiscord } from '../test/fakes/orders.ts'

/**
 * What texts that give orders do to our messages, each in every field where an article's words may stand; and whether requests
 * that Slack did not sign are known. Lists of texts and of signatures, a JSON object a line.
 *
 * node bench/injections.ts <folder with slack.jsonl, discord.jsonl and vectors.jsonl> <signing secret of the vectors>
 */
const [folder = '', signingSecret = ''] = process.argv.slice(2)

interface Vector {
  readonly id: string
  readonly now: number
  readonly ts: number | string | null
  readonly body: string
  readonly sig: unknown
  readonly secret?: string
  readonly expect: string
}

for (const [name, orders] of [
  ['slack', ordersInSlack],
  ['discord', ordersOnDiscord],
] as const) {
  const texts = linesOf<{ id: string; input: string }>(`${name}.jsonl`)
  const obeyed = texts.flatMap(({ id, input }) => {
    const found = orders(input)
    return found.length > 0 ? `${id}: ${[...new Set(found)].join(', ').slice(0, 200)}` : []
  })
  console.log(`${name}: ${texts.length - obeyed.length} of ${texts.length} texts give no order`)
  for (const each of obeyed) console.log(`  ${each}`)
}

const vectors = linesOf<Vector>('vectors.jsonl').filter(({ expect }) => /^(?:accept|reject)/.test(expect))
const wrong = vectors.filter(({ now, ts, body, sig, expect, secret = signingSecret }) => {
  const signed = { signature: typeof sig === 'string' ? sig : '', timestamp: String(ts ?? ''), body }
  return isSigned(signed, { signingSecret: secret, now: () => now }) !== expect.startsWith('accept')
})
console.log(`signatures: ${vectors.length - wrong.length} of ${vectors.length} as they should be`)
for (const { id, expect } of wrong) console.log(`  ${id}: ${expect}`)

function linesOf<T>(file: string): T[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      try {
        return JSON.parse(line) as T
      } catch {
        console.log(`${file}: a line is no JSON: ${line.slice(0, 60)}`)
        return []
      }
    })
}
