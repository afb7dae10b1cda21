import pino from 'pino'
import type { Log, LogFields } from '../ports.ts'

/** Where lines of the log go. */
export interface LogTarget {
  write(line: string): void
}

/** A shorter value guards nothing, and its letters stand in every other word: the “x” that a local server is given. */
const shortestSecret = 8

/**
 * One JSON line an event. Secrets are taken out by their value wherever they stand, since an error's text may hold one
 * that no field name gives away.
 */
export function createLog(target: LogTarget, secrets: readonly string[]): Log {
  const guarded = secrets.filter(({ length }) => length >= shortestSecret)
  const clean = (text: string) => guarded.reduce((line, secret) => line.replaceAll(secret, '[secret]'), text)
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    { write: (line) => target.write(clean(line)) },
  )
  const at =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) =>
      logger[level](fields, event)
  return { info: at('info'), warn: at('warn'), error: at('error') }
}
