import type { Command, CommandAnswer } from './chat/command.ts'
import type { ClaimLine, Document, StoryBlock } from './chat/document.ts'
import type { MarkedText } from './chat/evidence.ts'
import type { Article } from './domain/article.ts'
import type { Byline, Draft } from './domain/brief.ts'
import type { EditionId } from './domain/digest.ts'
import type { FeedContent, Validators } from './domain/feed.ts'
import type { Story } from './domain/story.ts'
import type { Channel, PlatformName, WorkspaceId } from './domain/subscription.ts'

/** The doors to the outside world. All that is not here is a function of its arguments. */

export interface Clock {
  /** ISO 8601 instant in UTC. */
  now(): string
}

export interface Fetcher {
  /** Never throws for what the network may do: each outcome is a case to handle. */
  get(url: string, validators?: Validators): Promise<Fetched>
}

export type Fetched =
  | {
      readonly kind: 'page'
      /** Where the redirects ended. */
      readonly url: string
      readonly body: Uint8Array
      readonly contentType: string
      readonly validators: Validators
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'gone' }
  /** We will not, whoever asks. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It did not work this time; the reason is told to people. */
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs: number | null }

/** Reads what came over the network, away from the main thread and within a deadline. Never throws for bad bytes. */
export interface Reader {
  readFeed(body: Uint8Array, contentType: string): Promise<ReadFeed>
  readPage(body: Uint8Array, page: { readonly url: string | null; readonly contentType: string }): Promise<ReadPage>
  stop(): Promise<void>
}

export type ReadFeed = { readonly kind: 'feed'; readonly feed: FeedContent } | Unreadable
export type ReadPage = { readonly kind: 'article'; readonly article: Article } | Unreadable

/** Why there is no text: told to people. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly reason: string
}

/** Anyone who can write up a story: a set of rules, or a model. Neither is trusted more. */
export interface Writer {
  readonly byline: Byline
  /** `workspace` is who asks, and pays where writing costs; null for the person at the command line. */
  write(story: Story, workspace: WorkspaceId | null): Promise<Draft>
}

/** A language model: asked for words, never trusted with more. */
export interface Model {
  /** As it is signed into a byline. */
  readonly name: string
  /** How many tokens a text costs, about. */
  count(text: string): number
  /** Never throws: whatever the endpoint does is a case to handle. */
  complete(request: ModelRequest): Promise<Completion>
}

export interface ModelRequest {
  readonly instructions: string
  readonly material: string
  readonly schema: Readonly<Record<string, unknown>>
  readonly maxTokens: number
  /** The most HTTP requests that may be made for it. */
  readonly requests: number
}

export type Completion = {
  /** Requests made, and tokens spent on them. */
  readonly requests: number
  readonly tokens: number
} & (
  | { readonly kind: 'text'; readonly text: string }
  /** The model or its keeper will not; asking again changes nothing. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }
)

/** Somewhere that people read. */
export interface Platform {
  readonly name: PlatformName
  /** Posts once under this key. Asked again with the same key it posts nothing new. */
  post(channel: Channel, document: Document, key: EditionId): Promise<Posted>
}

export type Posted =
  | { readonly kind: 'posted'; readonly message: string }
  /** It is certain that nothing went out. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** The reply was lost; it may have gone out. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** Work that must outlive the process. */
export interface Queue {
  send(job: Job): Promise<void>
  /** Hands each job to one of all workers; a job whose work throws comes again. */
  work(answer: (job: Job) => Promise<void>): Promise<void>
  /** Lets work under way end, within a limit. */
  stop(): Promise<void>
}

export type Job = { readonly kind: 'post-edition'; readonly edition: EditionId } | { readonly kind: 'purge' }

/** Tells a person at a terminal how long work is getting on. */
export interface Progress {
  step(label: string, done: number, total: number): void
  end(): void
}

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** Does what people ask for, wherever they ask. */
export interface Desk {
  answer(command: Command): Promise<CommandAnswer>
}

/** What can be read on our own pages. */
export interface Archive {
  /** Editions that went out, the newest first. */
  editions(): Promise<readonly ArchivedEdition[]>
  story(id: string): Promise<StoryBlock | undefined>
  evidence(story: string, claim: string): Promise<ArchivedEvidence | undefined>
  summarize(material: string): Promise<ArchivedSummary>
}

export interface ArchivedEdition {
  readonly id: string
  readonly document: Document
}

/** A claim beside the article that it is from. */
export interface ArchivedEvidence {
  readonly claim: ClaimLine
  readonly headline: string
  readonly outlet: string
  readonly url: string | null
  readonly text: MarkedText
}

/** What somebody pasted, written up, beside its text; or why it could not be. */
export type ArchivedSummary =
  | { readonly kind: 'summary'; readonly document: Document; readonly headline: string; readonly text: MarkedText }
  | { readonly kind: 'nothing'; readonly reason: string }
