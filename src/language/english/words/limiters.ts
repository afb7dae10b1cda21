import { list } from '../../lists/list.ts'
import { words } from '../text.ts'

/** Words that limit what follows them: without “hardly”, “hardly anyone had slept” says the opposite. */
const limiterWords =
  list(`only just nearly almost barely hardly scarcely rarely seldom merely solely purely mostly largely partly mainly chiefly primarily
   roughly approximately some probably possibly perhaps maybe allegedly reportedly apparently supposedly
   purportedly ostensibly seemingly presumably initially originally virtually practically essentially effectively potentially
   generally usually typically normally sometimes often occasionally frequently few little most many several half former formerly
   first second until till unless if whether except currently temporarily provisionally conditionally theoretically technically likely
   unlikely alleged suspected supposed apparent possible probable potential presumed so-called would-be not never no none
   neither nobody nothing without least fewer less more`)
/** Words that limit a number and are prepositions elsewhere; they count only if nothing else was left out. */
const beforeNumbers = list('about around over under up to at than even all but')
/** Limiting phrases of several words, right before what they limit. */
const limiterPhrases =
  /\b(?:at (?:least|most)|up to|as (?:many|few|much|little) as|more than|less than|fewer than|no (?:more|fewer|less) than|all but|close to|an? (?:estimated|average of)|in (?:part|theory|principle)|for (?:now|the time being)|so far|not (?:all|every|any|yet|only)|one of|some of|most of|half of|part of|parts of|(?:two|three|four|five|six|seven|eight|nine|ten) of)\s*$/i

/** Words that can only be limiters; one right before a statement belongs to it, even outside the reported words. */
const plainLimiters =
  list(`only nearly almost barely hardly scarcely rarely seldom merely mostly largely partly roughly approximately probably possibly
   perhaps allegedly reportedly apparently supposedly virtually initially`)

/** The most words in an omitted piece that counts as a limiter; a longer piece is a clause, judged by its meaning. */
const mostLeftOut = 3

/** Returns true if the words left out right before the words kept end in a limiter of them. */
export function endsInLimiter(leftOut: string): boolean {
  const found = words(leftOut)
  const last = found.at(-1)
  return last !== undefined && (limiterWords.has(last.lower) || limiterPhrases.test(leftOut.trimEnd()))
}

/** Returns true if a piece left out between kept words is a limiter and little else: “only two [of the] nine”. */
export function isLimiter(leftOut: string): boolean {
  const found = words(leftOut)
  if (found.length === 0 || found.length > mostLeftOut) return false
  return found.some(({ lower }) => limiterWords.has(lower)) || found.every(({ lower }) => beforeNumbers.has(lower))
}

/** Returns true if the word right before a statement limits it, wherever the statement is taken to begin. */
export function isLimitedBy(before: string): boolean {
  const near = before.slice(-40)
  const found = words(near)
  const last = found.at(-1)
  if (!last || !/^\s*$/.test(near.slice(last.end))) return false
  // “asked if he would”: here “if” introduces the question.
  if (last.lower === 'if') return !/^(?:ask|wonder|question)/.test(found.at(-2)?.lower ?? '')
  return plainLimiters.has(last.lower) || /^(?:just|not|until|unless|former)$/.test(last.lower)
}

/** Returns each limiter of a text with the word after it. Two texts agree on a word only if both limit it alike. */
export function limited(text: string): { readonly limiter: string; readonly word: string }[] {
  const found = words(text)
  return found.flatMap(({ lower }, at) => {
    const next = found[at + 1]
    return plainLimiters.has(lower) && next ? [{ limiter: lower, word: next.lower }] : []
  })
}
