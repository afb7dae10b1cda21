import type { CommandName } from './command.ts'
import { starters } from './starters.ts'

/** What a command can do, each as people write it behind its name. */
const verbs: Readonly<Record<CommandName, readonly string[]>> = {
  summarize: [],
  claims: [],
  feeds: ['start', 'add', 'test', 'list', 'remove', 'export'],
  digest: [
    'now',
    'preview',
    'schedule',
    'filter',
    'pause',
    'resume',
    'delete',
    'let',
    'unlet',
    'list',
    'status',
    'usage',
    'model',
  ],
}

/** How to use a command, a line each; `mark` is what stands before the names of commands there: "/", "/news-". */
export function usageOf(name: CommandName, mark: string): readonly string[] {
  switch (name) {
    case 'summarize':
      return [`${mark}summarize <link>, or paste the text of an article: who says what in it, each quotation checked`]
    case 'claims':
      return [`${mark}claims <name>: what somebody was reported to have said`]
    case 'feeds':
      return [
        `${mark}feeds start <${Object.keys(starters).join(' | ')}>: a few feeds to begin with`,
        `${mark}feeds add <addresses of feeds or sites>: follow them`,
        `${mark}feeds test <address>: look without following`,
        `${mark}feeds list, ${mark}feeds export`,
        `${mark}feeds remove <address>`,
      ]
    case 'digest':
      return [
        `${mark}digest now: what is new, posted at once`,
        `${mark}digest preview: the same, seen by you alone`,
        `${mark}digest schedule weekdays 8:00 London: set or change when it comes`,
        `${mark}digest filter words: dam, flood*; not: football; outlets: River Post; languages: en; publishers: 2: what it wants`,
        `${mark}digest pause, ${mark}digest pause until friday, ${mark}digest resume, ${mark}digest delete`,
        `${mark}digest let @ana, ${mark}digest unlet @ana: who else may change it`,
        `${mark}digest list, ${mark}digest status: next run, last result, why nothing came`,
        `${mark}digest usage, ${mark}digest model on, ${mark}digest model off: the language model`,
        `With several digests, name one in quotation marks: ${mark}digest pause "Evening digest"`,
      ]
  }
}

/** What may have been meant by a word that a command does not know; undefined where nothing is near. */
export function nearestVerb(name: CommandName, word: string): string | undefined {
  const near = verbs[name]
    .map((verb) => ({ verb, apart: distance(word.toLowerCase(), verb) }))
    .filter(({ verb, apart }) => apart <= (verb.length > 4 ? 2 : 1) || isTurned(word.toLowerCase(), verb))
  return near.toSorted((one, other) => one.apart - other.apart)[0]?.verb
}

/** "hlep", "lsit": the same letters in another order. */
function isTurned(word: string, verb: string): boolean {
  return [...word].toSorted().join('') === [...verb].toSorted().join('')
}

/** How many letters are to be changed, put in or left out to make one word of another (Levenshtein). */
function distance(one: string, other: string): number {
  if (one.length > 20) return one.length
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, against] of [...other].entries())
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === against ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
