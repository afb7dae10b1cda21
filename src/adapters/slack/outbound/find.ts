import type { WebClient } from '@slack/web-api'
import type { Destination, Found } from '../../../domain/message.ts'
import { sentOf, slackError } from './answers.ts'

/** Messages of a page, and pages, looked through for one that may have gone out. */
const looked = 200
const mostPages = 10
/** By how much our clock may be ahead of Slack's or behind it, and how long after its mark a message goes out at the latest, in seconds. */
const clockSlackSeconds = 120
const sendingSeconds = 30
/** Searches that were broken off, at most. */
const mostBegun = 1_000

/** What our messages' metadata is called, by which they are found. */
export const eventType = 'onrecord_post'

type Sought = Pick<Destination, 'channel' | 'parent' | 'key' | 'since'>

interface Listed {
  readonly ts?: string
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: Readonly<Record<string, unknown>> }
}

/**
 * Looks for messages that may have gone out, by their metadata. Slack lets some apps read one page a minute: a search that it
 * breaks off goes on where it was.
 */
export class Finder {
  readonly #begun = new Map<string, { readonly cursor: string; readonly pages: number }>()

  /** Looks whether a message went out, and whether that was all of it. */
  async find(sought: Sought, client: WebClient): Promise<Found> {
    try {
      const found = await this.#look(sought, client)
      if (found === 'too many') return { kind: 'unsure', reason: 'too much has been written in the channel since' }
      if (!found?.ts) return { kind: 'absent' }
      const pieces = found.metadata?.event_payload?.['pieces']
      return { kind: 'found', message: found.ts, ...(typeof pieces === 'number' ? { inPart: true, pieces } : {}) }
    } catch (error) {
      const sent = sentOf(error)
      if (sent.kind !== 'refused')
        return { kind: 'later', reason: sent.reason, retryAfterMs: sent.kind === 'later' ? sent.retryAfterMs : 15_000 }
      return {
        kind: 'unsure',
        reason: `Slack did not let us look whether it went out (${slackError(error) || 'no answer'})`,
      }
    }
  }

  #remember(search: string, begun: { readonly cursor: string; readonly pages: number }): void {
    this.#begun.set(search, begun)
    for (const oldest of this.#begun.keys()) if (this.#begun.size > mostBegun) this.#begun.delete(oldest)
  }

  /** Looks through what was written then, page by page; there is an end to it. */
  async #look(sought: Sought, client: WebClient): Promise<Listed | undefined | 'too many'> {
    const { channel, parent, key } = sought
    const search = `${channel} ${parent ?? sought.since ?? ''} ${key}`
    let { cursor, pages } = this.#begun.get(search) ?? { cursor: '', pages: 0 }
    this.#begun.delete(search)
    for (; pages < mostPages; pages++) {
      if (cursor !== '') this.#remember(search, { cursor, pages })
      const page = { channel, limit: looked, include_all_metadata: true, ...(cursor ? { cursor } : {}) }
      const { messages, has_more, response_metadata } =
        parent === null
          ? await client.conversations.history({ ...page, ...whenOf(sought) })
          : await client.conversations.replies({ ...page, ts: parent })
      this.#begun.delete(search)
      const found = (messages as readonly Listed[] | undefined)?.find((each) => hasKey(each, key))
      if (found || !has_more) return found
      cursor = response_metadata?.next_cursor ?? ''
    }
    return 'too many'
  }
}

/** When a message that was begun then may have gone out. */
function whenOf({ since }: Sought): { readonly oldest?: string; readonly latest?: string } {
  if (since === null) return {}
  const seconds = Date.parse(since) / 1_000
  return {
    oldest: String(seconds - clockSlackSeconds),
    latest: String(seconds + sendingSeconds + clockSlackSeconds),
  }
}

function hasKey({ metadata }: Listed, key: string): boolean {
  return metadata?.event_type === eventType && metadata.event_payload?.['key'] === key
}
