import pino from 'pino'
import type { Log, LogFields } from '../ports.ts'

/** Where log lines go. */
export interface LogTarget {
  write(line: string): void
}

/** A shorter secret is not worth removing, and its letters are in every other word: the “x” given to a local server. */
const shortestSecret = 8

/**
 * Logs one JSON line per event. Secrets are removed by value wherever they occur, since an error's text may contain one
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
