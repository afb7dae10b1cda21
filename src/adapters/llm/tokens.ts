import { countTokens } from 'gpt-tokenizer'

/** How many tokens a text is for the common models; others differ by a tenth or so. */
export function countModelTokens(text: string): number {
  return countTokens(text, { allowedSpecial: 'all' })
}
