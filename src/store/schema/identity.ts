import { createHash } from 'node:crypto'

/** A short id derived from the parts, so that the same thing gets the same id in every process. */
export function identify(kind: string, ...parts: readonly string[]): string {
  return createHash('sha256')
    .update([kind, ...parts].join('\u0000'))
    .digest('base64url')
    .slice(0, 16)
}

/** A short fingerprint of some bytes: the same bytes give the same one. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
}
