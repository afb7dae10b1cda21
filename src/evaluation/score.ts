import type { Span } from '../domain/article.ts'
import { type Attribution, speakerLabel } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import { readParagraphs } from '../text/paragraphs.ts'
import type { TextRules } from '../text/rules.ts'
import type { GoldAttribution, GoldText } from './gold.ts'
import { type MatchedWords, pairUp, readWords } from './matching.ts'
import { type Judges, type Mistake, mistakeIn, spuriousMistake } from './mistakes.ts'

/** Two contents match if they share at least this fraction of their words. */
const leastLikeness = 0.5
/** Quotations with fewer words are not counted as direct. */
const fewestQuotedWords = 4

/** A number out of a total. */
export interface Share {
  readonly right: number
  readonly of: number
}

export interface Scores {
  readonly texts: number
  /** Attributions with the right content and source, out of all found. */
  readonly precision: Share
  /** Attributions with the right content and source, out of all marked. */
  readonly recall: Share
  readonly source: Share
  /** Speakers resolved correctly, where the source is right and a speaker is marked. */
  readonly speaker: Share
  readonly act: Share
  /** Quotations found with most of their words and the right source. */
  readonly directQuotes: Share
  /** Contents found, by tag. */
  readonly recallBy: Readonly<Record<string, Share>>
  /** Words that look like speech and were rightly left alone. */
  readonly traps: Share
  readonly mistakes: readonly Mistake[]
}

/** The harmonic mean of precision and recall, 0 to 1. */
export function f1({ precision, recall }: Scores): number {
  const [p, r] = [ratio(precision), ratio(recall)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

export function ratio({ right, of }: Share): number {
  return of === 0 ? 0 : right / of
}

/** Scores what was found in one text against what people marked there. */
export function scoreText(gold: GoldText, found: readonly Attribution[], grammar: Grammar): Scores {
  const list = readWords(gold.text)
  const judges = judgesOf(list, grammar)
  const wanted = gold.attributions.map(({ content }) => list.within(content))
  const given = found.map(({ content }) => list.within(content))
  const pairs = pairUp(wanted, given, leastLikeness)
  const judged = gold.attributions.map((attribution, at) => {
    const position = pairs.get(at)
    return {
      gold: attribution,
      found: position === undefined ? undefined : found[position],
      likest: sharingCue(attribution, found) ?? found[likestTo(wanted[at], given)],
    }
  })
  const matched = judged.flatMap(({ gold: one, found: other }) => (other ? [{ one, other }] : []))
  const right = matched.filter(({ one, other }) => judges.sourceIsRight(one, other))
  const named = right.filter(({ one }) => one.speaker !== null)
  const used = new Set(pairs.values())
  return {
    texts: 1,
    precision: { right: right.length, of: found.length },
    recall: { right: right.length, of: gold.attributions.length },
    source: { right: right.length, of: matched.length },
    speaker: count(named, ({ one, other }) => judges.speakerIsRight(one, other)),
    act: count(
      matched.filter(({ one }) => one.act !== null),
      ({ one, other }) => one.act === other.act,
    ),
    directQuotes: scoreQuotes(gold, found, { ...judges, rules: grammar.text }),
    recallBy: recallBy(judged),
    traps: count(gold.traps, (trap) => !found.some(({ cue, content }) => touches([...cue, ...content], trap))),
    mistakes: [
      ...judged.flatMap((pair) => mistakeIn(gold, pair, judges)),
      ...found
        .filter((_, at) => !used.has(at))
        .flatMap((each) => spuriousMistake(gold, each, (one) => pairs.has(gold.attributions.indexOf(one)))),
    ],
  }
}

export function addScores(all: readonly Scores[]): Scores {
  const sum = (pick: (scores: Scores) => Share): Share => addShares(all.map(pick))
  const keys = [...new Set(all.flatMap(({ recallBy: by }) => Object.keys(by)))].toSorted()
  return {
    texts: all.reduce((total, { texts }) => total + texts, 0),
    precision: sum(({ precision }) => precision),
    recall: sum(({ recall }) => recall),
    source: sum(({ source }) => source),
    speaker: sum(({ speaker }) => speaker),
    act: sum(({ act }) => act),
    directQuotes: sum(({ directQuotes }) => directQuotes),
    recallBy: Object.fromEntries(keys.map((key) => [key, sum(({ recallBy: by }) => by[key] ?? { right: 0, of: 0 })])),
    traps: sum(({ traps }) => traps),
    mistakes: all.flatMap(({ mistakes }) => mistakes),
  }
}

function addShares(shares: readonly Share[]): Share {
  return {
    right: shares.reduce((total, { right }) => total + right, 0),
    of: shares.reduce((total, { of }) => total + of, 0),
  }
}

function count<Each>(list: readonly Each[], isRight: (each: Each) => boolean): Share {
  return { right: list.filter(isRight).length, of: list.length }
}

function sharingCue({ cue }: GoldAttribution, found: readonly Attribution[]): Attribution | undefined {
  return found.find((each) => each.cue.some((span) => touches(cue, span)))
}

function likestTo(wanted: ReadonlySet<number> | undefined, given: readonly ReadonlySet<number>[]): number {
  const common = given.map((each) => wanted?.intersection(each).size ?? 0)
  const most = Math.max(0, ...common)
  return most === 0 ? -1 : common.indexOf(most)
}

/** Judges sources and speakers by the grammar of the text's language. */
function judgesOf(list: MatchedWords, { names }: Grammar): Judges {
  const speakerIsRight = ({ speaker }: GoldAttribution, found: Attribution) =>
    speaker !== null &&
    found.speaker !== null &&
    names.sameSpeaker(speaker, speakerLabel(found.speaker).split(',')[0] ?? '')
  return {
    list,
    speakerIsRight,
    // The mentions share a meaningful word or a pronoun. If no source is marked, an empty one is right.
    sourceIsRight: (gold, found) => {
      if (gold.source.length === 0) return found.source.length === 0 || speakerIsRight(gold, found)
      const shared = list.within(gold.source).intersection(list.within(found.source))
      const common = [...shared].map((at) => list.list[at]?.lower ?? '')
      if (common.some((word) => !names.isIdle(word))) return true
      return common.some((word) => names.isPronoun(word)) || speakerIsRight(gold, found)
    },
  }
}

function scoreQuotes(
  { text, attributions }: GoldText,
  found: readonly Attribution[],
  { list, sourceIsRight, rules }: Judges & { readonly rules: TextRules },
): Share {
  const quotations = readParagraphs(text, rules).flatMap((paragraph) => paragraph.quotations.map(({ inner }) => inner))
  const direct = attributions.flatMap((attribution) =>
    quotations
      .filter((quotation) => touches(attribution.content, quotation))
      .map((quotation) => ({
        attribution,
        quoted: list.within([quotation]).intersection(list.within(attribution.content)),
      }))
      .filter(({ quoted }) => quoted.size >= fewestQuotedWords),
  )
  return count(direct, ({ attribution, quoted }) =>
    found.some(
      (each) =>
        quoted.intersection(list.within(each.content)).size >= 0.8 * quoted.size && sourceIsRight(attribution, each),
    ),
  )
}

function recallBy(judged: readonly { readonly gold: GoldAttribution; readonly found: Attribution | undefined }[]) {
  const by: Record<string, Share> = {}
  for (const { gold, found } of judged) {
    for (const tag of gold.tags) by[tag] = addShares([by[tag] ?? { right: 0, of: 0 }, { right: found ? 1 : 0, of: 1 }])
  }
  return by
}

function touches(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start < end && start < span.end)
}
