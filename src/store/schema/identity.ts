import { createHash } from 'node:crypto'

/** A short name made of what it names, so that the same thing gets the same name in every process. */
export function identify(kind: string, ...parts: readonly string[]): string {
  return createHash('sha256')
    .update([kind, ...parts].join('\u0000'))
    .digest('base64url')
    .slice(0, 16)
}

/** A short name of some bytes, the same for the same bytes. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
}
