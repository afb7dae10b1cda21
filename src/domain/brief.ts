import { type Article, type Citation, isHeadlineOnly } from './article.ts'
import type { Claim, Response } from './claim.ts'
import type { Story, StoryId } from './story.ts'
import type { Policy } from './subscription.ts'

/** A writer's work, before any of it has been checked. */
export interface Draft {
  readonly headline: string
  readonly summary: readonly BriefSentence[]
  readonly claims: readonly Claim[]
  readonly differences: readonly Difference[]
  /** Sentences outside the summary; absent if the writer uses only the articles' words (`isWritten`). */
  readonly details?: readonly Detail[]
  /** The parts that a second reader doubts; they are withheld. */
  readonly doubted?: readonly DraftPart[]
  /** What its readers' channel holds back; absent for nothing. */
  readonly held?: Pick<Policy, 'holdsUnnamed' | 'quotationWords'>
  /** The parts that an editor put in their own words; they are checked like a model's sentences. */
  readonly edited?: readonly DraftPart[]
  /** The parts that an editor left out; they are withheld, and readers are not told. */
  readonly cut?: readonly DraftPart[]
  /**
   * The parts that an editor vouches for: their findings do not withhold them, unless a quotation in them is not in the
   * articles. In a brief, only those that had a finding.
   */
  readonly vouched?: readonly DraftPart[]
}

/** The topics of sentences outside the summary. */
export const detailTopics = ['unknown', 'silence', 'context', 'why', 'next'] as const
export type DetailTopic = (typeof detailTopics)[number]

/** A sentence outside the summary: what is unknown, who was silent, what came before, why it matters, what is next. */
export interface Detail extends BriefSentence {
  /** `said` for an outlet's sentence that replaces a claim that failed. */
  readonly topic: DetailTopic | 'said'
  /** The id of the claim it is about, if it follows that claim closely in the article; set by `verify`. */
  readonly behind?: string
  /** True if the article has it, the writer left it out and we added it. */
  readonly isAdded?: true
}

/** A sentence in our own voice, with the passages that support it. */
export interface BriefSentence {
  readonly text: string
  readonly citations: readonly Citation[]
}

/** A fact on which outlets differ, and which every summary therefore leaves out. At least two versions. */
export interface Difference {
  readonly versions: readonly Version[]
}

/** One outlet's version, in that outlet's words. */
export interface Version {
  readonly words: string
  readonly citation: Citation
}

/** One thing wrong with a draft. */
export interface Finding {
  readonly kind: FindingKind
  readonly part: DraftPart
  /** The words that are wrong. */
  readonly words: string
  /** The sentence that contains them, if they are only part of it. */
  readonly sentence?: string
  /** The passage that shows the fault; null if there is none. */
  readonly passage: Citation | null
}

/** A part of a draft: claims by id, everything else by position. */
export type DraftPart =
  | { readonly kind: 'headline' }
  | { readonly kind: 'sentence'; readonly index: number }
  | { readonly kind: 'claim'; readonly id: string }
  | { readonly kind: 'difference'; readonly index: number }
  | { readonly kind: 'detail'; readonly index: number }
  /** The writer's description of a speaker, shown with the name. */
  | { readonly kind: 'standing'; readonly id: string }
  /** A response or a silence that the articles have and the draft leaves out. */
  | { readonly kind: 'missing'; readonly index: number }

export type FindingKind = keyof typeof findingKinds

/** Each kind of finding: the fault, in words for readers, and the remedy, in words for writers. */
export const findingKinds = {
  'missing-passage': ['its passage was not found in the article', 'Cite a passage that the article has.'],
  'uncited-sentence': ['it cites nothing', 'Cite the passage that bears the sentence out, or leave it out.'],
  'quote-not-found': [
    'its quotation was not found in the article',
    'Quote the article letter for letter, or tell it without marks.',
  ],
  'quote-altered': [
    'its quotation has other words than the article',
    'Quote the article letter for letter, or tell it without marks.',
  ],
  'quote-elsewhere': ['its quotation belongs to another speaker', 'Give the quotation to the one who said it.'],
  'quote-stitched': ['its quotation joins words that stood apart', 'Mark the gap, or quote one place only.'],
  'words-not-found': ['its words were not found in the article', 'Use the words of the cited passage.'],
  'order-changed': [
    'its words stand in another order than in the article',
    'Keep who does what to whom as the passage has it.',
  ],
  'speaker-not-found': ['its speaker was not found in the passage', 'Name the speaker as the passage does.'],
  'wrong-speaker': ['the article gives it to another speaker', 'Name the one whom the article names.'],
  'speaker-unclear': [
    'it isn’t clear who said it',
    'Give the statement only where the article names its speaker in the same sentence.',
  ],
  'speaker-promoted': [
    'it makes more of its unnamed speaker than the article does',
    'Keep the article’s own words for who is speaking, and their number.',
  ],
  'act-upgraded': ['its verb says more than the article does', 'Use the verb of the article.'],
  'number-not-found': ['a number in it is not in the article', 'Use the numbers of the cited passage.'],
  'name-not-found': ['a name in it is not in the article', 'Use the names of the cited passage.'],
  'date-not-found': ['a date in it is not in the passage', 'Use the dates of the cited passage.'],
  'status-changed': [
    'it says more of a case than the passage does',
    'Keep apart what is suspected, charged and proven, as the passage does.',
  ],
  'negation-changed': ['it drops or adds a “not”', 'Keep the negations of the cited passage.'],
  'hedge-dropped': ['it drops a “may” or “alleged”', 'Keep the hedges of the cited passage.'],
  'limiter-dropped': [
    'it drops a word that limits it, like “only” or “nearly”',
    'Keep each “only”, “nearly”, “hardly”, “at least” of the passage with what it stands before.',
  ],
  'qualifier-dropped': [
    'it cuts off what the speaker said to qualify it',
    'Keep the condition, the doubt or the “but …” that belongs to the statement, or leave the statement out.',
  ],
  'disputed-figure': [
    'it gives one of several numbers on which the articles differ',
    'Say whose number it is, or leave it out.',
  ],
  'cause-added': [
    'it says what came of what, which the article does not',
    'Give no cause that the passage does not give.',
  ],
  'second-reader': ['a second check found no support for it', 'Stay closer to the cited passage.'],
  'two-stories': ['it joins what belongs to two stories', 'Write one sentence for each passage.'],
  'response-missing': [
    'it leaves out what the accused party answered',
    'Give the denial, the rejection or the refusal to comment that the article has.',
  ],
  'charge-missing': ['what it answers is left out', 'Tell the charge that it answers as well, or leave it out.'],
  'language-not-checked': [
    'its language is not one in which we can tell who said what',
    'Leave out what is from this article.',
  ],
  'claim-as-fact': ['it tells as fact what somebody only said', 'Move it to the claims, with its speaker.'],
  'display-limit': ['its publisher lets less of the page be shown', 'Leave it out.'],
  'one-unnamed': ['it rests on one person who is not named', 'Leave it out, or name another source for it.'],
  'quotation-long': ['its quotation is longer than this channel’s policy allows', 'Quote fewer words.'],
  cut: ['an editor left it out', 'Leave it out.'],
  'not-news': [
    'it speaks to the reader, or leads elsewhere',
    'Tell what happened: no addresses, no instructions, nobody spoken to.',
  ],
  'loaded-wording': ['it judges', 'Say it in neutral words.'],
} as const satisfies Record<string, readonly [stated: string, remedy: string]>

/** A claim or sentence that failed verification, as reported to readers. */
export interface Withheld {
  readonly part: DraftPart['kind']
  readonly finding: FindingKind
}

/** Enough to write the same brief again, or to find every brief that a bad prompt wrote. */
export type Byline =
  | { readonly writer: 'rules'; readonly version: number }
  | { readonly writer: 'llm'; readonly model: string; readonly prompt: string }

/**
 * A short version of a story, verified and signed by its writer.
 *
 * Only `verify` makes one. The private member, which exists only for the compiler, ensures this: neither a draft nor a
 * brief spread into a new object counts as a brief.
 */
export interface Brief extends Draft {
  readonly story: StoryId
  /** Newest first. */
  readonly articles: readonly ArticleReference[]
  /** Which claims answer which; worked out afresh on every verification. */
  readonly responses: readonly Response[]
  /** The names of those accused with no response on record. */
  readonly unanswered: readonly string[]
  readonly withheld: readonly Withheld[]
  readonly byline: Byline
  /** The texts of the passages that support its sentences, by `passageKey`; absent if it uses the articles' words. */
  readonly passages?: ReadonlyMap<string, string>
}

export declare abstract class Brief {
  private readonly verified: true
}

/** The parts of an article that a brief needs, without the text. */
export type ArticleReference = Pick<
  Article,
  | 'id'
  | 'outlet'
  | 'publisher'
  | 'headline'
  | 'url'
  | 'published'
  | 'language'
  | 'closedToModels'
  | 'shown'
  | 'fromFeed'
>

/** A passage as a map key. */
export function passageKey({ article, span }: Citation): string {
  return `${article} ${span.start} ${span.end}`
}

/** Returns true if a brief contains nothing to read, though there is more than headlines. */
export function isEmpty({ summary, claims, details = [], articles }: Brief): boolean {
  return (
    summary.length + claims.length + details.length === 0 &&
    !articles.every((each) => isHeadlineOnly(each) || each.fromFeed !== undefined)
  )
}

/** Returns true if two findings are about the same part of a draft. */
export function samePart(one: DraftPart, other: DraftPart): boolean {
  // Not by their text: a database may return an object's fields in another order.
  return placeOfPart(one) === placeOfPart(other)
}

function placeOfPart(part: DraftPart): string {
  return `${part.kind} ${'id' in part ? part.id : 'index' in part ? part.index : ''}`
}

/** The result of verifying a draft. */
export interface Verified {
  readonly findings: readonly Finding[]
  /** The draft without the parts that have findings; these are counted in `withheld`. */
  readonly brief: Brief
}

/** A story with its draft, and the brief that verification makes of it. */
export interface BriefedStory {
  readonly story: Story
  readonly draft: Draft
  readonly brief: Brief
}
