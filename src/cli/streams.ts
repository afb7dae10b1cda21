import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { jsonOf } from '../chat/commands/reply.ts'
import { refused } from '../commands/replies.ts'

/** The largest file that is read whole, in bytes. */
const maxFile = 10_000_000

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Prints a line that says what to do, and sets an exit code that scripts can see. */
export function fail(reason: string): void {
  process.stderr.write(`onrecord: ${reason}\n`)
  process.exitCode = 1
}

/** Ends with a refusal: as JSON for programs, with its code, or as one line for people. */
export function refuse(reason: string, { json = false }: { readonly json?: boolean }): void {
  if (!json) return fail(reason)
  printJson(jsonOf(refused('unclear', reason)))
  process.exitCode = 1
}

/**
 * The bytes of a file, or of standard input for "-".
 *
 * @throws {Error} with a reason for people.
 */
export async function readInput(path: string): Promise<Buffer> {
  if (path === '-') {
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
    return Buffer.concat(chunks)
  }
  checkFile(path)
  if (statSync(path).size > maxFile) throw new Error(`${path} is larger than ${maxFile / 1_000_000} MB`)
  return readFileSync(path)
}

/** The JSON objects in a file, one per line; blank lines are skipped. */
export async function* readJsonLines(path: string): AsyncGenerator<Record<string, unknown>> {
  if (path !== '-') checkFile(path)
  const lines = createInterface({
    input: path === '-' ? process.stdin : createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() !== '') yield parseLine(line, number)
  }
}

/** Prints an object as one line, and waits if the reader is slower than we are. */
export async function printJsonLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`))
    await new Promise((resume) => process.stdout.once('drain', resume))
}

function checkFile(path: string): void {
  if (!existsSync(path)) throw new Error(`no such file: ${path}`)
  if (statSync(path).isDirectory()) throw new Error(`${path} is a folder; name a file`)
}

function parseLine(line: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch (cause) {
    throw new Error(`line ${number} is not JSON`, { cause })
  }
  throw new Error(`line ${number} is not a JSON object`)
}

/** The text under a name in an object from outside; throws if there is none. */
export function textOf(value: unknown, name: string): string {
  if (typeof value === 'object' && value !== null) {
    const text = (value as Record<string, unknown>)[name]
    if (typeof text === 'string') return text
  }
  throw new Error(`each line needs a text field named "${name}"`)
}
