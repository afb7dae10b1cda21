import type { Span } from '../domain/article.ts'

/**
 * “Reed: It never happened.” The name that a transcript puts before an answer, with its colon and the space after it.
 */
const label = /^(\p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3}):\s+(?=[\p{L}\p{N}])/u

interface Turn {
  /** The last word of the label: “Ana Reed” is later “Reed”. */
  readonly who: string
  readonly content: Span
  readonly isQuestion: boolean
}

/**
 * The spoken answers of an interview printed as a transcript without quotation marks, by the start of their paragraph.
 * A person who mostly asks is the interviewer; another person's turn right after theirs is spoken, whatever marks
 * surround it.
 */
export function spokenTurns(text: string, paragraphs: readonly Span[]): ReadonlyMap<number, Span> {
  const turns = paragraphs.map((span) => turnAt(text, span))
  const askers = askersAmong(turns.filter((turn) => turn !== undefined))
  const spoken = new Map<number, Span>()
  paragraphs.forEach(({ start }, at) => {
    const turn = turns[at]
    const before = turns[at - 1]
    if (turn && before && before.who !== turn.who && askers.has(before.who) && !askers.has(turn.who))
      spoken.set(start, turn.content)
  })
  return spoken
}

function turnAt(text: string, { start, end }: Span): Turn | undefined {
  const own = text.slice(start, end)
  const found = label.exec(own)
  const who = found?.[1]?.split(' ').at(-1)
  if (!found || who === undefined) return undefined
  return { who, content: { start: start + found[0].length, end }, isQuestion: own.endsWith('?') }
}

/** The people at least half of whose turns are questions. */
function askersAmong(turns: readonly Turn[]): ReadonlySet<string> {
  const asking = [...Map.groupBy(turns, ({ who }) => who)].filter(
    ([, own]) => 2 * own.filter(({ isQuestion }) => isQuestion).length >= own.length,
  )
  return new Set(asking.map(([who]) => who))
}
