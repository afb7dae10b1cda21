import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The prompt files: the two tasks and, for each, how to answer as JSON or in lines. */
const names = {
  write: 'write-brief',
  repair: 'repair-brief',
  answerAsJson: 'answer-as-json',
  answerAsLines: 'answer-as-lines',
  mendedAsJson: 'mended-as-json',
  mendedAsLines: 'mended-as-lines',
} as const

/** Reads the prompt files, by what they are for. */
export function readPromptFiles(folder: string): Readonly<Record<keyof typeof names, { name: string; text: string }>> {
  const read = (name: string) => ({ name, text: readFileSync(join(folder, `${name}.md`), 'utf8') })
  return {
    write: read(names.write),
    repair: read(names.repair),
    answerAsJson: read(names.answerAsJson),
    answerAsLines: read(names.answerAsLines),
    mendedAsJson: read(names.mendedAsJson),
    mendedAsLines: read(names.mendedAsLines),
  }
}
