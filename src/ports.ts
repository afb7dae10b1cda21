import type { Command, CommandKind, Reply } from './chat/commands/command.ts'
import type { Menu } from './chat/commands/menu.ts'
import type { Document } from './chat/document.ts'
import type { Byline, Draft, Verified } from './domain/brief.ts'
import type { Completion, ModelRequest } from './domain/completion.ts'
import type { EditionId } from './domain/digest.ts'
import type { Fetched, FetchOptions } from './domain/fetched.ts'
import type { HeldJob } from './domain/held-job.ts'
import type { Destination, Found, PostedMessage, RenderedMessage, Sent } from './domain/message.ts'
import type { PageToRead, ReadFeed, ReadPage } from './domain/reading.ts'
import type { Story } from './domain/story.ts'
import type { Channel, PlatformName, Shape, Workspace, WorkspaceId } from './domain/subscription.ts'

/** The doors to the outside world. All that is not here is a function of its arguments. */
export interface Clock {
  /** ISO 8601 instant in UTC. */
  now(): string
}

export interface Fetcher {
  /** Never throws for what the network may do: each outcome is a case to handle. */
  get(url: string, options?: FetchOptions): Promise<Fetched>
  /** Sends a form; follows no redirect. */
  send(url: string, form: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Fetched>
}

/** Reads what came over the network, away from the main thread and within a deadline. Never throws for bad bytes. */
export interface Reader {
  readFeed(body: Uint8Array, contentType: string): Promise<ReadFeed>
  readPage(body: Uint8Array, page: PageToRead): Promise<ReadPage>
  stop(): Promise<void>
}

/** Does what the rules do away from the main thread. Rejects where that did not work this time. */
export interface RulesThread {
  write(story: Story): Promise<Draft>
  verify(draft: Draft, story: Story, byline: Byline): Promise<Verified>
}

/** Anyone who can write up a story: a set of rules, or a model. Neither is trusted more. */
export interface Writer {
  readonly byline: Byline
  /**
   * `workspace` is who asks, and pays where writing costs; null for the person at the command line. `late` takes a draft that comes
   * when nobody waits for it any more.
   */
  write(story: Story, workspace: WorkspaceId | null, late?: (draft: Draft) => void): Promise<Draft>
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

/** Judges whether sentences are borne out by their passages; it may only doubt. Never throws: whatever goes wrong, it doubts nothing. */
export interface SecondReader {
  /** For each sentence, whether it doubts it. */
  doubts(sentences: readonly ToReadAgain[]): Promise<readonly boolean[]>
}

export interface ToReadAgain {
  readonly passage: string
  readonly sentence: string
}

/** Somewhere that people read. */
export interface Platform {
  readonly name: PlatformName
  /** What a document becomes here: whole messages in order; those after the first may hang on it. Never empty. */
  draw(document: Document, shape: Shape): readonly RenderedMessage[]
  /** Sends one message, once. Never throws for what the platform may answer. */
  send(message: RenderedMessage, to: Destination): Promise<Sent>
  /** Puts the whole in the place of what stands there of it; the same however often it is asked. Present where messages go out in part. */
  fill?(message: RenderedMessage, at: PostedMessage): Promise<Sent>
  /** Puts another message in the place of one that was sent; the same however often it is asked. Absent where that cannot be done. */
  edit?(message: RenderedMessage, at: PostedMessage): Promise<Sent>
  /** Looks whether a message went out, where its reply was lost. */
  find(to: Destination): Promise<Found>
  /**
   * Says something where it was asked, or to one person alone; false when that did not work. Never throws for what the platform may
   * answer. What everybody sees can be found again by its key.
   */
  say(to: Address, document: Document, once?: Once): Promise<boolean>
  /** Whether what may have been said certainly was not. Absent where saying it again takes the place of what stands there. */
  maySayAgain?(to: Address, begun: { readonly key: string; readonly since: string }): Promise<boolean>
  /** Whether somebody may change what a channel gets, as the platform has it now. */
  mayManage(asker: Asker): Promise<Scope>
  /**
   * Those of some channels that somebody can read, as the platform has it now. Where it does not say so for certain, they
   * cannot. Absent where there is one reader alone.
   */
  readable?(asker: Asker, channels: readonly string[]): Promise<ReadonlySet<string>>
  /** Whether the app is certainly in a workspace no more; an outage is no departure. Absent where the platform tells us itself. */
  isUninstalled?(workspace: WorkspaceId): Promise<boolean>
}

/** What is to be said once, whoever else may be at it. */
export interface Once {
  /** The same for every try at it. */
  readonly key: string
  /** Asked right before the first request: false where it was said already. */
  isToBeSaid(): Promise<boolean>
}

/** How far somebody's say reaches. */
export type Scope = 'workspace' | 'channel' | 'nothing'

/** Where something is said, as the platform wrote it down when it took a command; or to whom alone. */
export interface Address {
  readonly platform: PlatformName
  readonly workspace: WorkspaceId
  readonly place: { readonly person: string } | Readonly<Record<string, string>>
}

/** Work that must outlive the process. */
export interface Queue {
  /** With `within` the job is sent when that transaction commits, and only then. */
  send(job: Job, when?: { readonly afterMs?: number; readonly within?: Transaction }): Promise<void>
  /** Hands each job to one of all workers; a job whose work throws comes again. */
  work(answer: (job: Job) => Promise<void>): Promise<void>
  /** Gives jobs to other workers that a dead one had in hand. */
  giveBack(jobs: readonly HeldJob[]): Promise<void>
  /** Jobs that wait, by kind. */
  depth(): Promise<Readonly<Record<string, number>>>
  /** Lets work under way end, within a limit. */
  stop(): Promise<void>
}

/** An open transaction of the store, in which the queue may take part. */
export type Transaction = object
export type Job =
  | { readonly kind: 'post-edition'; readonly edition: EditionId }
  | { readonly kind: 'answer'; readonly id: string; readonly request: ChatRequest }
  | { readonly kind: 'purge' }

/** A command that somebody gave in chat, to be answered when there is time. */
export interface ChatRequest {
  readonly command: Command
  readonly asker: Asker
  readonly replyTo: Address
  /** When it was taken, ISO 8601; absent before that. */
  readonly at?: string
}

/** Who asks, as far as a command depends on it. */
export interface Asker {
  readonly workspace: Workspace
  /** Where; null where no digest could be posted. */
  readonly channel: Channel | null
  /** Whether they picked that channel in a form, and so need not be in it. */
  readonly isPicked?: true
  /** As the platform names people; null for the one at this computer. */
  readonly person: string | null
  /** Whether the platform lets this person manage the workspace; null where it is to be asked. */
  readonly mayManage: boolean | null
  /** Before the names of commands, where this place has them so: "news-". */
  readonly prefix?: string
}

/** What workspaces gave us when they installed the app. */
export interface Installations {
  token(workspace: WorkspaceId): Promise<string | undefined>
  save(workspace: Workspace, grant: { readonly token: string; readonly installer: string | null }): Promise<void>
  /** Erases a workspace with all that it has here. */
  erase(workspace: WorkspaceId): Promise<void>
}

/** What an answer must be to be part of an acknowledgement. */
export interface Soon {
  readonly withinMs: number
  fits(answer: Document): boolean
}

/** Takes what people ask for in chat. */
export interface Inbox {
  /** All that can be asked. */
  readonly menu: Menu
  /** Keeps a request until it is answered. False for one that came before, by its id. */
  take(id: string, request: ChatRequest): Promise<boolean>
  /**
   * The same, and the answer where that is ready soon and fits: the caller must then show it, since nobody else will. Null where it
   * comes later, as the request says, or came before. Absent where others answer.
   */
  takeSoon?(id: string, request: ChatRequest, soon: Soon): Promise<Document | null>
  /** Whether this id comes for the first time, to any instance. */
  firstSight(id: string): Promise<boolean>
  /** Answers at once: for forms, whose answer is part of the reply. */
  answer<Kind extends CommandKind>(command: Command<Kind>, asker: Asker): Promise<Reply<Kind>>
}

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

/** Takes what hubs tell us of feeds, by their ids. */
export interface Hubs {
  /** Whether we did ask a hub for what it wants to be sure of; notes what it promises. */
  confirm(
    feed: string,
    intent: { readonly mode: string; readonly topic: string; readonly leaseSeconds: number | null },
  ): Promise<boolean>
  /** A hub will not tell of a feed, or tells of it no more. */
  deny(feed: string): Promise<void>
  /** There is news; false where the feed is not known. */
  ping(feed: string): Promise<boolean>
}

/** Does what the person at this computer asks for. */
export interface Desk {
  answer<Kind extends CommandKind>(command: Command<Kind>): Promise<Reply<Kind>>
}

/** Whether a process can do its work. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly reason: string }

/** A path of our public site on which a platform or a hub reaches us. */
export interface PublicRoute {
  readonly path: string
  /** The largest body that is read, in bytes, where that is less than elsewhere. */
  readonly largest?: number
  answer(request: Request): Promise<Response>
}
