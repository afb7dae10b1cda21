import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The prompt files, as they stand on disk, by name. */
export function readPromptFiles(folder: string): { readonly write: string; readonly repair: string } {
  const read = (name: string) => readFileSync(join(folder, `${name}.md`), 'utf8')
  return { write: read('write-brief'), repair: read('repair-brief') }
}
