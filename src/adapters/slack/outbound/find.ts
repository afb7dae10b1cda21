import type { WebClient } from '@slack/web-api'
import type { Destination, Found } from '../../../domain/message.ts'
import { sentOf, slackError } from './answers.ts'

/** Messages per page, and the most pages searched for a message that may have gone out. */
const looked = 200
const mostPages = 10
/** How far our clock may differ from Slack's, and how long after `since` a message may still go out, in seconds. */
const clockSlackSeconds = 120
const sendingSeconds = 30
/** The most interrupted searches that are remembered. */
const mostBegun = 1_000

/** The event type in our messages' metadata, by which they are found. */
export const eventType = 'onrecord_post'

type Sought = Pick<Destination, 'channel' | 'parent' | 'key' | 'since'>

interface Listed {
  readonly ts?: string
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: Readonly<Record<string, unknown>> }
}

/**
 * Looks for messages that may have gone out, by their metadata. Slack lets some apps read only one page a minute, so an
 * interrupted search resumes where it stopped.
 */
export class Finder {
  readonly #begun = new Map<string, { readonly cursor: string; readonly pages: number }>()

  /** Finds out if a message went out, and if all of it did. */
  async find(sought: Sought, client: WebClient): Promise<Found> {
    try {
      const found = await this.#look(sought, client)
      if (found === 'too many')
        return { kind: 'unsure', reason: 'too many messages have been posted in the channel since' }
      if (!found?.ts) return { kind: 'absent' }
      const pieces = found.metadata?.event_payload?.['pieces']
      return { kind: 'found', message: found.ts, ...(typeof pieces === 'number' ? { inPart: true, pieces } : {}) }
    } catch (error) {
      const sent = sentOf(error)
      if (sent.kind !== 'refused')
        return { kind: 'later', reason: sent.reason, retryAfterMs: sent.kind === 'later' ? sent.retryAfterMs : 15_000 }
      return {
        kind: 'unsure',
        reason: `Slack didn’t let us check whether it went out (${slackError(error) || 'no answer'})`,
      }
    }
  }

  #remember(search: string, begun: { readonly cursor: string; readonly pages: number }): void {
    this.#begun.set(search, begun)
    for (const oldest of this.#begun.keys()) if (this.#begun.size > mostBegun) this.#begun.delete(oldest)
  }

  /** Searches the messages written at that time, page by page, up to a limit. */
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

/** The period in which a message begun at `since` may have gone out. */
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
