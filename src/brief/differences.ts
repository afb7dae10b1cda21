import type { Article } from '../domain/article.ts'
import type { Difference } from '../domain/brief.ts'
import { findQuantities } from '../text/quantities.ts'
import type { OwnSentence } from './own-voice.ts'
import { contentWords, stem } from './wording.ts'

/** What an article's own sentences belong to. */
export interface Telling {
  readonly article: Article
  readonly sentences: readonly OwnSentence[]
}

/** The least number of words, besides what is counted, that two sentences about one fact share. */
const leastShared = 2
/** Differences told of one story. */
const mostDifferences = 3

interface Count {
  readonly outlet: string
  readonly value: number
  readonly of: string
  readonly sentence: OwnSentence
}

/** Facts that outlets put in different numbers, each version in its outlet's own words. */
export function findDifferences(tellings: readonly Telling[]): Difference[] {
  const counts = tellings.flatMap(({ article, sentences }) =>
    sentences.flatMap((sentence) => countsIn(sentence, article.outlet)),
  )
  const differences: Difference[] = []
  const told = new Set<OwnSentence>()
  for (const count of counts) {
    if (told.has(count.sentence)) continue
    const others = counts.filter((other) => differs(count, other, tellings) && !told.has(other.sentence))
    const versions = [count, ...onePerOutlet(others)]
    if (versions.length < 2 || differences.length >= mostDifferences) continue
    for (const { sentence } of versions) told.add(sentence)
    differences.push({
      versions: versions.map(({ sentence }) => ({
        words: sentence.text.replace(/\.$/, ''),
        citation: sentence.citation,
      })),
    })
  }
  return differences
}

/** Whether a sentence tells one of the versions, in whatever words: such a sentence is in no summary. */
export function isDisputed(sentence: OwnSentence, differences: readonly Difference[]): boolean {
  const own = countsIn(sentence, '')
  return differences.some(({ versions }) => {
    const told = versions.map(({ words }) => findQuantities(words).map(({ value, of }) => ({ value, of: stem(of) })))
    const disputed = told.flatMap((list, at) =>
      list.filter(({ value, of }) =>
        told.some((other, index) => index !== at && other.some((each) => each.of === of && each.value !== value)),
      ),
    )
    return own.some(({ value, of }) => disputed.some((each) => each.of === of && each.value === value))
  })
}

function countsIn(sentence: OwnSentence, outlet: string): Count[] {
  return findQuantities(sentence.text)
    .filter(({ of }) => of !== '')
    .map(({ value, of }) => ({ outlet, value, of: stem(of), sentence }))
}

function differs(one: Count, other: Count, tellings: readonly Telling[]): boolean {
  if (one.outlet === other.outlet || one.of !== other.of || one.value === other.value) return false
  const shared = [...one.sentence.content].filter((word) => word !== one.of && other.sentence.content.has(word))
  if (shared.length < leastShared) return false
  // An outlet that has both numbers tells of two things, not of one thing differently.
  return !has(tellings, one.outlet, other) && !has(tellings, other.outlet, one)
}

function has(tellings: readonly Telling[], outlet: string, { value, of }: Count): boolean {
  return tellings
    .filter(({ article }) => article.outlet === outlet)
    .some(({ article }) =>
      findQuantities(article.text).some(
        (quantity) => quantity.value === value && contentWords(quantity.of).includes(of),
      ),
    )
}

function onePerOutlet(counts: readonly Count[]): Count[] {
  return counts.filter(({ outlet }, at) => counts.findIndex((other) => other.outlet === outlet) === at)
}
