import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { readConfig } from '../app/config.ts'
import { openBackup, rehearseRestore, restoreBackup } from '../app/database.ts'
import { counted } from '../digest/times.ts'
import { reasonOf } from '../domain/reason.ts'

/** Writes everything stored into a file, whole or not at all. */
export async function backUp(file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} already exists; choose another name`)
  const unfinished = `${file}.part`
  const { lines, close } = await openBackup(readConfig())
  let count = 0
  let end: string | undefined
  const ended = async function* () {
    for await (const line of lines) {
      count += 1
      end = line
      yield `${line}\n`
    }
  }
  try {
    await pipeline(Readable.from(ended()), createGzip(), createWriteStream(unfinished, { flags: 'w', mode: 0o600 }))
    if (!end?.startsWith('{"end":')) throw new Error('the service stopped before the backup was complete')
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    await close()
  }
  process.stdout.write(
    `Wrote ${counted(count - 2, 'row')} to ${file}. Keep ONRECORD_SECRET with it: stored tokens are encrypted with it.\n`,
  )
}

/** Restores a backup into the database in the settings, which must be empty; with `check`, into a temporary one. */
export async function restore(file: string, { check = false }: { check?: boolean } = {}): Promise<void> {
  if (!existsSync(file)) throw new Error(`no such file: ${file}`)
  if (check) {
    const found = await rehearseRestore(linesIn(file))
    return void process.stdout.write(
      `${file} is complete: ${counted(found, 'row')} can be restored. Nothing was changed.\n`,
    )
  }
  const rows = await restoreBackup(readConfig(), linesIn(file))
  process.stdout.write(
    `Restored ${counted(rows, 'row')}. Editions that have come due since the backup was made won’t be posted late.\n`,
  )
}

async function* linesIn(file: string): AsyncIterable<string> {
  let rest = ''
  try {
    const unpacked = createGunzip()
    createReadStream(file)
      .on('error', (error) => unpacked.destroy(error))
      .pipe(unpacked)
    for await (const chunk of unpacked.setEncoding('utf8')) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (cause) {
    throw new Error(`${file} isn’t a backup or is damaged (${reasonOf(cause)}); nothing was restored`, { cause })
  }
  if (rest !== '') yield rest
}
