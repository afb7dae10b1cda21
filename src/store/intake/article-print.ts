import type { Article } from '../../domain/article.ts'
import { identify } from '../schema/identity.ts'

/** A fingerprint of an article's headline and text, so that a later change is noticed. */
export function printOf({ headline, text }: Pick<Article, 'headline' | 'text'>): string {
  return identify('article', headline, text)
}
