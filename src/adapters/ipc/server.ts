import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Refusal } from '../../chat/commands/reply.ts'
import { reasonOf } from '../../domain/reason.ts'
import type { Log, Operator } from '../../ports.ts'
import { commandIn, dumpRequest, nameFilePath, newSocketPath } from './address.ts'

/** The longest request, in characters; the largest is an imported list of feeds. */
const maxRequest = 5_000_000

/** What the service offers the command line. */
export interface IpcServices {
  readonly operator: Operator
  /** Everything stored, line by line. */
  dump(): AsyncIterable<string>
  readonly log: Log
}

/** Answers this computer's command line while the service holds the data folder. Only the same user may connect. */
export async function serveControl(folder: string, services: IpcServices): Promise<() => Promise<void>> {
  const path = newSocketPath(folder)
  rmSync(path, { force: true })
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy())
    void receive(socket, services)
  })
  const before = process.umask(0o177)
  try {
    await new Promise<void>((done, failed) => server.once('error', failed).listen(path, done))
  } finally {
    process.umask(before)
  }
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  writeFileSync(nameFilePath(folder), JSON.stringify({ socket: path }), { mode: 0o600 })
  return async () => {
    rmSync(nameFilePath(folder), { force: true })
    await new Promise<void>((done) => server.close(() => done()))
  }
}

async function receive(socket: Socket, { operator, dump, log }: IpcServices): Promise<void> {
  try {
    let request = ''
    for await (const chunk of socket.setEncoding('utf8')) {
      request += String(chunk)
      if (request.length > maxRequest) throw new Error('the request is too long')
    }
    // The client only checked that we are here.
    if (request === '') return void socket.end()
    if (request === dumpRequest) return await sendDump(dump(), socket)
    const { command, workspace } = commandIn(JSON.parse(request) as Parameters<typeof commandIn>[0])
    socket.end(JSON.stringify(await operator.answer(command, workspace)))
  } catch (error) {
    const reason = reasonOf(error)
    log.error('command-failed', { reason })
    const refusal: Refusal = { done: false, code: 'failed', text: reason, document: [{ kind: 'alert', text: reason }] }
    socket.end(JSON.stringify(refusal))
  }
}

/** Goes through a file, so that a client that reads slowly, or not at all, does not hold up the database. */
async function sendDump(lines: AsyncIterable<string>, socket: Socket): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-dump-'))
  const file = join(folder, 'lines')
  try {
    await pipeline(Readable.from(endLines(lines)), createWriteStream(file, { mode: 0o600 }))
    await pipeline(createReadStream(file), socket)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* endLines(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`
}
