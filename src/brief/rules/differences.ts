import type { Article } from '../../domain/article.ts'
import type { Difference } from '../../domain/brief.ts'
import type { Grammar } from '../../language/grammar.ts'
import { findQuantities } from '../../text/values/quantities.ts'
import type { SummarySentence } from './unattributed-sentences.ts'

/** An article, its grammar, and the sentences to compare. */
export interface Account {
  readonly article: Article
  readonly grammar: Grammar
  readonly sentences: readonly SummarySentence[]
}

/** The fewest words, besides the thing counted, that two sentences about one fact share. */
const leastShared = 2
/** The most differences shown for one story. */
const mostDifferences = 3

interface Count {
  readonly outlet: string
  readonly value: number
  readonly of: string
  readonly sentence: SummarySentence
}

/** Finds facts for which outlets give different numbers, with each version in its outlet's own words. */
export function findDifferences(accounts: readonly Account[]): Difference[] {
  const counts = accounts.flatMap(({ article, sentences, grammar }) =>
    sentences.flatMap((sentence) => countsIn(sentence, article.outlet, grammar)),
  )
  const differences: Difference[] = []
  const stated = new Set<SummarySentence>()
  for (const count of counts) {
    if (stated.has(count.sentence)) continue
    const others = counts.filter((other) => differs(count, other, accounts) && !stated.has(other.sentence))
    const versions = [count, ...onePerOutlet(others)]
    if (versions.length < 2 || differences.length >= mostDifferences) continue
    for (const { sentence } of versions) stated.add(sentence)
    differences.push({
      versions: versions.map(({ sentence }) => ({
        words: sentence.text.replace(/\.$/, ''),
        citation: sentence.citation,
      })),
    })
  }
  return differences
}

/**
 * Returns true if a text gives one of the versions in any wording: a disputed number with the same noun, or with
 * another word of that version. “Twelve dead as dam collapses” matches a version with twelve people killed by the dam.
 */
export function isDisputed(text: string, differences: readonly Difference[], grammar: Grammar): boolean {
  const { stem, contentWords } = grammar.words
  const own = findQuantities(text, grammar.text).map(({ value, of }) => ({ value, of: stem(of) }))
  const content = new Set(contentWords(text))
  return differences.some(({ versions }) => {
    const stated = versions.map(({ words }) => ({
      counts: findQuantities(words, grammar.text).map(({ value, of }) => ({ value, of: stem(of) })),
      content: contentWords(words),
    }))
    return stated.some((version, at) =>
      version.counts
        .filter(({ value, of }) =>
          stated.some(
            (other, index) => index !== at && other.counts.some((each) => each.of === of && each.value !== value),
          ),
        )
        .some(({ value, of }) =>
          own.some(
            (each) =>
              each.value === value &&
              (each.of === of || version.content.some((word) => word !== of && content.has(word))),
          ),
        ),
    )
  })
}

function countsIn(sentence: SummarySentence, outlet: string, { text: rules, words: { stem } }: Grammar): Count[] {
  return findQuantities(sentence.text, rules)
    .filter(({ of }) => of !== '')
    .map(({ value, of }) => ({ outlet, value, of: stem(of), sentence }))
}

function differs(one: Count, other: Count, accounts: readonly Account[]): boolean {
  if (one.outlet === other.outlet || one.of !== other.of || one.value === other.value) return false
  const shared = [...one.sentence.content].filter((word) => word !== one.of && other.sentence.content.has(word))
  if (shared.length < leastShared) return false
  // An outlet that has both numbers is reporting two things, not one thing differently.
  return !has(accounts, one.outlet, other) && !has(accounts, other.outlet, one)
}

function has(accounts: readonly Account[], outlet: string, { value, of }: Count): boolean {
  return accounts
    .filter(({ article }) => article.outlet === outlet)
    .some(({ article, grammar }) =>
      findQuantities(article.text, grammar.text).some(
        (quantity) => quantity.value === value && grammar.words.contentWords(quantity.of).includes(of),
      ),
    )
}

function onePerOutlet(counts: readonly Count[]): Count[] {
  return counts.filter(({ outlet }, at) => counts.findIndex((other) => other.outlet === outlet) === at)
}
