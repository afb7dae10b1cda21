import type { Article, Change } from '../domain/article.ts'
import { words } from '../text/tokens.ts'

/** Paragraphs that share this much of their words count as the same paragraph, reworded. */
const sameParagraph = 0.5
/** The most changes reported. */
const mostChanges = 50
/** How many changed paragraphs of each version are compared; in a rewritten article, only the first ones. */
const mostCompared = 150

type Version = Pick<Article, 'headline' | 'text'>

/** The differences in a later version of an article, in its headline and paragraphs, as a reader would see them. */
export function compareVersions(before: Version, after: Version): Change[] {
  const headline: Change[] =
    before.headline === after.headline ? [] : [{ kind: 'headline', before: before.headline, after: after.headline }]
  const [gone, come] = difference(before.text.split('\n\n'), after.text.split('\n\n'))
  const changes: Change[] = []
  // Each paragraph's words are collected once, however many paragraphs it is compared with.
  const left = new Map(gone.map((text) => [text, wordsOf(text)]))
  for (const text of come) {
    const match = mostAlike(text, left)
    if (match === undefined) changes.push({ kind: 'added', text })
    else {
      left.delete(match)
      changes.push({ kind: 'reworded', before: match, after: text })
    }
  }
  return [...headline, ...changes, ...[...left.keys()].map((text): Change => ({ kind: 'removed', text }))].slice(
    0,
    mostChanges,
  )
}

/** A page that shows less than this share of an article, and nothing else, shows only its beginning. */
const wholeShare = 0.6

/** True if a later version is only the beginning of the earlier one: readers without a subscription see no more. */
export function isCutShort(before: Version, after: Version): boolean {
  if (after.headline !== before.headline || after.text.length >= wholeShare * before.text.length) return false
  const [old, fresh] = [before.text.split('\n\n'), after.text.split('\n\n')]
  const isSame = (text: string, index: number) => text === old[index]
  // The last paragraph may be cut off in the middle.
  return (
    fresh.slice(0, -1).every(isSame) &&
    (old[fresh.length - 1] ?? '').startsWith((fresh.at(-1) ?? '').replace(/\W+$/, ''))
  )
}

function difference(before: readonly string[], after: readonly string[]): [string[], string[]] {
  const old = new Set(before)
  const fresh = new Set(after)
  return [
    before.filter((text) => !fresh.has(text)).slice(0, mostCompared),
    after.filter((text) => !old.has(text)).slice(0, mostCompared),
  ]
}

function mostAlike(text: string, others: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const own = wordsOf(text)
  let best: { readonly text: string; readonly share: number } | undefined
  for (const [other, theirs] of others) {
    const common = [...own].filter((word) => theirs.has(word)).length
    const share = common / Math.max(own.size, theirs.size, 1)
    if (share >= sameParagraph && share > (best?.share ?? 0)) best = { text: other, share }
  }
  return best?.text
}

function wordsOf(text: string): Set<string> {
  return new Set(words(text).map(({ lower }) => lower))
}
