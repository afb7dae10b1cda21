import type { Span } from '../domain/article.ts'
import { utf16Offsets } from '../text/offsets.ts'
import type { GoldAttribution, GoldText } from './gold.ts'

/**
 * Reads one object of a JSON lines set: `{"id", "text", "attributions": [{"source", "cue", "content"}]}`, each a list
 * of `[start, end]`, with `source_name`, `act` and `tags` if the set has them.
 *
 * @throws {Error} naming what is missing or malformed.
 */
export function readGoldLine(line: Record<string, unknown>, offsets: 'utf16' | 'codepoint'): GoldText {
  const { id, text, attributions } = line
  if (typeof text !== 'string') throw new Error(`each line needs a text named "text"`)
  if (!Array.isArray(attributions)) throw new Error(`line ${String(id)} needs a list named "attributions"`)
  const offset = offsets === 'codepoint' ? utf16Offsets(text) : (at: number) => at
  const read = attributions.map((each) => readAttribution(String(id), each, offset))
  return { id: String(id), text, attributions: read.filter(({ content }) => content.length > 0), traps: [] }
}

function readAttribution(id: string, value: unknown, offset: (at: number) => number): GoldAttribution {
  if (typeof value !== 'object' || value === null) throw new Error(`line ${id} has an attribution that is no object`)
  const row = value as Record<string, unknown>
  const spans = (name: string) => readSpans(id, row[name], offset)
  return {
    source: spans('source'),
    cue: spans('cue'),
    content: spans('content'),
    speaker: typeof row['source_name'] === 'string' ? row['source_name'] : null,
    act: typeof row['act'] === 'string' ? row['act'] : null,
    tags: Array.isArray(row['tags']) ? row['tags'].map(String) : [],
  }
}

function readSpans(id: string, value: unknown, offset: (at: number) => number): Span[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new Error(`line ${id} has spans that are no list`)
  return value.map((pair: unknown) => {
    const [start, end] = Array.isArray(pair) ? (pair as unknown[]) : []
    if (typeof start !== 'number' || typeof end !== 'number')
      throw new Error(`line ${id} has a span that is no pair of numbers`)
    return { start: offset(start), end: offset(end) }
  })
}
