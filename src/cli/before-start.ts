import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Config } from '../app/config.ts'

/** The least free space that a database needs to open, in bytes, and the least open files for a busy process. */
const leastBytes = 100_000_000
const leastFiles = 256

/**
 * Reports a lack of room or open files before anything is opened: a database that runs out of room while it opens gives
 * an incomprehensible error.
 *
 * @throws {Error} that says what to do.
 */
export function checkRoom({ DATABASE_URL: url, ONRECORD_DATA: folder }: Config, limits = readLimits()): void {
  const files = openFiles(limits)
  if (files < leastFiles)
    throw new Error(
      `this process can open only ${files} files at once and needs ${leastFiles}; raise the limit with: ulimit -n 1024 (LimitNOFILE= in a systemd unit)`,
    )
  if (url) return
  const free = freeBytes(nearestFolder(resolve(folder)))
  if (free < leastBytes)
    throw new Error(
      `the disk with ${folder} on it has ${Math.floor(free / 1_000_000)} MB free, but the database needs ${leastBytes / 1_000_000} MB to open; free some space, or set ONRECORD_DATA to another folder`,
    )
}

/** The folder itself or, if it does not exist yet, the nearest parent that does. */
export function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder))
}

/** How many bytes this user may still write there. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** This process's limits, as Linux gives them; empty elsewhere. */
function readLimits(): string {
  const file = '/proc/self/limits'
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function openFiles(limits: string): number {
  const soft = /^Max open files\s+(\d+)/m.exec(limits)?.[1]
  return soft === undefined ? Number.POSITIVE_INFINITY : Number(soft)
}
