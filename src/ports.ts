import type { Command, CommandKind } from './chat/commands/command.ts'
import type { Menu } from './chat/commands/menu.ts'
import type { Reply } from './chat/commands/reply.ts'
import type { Document } from './chat/document.ts'
import type { Byline, Draft, Verified } from './domain/brief.ts'
import type { Completion, ModelRequest } from './domain/completion.ts'
import type { EditionId } from './domain/digest.ts'
import type { Fetched, FetchOptions } from './domain/fetched.ts'
import type { HeldJob } from './domain/held-job.ts'
import type { Destination, Found, PostedMessage, RenderedMessage, Sent } from './domain/message.ts'
import type { PageToRead, ReadFeed, ReadLicence, ReadPage } from './domain/reading.ts'
import type { Story } from './domain/story.ts'
import type { Channel, PlatformName, Shape, Workspace, WorkspaceId } from './domain/subscription.ts'

/** The interfaces to the outside world. Everything else depends only on its arguments. */
export interface Clock {
  /** The current instant in UTC, ISO 8601. */
  now(): string
}

export interface Fetcher {
  /** Fetches a page or feed. Never throws for a network problem: every outcome is a case of `Fetched`. */
  get(url: string, options?: FetchOptions): Promise<Fetched>
  /** Posts a form, following no redirect. Never throws for a network problem. */
  send(url: string, form: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Fetched>
}

/** Parses what came over the network, off the main thread and within a deadline. Never throws for bad bytes. */
export interface Reader {
  /** `address` is where the bytes came from, after redirects: relative links are relative to it. */
  readFeed(body: Uint8Array, contentType: string, address: string | null): Promise<ReadFeed>
  readPage(body: Uint8Array, page: PageToRead): Promise<ReadPage>
  readLicence(body: Uint8Array, contentType: string): Promise<ReadLicence>
  stop(): Promise<void>
}

/** Writes by the rules and verifies, off the main thread. Rejects if that failed; the caller may then do it itself. */
export interface RulesThread {
  write(story: Story): Promise<Draft>
  verify(draft: Draft, story: Story, byline: Byline): Promise<Verified>
}

/** Writes up a story, by rules or with a model. Neither is trusted more: every draft is verified. */
export interface Writer {
  readonly byline: Byline
  /**
   * Rejects if no draft comes in time or at all; the next writer is then asked. `workspace` is who asks, and who pays
   * if writing costs anything; null for the command line. `late` takes a draft that comes after the call has given up.
   */
  write(story: Story, workspace: WorkspaceId | null, late?: (draft: Draft) => void): Promise<Draft>
}

/** A language model. It only supplies words; nothing it says is trusted. */
export interface Model {
  /** The name shown in a byline. */
  readonly name: string
  /** Estimates how many tokens a text takes. */
  count(text: string): number
  /** Never throws: every outcome is a case of `Completion`. */
  complete(request: ModelRequest): Promise<Completion>
}

/** Judges whether passages support sentences. It can only raise doubts. Never throws: on an error it doubts nothing. */
export interface SecondReader {
  /** One answer per sentence, in the same order: true if it doubts the sentence. */
  doubts(sentences: readonly ToReadAgain[]): Promise<readonly boolean[]>
}

export interface ToReadAgain {
  readonly passage: string
  readonly sentence: string
}

/** Where digests are posted: the terminal, Slack or Discord. */
export interface Platform {
  readonly name: PlatformName
  /** Renders a document as complete messages, in order and at least one. Later ones may be replies to the first. */
  render(document: Document, shape: Shape): readonly RenderedMessage[]
  /** Sends one message. Never throws for anything the platform may answer. */
  send(message: RenderedMessage, to: Destination): Promise<Sent>
  /** Replaces what was sent of a message in part with the whole. Safe to repeat. Absent if `edit` does this. */
  fill?(message: RenderedMessage, at: PostedMessage): Promise<Sent>
  /** Replaces a message that was sent with another. Safe to repeat. Absent if the platform cannot edit messages. */
  edit?(message: RenderedMessage, at: PostedMessage): Promise<Sent>
  /** Checks whether a message whose reply was lost did go out. */
  find(to: Destination): Promise<Found>
  /** Posts a reply where the command was given, or to one person; false if that failed. Can be found by `once.key`. */
  say(to: Address, document: Document, once?: Once): Promise<boolean>
  /**
   * True only if a reply that another process began certainly was not posted. Throws if the platform cannot say just
   * now. Absent if a repeated reply replaces the first.
   */
  maySayAgain?(to: Address, begun: { readonly key: string; readonly since: string }): Promise<boolean>
  /** Returns how much a person may change in the asker's workspace and channel, as the platform has it now. */
  mayManage(asker: Asker): Promise<Scope>
  /** The channels among these that a person certainly can read now. Absent if there is only one reader. */
  readable?(asker: Asker, channels: readonly string[]): Promise<ReadonlySet<string>>
  /** Returns true if a person certainly belongs to a group or channel now. Absent if there is only one person. */
  isMember?(asker: Asker, of: { readonly group: string } | { readonly channel: string }): Promise<boolean>
  /** Why nothing can be posted in a channel, as a clause, with what to do; null if nothing is known to be in the way. */
  obstacle?(workspace: WorkspaceId, channel: string): Promise<string | null>
  /** The time zone in which a person lives, by its IANA name; null if the platform does not say. */
  zoneOf?(asker: Asker): Promise<string | null>
  /** True only if a workspace has certainly removed the app: an outage is no proof. Absent if no check is needed. */
  isUninstalled?(workspace: WorkspaceId): Promise<boolean>
}

/** Lets a reply be posted once even if several processes try. */
export interface Once {
  /** The same for every attempt. */
  readonly key: string
  /** Call right before the first request. If false, it was posted already: `say` sends nothing and returns true. */
  isToBeSaid(): Promise<boolean>
}

/** How much a person may change: everything in the workspace, what concerns the channel, or nothing. */
export type Scope = 'workspace' | 'channel' | 'nothing'

/** Where a reply goes: the place as the platform recorded it when it took the command, or one person. */
export interface Address {
  readonly platform: PlatformName
  readonly workspace: WorkspaceId
  readonly place: { readonly person: string } | Readonly<Record<string, string>>
}

/** A queue of work that must outlive the process. */
export interface Queue {
  /**
   * Queues a job, after `afterMs` if given; one that is waiting already is not queued twice. With `within`, the job is
   * queued only when that transaction commits.
   */
  send(job: Job, when?: { readonly afterMs?: number; readonly within?: Transaction }): Promise<void>
  /** Starts taking jobs. Each goes to one worker of all processes, and is tried again if `answer` rejects. */
  work(answer: (job: Job) => Promise<void>): Promise<void>
  /** Returns the jobs of dead workers to the queue. */
  giveBack(jobs: readonly HeldJob[]): Promise<void>
  /** The number of waiting jobs, by kind. */
  depth(): Promise<Readonly<Record<string, number>>>
  /** Stops taking jobs and waits, up to a limit, for those in hand. */
  stop(): Promise<void>
}

/** An open transaction of the store that the queue can join. */
export type Transaction = object
export type Job =
  /** Posts an edition, shows its proof at the desk as it is now, or changes what is posted to what it is to say now. */
  | { readonly kind: 'post-edition' | 'show-proof' | 'amend-edition'; readonly edition: EditionId }
  | { readonly kind: 'answer'; readonly id: string; readonly request: ChatRequest }
  | { readonly kind: 'purge' }

/** A command given in chat that is answered later, by way of the queue. */
export interface ChatRequest {
  readonly command: Command
  readonly asker: Asker
  readonly replyTo: Address
  /** When it was taken, ISO 8601; absent until then. */
  readonly at?: string
}

/** The person who gave a command, with what the command needs to know about them. */
export interface Asker {
  readonly workspace: Workspace
  /** The channel the command was given in; null if no digest can be posted there. */
  readonly channel: Channel | null
  /** True if they picked the channel in a form, so that they are not necessarily in it. */
  readonly isPicked?: true
  /** The platform's id for them; null for the person at this computer. */
  readonly person: string | null
  /** True if the platform lets them manage the workspace; null if `Platform.mayManage` must be asked. */
  readonly mayManage: boolean | null
  /** The prefix that command names have here: "news-". Absent if they have none. */
  readonly prefix?: string
}

/** The tokens workspaces granted when they installed the app. `token` is undefined if a workspace has none. */
export interface Installations {
  token(workspace: WorkspaceId): Promise<string | undefined>
  save(workspace: Workspace, grant: { readonly token: string; readonly installer: string | null }): Promise<void>
  /** Erases a workspace and everything stored for it. */
  erase(workspace: WorkspaceId): Promise<void>
}

/** When an answer can be part of the acknowledgement: if it is ready within `withinMs` and `fits` accepts it. */
export interface Soon {
  readonly withinMs: number
  fits(answer: Document): boolean
}

/** Takes the requests that people make in chat. */
export interface Inbox {
  /** Every command that can be given. */
  readonly menu: Menu
  /** Stores a request until it is answered. Returns false if one with this id was taken before. */
  take(id: string, request: ChatRequest): Promise<boolean>
  /**
   * Takes a request and waits briefly for its answer. Returns the answer if it is ready in time and fits; the caller
   * must then show it, as nothing else will. Null if it comes later, at `request.replyTo`, or the id was taken before.
   * Absent if other processes answer.
   */
  takeSoon?(id: string, request: ChatRequest, soon: Soon): Promise<Document | null>
  /** Returns true the first time any instance sees this id, and records it. */
  firstSight(id: string): Promise<boolean>
  /** Answers at once, for forms, where the answer is part of the response. */
  answer<Kind extends CommandKind>(command: Command<Kind>, asker: Asker): Promise<Reply<Kind>>
}

/** Shows a person at a terminal how far long-running work has got. */
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

/** Takes what WebSub hubs report about feeds, each by our id for it. */
export interface Hubs {
  /** Answers a hub's verification: returns true if we made this request, and records the lease it grants. */
  confirm(
    feed: string,
    intent: { readonly mode: string; readonly topic: string; readonly leaseSeconds: number | null },
  ): Promise<boolean>
  /** Records that a hub refuses, or has stopped, reporting on a feed. */
  deny(feed: string): Promise<void>
  /** Records that a feed has news; returns false if the feed is not known. */
  ping(feed: string): Promise<boolean>
}

/** Carries out the commands of the person at this computer. */
export interface Operator {
  /** @param workspace the id or name of the workspace it is about; this computer's own if absent. */
  answer<Kind extends CommandKind>(command: Command<Kind>, workspace?: string): Promise<Reply<Kind>>
}

/** A process's readiness to do its work, or the reason, for people, why it is not ready. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly reason: string }

/** A path of our public site that a platform or hub calls. */
export interface PublicRoute {
  readonly path: string
  /** The largest body accepted, in bytes, if smaller than the site's default. */
  readonly largest?: number
  answer(request: Request): Promise<Response>
}
