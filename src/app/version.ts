import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const described = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  readonly version: string
}

/** The version of this product. */
export const { version } = described
