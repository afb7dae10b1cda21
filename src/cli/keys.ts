import { dateOf, makeFirstKey, publishedKeys, readKeys, rotateKeys } from '../adapters/identity/bot-keys.ts'
import { directoryPath } from '../adapters/identity/directory.ts'
import { readConfig } from '../app/config.ts'
import { keysFile } from '../app/intake.ts'
import { printJson } from './streams.ts'

/** Makes, replaces or lists the keys with which requests to publishers are signed. */
export function keys(what: 'new' | 'rotate' | 'show', { json = false }: { readonly json?: boolean }): void {
  const { ONRECORD_DATA: folder, ONRECORD_PUBLIC_URL: publicUrl } = readConfig()
  const file = keysFile(folder)
  const now = Math.floor(Date.now() / 1_000)
  if (what === 'new') makeFirstKey(file, now)
  if (what === 'rotate') rotateKeys(file, now)
  const kept = publishedKeys(readKeys(file), now)
  const address = publicUrl === null ? null : new URL(directoryPath, publicUrl).href
  if (json) return printJson({ file, directory: address, keys: kept.map(({ kid, nbf, exp }) => ({ kid, nbf, exp })) })
  const lines = kept.map(({ kid, nbf, exp }) => {
    const begin = nbf > now ? `takes over on ${dateOf(nbf)}` : 'in use'
    return `${kid}  ${exp === undefined ? begin : `${begin}, published until ${dateOf(exp)}`}`
  })
  const where =
    address === null
      ? 'Nothing is signed yet: that needs ONRECORD_PUBLIC_URL and ONRECORD_PUBLIC_PORT'
      : `Published at ${address}`
  process.stdout.write(
    lines.length === 0
      ? 'There are no keys, so no request is signed. To make one: onrecord keys new\n'
      : `${lines.join('\n')}\nKept in ${file}. ${where}.\n`,
  )
}
