import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createSecondReader } from '../../../src/adapters/llm/second-reader.ts'
import type { Log } from '../../../src/ports.ts'

let stop = () => undefined as void

afterEach(() => stop())

/** A stand-in on loopback that answers what it is told to; resolves with its address and what it was asked. */
async function standIn(answer: (asked: { contexts: string[]; answer: string }) => { status?: number; body: string }) {
  const asked: { contexts: string[]; answer: string }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const question = JSON.parse(Buffer.concat(chunks).toString()) as { contexts: string[]; answer: string }
      asked.push(question)
      const { status = 200, body } = answer(question)
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  stop = () => {
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/spans`, asked }
}

function collectingLog(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const note = (event: string) => void lines.push(event)
  return { log: { info: note, warn: note, error: note }, lines }
}

const sentences = [
  { passage: 'The bridge closed on Monday.', sentence: 'The bridge closed on Monday.' },
  { passage: 'The bridge closed on Monday.', sentence: 'The mayor fled.' },
]

describe('a second reader', () => {
  it.each(['confidence', 'hallucination_score'])('doubts what the endpoint is sure of, by its %s', async (key) => {
    const { url, asked } = await standIn(({ answer }) => ({
      body: JSON.stringify({
        predictions: answer.includes('fled')
          ? [{ start: 0, end: 15, text: answer, [key]: 0.97 }]
          : [{ start: 0, end: 3, text: 'The', [key]: 0.3 }],
      }),
    }))
    expect(await createSecondReader(url, collectingLog().log).doubts(sentences)).toEqual([false, true])
    expect(asked.map(({ contexts, answer }) => [contexts, answer])).toContainEqual([
      ['The bridge closed on Monday.'],
      'The mayor fled.',
    ])
  })

  it.each([
    ['an error', { status: 500, body: '{}' }],
    ['what is no JSON', { body: '<html>' }],
    ['another form', { body: '{"answer": true}' }],
  ])('doubts nothing, and says so in the log, where it answers %s', async (_, answer) => {
    const { url } = await standIn(() => answer)
    const { log, lines } = collectingLog()
    expect(await createSecondReader(url, log).doubts(sentences)).toEqual([false, false])
    expect(lines).toEqual(['second-reader', 'second-reader'])
  })
})
