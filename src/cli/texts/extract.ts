import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readConfig } from '../../app/config.ts'
import { openTools } from '../../app/intake.ts'
import { printJsonLine, readJsonLines, textOf } from '../streams.ts'

/** Pages read at once. */
const width = 4
/** The largest page after unpacking, in bytes. */
const maxPage = 20_000_000

/** Extracts articles from the web pages named in JSON lines. */
export async function extract(file: string): Promise<void> {
  const { reader, close } = await openTools(readConfig())
  try {
    let batch: Promise<object>[] = []
    const flush = async () => {
      for (const result of await Promise.all(batch)) await printJsonLine(result)
      batch = []
    }
    for await (const line of readJsonLines(file)) {
      const url = typeof line['url'] === 'string' ? line['url'] : null
      batch.push(extractOne(textOf(line, 'file'), url).then((result) => ({ id: line['id'], ...result })))
      if (batch.length === width) await flush()
    }
    await flush()
  } finally {
    await close()
  }

  async function extractOne(path: string, url: string | null) {
    const read = await reader.readPage(readPacked(path), { url, contentType: 'text/html' })
    if (read.kind === 'unreadable')
      return { text: read.text ?? '', headline: null, byline: null, published: null, problem: read.reason }
    const { text, headline, byline, published } = read.article
    return { text, headline, byline, published }
  }
}

function readPacked(path: string): Uint8Array {
  const bytes = readFileSync(path)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: maxPage }) : bytes
}
