import { matchesPath, mostStars, type PathPattern, pathOf, pathPattern } from '../../terms/path-pattern.ts'
import { modelUses } from '../../terms/wishes.ts'

/** What a robots.txt lets us fetch, and the delay it asks for between requests. */
export interface RobotsRules {
  isAllowed(url: string): boolean
  /** What it says of the use of this address by machines, as lines: "Content-Signal: ai-input=no". */
  wishesFor(url: string): string[]
  readonly delayMs: number
}

/** How much of a long file is read, in characters: RFC 9309, section 2.5. */
export const longestFile = 500_000
/** The longest line that can be a rule, the most rules in one file, and their most characters in all. */
const longestPattern = 500
const mostRules = 1_000
const mostCharacters = 50_000
/** The longest delay between two requests that a host can ask for, in seconds. */
const longestDelay = 30

/** Rules of use: draft-ietf-aipref-attach-05, section 4, Cloudflare's content signals, and RSL's licences. */
const ofUse: ReadonlyMap<string, string> = new Map([
  ['content-usage', 'Content-Usage'],
  ['content-signal', 'Content-Signal'],
  ['license', 'License'],
])
/** Lines that belong to a group, so that the names below them begin the next one. A rule of use alone makes a group, too. */
const ofGroups = new Set(['allow', 'disallow', 'crawl-delay', ...ofUse.keys()])

interface Rule extends PathPattern {
  readonly allow: boolean
}

/** A rule of use, for the addresses that its pattern matches. */
interface Wish extends PathPattern {
  readonly field: string
  readonly line: string
  /** True if it stands outside of the groups, for everyone. */
  readonly isForAll: boolean
}

interface Group {
  readonly rules: Rule[]
  readonly wishes: Wish[]
  characters: number
  delaySeconds: number | null
}

/**
 * Reads the groups for `name`, or for everyone if it has none: RFC 9309, section 2.2. Groups for a purpose such as
 * "ai-input" say what no model may read, and not what may be fetched: draft-kelley-aipref-training-preference-signal-00
 * has such groups for training. Takes linear time.
 */
export function parseRobots(text: string, name: string): RobotsRules {
  const own = emptyGroup()
  const all = emptyGroup()
  const purposes = new Map([...modelUses].map((use) => [use, emptyGroup()]))
  const groups = new Map([['*', all], [name.toLowerCase(), own], ...purposes])
  let isNamed = false
  let current = new Set<Group>()
  let wasAgent = false
  let isBeforeGroups = true
  const file = text.slice(0, longestFile).replace(/^\ufeff/, '')
  for (const { 1: key = '', 2: value = '', index } of file.matchAll(/^[ \t]*([a-z-]{1,20})[ \t]*:([^\r\n#]*)/gim)) {
    const said = value.trim()
    const field = key.toLowerCase()
    if (field === 'user-agent') {
      if (!wasAgent) current = new Set()
      wasAgent = true
      isBeforeGroups = false
      const group = groups.get(agentIn(said))
      if (group) current.add(group)
      isNamed ||= group === own
      continue
    }
    // Other lines, such as sitemaps, belong to no group.
    if (!ofGroups.has(field)) continue
    wasAgent = false
    // Before the first group only a rule of use counts, and for everyone.
    const isForAll = isForEveryone(field, { isBeforeGroups, isApart: () => standsApart(file, index) })
    for (const group of isForAll ? [own, all] : current) note(group, { field, said, isForAll })
  }
  const { rules, wishes, delaySeconds } = isNamed ? own : all
  return {
    isAllowed: (url) => isAllowed(pathOf(url), rules),
    wishesFor: (url) => {
      const path = pathOf(url)
      const closed = [...purposes].filter(([, group]) => !isAllowed(path, group.rules))
      return [...wishesFor(path, wishes), ...closed.map(([use]) => `User-agent: ${use}; Disallow`)]
    },
    delayMs: 1_000 * Math.min(delaySeconds ?? 0, longestDelay),
  }
}

/** A robot's name as a key; a version behind it is left out. */
function agentIn(said: string): string {
  return /^(?:\*$|[a-z_-]+)/i.exec(said)?.[0].toLowerCase() ?? ''
}

function emptyGroup(): Group {
  return { rules: [], wishes: [], characters: 0, delaySeconds: null }
}

/** True if a line stands for every robot, whatever group it is near. */
function isForEveryone(
  field: string,
  { isBeforeGroups, isApart }: { readonly isBeforeGroups: boolean; isApart(): boolean },
): boolean {
  return isBeforeGroups ? ofUse.has(field) : field === 'license' && isApart()
}

/** True if a line has an empty one above it: sites that add a licence at the end of their file mean it for everyone. */
function standsApart(file: string, at: number): boolean {
  const before = file
    .slice(Math.max(0, at - 2_000), at)
    .split(/\r?\n/)
    .slice(0, -1)
    .toReversed()
  return before.find((line) => !/^\s*(?:#|sitemap\s*:)/i.test(line))?.trim() === ''
}

interface Line {
  readonly field: string
  readonly said: string
  readonly isForAll: boolean
}

function note(group: Group, line: Line): void {
  const { field, said } = line
  if (field !== 'crawl-delay') return noteRule(group, line)
  const seconds = Number(said)
  if (Number.isFinite(seconds) && seconds >= 0) group.delaySeconds ??= seconds
}

/** A rule without a pattern has no effect. A rule of use without a path is about every address. */
function noteRule(group: Group, { field, said, isForAll }: Line): void {
  if (said === '') return
  const name = ofUse.get(field)
  // What is too long to be a rule may still forbid: its beginning does, for more addresses.
  if (said.length > longestPattern && !name && field !== 'disallow') return
  const { path = '/', use = '' } = name ? placeAndUse(name, said) : { path: said.slice(0, longestPattern) }
  const pattern = pathPattern(path) ?? (field === 'allow' ? undefined : pathPattern(beginningOf(path)))
  if (!pattern || (name ? group.wishes : group.rules).length >= mostRules) return
  group.characters += said.length
  if (group.characters > mostCharacters) return
  if (name) group.wishes.push({ field: name, line: `${name}: ${use}`, isForAll, ...pattern })
  else group.rules.push({ allow: field === 'allow', ...pattern })
}

/** A pattern up to its last star that we read: it matches all that the whole one does, and more. */
function beginningOf(pattern: string): string {
  return pattern
    .split(/\*+/)
    .slice(0, mostStars + 1)
    .join('*')
}

/** A rule of use, and the path that it is about; a licence's address is no such path. */
function placeAndUse(name: string, said: string): { path?: string; use?: string } {
  return name === 'License' ? { use: said } : (/^(?<path>\/\S*)?\s*(?<use>.*)$/.exec(said)?.groups ?? {})
}

/** Of each field, the rules with the longest pattern that matches. */
function wishesFor(path: string, wishes: readonly Wish[]): string[] {
  // A licence of the group takes the place of everyone's: RSL 1.0.
  const hasOwn = wishes.some(({ field, isForAll }) => field === 'License' && !isForAll)
  const matching = wishes.filter(
    (wish) => matchesPath(path, wish) && !(hasOwn && wish.field === 'License' && wish.isForAll),
  )
  return matching
    .filter(({ field, length }) => matching.every((other) => other.field !== field || other.length <= length))
    .map(({ line }) => line)
}

/** The longest matching pattern decides; of two equally long, the one that allows. */
function isAllowed(path: string, rules: readonly Rule[]): boolean {
  let best: Rule | undefined
  for (const rule of rules) {
    const isStronger = !best || rule.length > best.length || (rule.length === best.length && rule.allow)
    if (isStronger && matchesPath(path, rule)) best = rule
  }
  return best?.allow ?? true
}
