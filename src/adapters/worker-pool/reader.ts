import { Worker } from 'node:worker_threads'
import type { Byline, Draft, Verified } from '../../domain/brief.ts'
import type {
  PageToRead,
  ReadFeed,
  ReadLicence,
  ReadPage,
  Unreadable,
  VerifiedDraft,
  WrittenDraft,
} from '../../domain/reading.ts'
import type { Story } from '../../domain/story.ts'
import type { Reader, RulesThread } from '../../ports.ts'

/** Limits for the threads. */
export const readerLimits = {
  threads: 2,
  /** For one task, from when its thread begins it. */
  deadlineMs: 5_000,
  /** For writing and verifying, which otherwise have to run on the main thread. */
  workMs: 30_000,
  /** For a thread to start and load everything: on a busy machine that takes longer than any task. */
  startMs: 60_000,
  idleMs: 30_000,
  memoryMb: 256,
  youngMb: 16,
} as const

type Answer = ReadFeed | ReadPage | ReadLicence | WrittenDraft | VerifiedDraft
/** A thread's message: first that it has begun its task, then the result. */
type Message = 'begun' | Answer

interface Thread {
  readonly worker: Worker
  /** The task it is working on; undefined while it is idle. */
  task: { readonly settle: (answer: Answer) => void; readonly limitMs: number; deadline: NodeJS.Timeout } | undefined
  idle: NodeJS.Timeout | undefined
}

interface Waiting {
  readonly message: object
  readonly isUrgent: boolean
  readonly limitMs: number
  readonly settle: (answer: Answer) => void
}

/**
 * Reads, writes and verifies in threads, each task within a deadline; a thread that overruns is ended and replaced.
 * Threads start when there is work and end after a while without any.
 */
export class ThreadReader implements Reader, RulesThread {
  readonly #script: URL
  readonly #threads = new Set<Thread>()
  readonly #waiting: Waiting[] = []
  #stopped = false

  /** `script` answers each message with its result. */
  constructor(script: URL) {
    this.#script = script
  }

  async readFeed(body: Uint8Array, contentType: string, address: string | null): Promise<ReadFeed> {
    return (await this.#ask({ kind: 'feed', body, contentType, address })) as ReadFeed
  }

  async readPage(body: Uint8Array, { asked = false, ...page }: PageToRead): Promise<ReadPage> {
    return (await this.#ask({ kind: 'page', body, ...page }, asked)) as ReadPage
  }

  async readLicence(body: Uint8Array, contentType: string): Promise<ReadLicence> {
    return (await this.#ask({ kind: 'licence', body, contentType })) as ReadLicence
  }

  async write(story: Story): Promise<Draft> {
    const answer = await this.#ask({ kind: 'write', story }, true, readerLimits.workMs)
    if (answer.kind === 'draft') return answer.draft
    throw new Error(reasonIn(answer))
  }

  async verify(draft: Draft, story: Story, byline: Byline): Promise<Verified> {
    const answer = await this.#ask({ kind: 'verify', draft, story, byline }, true, readerLimits.workMs)
    if (answer.kind === 'verified') return answer.verified
    throw new Error(reasonIn(answer))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const { settle } of this.#waiting.splice(0)) settle(unreadable('the process is stopping'))
    for (const { idle } of this.#threads) clearTimeout(idle)
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
  }

  #ask(message: object, isUrgent = false, limitMs: number = readerLimits.deadlineMs): Promise<Answer> {
    return new Promise((settle) => {
      if (this.#stopped) return settle(unreadable('the process is stopping'))
      const before = this.#waiting.findIndex((each) => isUrgent && !each.isUrgent)
      this.#waiting.splice(before < 0 ? this.#waiting.length : before, 0, { message, settle, isUrgent, limitMs })
      this.#assign()
    })
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const thread = [...this.#threads].find(({ task }) => task === undefined) ?? this.#start()
      const next = thread && this.#waiting.shift()
      if (!thread || !next) return
      clearTimeout(thread.idle)
      thread.task = {
        settle: next.settle,
        limitMs: next.limitMs,
        deadline: this.#deadline(thread, readerLimits.startMs),
      }
      thread.worker.ref()
      thread.worker.postMessage(next.message)
    }
  }

  #start(): Thread | undefined {
    if (this.#threads.size >= readerLimits.threads || this.#stopped) return undefined
    const worker = new Worker(this.#script, {
      resourceLimits: { maxOldGenerationSizeMb: readerLimits.memoryMb, maxYoungGenerationSizeMb: readerLimits.youngMb },
      stdout: true,
      stderr: true,
    })
    const thread: Thread = { worker, task: undefined, idle: undefined }
    const broke = () => this.#finish(thread, unreadable('something broke while reading it'), false)
    worker.on('message', (message: Message) => {
      if (message === 'begun') this.#begin(thread)
      else this.#finish(thread, message, true)
    })
    worker.on('error', broke)
    worker.on('exit', broke)
    this.#threads.add(thread)
    return thread
  }

  #begin(thread: Thread): void {
    if (!thread.task) return
    clearTimeout(thread.task.deadline)
    thread.task.deadline = this.#deadline(thread, thread.task.limitMs)
  }

  #deadline(thread: Thread, ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#finish(thread, unreadable('it took too long to read'), false), ms)
  }

  #finish(thread: Thread, answer: Answer, alive: boolean): void {
    const { task } = thread
    thread.task = undefined
    clearTimeout(task?.deadline)
    if (alive) this.#rest(thread)
    else this.#drop(thread)
    task?.settle(answer)
    this.#assign()
  }

  /** An idle thread does not keep the process alive, and ends after a while. */
  #rest(thread: Thread): void {
    thread.worker.unref()
    thread.idle = setTimeout(() => this.#drop(thread), readerLimits.idleMs)
    thread.idle.unref()
  }

  #drop(thread: Thread): void {
    if (this.#threads.delete(thread)) void thread.worker.terminate()
  }
}

function reasonIn(answer: Answer): string {
  return answer.kind === 'unreadable' ? answer.reason : 'the thread gave another answer'
}

function unreadable(reason: string): Unreadable {
  return { kind: 'unreadable', reason, isPassing: true }
}
