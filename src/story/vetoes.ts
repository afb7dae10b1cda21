import type { Likeness } from './term-index.ts'
import { labelMark } from './terms.ts'

/** A telling with fewer names than this may leave out whom and where it is about. */
const leastNames = 3

/** What of a telling can keep it from stories that only look like its own. */
export interface Signs {
  readonly names: number
  /** What it tells apart by number: "flight#302". */
  readonly labels: readonly string[]
}

/** Why a telling is not of the event that these tellings are of, however alike they are; null where nothing speaks against it. */
export function vetoOf({ names, labels }: Signs, members: readonly Likeness[]): string | null {
  const named = members.filter((member) => member.names >= leastNames)
  if (names >= leastNames && named.length === members.length && named.every(({ sharedNames }) => sharedNames === 0))
    return 'they have no name in common'
  const theirs = members.flatMap((member) => member.labels)
  const [word] = labels.map(wordOf).filter((each) => theirs.some((other) => wordOf(other) === each))
  const isShared = labels.some((label) => theirs.includes(label))
  return word !== undefined && !isShared ? `they speak of another ${word}` : null
}

function wordOf(label: string): string {
  return label.slice(0, label.indexOf(labelMark))
}
