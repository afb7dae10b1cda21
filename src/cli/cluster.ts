import { kindOf } from '../article/kind.ts'
import type { ArticleKind } from '../domain/article.ts'
import { groupTellings } from '../story/group-tellings.ts'
import { printJsonLine, readJsonLines, textOf } from './streams.ts'

/** Sorts articles, given as JSON lines, into stories. */
export async function cluster(file: string): Promise<void> {
  const rows: { id: unknown; title: string; lead: string; date: string | null; kind: ArticleKind }[] = []
  for await (const line of readJsonLines(file)) {
    const optional = (name: string) => (typeof line[name] === 'string' ? line[name] : '')
    rows.push({
      id: line['id'],
      title: textOf(line, 'title'),
      kind: kindOf({ headline: textOf(line, 'title'), url: optional('url') || null, type: null, sections: [] }),
      lead: optional('lead') || optional('text'),
      date: optional('date') || null,
    })
  }
  const order = rows
    .map((_, index) => index)
    .toSorted((one, other) => (rows[one]?.date ?? '').localeCompare(rows[other]?.date ?? ''))
  const groups = groupTellings(order.flatMap((index) => rows[index] ?? []))
  const storyOf = new Map(order.map((row, index) => [row, groups[index]]))
  for (const [index, { id }] of rows.entries()) await printJsonLine({ id, cluster: String(storyOf.get(index)) })
}
