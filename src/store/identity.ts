import { createHash } from 'node:crypto'

/** A short name made of what it names, so that the same thing gets the same name in every process. */
export function identify(kind: string, ...parts: readonly string[]): string {
  return createHash('sha256')
    .update([kind, ...parts].join('\u0000'))
    .digest('base64url')
    .slice(0, 16)
}
