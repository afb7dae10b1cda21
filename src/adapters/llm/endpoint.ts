import { setTimeout as sleep } from 'node:timers/promises'
import OpenAI from 'openai'
import type { Completion, ModelRequest } from '../../domain/completion.ts'
import type { Log, Model } from '../../ports.ts'
import { Breaker } from './breaker.ts'
import { type Answered, type Failed, readCompletion } from './completion.ts'
import { faultOf, type ModelFault } from './faults.ts'

/** How a model is held to JSON: by a schema, by JSON mode, or only by the prompt. Endpoints take different ones. */
const formats = ['schema', 'json', 'words'] as const
export type Format = (typeof formats)[number]

export function isFormat(value: string | undefined): value is Format {
  return formats.some((format) => format === value)
}

interface EndpointLimits {
  readonly deadlineMs: number
  readonly longestWaitMs: number
  readonly latestMs: number
  readonly concurrency: number
}

export const endpointLimits: EndpointLimits = {
  /** For one request, headers and body, in milliseconds from sending; less if the caller has less time left. */
  deadlineMs: 50_000,
  /** The longest wait before the next try that an endpoint may ask for, in milliseconds. */
  longestWaitMs: 20_000,
  /** How long after its deadline an answer is still taken, for the next edition, in milliseconds. */
  latestMs: 300_000,
  /** Requests under way at once. */
  concurrency: 8,
}

export interface EndpointOptions {
  readonly baseUrl: string
  readonly apiKey: string
  readonly model: string
  readonly count: (text: string) => number
  readonly log: Log
  /** The format that this endpoint is known to take; if absent, the strictest is tried first. */
  readonly format?: Format
  /** Called if the endpoint turns out to take another format than assumed. */
  readonly remember?: (format: Format) => void
  readonly limits?: Partial<EndpointLimits>
  /**
   * Aborts when the process ends. Late answers are taken only if it is given: they could keep a process from ending.
   */
  readonly shutdown?: AbortSignal | undefined
}

/** A request whose deadline has passed. */
interface Pending {
  readonly request: ModelRequest
  /** Tokens of the question, already booked. */
  readonly spent: number
  readonly abort: AbortController
}

/** An OpenAI-compatible endpoint. Retries, deadline, breaker and concurrency are ours; the client's are off. */
export class Endpoint implements Model {
  readonly name: string
  readonly #client: OpenAI
  readonly #options: EndpointOptions
  readonly #limits: EndpointLimits
  readonly #breaker: Breaker
  #format: Format
  /** Common request fields that this endpoint does not take. */
  readonly #plainer = new Set<'limit' | 'temperature'>()
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(options: EndpointOptions) {
    this.name = options.model
    this.#options = options
    this.#format = options.format ?? 'schema'
    this.#limits = { ...endpointLimits, ...options.limits }
    this.#breaker = new Breaker(options.log)
    this.#client = new OpenAI({ baseURL: options.baseUrl, apiKey: options.apiKey, maxRetries: 0, logLevel: 'off' })
  }

  /** The format that this endpoint has been found to take. */
  get format(): Format {
    return this.#format
  }

  /** Uses this format from now on. */
  hold(format: Format): void {
    if (format === this.#format) return
    this.#options.log.info('model-format', { model: this.name, format })
    this.#format = format
    this.#options.remember?.(format)
  }

  count(text: string): number {
    return this.#options.count(text)
  }

  async complete(request: ModelRequest): Promise<Completion> {
    const open = this.#breaker.reason()
    if (open) return { kind: 'failed', reason: open, requests: 0, tokens: 0, written: 0 }
    await this.#enter()
    try {
      // The breaker may have opened while this request waited.
      const now = this.#breaker.reason()
      if (now) return { kind: 'failed', reason: now, requests: 0, tokens: 0, written: 0 }
      return await this.#tryTo(request)
    } finally {
      this.#leave()
    }
  }

  async #tryTo(request: ModelRequest): Promise<Completion> {
    let requests = 0
    let tokens = 0
    let written = 0
    let last = 'no request may be made for it'
    const end = performance.now() + request.withinMs
    while (requests < request.requests && performance.now() < end) {
      requests += 1
      const asked = this.#format
      const answered = await this.#ask(request, end - performance.now())
      if (!('fault' in answered)) {
        this.#breaker.succeeded()
        return { ...answered, tokens: tokens + answered.tokens, written: written + answered.written, requests }
      }
      const { fault } = answered
      last = fault.reason
      tokens += answered.tokens
      written += answered.written
      if (fault.kind === 'way' && this.#turnTo(fault.way, asked)) continue
      this.#breaker.failed(fault)
      const wait = this.#waitFor(fault, requests)
      if (wait === undefined || requests >= request.requests || performance.now() + wait > end) break
      await sleep(wait)
    }
    return { kind: 'failed', reason: last, requests, tokens, written }
  }

  /** Asks in another way from now on; false if there is none left. Another request may have switched already. */
  #turnTo(way: 'format' | 'limit' | 'temperature', asked: Format): boolean {
    if (way !== 'format') {
      const before = this.#plainer.has(way)
      this.#plainer.add(way)
      return !before
    }
    if (this.#format !== asked) return true
    const next = formats[formats.indexOf(asked) + 1]
    if (!next) return false
    this.hold(next)
    return true
  }

  #waitFor(fault: ModelFault, attempt: number): number | undefined {
    if (fault.kind !== 'passing') return undefined
    if (fault.retryAfterMs === null) return Math.random() * 500 * 2 ** attempt
    return fault.retryAfterMs <= this.#limits.longestWaitMs ? fault.retryAfterMs : undefined
  }

  async #ask(request: ModelRequest, leftMs: number): Promise<Answered | Failed> {
    const abort = new AbortController()
    const timer = new AbortController()
    let isAwaited = true
    // The client's own timeout ends with the headers; this one also covers the body.
    const deadlineMs = Math.min(this.#limits.deadlineMs, leftMs)
    const deadline = sleep(deadlineMs, 'late' as const, { signal: timer.signal, ref: false }).catch(
      () => 'late' as const,
    )
    const spent = this.count(request.instructions) + this.count(request.material)
    try {
      const asked = this.#client.chat.completions.create(this.#body(request), { signal: abort.signal })
      const response = await Promise.race([asked, deadline])
      if (response === 'late') {
        isAwaited = !this.#takeLate(asked, { request, spent, abort })
        const seconds = Math.round(deadlineMs / 1_000)
        return {
          fault: { kind: 'passing', reason: `the model did not answer within ${seconds} s`, retryAfterMs: null },
          tokens: spent,
          written: 0,
        }
      }
      return readCompletion(response, spent, (text) => this.count(text))
    } catch (error) {
      return { fault: faultOf(error), tokens: 0, written: 0 }
    } finally {
      timer.abort()
      if (isAwaited) abort.abort()
    }
  }

  /** Keeps waiting for an answer that the caller can still use; returns false if it cannot. */
  #takeLate(asked: Promise<unknown>, { request, spent, abort }: Pending): boolean {
    const { shutdown, count } = this.#options
    asked.catch(() => undefined)
    const { late } = request
    if (!late || !shutdown || shutdown.aborted) return false
    const stop = () => abort.abort()
    shutdown.addEventListener('abort', stop)
    const timer = setTimeout(stop, this.#limits.latestMs)
    timer.unref()
    const take = (response: unknown) => {
      const answered = readCompletion(response, spent, count)
      if ('fault' in answered || answered.kind !== 'text') return
      late({ text: answered.text, tokens: Math.max(0, answered.tokens - spent), written: answered.written })
    }
    void asked
      .then(take, () => undefined)
      .finally(() => {
        clearTimeout(timer)
        shutdown.removeEventListener('abort', stop)
      })
    return true
  }

  #body({ instructions, instructionsInLines, material, schema, maxTokens }: ModelRequest) {
    const format = {
      schema: {
        response_format: {
          type: 'json_schema' as const,
          json_schema: { name: 'brief', schema: { ...schema }, strict: true },
        },
      },
      json: { response_format: { type: 'json_object' as const } },
      words: {},
    }[this.#format]
    return {
      model: this.name,
      messages: [
        // Without a schema, models manage lines more easily than JSON.
        { role: 'system' as const, content: this.#format === 'words' ? instructionsInLines : instructions },
        { role: 'user' as const, content: material },
      ],
      ...(this.#plainer.has('limit') ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens }),
      ...(this.#plainer.has('temperature') ? {} : { temperature: 0 }),
      ...format,
    }
  }

  async #enter(): Promise<void> {
    if (this.#running >= this.#limits.concurrency) await new Promise<void>((enter) => this.#waiting.push(enter))
    this.#running += 1
  }

  #leave(): void {
    this.#running -= 1
    this.#waiting.shift()?.()
  }
}
