import { kindOf } from '../../article/kind.ts'
import type { ArticleKind } from '../../domain/article.ts'
import { clusterArticles } from '../../story/cluster-articles.ts'
import { printJsonLine, readJsonLines, textOf } from '../streams.ts'

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
  const groups = clusterArticles(rows)
  for (const [index, { id }] of rows.entries()) await printJsonLine({ id, cluster: String(groups[index]) })
}
