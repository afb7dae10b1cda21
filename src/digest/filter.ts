import { type Article, countPublishers } from '../domain/article.ts'
import type { Filter } from '../domain/subscription.ts'

/** Returns true if a filter allows an article by its outlet, language and section. */
export function admits(
  { outlets, notOutlets, languages, sections }: Filter,
  article: Pick<Article, 'outlet' | 'url' | 'language' | 'sections'>,
): boolean {
  const isFrom = (name: string) => matchesOutlet(name, article)
  const filed = article.sections.map((section) => section.toLowerCase())
  return (
    (outlets.length === 0 || outlets.some(isFrom)) &&
    !notOutlets.some(isFrom) &&
    (languages.length === 0 || languages.includes(article.language)) &&
    (sections.length === 0 || sections.some((section) => filed.includes(section.toLowerCase())))
  )
}

/** Returns true if a filter wants the story of these admitted articles, by their words and independent publishers. */
export function wants(
  { words, notWords, publishers }: Filter,
  articles: readonly Pick<Article, 'headline' | 'text' | 'publisher'>[],
): boolean {
  if (countPublishers(articles) < publishers) return false
  if (words.length === 0 && notWords.length === 0) return true
  const texts = articles.map(({ headline, text }) => plainWords(`${headline} ${text}`))
  const stands = (phrase: string) => texts.some((text) => text.includes(sought(phrase)))
  return (words.length === 0 || words.some(stands)) && !notWords.some(stands)
}

function matchesOutlet(name: string, { outlet, url }: Pick<Article, 'outlet' | 'url'>): boolean {
  const wanted = name.toLowerCase()
  if (outlet.toLowerCase() === wanted) return true
  const host = url && URL.canParse(url) ? new URL(url).hostname : ''
  return host === wanted || (wanted.includes('.') && host.endsWith(`.${wanted}`))
}

/** A text's words, each with one space before and after it, so that only whole phrases match. */
function plainWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/** A phrase in searchable form; a star at its end lets the last word continue. */
function sought(phrase: string): string {
  const plain = plainWords(phrase)
  return phrase.endsWith('*') ? plain.trimEnd() : plain
}
