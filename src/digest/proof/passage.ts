import { cutTo } from '../../chat/plain.ts'
import { type Article, type Citation, shownSpan, sliceSpan } from '../../domain/article.ts'

/** The longest passage of an article shown beside a statement, and how much of it comes before that, in characters. */
const longestPassage = 700
const before = 250

/** The paragraph of an article around a passage, with its outlet and address: In The Herald: “…” https://… */
export function passageLine(article: Article, { span }: Citation): string {
  const { text, outlet, url, shown } = article
  const address = url ? ` ${url}` : ''
  if (shown) return `In ${outlet}: “${sliceSpan(text, shownSpan(span, article))}”${address}`
  const from = text.lastIndexOf('\n\n', span.start)
  const to = text.indexOf('\n\n', span.end)
  const start = Math.max(from < 0 ? 0 : from + 2, span.start - before)
  const opening = start > (from < 0 ? 0 : from + 2) ? '…' : ''
  const paragraph = text.slice(start, to < 0 ? undefined : to)
  return `In ${outlet}: “${opening}${cutTo(paragraph, longestPassage)}”${address}`
}
