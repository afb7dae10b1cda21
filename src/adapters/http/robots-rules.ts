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
/** The most stars in one pattern. */
const mostStars = 8
/** The longest delay between two requests that a host can ask for, in seconds. */
const longestDelay = 30

/** Rules of use: draft-ietf-aipref-attach-05, section 4, and Cloudflare's content signals. */
const ofUse: ReadonlyMap<string, string> = new Map([
  ['content-usage', 'Content-Usage'],
  ['content-signal', 'Content-Signal'],
])
/** Lines that belong to a group, so that the names below them begin the next one. A rule of use alone makes a group, too. */
const ofGroups = new Set(['allow', 'disallow', 'crawl-delay', ...ofUse.keys()])

interface Pattern {
  /** The pattern, split at its stars. */
  readonly parts: readonly string[]
  /** True if the path must end where the pattern does. */
  readonly isWhole: boolean
  readonly length: number
}

interface Rule extends Pattern {
  readonly allow: boolean
}

/** A rule of use, for the addresses that its pattern matches. */
interface Wish extends Pattern {
  readonly field: string
  readonly line: string
}

interface Group {
  readonly rules: Rule[]
  readonly wishes: Wish[]
  characters: number
  delaySeconds: number | null
}

/** Reads the groups for `name`, or for everyone if it has none: RFC 9309, section 2.2. Takes linear time. */
export function parseRobots(text: string, name: string): RobotsRules {
  const own: Group = { rules: [], wishes: [], characters: 0, delaySeconds: null }
  const all: Group = { rules: [], wishes: [], characters: 0, delaySeconds: null }
  let isNamed = false
  let current = new Set<Group>()
  let wasAgent = false
  let isBeforeGroups = true
  for (const [, key = '', value = ''] of text
    .slice(0, longestFile)
    .replace(/^\ufeff/, '')
    .matchAll(/^[ \t]*([a-z-]{1,20})[ \t]*:([^\r\n#]*)/gim)) {
    const said = value.trim()
    const field = key.toLowerCase()
    if (field === 'user-agent') {
      if (!wasAgent) current = new Set()
      wasAgent = true
      isBeforeGroups = false
      const agent = /^[a-z_-]+/i.exec(said)?.[0].toLowerCase()
      if (said === '*') current.add(all)
      if (agent === name.toLowerCase()) {
        current.add(own)
        isNamed = true
      }
      continue
    }
    // Other lines, such as sitemaps, belong to no group.
    if (!ofGroups.has(field)) continue
    wasAgent = false
    // Before the first group only a rule of use counts, and for everyone.
    const groups = isBeforeGroups && ofUse.has(field) ? [own, all] : current
    for (const group of groups) note(group, field, said)
  }
  const { rules, wishes, delaySeconds } = isNamed ? own : all
  return {
    isAllowed: (url) => isAllowed(pathOf(url), rules),
    wishesFor: (url) => wishesFor(pathOf(url), wishes),
    delayMs: 1_000 * Math.min(delaySeconds ?? 0, longestDelay),
  }
}

function note(group: Group, field: string, said: string): void {
  if (field !== 'crawl-delay') return noteRule(group, field, said)
  const seconds = Number(said)
  if (Number.isFinite(seconds) && seconds >= 0) group.delaySeconds ??= seconds
}

/** A rule without a pattern has no effect. A rule of use without a path is about every address. */
function noteRule(group: Group, field: string, said: string): void {
  if (said === '' || said.length > longestPattern) return
  const name = ofUse.get(field)
  const { path = '/', use = '' } = (name && /^(?<path>\/\S*)?\s*(?<use>.*)$/.exec(said)?.groups) || { path: said }
  const pattern = patternOf(path)
  if (!pattern || group.rules.length + group.wishes.length >= mostRules) return
  group.characters += said.length
  if (group.characters > mostCharacters) return
  if (name) group.wishes.push({ field: name, line: `${name}: ${use}`, ...pattern })
  else group.rules.push({ allow: field === 'allow', ...pattern })
}

/** A pattern of addresses; undefined if it has too many stars. */
function patternOf(said: string): Pattern | undefined {
  const parts = said.replace(/\$$/, '').split(/\*+/).map(percentEncoded)
  return parts.length > mostStars + 1 ? undefined : { parts, isWhole: said.endsWith('$'), length: said.length }
}

/** Of each field, the rules with the longest pattern that matches. */
function wishesFor(path: string, wishes: readonly Wish[]): string[] {
  const matching = wishes.filter((wish) => matches(path, wish))
  return matching
    .filter(({ field, length }) => matching.every((other) => other.field !== field || other.length <= length))
    .map(({ line }) => line)
}

/** The longest matching pattern decides; of two equally long, the one that allows. */
function isAllowed(path: string, rules: readonly Rule[]): boolean {
  let best: Rule | undefined
  for (const rule of rules) {
    const isStronger = !best || rule.length > best.length || (rule.length === best.length && rule.allow)
    if (isStronger && matches(path, rule)) best = rule
  }
  return best?.allow ?? true
}

/** Matches each part at its first place after the one before: if a later place would do, so does the first. */
function matches(path: string, { parts, isWhole }: Pattern): boolean {
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of rest.entries()) {
    if (isWhole && index === rest.length - 1) return path.length - part.length >= at && path.endsWith(part)
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return !isWhole || at === path.length
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return percentEncoded(pathname + search)
}

/** Writes equal characters the same way, percent-encoded or not. */
function percentEncoded(text: string): string {
  return text
    .replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character.toWellFormed()))
    .replace(/%[\da-f]{2}/gi, (code) => {
      const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
      return /[\w.~-]/.test(character) ? character : code.toUpperCase()
    })
}
