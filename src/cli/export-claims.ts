import { once } from 'node:events'
import { askService } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import type { Reply } from '../chat/commands/reply.ts'
import type { Statement } from '../domain/edition/statement.ts'
import type { Operator } from '../ports.ts'
import { withNewsroom } from './ask.ts'

const columns = [
  'date',
  'speaker',
  'statement',
  'venue',
  'outlet',
  'link',
  'passage',
  'corrected',
  'withdrawn',
] as const

/** Writes everything that was posted of all speakers as CSV (RFC 4180, UTF-8), a page at a time. */
export async function exportClaims({ workspace }: { readonly workspace?: string }): Promise<void> {
  const config = readConfig()
  const service: Operator = {
    answer: async (command, of) => {
      const reply = await askService(config, command, of)
      if (!reply) throw new Error('the service has stopped')
      return reply
    },
  }
  const isRunning = (await askService(config, { kind: 'list-digests' })) !== undefined
  if (isRunning) return await writeAll(service, workspace)
  await withNewsroom(config, async ({ operator }) => await writeAll(operator, workspace))
}

async function writeAll(operator: Operator, workspace: string | undefined): Promise<void> {
  let after: string | null = null
  let isFirst = true
  do {
    const reply: Reply<'export-claims'> = await operator.answer({ kind: 'export-claims', after }, workspace)
    if (!reply.done) throw new Error(reply.text)
    if (isFirst) await write(`${columns.join(',')}\r\n`)
    isFirst = false
    await write(reply.data.statements.map(rowOf).join(''))
    after = reply.data.next
  } while (after !== null)
}

/** Waits while the reader is slower than we are, so that a long export needs no more memory than a page. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

function rowOf({ name, words, goesOn, ...row }: Statement): string {
  const cells = [
    row.postedAt,
    row.speaker,
    goesOn ? `${name} ${words}` : words,
    row.venue ?? '',
    row.outlet,
    row.url ?? '',
    row.passage,
    row.corrected ? `${row.corrected.at} ${row.corrected.says}` : '',
    row.withdrawn ? `${row.withdrawn.at} by ${row.withdrawn.by}` : '',
  ]
  return `${cells.map(cell).join(',')}\r\n`
}

/** A cell; a text that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
