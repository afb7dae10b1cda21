import {
  type Article,
  articleId,
  type Citation,
  lengthOf,
  type Span,
  sliceSpan,
  spansOverlap,
} from '../domain/article.ts'
import { type Act, type Attribution, type Claim, type Speaker, speakerName } from '../domain/claim.ts'
import type { Story } from '../domain/story.ts'
import { words } from '../text/tokens.ts'
import { findPassage } from '../text/word-index.ts'
import { claimOf } from './claims.ts'
import { attributionsOf, type Evidence, namesOf } from './evidence.ts'
import type { NumberedParagraph } from './prompt.ts'
import { sameSpeaker } from './speaker-match.ts'

/** Claims as a model gave them, found in the article: where the words stand, whose they are there, and with which marks. */

/** A claim in a model's answer. */
export interface AnsweredClaim {
  readonly speaker: string
  readonly act: Act
  /** The verb, as the article has it. */
  readonly cue: string
  readonly words: string
}

/** A claim of a paragraph that is not there: handed in as it is, so that verification counts it. */
export function unplaced(claim: AnsweredClaim, { articles: [first] }: Story): Omit<Claim, 'id'> {
  const citation = { article: first?.id ?? articleId(''), span: { start: 0, end: 0 } }
  return asGiven(claim, { speaker: speakerFrom(claim.speaker, undefined), citation })
}

/** A claim in the model's words, for verification to refuse. */
function asGiven(
  { act, cue, words: said }: AnsweredClaim,
  { speaker, citation }: { readonly speaker: Speaker; readonly citation: Citation },
): Omit<Claim, 'id'> {
  return {
    speaker,
    act,
    form: 'indirect',
    cue,
    words: said,
    wording: 'own',
    quotes: quotesIn(said),
    venue: null,
    citation,
  }
}

interface Place {
  readonly paragraph: NumberedParagraph
  readonly evidence: Evidence
}

/** A claim in the article's own words where they are found; as the model gave it, for verification to refuse, where not. */
export function claimFrom(claim: AnsweredClaim, { paragraph, evidence }: Place): Omit<Claim, 'id'> {
  const { article } = paragraph
  const spans = findPassage(evidence.index, claim.words, { beside: claim.cue, within: paragraph })?.filter((span) =>
    spansOverlap(span, paragraph),
  )
  const known = spans && spans.length > 0 ? readingOf(claim, attributionsOf(evidence, spans), evidence) : undefined
  const speaker = speakerFrom(claim.speaker, known)
  const located = spans && spans.length > 0 ? locate(claim, { article, evidence, spans, known, speaker }) : undefined
  return (
    located ??
    asGiven(claim, {
      speaker,
      citation: { article: article.id, span: { start: paragraph.start, end: paragraph.end } },
    })
  )
}

/**
 * The reading by which these words are this speaker's, with this verb: the innermost of them. Where the article has the
 * words in another's mouth or under another verb, what the model wrote stands as it is, for verification to judge.
 */
function readingOf(
  { speaker, cue }: AnsweredClaim,
  readings: readonly Attribution[],
  evidence: Evidence,
): Attribution | undefined {
  const verbs = words(cue).map(({ lower }) => lower)
  const agreeing = readings.filter((reading) => {
    const own = words(reading.cue.map((span) => sliceSpan(evidence.text, span)).join(' ')).map(({ lower }) => lower)
    const sameVerb = verbs.length === 0 || own.some((word) => verbs.includes(word))
    return sameVerb && namesOf(evidence, reading).some((name) => sameSpeaker(speaker, name))
  })
  return agreeing.toSorted((one, other) => lengthOf(one.content) - lengthOf(other.content))[0]
}

interface Located {
  readonly article: Article
  readonly evidence: Evidence
  readonly spans: readonly Span[]
  readonly known: Attribution | undefined
  readonly speaker: Speaker
}

/** The found words with the marks that the article has around and in them, whatever the model made of those. */
function locate(claim: AnsweredClaim, { article, evidence, spans, known, speaker }: Located) {
  const all = evidence.parts.flatMap(({ quotations }) => quotations.map(({ inner }) => inner))
  const content = spans.map((span) => withStops(article.text, span, all))
  const quotes = all.filter((inner) => content.some((span) => spansOverlap(span, inner)))
  const attribution: Attribution = {
    source: known?.source ?? [],
    cue: known?.cue ?? [],
    content,
    quotes,
    venue: known?.venue ?? null,
    speaker,
    // What kind of saying it is, the article's verb says and not the model.
    act: known?.act ?? claim.act,
    negated: known?.negated ?? false,
    unsure: false,
    form: quotes.length > 0 ? 'mixed' : 'indirect',
    within: null,
  }
  const [made] = claimOf(article, attribution)
  return made && { ...made, cue: known ? made.cue : claim.cue }
}

/** Words that reach to a quotation's end take its last stop along, and so its closing mark. */
function withStops(text: string, { start, end }: Span, quotations: readonly Span[]): Span {
  const inner = quotations.find((quotation) => quotation.start < end && end < quotation.end)
  const rest = inner ? text.slice(end, inner.end) : 'x'
  return { start, end: inner && !/[\p{L}\p{N}]/u.test(rest) ? inner.end : end }
}

/** Whom we read there ourselves, if it is the same one in full; otherwise whom the model names, unnamed people in their own words. */
function speakerFrom(named: string, known: Attribution | undefined): Speaker {
  const name = named.replace(/\s+/g, ' ').trim()
  if (known?.speaker && known.speaker.kind !== 'unnamed' && sameSpeaker(name, speakerName(known.speaker)))
    return known.speaker
  return /^(?:an?|the|one|two|three|some|several) /i.test(name) || /^\p{Ll}/u.test(name)
    ? { kind: 'unnamed', description: name }
    : { kind: 'person', name, role: null }
}

function quotesIn(text: string): string[] {
  return [...text.matchAll(/[“"«]([^”"»]+)[”"»]/g)].map(([, quote = '']) => quote)
}
