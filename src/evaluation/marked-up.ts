import type { Span } from '../domain/article.ts'
import { acts } from '../domain/claim.ts'
import type { GoldAttribution, GoldText } from './gold.ts'

/** Tags that an attribution may have, for features that its marks do not show. */
export const tags = ['denial', 'silence', 'unnamed', 'pronoun', 'nested', 'split', 'document'] as const

type Marks = ReadonlyMap<string, readonly Span[]>

/**
 * Reads an article with its attributions marked in it, as the annotation guide describes:
 * `{s1:Ana Ruiz} {c1:said} {q1:it was late}`, then a line `---`, then one row per attribution.
 *
 * @throws {Error} saying which mark or row is wrong.
 */
export function readMarkedUp(id: string, source: string): GoldText {
  const [body = '', table] = source.split(/\n---\n/, 2)
  if (table === undefined) throw new Error(`${id}: a line --- must stand between the text and its table`)
  const { text, marks } = readMarks(id, body)
  const rows = table.split('\n').filter((line) => line.trim() !== '')
  const attributions = rows.map((row) => readRow(id, row, marks))
  const marked = new Set([...marks.keys()].filter((key) => key !== 'n').map((key) => key.slice(1)))
  if (marked.size !== rows.length)
    throw new Error(`${id}: ${marked.size} attributions are marked, ${rows.length} have a row`)
  return { id, text, attributions, traps: marks.get('n') ?? [] }
}

function readMarks(id: string, body: string): { text: string; marks: Marks } {
  const marks = new Map<string, Span[]>()
  const open: { key: string; start: number }[] = []
  let text = ''
  for (const [piece] of body.matchAll(/\{(?:[scq]\d+|n):|\}|[^{}]+|\{/g)) {
    if (piece === '{') throw new Error(`${id}: a brace opens no mark behind “${text.slice(-30)}”`)
    if (piece === '}') {
      const mark = open.pop()
      if (!mark) throw new Error(`${id}: a brace too many behind “${text.slice(-30)}”`)
      marks.set(mark.key, [...(marks.get(mark.key) ?? []), { start: mark.start, end: text.length }])
    } else if (piece.startsWith('{')) open.push({ key: piece.slice(1, -1), start: text.length })
    else text += piece
  }
  if (open.length > 0) throw new Error(`${id}: the mark ${open[0]?.key} is not closed`)
  return { text, marks }
}

function readRow(id: string, row: string, marks: Marks): GoldAttribution {
  const [number = '', speaker = '', act = '', tagList = ''] = row.split('|').map((cell) => cell.trim())
  const content = marks.get(`q${number}`)
  if (!content) throw new Error(`${id}: attribution ${number} has a row and no content`)
  if (!acts.some((known) => known === act)) throw new Error(`${id}: attribution ${number} has the unknown act “${act}”`)
  const rowTags = tagList.split(/\s+/).filter(Boolean)
  const strange = rowTags.find((tag) => !tags.some((known) => known === tag))
  if (strange) throw new Error(`${id}: attribution ${number} has the unknown tag “${strange}”`)
  return {
    source: marks.get(`s${number}`) ?? [],
    cue: marks.get(`c${number}`) ?? [],
    content,
    speaker: speaker || null,
    act,
    tags: rowTags,
  }
}
