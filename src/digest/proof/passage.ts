import { cutTo } from '../../chat/plain.ts'
import type { Article, Citation } from '../../domain/article.ts'

/** The longest passage of an article shown beside a statement, in characters. */
const longestPassage = 800

/** The paragraph of an article around a passage, with its outlet and address: In The Herald: “…” https://… */
export function passageLine({ text, outlet, url }: Article, { span }: Citation): string {
  const from = text.lastIndexOf('\n\n', span.start)
  const to = text.indexOf('\n\n', span.end)
  const paragraph = text.slice(from < 0 ? 0 : from + 2, to < 0 ? undefined : to)
  return `In ${outlet}: “${cutTo(paragraph, longestPassage)}”${url ? ` ${url}` : ''}`
}
