import type { Shape } from '../domain/subscription.ts'
import type { Document } from './document.ts'

/** What a person can ask for, however they ask: on a command line, with a slash command, in a form. */
export type Command = FeedCommand | DigestCommand | ReadingCommand

export type FeedCommand =
  | { readonly kind: 'add-feed'; readonly url: string }
  | { readonly kind: 'remove-feed'; readonly url: string }
  | { readonly kind: 'list-feeds' }
  /** Tells what a feed has to say, without following it. */
  | { readonly kind: 'test-feed'; readonly url: string }
  | { readonly kind: 'import-feeds'; readonly opml: string }
  | { readonly kind: 'export-feeds' }
  /** To begin with: topics of `starters`, and addresses or a list in OPML as somebody pasted them. */
  | { readonly kind: 'start-feeds'; readonly topics: readonly string[]; readonly list: string }

/** Where `digest` is null, the one of the channel is meant, or the only one. */
export type DigestCommand =
  /** Everything that is due is done, and a digest made of what is new; its stories count as told. */
  | { readonly kind: 'digest-now'; readonly digest: string | null }
  /** The same, and nothing counts as told; all of it, where the rest is wanted. */
  | { readonly kind: 'preview-digest'; readonly digest: string | null; readonly rest?: boolean }
  | { readonly kind: 'schedule-digest'; readonly order: Order }
  /** What of its feeds a digest wants, in words as `readFilter` takes them. */
  | { readonly kind: 'filter-digest'; readonly digest: string | null; readonly filter: string }
  /** Until a day as `dayMeant` takes it; for good where that is null. */
  | { readonly kind: 'pause-digest'; readonly digest: string | null; readonly until: string | null }
  | { readonly kind: 'resume-digest'; readonly digest: string | null }
  | { readonly kind: 'delete-digest'; readonly digest: string | null }
  /** Somebody else may change it from now on, or may no more; a person as the platform names people. */
  | { readonly kind: 'name-manager'; readonly digest: string | null; readonly person: string; readonly may: boolean }
  | { readonly kind: 'list-digests' }
  | { readonly kind: 'digest-status'; readonly digest: string | null }
  | { readonly kind: 'list-editions' }
  /** Why each story is in an edition or is not; with none, why the last one of each digest did not come. */
  | { readonly kind: 'explain-edition'; readonly edition: string | null }
  /** Whether articles of this workspace may go to a model. */
  | { readonly kind: 'allow-model'; readonly allowed: boolean }
  /** What models have cost today. */
  | { readonly kind: 'show-usage' }

export type ReadingCommand =
  /** One article, written up; all of its claims, or the most important. */
  | {
      readonly kind: 'summarize'
      readonly material: GivenMaterial
      readonly all: boolean
      readonly keepExchange?: boolean
    }
  /** One story with all of its claims. */
  | { readonly kind: 'show-story'; readonly story: string }
  /** Why each article is in a story, and what its outlet has changed of it. */
  | { readonly kind: 'explain-story'; readonly story: string }
  /** An answer that was given before, to be seen by everybody. */
  | { readonly kind: 'show-answer'; readonly answer: string }
  /** What somebody was reported to have said. */
  | { readonly kind: 'show-claims'; readonly speaker: string }
  | {
      readonly kind: 'report-mistake'
      readonly story: string
      readonly claim: string | null
      readonly reason: MistakeReason
      readonly words: string
    }
  /** Out of what was posted, and of what is told later. */
  | { readonly kind: 'withdraw-story'; readonly story: string }
  /** How to use a command; how to use all of them, where none is named. */
  | { readonly kind: 'help'; readonly topic: CommandName | null }

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

/** What comes back. */
export interface CommandAnswer {
  /** False when what was asked for could not be done. */
  readonly done: boolean
  readonly document: Document
  /** The same for programs: anything that JSON can hold. */
  readonly json: unknown
}

/** What is said to whoever wants an answer posted where it is. */
export const sharedBefore = 'Already posted here. If you don’t see it yet, it will be here in a few seconds.'

/** The command to write up an address, or the words of an article. */
export function summarizing(text: string): Extract<Command, { kind: 'summarize' }> {
  return { kind: 'summarize', material: { kind: 'given', text }, all: false }
}

interface CommandKind {
  /** What it is asked of. */
  readonly of: 'feeds' | 'digests' | 'reading'
  /** Whether it changes what others get, which not everybody may. */
  readonly changes: boolean
}

const commandKinds: Readonly<Record<Command['kind'], CommandKind>> = {
  'add-feed': { of: 'feeds', changes: true },
  'remove-feed': { of: 'feeds', changes: true },
  'import-feeds': { of: 'feeds', changes: true },
  'start-feeds': { of: 'feeds', changes: true },
  'list-feeds': { of: 'feeds', changes: false },
  'test-feed': { of: 'feeds', changes: false },
  'export-feeds': { of: 'feeds', changes: false },
  'digest-now': { of: 'digests', changes: true },
  'schedule-digest': { of: 'digests', changes: true },
  'filter-digest': { of: 'digests', changes: true },
  'pause-digest': { of: 'digests', changes: true },
  'resume-digest': { of: 'digests', changes: true },
  'delete-digest': { of: 'digests', changes: true },
  'name-manager': { of: 'digests', changes: true },
  'allow-model': { of: 'digests', changes: true },
  'preview-digest': { of: 'digests', changes: false },
  'list-digests': { of: 'digests', changes: false },
  'digest-status': { of: 'digests', changes: false },
  'list-editions': { of: 'digests', changes: false },
  'explain-edition': { of: 'digests', changes: false },
  'show-usage': { of: 'digests', changes: false },
  'withdraw-story': { of: 'reading', changes: true },
  summarize: { of: 'reading', changes: false },
  'show-story': { of: 'reading', changes: false },
  'explain-story': { of: 'reading', changes: false },
  'show-answer': { of: 'reading', changes: false },
  'show-claims': { of: 'reading', changes: false },
  'report-mistake': { of: 'reading', changes: false },
  help: { of: 'reading', changes: false },
}

/** Whether a command changes what others get, which not everybody may. */
export function changesSettings({ kind }: Command): boolean {
  return commandKinds[kind].changes
}

export function isFeedCommand(command: Command): command is FeedCommand {
  return commandKinds[command.kind].of === 'feeds'
}

export function isDigestCommand(command: Command): command is DigestCommand {
  return commandKinds[command.kind].of === 'digests'
}
