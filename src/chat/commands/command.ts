import type { Filter, Shape } from '../../domain/subscription.ts'
import type { Document } from '../document.ts'
import type {
  AddedFeed,
  DigestStatus,
  ExplainedDigests,
  ExplainedEdition,
  ListedDigest,
  ListedEdition,
  ListedFeed,
  SpeakersClaims,
  Summaries,
  Summary,
  TestedFeed,
} from './command-data.ts'

/**
 * All that a person can ask for, however they ask: on a command line, with a slash command, in a form. Of each kind what it
 * is given, and what comes back of it for programs; the same for people is a document. Where `digest` is null, the one of
 * the channel is meant, or the only one.
 */
export interface Commands {
  'add-feed': { readonly given: { readonly url: string }; readonly data: AddedFeed }
  'remove-feed': { readonly given: { readonly url: string }; readonly data: { readonly removed: string } }
  'list-feeds': { readonly given: NothingElse; readonly data: readonly ListedFeed[] }
  /** Says what a feed has, without following it. */
  'test-feed': { readonly given: { readonly url: string }; readonly data: TestedFeed }
  'import-feeds': {
    readonly given: { readonly opml: string }
    readonly data: { readonly added: number; readonly known: number }
  }
  'export-feeds': { readonly given: NothingElse; readonly data: { readonly opml: string } }
  /** To begin with: topics of `starters`, and addresses or a list in OPML as somebody pasted them. */
  'start-feeds': {
    readonly given: { readonly topics: readonly string[]; readonly list: string }
    readonly data: { readonly added: number; readonly answers: readonly unknown[] }
  }

  /** Does everything that is due and makes a digest of what is new; its stories count as posted. */
  'digest-now': {
    readonly given: OfDigest
    readonly data: { readonly edition: string | null; readonly document?: Document }
  }
  /** The same, but nothing counts as posted; all of it, where the rest is wanted. */
  'preview-digest': {
    readonly given: OfDigest & { readonly rest?: boolean }
    readonly data: { readonly document: Document }
  }
  'schedule-digest': {
    readonly given: { readonly order: Order }
    readonly data: { readonly digest: string; readonly next: string | null }
  }
  /** What a digest takes of its feeds, in words as `readFilter` reads them. */
  'filter-digest': {
    readonly given: OfDigest & { readonly filter: string }
    readonly data: { readonly digest: string; readonly filter: Filter }
  }
  /** Until a day as `dayMeant` reads it; until it is resumed where that is null. */
  'pause-digest': {
    readonly given: OfDigest & { readonly until: string | null }
    readonly data: { readonly paused: string; readonly next: string | null }
  }
  'resume-digest': {
    readonly given: OfDigest
    readonly data: { readonly resumed: string; readonly next: string | null }
  }
  'delete-digest': { readonly given: OfDigest; readonly data: { readonly deleted: string } }
  /** Lets somebody else change a digest, or no longer; a person as the platform names people. */
  'name-manager': {
    readonly given: OfDigest & { readonly person: string; readonly may: boolean }
    readonly data: { readonly digest: string; readonly managers: readonly string[] }
  }
  'list-digests': { readonly given: NothingElse; readonly data: readonly ListedDigest[] }
  'digest-status': { readonly given: OfDigest; readonly data: DigestStatus }

  'list-editions': { readonly given: NothingElse; readonly data: readonly ListedEdition[] }
  /** Why each story is in an edition or is not. */
  'explain-edition': { readonly given: { readonly edition: string }; readonly data: ExplainedEdition }
  /** When the last edition of each digest came, or why it did not. */
  'explain-digests': { readonly given: NothingElse; readonly data: ExplainedDigests }

  /** One article, written up; all of its claims, or the most important. */
  summarize: {
    readonly given: { readonly material: GivenMaterial; readonly all: boolean; readonly keepExchange?: boolean }
    readonly data: Summary | Summaries
  }
  /** One story with all of its claims. */
  'show-story': {
    readonly given: { readonly story: string }
    readonly data: { readonly story: string; readonly claims: readonly object[] }
  }
  /** Why each article is in a story, and what its outlet has changed in it. */
  'explain-story': { readonly given: { readonly story: string }; readonly data: object }
  /** An answer that was given before, shown to everybody. */
  'show-answer': { readonly given: { readonly answer: string }; readonly data: { readonly document: Document } }
  /** What somebody was reported to have said. */
  'show-claims': { readonly given: { readonly speaker: string }; readonly data: SpeakersClaims }
  'report-mistake': {
    readonly given: {
      readonly story: string
      readonly claim: string | null
      readonly reason: MistakeReason
      readonly words: string
    }
    readonly data: { readonly filed: boolean }
  }
  /** Takes a story out of what was posted, and of what is shown later. */
  'withdraw-story': {
    readonly given: { readonly story: string }
    readonly data: { readonly story: string; readonly edited: number }
  }

  /** Whether articles of this workspace may go to a model. */
  'allow-model': { readonly given: { readonly allowed: boolean }; readonly data: { readonly allowed: boolean } }
  /** What models have cost today. */
  'show-usage': { readonly given: NothingElse; readonly data: object }
  /** How to use a command; how to use all of them, where none is named. */
  help: { readonly given: { readonly topic: CommandName | null }; readonly data: { readonly usage: readonly string[] } }
}

export type CommandKind = keyof Commands
/** A command of one kind, or of any. */
export type Command<Kind extends CommandKind = CommandKind> = {
  [Each in Kind]: { readonly kind: Each } & Commands[Each]['given']
}[Kind]

type NothingElse = object
interface OfDigest {
  readonly digest: string | null
}

/** What comes back of a command: its answer, or why it was not done. */
export type Reply<Kind extends CommandKind = CommandKind> = Answer<Commands[Kind]['data']> | Refusal

export interface Answer<Data> {
  readonly done: true
  readonly document: Document
  readonly data: Data
}

/** Why something was not done. Programs go by the code, people by the document. */
export interface Refusal {
  readonly done: false
  readonly code: RefusalCode
  /** What of an order it is about, where it is about one. */
  readonly field?: OrderField
  /** In one line, for programs that show it. */
  readonly text: string
  /** The same with all that belongs to it. */
  readonly document: Document
  /** More of it for programs, which they find beside `error` and `code`. */
  readonly data?: object
}

export type RefusalCode =
  /** Whoever asks may not. */
  | 'not-allowed'
  /** It is not clear what is meant, or it cannot be. */
  | 'unclear'
  /** What it is about is not there, or no longer. */
  | 'not-found'
  /** What it is about was taken back. */
  | 'taken-back'
  /** A site, a feed or a page could not be read. */
  | 'unreadable'
  /** A platform did not take it. */
  | 'not-posted'
  /** Too much, or too often. */
  | 'limit'
  /** Something else is under way; later it can be done. */
  | 'busy'
  /** It went wrong on our side. */
  | 'failed'

/** What of an order can be wrong, as a form asks for it. */
export type OrderField = 'name' | 'channel' | 'when' | 'days' | 'time' | 'zone' | 'feeds' | 'stories' | 'filter'

/** What programs get of a reply: its data, or the reason under `error` with its code. */
export function jsonOf(reply: Reply): unknown {
  return reply.done ? reply.data : { error: reply.text, code: reply.code, ...reply.data }
}

/** A standing order as somebody gives it: what is null stays as it is, or as is usual. */
export interface Order {
  readonly digest: string | null
  /** Whether it makes a digest, though the channel has one. */
  readonly fresh?: boolean
  /** Days, times and zone in words, as `readSchedule` takes them. */
  readonly when: string | null
  /** As its platform names it; null for the channel in which it is asked. */
  readonly channel: string | null
  /** Addresses of feeds; empty for all of the workspace's. */
  readonly feeds: readonly string[] | null
  readonly stories: number | null
  readonly minimum: number | null
  readonly shape: Shape | null
  readonly silent: boolean | null
  /** What of the filter is set, as `readFilter` takes it. */
  readonly filter: string | null
}

/** An order that leaves all as it is. */
export const emptyOrder: Order = {
  digest: null,
  when: null,
  channel: null,
  feeds: null,
  stories: null,
  minimum: null,
  shape: null,
  silent: null,
  filter: null,
}

export const commandNames = ['summarize', 'digest', 'feeds', 'claims'] as const
export type CommandName = (typeof commandNames)[number]

/** What may be wrong with a story, as people who report it are asked. */
export const mistakeReasons = {
  misattributed: 'Somebody else said it',
  altered: 'The quotation is altered',
  absent: 'It is not in the article',
  unanswered: 'A response is missing',
  slanted: 'It is slanted',
} as const
export type MistakeReason = keyof typeof mistakeReasons

/** What somebody hands in: an address, words, or the bytes of a page or a text file as base64. */
export type GivenMaterial =
  | { readonly kind: 'given'; readonly text: string }
  | { readonly kind: 'html' | 'file'; readonly base64: string }

/** What is said to whoever wants an answer posted where it is. */
export const sharedBefore = 'Already posted here. If you don’t see it yet, it will be here in a few seconds.'

/** The command to write up an address, or the words of an article. */
export function summarizing(text: string): Command<'summarize'> {
  return { kind: 'summarize', material: { kind: 'given', text }, all: false }
}
