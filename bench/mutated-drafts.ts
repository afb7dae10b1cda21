import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from '../src/article/read-text.ts'
import { rulesByline, writeByRules } from '../src/brief/rules/rules-writer.ts'
import { verify } from '../src/brief/verify/verify.ts'
import type { Draft } from '../src/domain/brief.ts'
import { type Claim, speakerName } from '../src/domain/claim.ts'
import { type Story, storyId } from '../src/domain/story.ts'
import { readMarkedUp } from '../src/evaluation/marked-up.ts'
import { grammarFor } from '../src/language/grammars.ts'
import { findQuantities } from '../src/text/values/quantities.ts'

/**
 * Drafts of our own articles with one thing changed in each: counts how many changed parts verification lets through.
 *
 *   node bench/mutated-drafts.ts [drafts]
 */

const drafts = Number(process.argv[2] ?? 10_000)
const root = join(import.meta.dirname, '../gold')
const stories: readonly Story[] = globSync('*.txt', { cwd: root }).map((file) => ({
  id: storyId(file),
  articles: [readText(readMarkedUp(file, readFileSync(join(root, file), 'utf8')).text)],
}))
const written = stories.map((story) => ({ story, draft: writeByRules(story, grammarFor) }))
const auxiliary = / (is|was|were|will|had|has|would) /
const limiter =
  /(^|[ “"‘])(?:only|nearly|almost|barely|hardly|scarcely|rarely|seldom|mostly|largely|partly|roughly|probably|possibly|perhaps|allegedly|reportedly|apparently|initially|at least|at most|up to|more than|fewer than|most of|some of|one of) /
const qualifiedEnd = /,? (?:but that|though|although|unless|until|if|except|provided|so long as) .*$/
const embeddedStart = /^[^“"]{4,90}?(?<!\b(?:and|or|but|[,;])) that /
const strangers = ['zebra', 'seldom', 'quietly', 'harbourmaster', 'Berlin']

/** What one part becomes; undefined where there is nothing to change. */
type Change = (
  draft: Draft,
  seed: number,
  other: Draft,
) => { draft: Draft; posted: (kept: Draft) => boolean } | undefined

const changes: Readonly<Record<string, Change>> = {
  'a word of a quotation': (draft, seed) =>
    withClaim(draft, seed, (claim) => {
      const [quote] = claim.quotes
      if (quote === undefined) return undefined
      const list = quote.split(' ')
      list[seed % list.length] = strangers[seed % strangers.length] ?? ''
      return inWords(claim, (text) => text.replace(quote, list.join(' ')))
    }),
  'the speaker, for another of the article': (draft, seed) =>
    withClaim(draft, seed, (claim) => {
      const speakers = draft.claims.map(({ speaker }) => speaker)
      const others = speakers.filter((each) => speakerName(each) !== speakerName(claim.speaker))
      const speaker = others[seed % Math.max(1, others.length)]
      return speaker && { ...claim, speaker }
    }),
  'a number of a claim': (draft, seed) =>
    withClaim(draft, seed, (claim) => {
      const changed = changeNumber(claim.words, seed)
      return changed && inWords(claim, (text) => text.replace(changed.from, changed.to))
    }),
  'a number of the summary': (draft, seed) =>
    withSentence(draft, seed, (text) => {
      const changed = changeNumber(text, seed)
      return changed ? text.replace(changed.from, changed.to) : text
    }),
  'a “not” put into a claim': (draft, seed) =>
    withClaim(draft, seed, (claim) => inWords(claim, (text) => text.replace(auxiliary, ' $1 not '))),
  'a “not” taken out of a claim': (draft, seed) =>
    withClaim(draft, seed, (claim) => inWords(claim, (text) => text.replace(/ (?:not|never|no) /, ' '))),
  'a limiter taken out of a claim': (draft, seed) =>
    withClaim(draft, seed, (claim) => inWords(claim, (text) => text.replace(limiter, '$1').trimStart())),
  'a qualifier cut off a claim’s end': (draft, seed) =>
    withClaim(draft, seed, (claim) => inWords(claim, (text) => text.replace(qualifiedEnd, ''))),
  'what a claim is embedded in, cut off its beginning': (draft, seed) =>
    withClaim(draft, seed, (claim) => inWords(claim, (text) => text.replace(embeddedStart, ''))),
  'a “not” put into the summary': (draft, seed) =>
    withSentence(draft, seed, (text) => text.replace(auxiliary, ' $1 not ')),
  'words that only hidden text has': (draft, seed) =>
    withSentence(draft, seed, (text) => `${text.split(' ').slice(0, 4).join(' ')} and the minister fled by night.`),
  'a claim of another article': (draft, seed, other) => {
    const claim = other.claims[seed % Math.max(1, other.claims.length)]
    return claim && withClaim(draft, seed, (own) => ({ ...claim, citation: own.citation }))
  },
  'a headline of another article': (draft, _, other) =>
    other.headline === draft.headline
      ? undefined
      : { draft: { ...draft, headline: other.headline }, posted: ({ headline }) => headline === other.headline },
}

const kinds = Object.entries(changes)
const tally = new Map(kinds.map(([kind]) => [kind, { made: 0, posted: 0 }]))
let made = 0
for (let seed = 0; made < drafts && seed < 100 * drafts; seed++) {
  const [kind, change] = kinds[seed % kinds.length] ?? []
  const at = Math.floor(seed / kinds.length)
  const one = written[at % written.length]
  const other = written[(at * 7 + 3) % written.length]
  const count = kind && tally.get(kind)
  if (!one || !other || one === other || !change || !count) continue
  const changed = change(one.draft, at, other.draft)
  if (!changed) continue
  made += 1
  count.made += 1
  if (changed.posted(verify(changed.draft, one.story, { byline: rulesByline, grammarFor }).brief)) count.posted += 1
}
console.log('| changed | drafts | let through |')
console.log('| --- | --- | --- |')
for (const [kind, count] of tally) console.log(`| ${kind} | ${count.made} | ${count.posted} |`)

/** One claim changed, of those in which there is something to change. */
function withClaim(draft: Draft, seed: number, change: (claim: Claim) => Claim | undefined): ReturnType<Change> {
  const fitting = draft.claims.filter((each) => change(each) !== undefined)
  const claim = fitting[seed % Math.max(1, fitting.length)]
  const changed = claim && change(claim)
  if (!claim || !changed) return undefined
  const named = { ...changed, id: claim.id }
  return {
    draft: { ...draft, claims: draft.claims.map((each) => (each === claim ? named : each)) },
    posted: ({ claims }) => claims.some(({ id }) => id === claim.id),
  }
}

function withSentence(draft: Draft, seed: number, change: (text: string) => string): ReturnType<Change> {
  const at = seed % Math.max(1, draft.summary.length)
  const sentence = draft.summary[at]
  const text = sentence && change(sentence.text)
  if (!sentence || !text || text === sentence.text) return undefined
  return {
    draft: { ...draft, summary: draft.summary.with(at, { ...sentence, text }) },
    posted: ({ summary }) => summary.some((each) => each.text === text),
  }
}

/** The claim with its words and quotations changed alike; undefined where that changes nothing. */
function inWords(claim: Claim, change: (text: string) => string): Claim | undefined {
  const words = change(claim.words)
  return words === claim.words ? undefined : { ...claim, words, quotes: claim.quotes.map(change) }
}

function changeNumber(text: string, seed: number): { readonly from: string; readonly to: string } | undefined {
  const quantities = findQuantities(text, grammarFor('en').text)
  const quantity = quantities[seed % Math.max(1, quantities.length)]
  return quantity && { from: quantity.text, to: String(quantity.value + 1 + (seed % 89)) }
}
