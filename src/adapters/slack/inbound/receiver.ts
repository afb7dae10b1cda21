import { createHmac, timingSafeEqual } from 'node:crypto'
import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import { doneView, feedsForm, scheduleForm, summarizeForm } from '../forms/forms.ts'

/** How far a request's time may be from ours either way, in seconds. Bolt alone would accept a time in the future. */
const skewSeconds = 300
/** How long an answer may take, in milliseconds, before the request is acknowledged without it. */
const ackMs = 2_800

export interface HttpRequest {
  readonly headers: Headers
  readonly body: string
}

export interface HttpAnswer {
  readonly status: number
  readonly body: string
  readonly type: string
}

export interface HttpReceiverOptions {
  readonly signingSecret: string
  /** True the first time a signature is seen, so that no signed request is taken twice. */
  firstSight(id: string): Promise<boolean>
  /** Seconds since 1970. */
  now(): number
}

/** Takes signed requests over HTTP, checks signature, age and repetition, and passes them to Bolt. */
export class HttpReceiver implements Receiver {
  readonly #options: HttpReceiverOptions
  #app: App | undefined

  constructor(options: HttpReceiverOptions) {
    this.#options = options
  }

  init(app: App): void {
    this.#app = app
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async answer({ headers, body }: HttpRequest): Promise<HttpAnswer> {
    const signature = headers.get('x-slack-signature') ?? ''
    const timestamp = headers.get('x-slack-request-timestamp') ?? ''
    if (!isSigned({ signature, timestamp, body }, this.#options)) return plainAnswer(401, 'not signed by Slack')
    const parsed = parseBody(headers.get('content-type') ?? '', body)
    if (!parsed) return plainAnswer(400, 'not understood')
    if (parsed['type'] === 'url_verification')
      return plainAnswer(200, typeof parsed['challenge'] === 'string' ? parsed['challenge'] : '')
    // Slack resends an event if it missed our answer; a retry has a new signature, and is recognised by its event id.
    if (!(await this.#options.firstSight(`slack:${signature}`))) return plainAnswer(200, '')
    return await this.#dispatch(parsed, Number(headers.get('x-slack-retry-num') ?? 0))
  }

  async #dispatch(body: Record<string, unknown>, retryNum: number): Promise<HttpAnswer> {
    const app = this.#app
    if (!app) return plainAnswer(503, 'not ready')
    return await new Promise<HttpAnswer>((answer) => {
      let isLate = false
      const late = setTimeout(() => {
        isLate = true
        answer(lateAnswer(body))
      }, ackMs)
      const ack = async (response?: unknown) => {
        // The caller must learn that nobody will see its answer.
        if (isLate && response !== undefined && response !== '') throw new Error('Slack has been answered before')
        clearTimeout(late)
        answer(response === undefined || response === '' ? plainAnswer(200, '') : jsonAnswer(response as object))
      }
      takeThenAcknowledge(app, { body, ack, retryNum }).catch(() => {
        clearTimeout(late)
        answer(failedAnswer(body))
      })
    })
  }
}

/**
 * Passes a request to Bolt, and acknowledges an event once it has been taken: Bolt does so before anything has been done
 * about it, whatever `processBeforeResponse` says, so one that came just before a process died would be lost.
 */
export async function takeThenAcknowledge(app: App, event: ReceiverEvent): Promise<void> {
  if (event.body['type'] !== 'event_callback') return await app.processEvent(event)
  await app.processEvent({ ...event, ack: async () => undefined })
  await event.ack()
}

const failed = 'That didn’t work, and it’s in the log. Please try again.'

/** The failure message for a command or a form; undefined for anything else. */
export function failureIn(body: Readonly<Record<string, unknown>>): object | undefined {
  if (typeof body['command'] === 'string') return { response_type: 'ephemeral', text: failed }
  return body['type'] === 'view_submission' ? formUpdate(failed) : undefined
}

/** Shows the failure to anyone waiting for an answer; makes Slack resend an event. */
function failedAnswer(body: Record<string, unknown>): HttpAnswer {
  const said = failureIn(body)
  if (said) return jsonAnswer(said)
  return body['type'] === 'event_callback' ? plainAnswer(500, 'failed') : plainAnswer(200, '')
}

/**
 * Answers a late form with a notice, so that it does not look as if it had been saved. Slack sends a late event again; it
 * is recognised by its id if it was taken after all.
 */
function lateAnswer(body: Record<string, unknown>): HttpAnswer {
  if (body['type'] === 'event_callback') return plainAnswer(503, 'not taken yet')
  if (body['type'] !== 'view_submission') return plainAnswer(200, '')
  const { callback_id: form } = (asRecord(body['view']) ?? {}) as { readonly callback_id?: unknown }
  const text = `It’s taking longer than Slack waits, but it’s being done. ${later[String(form)] ?? ''}`
  return jsonAnswer(formUpdate(text.trim()))
}

/** For each form, how to find the outcome if the answer came too late. */
const later: Readonly<Record<string, string>> = {
  [scheduleForm]: 'To check: digest status',
  [summarizeForm]: 'The summary will arrive in a message only you can see.',
  [feedsForm]: 'The result will arrive in a message only you can see.',
}

function formUpdate(text: string): object {
  return { response_action: 'update', view: doneView('Onrecord', [text]) }
}

function jsonAnswer(value: object): HttpAnswer {
  return { status: 200, body: JSON.stringify(value), type: 'application/json' }
}

/** Checks Slack's signature: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function isSigned(
  { signature, timestamp, body }: { readonly signature: string; readonly timestamp: string; readonly body: string },
  { signingSecret, now }: Pick<HttpReceiverOptions, 'signingSecret' | 'now'>,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now() - Number(timestamp)) > skewSeconds) return false
  const expected = Buffer.from(
    `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
  )
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Events come as JSON; commands as a form; everything interactive as JSON within a form. */
function parseBody(contentType: string, body: string): Record<string, unknown> | undefined {
  try {
    if (contentType.startsWith('application/json')) return asRecord(JSON.parse(body))
    const form = new URLSearchParams(body)
    const payload = form.get('payload')
    return payload === null ? Object.fromEntries(form) : asRecord(JSON.parse(payload))
  } catch {
    return undefined
  }
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

function plainAnswer(status: number, body: string): HttpAnswer {
  return { status, body, type: 'text/plain; charset=utf-8' }
}
