import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const thisVersion = join(import.meta.dirname, '../..')

/**
 * Starts the service with only these settings, from the folder of this version or an earlier one; resolves once its page is
 * up. Its errors go to our stderr.
 */
export async function startService(
  settings: Readonly<Record<string, string>>,
  folder = thisVersion,
): Promise<ChildProcess> {
  const env = { PATH: process.env['PATH'] ?? '', ...settings }
  const child = spawn(process.execPath, [join(folder, 'bin/onrecord.js'), 'start'], { env })
  child.stderr.on('data', (chunk: Buffer) => {
    if (String(chunk).includes('"level":"error"')) process.stderr.write(chunk)
  })
  await new Promise<void>((ready, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (String(chunk).includes('The page is at')) ready()
    })
    child.on('exit', () => fail(new Error('the service ended')))
  })
  return child
}
