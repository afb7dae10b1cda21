import type { Article, Citation } from './article.ts'
import type { Claim, Response } from './claim.ts'
import type { StoryId } from './story.ts'

/** What a writer hands in: nothing in it has been checked yet. */
export interface Draft {
  readonly headline: string
  readonly summary: readonly Sentence[]
  readonly claims: readonly Claim[]
  readonly differences: readonly Difference[]
  /** What a brief tells beside its summary; absent where a writer tells nothing of it. */
  readonly details?: readonly Detail[]
  /** Sentences that a second reader doubts; they are withheld. */
  readonly doubted?: readonly DraftPart[]
}

/** What a sentence beside the summary is about. */
export const detailTopics = ['unknown', 'silence', 'context', 'why', 'next'] as const
export type DetailTopic = (typeof detailTopics)[number]

/** A sentence beside the summary: what nobody knows, who said nothing, what came before and comes next. */
export interface Detail extends Sentence {
  /** `said` where it is an outlet's own sentence, in the place of a claim that failed. */
  readonly topic: DetailTopic | 'said'
  /** The id of the claim that it is about, where its article has it close behind that; found by `verify`. */
  readonly behind?: string
  /** Added by us, since the article has it and the writer left it out. */
  readonly isAdded?: true
}

/** A sentence in our own voice, with the passages that bear it out. */
export interface Sentence {
  readonly text: string
  readonly citations: readonly Citation[]
}

/** A fact that outlets tell differently, which is therefore in no summary. At least two versions. */
export interface Difference {
  readonly versions: readonly Version[]
}

/** One outlet's telling, in its own words. */
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
  /** The sentence that has them, where they are not all of it. */
  readonly sentence?: string
  /** The passage that shows it, where there is one. */
  readonly passage: Citation | null
}

/** Where in a draft something stands; claims by id, everything else by position. */
export type DraftPart =
  | { readonly kind: 'headline' }
  | { readonly kind: 'sentence'; readonly index: number }
  | { readonly kind: 'claim'; readonly id: string }
  | { readonly kind: 'difference'; readonly index: number }
  | { readonly kind: 'detail'; readonly index: number }
  /** Who a speaker is, as the writer puts it beside the name. */
  | { readonly kind: 'standing'; readonly id: string }
  /** An answer or a silence that the articles have and the draft has not. */
  | { readonly kind: 'missing'; readonly index: number }

export type FindingKind = keyof typeof findingKinds

/** Each kind of finding: what is wrong as readers are told, and its remedy as writers are told. */
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
  'not-news': [
    'it speaks to the reader, or leads elsewhere',
    'Tell what happened: no addresses, no instructions, nobody spoken to.',
  ],
  'loaded-wording': ['it judges', 'Say it in neutral words.'],
} as const satisfies Record<string, readonly [told: string, remedy: string]>

/** A claim or sentence that failed verification, as readers are told of it. */
export interface Withheld {
  readonly part: DraftPart['kind']
  readonly finding: FindingKind
}

/** Enough to write the same brief again, or to find every brief that a bad prompt wrote. */
export type Byline =
  | { readonly writer: 'rules'; readonly version: number }
  | { readonly writer: 'llm'; readonly model: string; readonly prompt: string }

/**
 * A story in short, verified and signed by whoever wrote it.
 *
 * Only `verify` makes one. The private member, which exists for the compiler alone, keeps it so: neither a draft
 * nor a brief spread into a new object is a brief any more.
 */
export interface Brief extends Draft {
  readonly story: StoryId
  /** Newest first, the first of them being the one that the headline is from. */
  readonly articles: readonly ArticleReference[]
  /** Which claims answer which; found anew each time, like all that is told of claims. */
  readonly responses: readonly Response[]
  /** Who is accused without a response on record, as named. */
  readonly unanswered: readonly string[]
  readonly withheld: readonly Withheld[]
  readonly byline: Byline
  /** The texts of the passages that its sentences rest on, by `passageKey`; absent where claims are in the articles' words. */
  readonly passages?: ReadonlyMap<string, string>
}

export declare abstract class Brief {
  private readonly verified: true
}

/** What a brief needs to know of an article without its text. */
export type ArticleReference = Pick<
  Article,
  'id' | 'outlet' | 'publisher' | 'headline' | 'url' | 'published' | 'language'
>

/** A passage as a key. */
export function passageKey({ article, span }: Citation): string {
  return `${article} ${span.start} ${span.end}`
}

/** Whether there is nothing in it to read. */
export function isEmpty(brief: Brief): boolean {
  return brief.summary.length === 0 && brief.claims.length === 0 && (brief.details ?? []).length === 0
}

/** Whether two findings are about the same part of a draft. */
export function samePart(one: DraftPart, other: DraftPart): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The byline in words: "written by rules, version 2". */
export function bylineLabel(byline: Byline): string {
  switch (byline.writer) {
    case 'rules':
      return `written by rules, version ${byline.version}`
    case 'llm':
      return `written by ${byline.model} with prompt ${byline.prompt}`
  }
}
