import type { Terms } from '../../domain/article.ts'
import type { Byline } from '../../domain/brief.ts'
import type { EditionState } from '../../domain/digest.ts'
import type { Decision, Judgement, ProofStory, RecordEntry } from '../../domain/edition/proof.ts'
import type { Statement } from '../../domain/edition/statement.ts'
import type { Approval, Filter, Pause, Schedule, Shape } from '../../domain/subscription.ts'
import type { ClaimLine, Document, StoryBlock } from '../document.ts'

/** The data that commands return to programs and forms. */

export interface AddedFeed {
  /** The feed's address; null if it was already followed. */
  readonly added: string | null
  readonly outlet?: string
}

export interface ListedFeed {
  readonly url: string
  readonly outlet: string
  readonly failures: number
  readonly problem: string | null
  readonly note: string | null
  /** Pages that it announced in the last days and that could not be read. */
  readonly unreadPages: number
  /** What its publisher, or whoever runs Onrecord, lets machines do with its newest article; absent if nothing is limited. */
  readonly terms?: Terms
  /** The same in a sentence: what is said, by whom, and what follows; absent if nothing limits it. */
  readonly wishes?: string
  readonly firstReadAt: string | null
  readonly intervalMinutes: number
}

export interface TestedFeed {
  readonly url: string
  readonly outlet: string
  readonly entries: number
  /** When the feed's newest entry was published, ISO 8601; null if no entry has a date. */
  readonly newest: string | null
}

/** A digest's settings. */
export interface ListedDigest {
  readonly name: string
  readonly channel: { readonly platform: string; readonly id: string }
  readonly schedule: Schedule
  readonly nextRunAt: string | null
  readonly pause: Pause | null
  readonly problem: string | null
  readonly stories: number
  readonly shape: Shape
  readonly filter: Filter
  /** Who approves its editions; null if nobody need. */
  readonly approval: Approval | null
  /** Empty for all of the workspace's feeds. */
  readonly feeds: readonly { readonly url: string; readonly outlet: string }[]
}

export interface DigestStatus {
  readonly digest: string
  readonly next: string | null
  readonly last: object | null
  readonly problem: string | null
  /** How many of the digest's feeds cannot be read. */
  readonly failing: number
}

export interface ListedEdition {
  readonly id: string
  readonly slot: string
  readonly state: string
  readonly reason?: string | null
  readonly workspace?: string
  readonly digest?: string
}

export interface ExplainedEdition {
  readonly edition: string
  readonly state: string
  readonly reason: string | null
  readonly stories: readonly { readonly story: string; readonly headline: string; readonly reason: string }[]
}

export interface ExplainedDigests {
  readonly digests: readonly {
    readonly workspace: string
    readonly digest: string
    /** True if nobody needs to act. */
    readonly inOrder: boolean
    readonly text: string
  }[]
  /** The feeds that cannot be read. */
  readonly feeds: readonly { readonly url: string; readonly problem: string }[]
}

/** An article written up, with everything that is known about it. */
export interface Summary {
  readonly byline: Byline
  readonly articles?: undefined
  /** The model's requests and answers, if they were asked for. */
  readonly exchanges?: readonly object[]
  readonly [more: string]: unknown
}

/** Several articles written up; the error for each one that could not be read. */
export interface Summaries {
  readonly articles: readonly (Summary | { readonly byline?: undefined; readonly error: string })[]
  readonly exchanges?: readonly object[]
}

/** Some of the statements that were posted, and where the next begin; null at the end. */
export interface ClaimsPage {
  readonly statements: readonly Statement[]
  readonly next: string | null
}

/** A claim and the passage that it is from. */
export interface ShownEvidence {
  readonly claim: string
  readonly outlet: string
  readonly url: string | null
  readonly passage: string
}

/** A speaker's name; and a topic, an outlet, or first and last day (or month or year: "2026-03"), if given. */
export interface AskedClaims {
  readonly speaker: string
  readonly about?: string
  readonly outlet?: string
  readonly since?: string
  readonly until?: string
}

export interface SpeakersClaims {
  readonly speaker: string
  /** What was posted, newest first. */
  readonly statements: readonly Statement[]
  /** Stories with statements that no digest here has posted. */
  readonly stories: readonly (Pick<StoryBlock, 'id' | 'headline'> & { readonly claims: readonly ClaimLine[] })[]
}

/** A reader's report that nobody has settled. */
export interface ListedReport {
  readonly report: string
  readonly story: string
  readonly headline: string
  /** The claim that it is about, as it would be printed; null for the whole story. */
  readonly claim: string | null
  /** What is wrong, as readers choose it. */
  readonly wrong: string
  readonly words: string
  /** ISO 8601. */
  readonly at: string
}

/** A draft of an edition that waits for approval. */
export interface ListedDraft {
  readonly edition: string
  readonly digest: string
  /** When it is due, ISO 8601. */
  readonly due: string
  readonly version: number
  readonly decision: Decision['kind'] | null
  readonly otherwise: Approval['otherwise']
  readonly stories: readonly {
    readonly story: string
    readonly number: number
    readonly headline: string
    readonly verdict: Judgement
    readonly version: number
    /** The number of things that an editor should look at. */
    readonly doubts: number
  }[]
}

/** A story of a draft, with what is withheld and what is weak. */
export interface ShownDraftStory {
  readonly story: string
  readonly verdict: Judgement
  readonly version: number
  readonly headline: string
  readonly summary: readonly string[]
  readonly withheld: readonly NamedPart[]
  /** What editors left out. */
  readonly cut: readonly NamedPart[]
  readonly weak: readonly NamedPart[]
  /** The claims and summary sentences that go out. */
  readonly parts: readonly Omit<NamedPart, 'reason'>[]
}

/** The longest headline and summary that an editor may write, in characters. */
export const longestEdit = { headline: 300, summary: 3_000 } as const

/** A story of a draft, and how it is shown to people. */
export interface ShownWithDocument {
  readonly shown: ShownDraftStory
  readonly document: Document
}

/** A part of a story by the name that `partName` gives it, with its words as they would be printed. */
interface NamedPart {
  readonly part: string
  readonly words: string
  readonly reason: string
}

/** A story of a draft, by id or number; the version is the one that the asker saw, or null for whatever it is now. */
export interface OfDraftStory {
  readonly edition: string | null
  readonly story: string
  readonly version: number | null
}

/** A story after an editor changed it. */
export interface ChangedDraft {
  readonly edition: string
  readonly story: string
  readonly version: number
  readonly verdict: Judgement
}

/** Everything on record about an edition that had editors. */
export interface EditionRecord {
  readonly edition: string
  readonly digest: string
  readonly slot: string
  readonly state: EditionState
  readonly reason: string | null
  readonly approval: Approval
  readonly entries: readonly RecordEntry[]
  readonly stories: readonly ProofStory[]
  /** What went out; null if nothing did. */
  readonly document: Document | null
}

/** The name of a digest that was deleted; null if the person was asked first. */
export interface DeletedDigest {
  readonly deleted: string | null
}

/** A story to be posted in another channel of its platform, by the channel's id there. */
export interface StoryShare {
  readonly story: string
  readonly channel: string
}
