import { coverSpans, type Span, spansOverlap } from '../../domain/article.ts'
import type { FindingKind } from '../../domain/brief.ts'
import type { Attribution } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import { words } from '../../text/tokens.ts'
import { plain, standsIn } from '../../text/verbatim.ts'
import { findPassage, placesOf } from '../../text/word-index.ts'
import { attributionsOf, type Evidence, namesOf, paragraphsAround } from '../evidence.ts'
import { countInOrder } from '../wording.ts'
import { isPutTogether, lostByTruncation, withoutSpans } from './truncation.ts'

/** The most characters between words and the verb that attributes them. */
const farthestCue = 200
/** A quotation with at least this share of a real one's words was altered; with fewer, it was made up. */
const leastReal = 0.6

/** Words that a draft attributes to a speaker. */
export interface AttributedWords {
  /** The speaker as the draft gives it: a full name, a description or a pronoun. */
  readonly speaker: string
  readonly content: string
  /** The article's verb of saying, or other reporting words; empty if the draft has none. */
  readonly cue: string
  /** The quoted parts. */
  readonly quotes: readonly string[]
  /** The passage that the draft gives, if any: two people may say the same words. */
  readonly passage?: Span
}

export interface WordsVerdict {
  readonly faults: readonly FindingKind[]
  /** The words' place in the text; undefined if they are not there. */
  readonly passage: Span | undefined
  /** True if the words are picked from several sentences that no attribution shows to be said together. */
  readonly putTogether: boolean
  /** The attributions that the words belong to. */
  readonly attributions: readonly Attribution[]
}

/** Checks that a text has the attributed words, with the same quotations and from the same speaker. */
export function verifyWords(given: AttributedWords, evidence: Evidence): WordsVerdict {
  const spans = findPassage(evidence.index, given.content, { beside: given.cue, within: given.passage })
  const quoteFaults = given.quotes.flatMap((quote) => verifyQuote(quote, evidence, spans))
  if (!spans)
    return { faults: [...quoteFaults, 'words-not-found'], passage: undefined, putTogether: false, attributions: [] }
  const attributions = attributionsOf(evidence, spans)
  // Prefers this speaker's attributions to nested ones: leaving out “had been told by somebody that …” counts.
  const theirs = attributions.filter((attribution) => speaks(given.speaker, evidence, attribution))
  const speakerFault = verifySpeaker(given, { evidence, spans, attributions })
  const faults = [
    ...quoteFaults,
    ...(speakerFault ? [speakerFault] : []),
    ...lostByTruncation(spans, evidence, theirs.length > 0 ? theirs : attributions),
    ...verifyCue(given, evidence, { spans, attributions }),
  ]
  const putTogether = isPutTogether(spans, evidence, attributions)
  return { faults, passage: coverSpans(spans), putTogether, attributions }
}

/** Checks that a quotation is in quotation marks, letter for letter, in the given passage. */
function verifyQuote(quote: string, evidence: Evidence, passage: readonly Span[] | undefined): FindingKind[] {
  const quotations = evidence.parts.flatMap((part) => part.quotations.map(({ inner }) => inner))
  const holding = quotations.filter(({ start, end }) => standsIn(evidence.text.slice(start, end), quote))
  if (holding.length > 0) {
    const here = passage === undefined || holding.some((inner) => passage.some((span) => spansOverlap(span, inner)))
    return here ? [] : ['quote-elsewhere']
  }
  const texts = quotations.map(({ start, end }) => evidence.text.slice(start, end))
  if (isStitched(quote, texts)) return ['quote-stitched']
  return [texts.some((text) => isAltered(quote, text)) ? 'quote-altered' : 'quote-not-found']
}

/** Checks that the verb is the article's own, and that the article reports the words as said. */
function verifyCue(
  { cue, speaker }: AttributedWords,
  evidence: Evidence,
  { spans, attributions }: { readonly spans: readonly Span[]; readonly attributions: readonly Attribution[] },
): FindingKind[] {
  if (cue === '' || attributions.length === 0) return []
  const { text: rules, words: of, patterns } = evidence.grammar
  const shown = words(`${cue} ${speaker}`, rules)
  const denies = shown.some(({ lower }) => of.isDenial(lower))
  const supposes = shown.some(({ lower }) => patterns.truncation.supposing.test(lower))
  if (!denies && !supposes && attributions.every(({ negated }) => negated)) return ['negation-changed']
  if (!denies && attributions.every((each) => isDeniedByVerb(each, evidence))) return ['act-upgraded']
  const around = paragraphsAround(evidence, spans, 1)
  const behind = around && paragraphsAround(evidence, [{ start: around.end, end: around.end + 3 }])
  const end = Math.max(around?.end ?? 0, behind?.end ?? 0)
  return around && standsIn(evidence.text.slice(around.start, end), cue) ? [] : ['act-upgraded']
}

/** Returns true if the verb reverses the words: “denied that the gate had failed”, unlike “said no gate had failed”. */
function isDeniedByVerb({ act, cue }: Attribution, { text, grammar }: Evidence): boolean {
  const verbs = cue.flatMap(({ start, end }) => words(text.slice(start, end), grammar.text))
  return act === 'denies' && verbs.length > 0 && !verbs.some(({ lower }) => grammar.speech.actOf(lower) === 'says')
}

/** Returns true if most of a quotation is in another one, in the same order. */
function isAltered(quote: string, other: string): boolean {
  const [own, known] = [quote, other].map((text) => words(text).map(({ lower }) => lower))
  return (
    own !== undefined && known !== undefined && own.length > 2 && countInOrder(own, known) >= leastReal * own.length
  )
}

/** Returns true if the beginning and the end of a quotation are both found in real quotations. */
function isStitched(quote: string, quotations: readonly string[]): boolean {
  const list = words(quote)
  if (list.length < 6) return false
  const [start, end] = [list.slice(0, 3), list.slice(-3)].map((part) =>
    plain(quote.slice(part[0]?.start, part.at(-1)?.end)),
  )
  return quotations.some((text) => standsIn(text, start ?? '')) && quotations.some((text) => standsIn(text, end ?? ''))
}

interface Passage {
  readonly evidence: Evidence
  readonly spans: readonly Span[]
  readonly attributions: readonly Attribution[]
}

function verifySpeaker({ speaker, cue }: AttributedWords, passage: Passage): FindingKind | undefined {
  const { evidence, spans, attributions } = passage
  const stated = attributions.filter((attribution) => namesOf(evidence, attribution).length > 0)
  if (stated.some((attribution) => speaks(speaker, evidence, attribution))) return undefined
  const subject = subjectNear(cue, passage)
  const { names } = evidence.grammar
  if (subject && names.sameSpeaker(speaker, subject)) return undefined
  if (subject && isNamed(subject, evidence.grammar) && isNamed(speaker, evidence.grammar)) return 'wrong-speaker'
  if (stated.some((attribution) => isPromoted(speaker, evidence, attribution))) return 'speaker-promoted'
  if (stated.length > 0) return 'wrong-speaker'
  const around = paragraphsAround(evidence, spans, 1)
  if (!around) return 'speaker-not-found'
  const outside = withoutSpans(evidence.text, around, spans)
  return mentions(outside, speaker, evidence.grammar) ? undefined : 'speaker-not-found'
}

/** The subject of the nearest matching cue, in the article's words. */
function subjectNear(cue: string, { evidence, spans, attributions }: Passage): string | undefined {
  // If the words have a known speaker, only a nearby cue that belongs to no other words can contradict it.
  const known = attributions.some((attribution) => namesOf(evidence, attribution).length > 0)
  const others = known
    ? evidence.attributions.filter((each) => !attributions.includes(each)).flatMap((each) => each.cue)
    : []
  const reach = known ? farthestCue : Number.POSITIVE_INFINITY
  const cover = coverSpans(spans)
  const places = placesOf(evidence.index, cue)
    .map((position) => ({
      start: evidence.index.words[position]?.start ?? 0,
      end: evidence.index.words[position + words(cue, evidence.grammar.text).length - 1]?.end ?? 0,
    }))
    .filter((place) => !spans.some((span) => spansOverlap(span, place)) && distance(place, cover) <= reach)
    .filter((place) => !known || !/[.!?]["”’']?\s/.test(between(evidence.text, place, cover)))
    .filter((place) => !others.some((cueSpan) => spansOverlap(cueSpan, place)))
    .toSorted((one, other) => distance(one, cover) - distance(other, cover))
  const [nearest] = places
  const subject = nearest && actorAt(nearest, evidence)
  return subject && evidence.text.slice(subject.start, subject.end)
}

/** The mention of the subject whose action is in a span. */
function actorAt(span: Span, { parts, grammar }: Evidence): Span | undefined {
  const sentence = parts
    .find((part) => part.span.start <= span.start && span.end <= part.span.end)
    ?.sentences.find((each) => each.span.start <= span.start && span.start < each.span.end)
  if (!sentence) return undefined
  const { tokens } = sentence
  const from = tokens.findIndex(({ end }) => end > span.start)
  const to = tokens.findIndex(({ end }) => end >= span.end) + 1
  const actor = from < 0 || to <= from ? undefined : grammar.clauses.readSentence(tokens).actorOf({ from, to })
  const [first, last] = [tokens[actor?.from ?? -1], tokens[(actor?.to ?? 0) - 1]]
  return first && last && { start: first.start, end: last.end }
}

function between(text: string, one: Span, other: Span): string {
  return one.end <= other.start ? text.slice(one.end, other.start) : text.slice(other.end, one.start)
}

function distance(one: Span, other: Span): number {
  return Math.max(0, one.start - other.end, other.start - one.end)
}

/** Returns true if the speaker only resembles an unnamed one: "officials" for “two officials”. */
function isPromoted(speaker: string, evidence: Evidence, { source, speaker: stated }: Attribution): boolean {
  if (stated?.kind !== 'unnamed') return false
  const mentioned = source.map(({ start, end }) => evidence.text.slice(start, end)).join(' ')
  const { text: rules, words: of, names } = evidence.grammar
  const own = new Set(words(speaker, rules).map(({ lower }) => of.stem(lower)))
  return words(mentioned, rules).some(
    ({ lower }) => lower.length > 3 && !names.isIdle(lower) && own.has(of.stem(lower)),
  )
}

function isNamed(mention: string, { names, text: rules }: Grammar): boolean {
  return (
    !names.isPronoun(mention) &&
    words(mention, rules).some(({ text }, at) =>
      at > 0 ? /^\p{Lu}/u.test(text) : /^\p{Lu}/u.test(text) && !names.isIdle(text.toLowerCase()),
    )
  )
}

function speaks(speaker: string, evidence: Evidence, attribution: Attribution): boolean {
  return namesOf(evidence, attribution).some((name) => evidence.grammar.names.sameSpeaker(speaker, name))
}

/** Returns true if a text names the speaker: the last word of a name, or all longer words of a description. */
function mentions(text: string, speaker: string, { names: of, text: rules }: Grammar): boolean {
  if (of.isPronoun(speaker)) return standsIn(text.toLowerCase(), speaker.toLowerCase())
  const list = words(speaker, rules).map(({ text: word }) => word.replace(/['’]s?$/, ''))
  const names = list.filter((word) => /^\p{Lu}/u.test(word))
  const sought = names.length > 0 ? names.slice(-1) : list.filter((word) => word.length > 3)
  return sought.length > 0 && sought.every((word) => standsIn(text.toLowerCase(), word.toLowerCase()))
}
