// Makes the empty database that a data folder begins with, so that nobody's first start waits for initdb.
// Runs after `npm ci` and before `npm pack`; a version of PGlite reads only what the same version has made.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

const folder = fileURLToPath(new URL('../prepared/', import.meta.url))
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const archive = `${folder}pglite-${dependencies['@electric-sql/pglite']}.tar.gz`

try {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const database = await PGlite.create()
  const content = await database.dumpDataDir('gzip')
  await database.close()
  writeFileSync(`${archive}.new`, new Uint8Array(await content.arrayBuffer()))
  renameSync(`${archive}.new`, archive)
} catch (error) {
  // A first start can do without it, so an installation must not fail for it.
  console.warn(
    `The empty database was not prepared, so the first start takes longer: ${error instanceof Error ? error.message : 'unknown'}`,
  )
}
