import { longestReviewMs } from '../../domain/subscription.ts'
import type { OrderedApproval } from './order.ts'

/** An order's approval in words, and the words before it. */
export interface ReadApproval {
  readonly approval: OrderedApproval | 'off' | null
  readonly rest: string
}

/** How long before its slot a draft is shown, in minutes: by default, and at least. */
export const reviewMinutes = { usual: 60, least: 5, most: longestReviewMs / 60_000 } as const

/** Mentions as Slack and Discord write them: of a group or role, and of a channel. */
const group = /<(?:!subteam\^|@&)([A-Z0-9]+)(?:\|[^>]*)?>/i
const channel = /<#([A-Z0-9]+)(?:\|[^>]*)?>/i
/** "30 min", "2 hours before", and "else send". */
const lead = /\b(\d{1,3}) ?(m|min|mins|minutes?|h|hours?)\b(?: (?:before|ahead|earlier))?/i
const otherwise = /\b(?:else|otherwise|or) (skip|send)\b/i

/**
 * Reads "approve by @editors in #desk, 30 min before, else send" at the end of an order, or "approve off". The person
 * at this computer approves with "approve by me". Returns a reason, in words, if it is not clear who approves, or where.
 */
export function readApproval(words: string): ReadApproval | { readonly reason: string } {
  const [, rest = words, said = ''] = /^([\s\S]*?)\b(?:approved?|approval)\b([\s\S]*)$/i.exec(words) ?? []
  if (rest === words) return { approval: null, rest: words }
  if (/\bno\s*$/i.test(rest) || /^\W*(?:off|by nobody|none)\W*$/i.test(said))
    return { approval: 'off', rest: rest.replace(/\bno\s*$/i, '') }
  const [, people = null] = group.exec(said) ?? []
  const [, place] = channel.exec(said) ?? []
  const desk = place ?? (/\bby me\b/i.test(said) ? 'screen' : undefined)
  if (desk === undefined) return { reason: people ? noPlace : noEditors }
  return {
    rest,
    approval: {
      group: people,
      desk,
      minutes: minutesIn(said),
      otherwise: lapseIn(said),
    },
  }
}

const noPlace = 'Say where the editors see each draft: approve by @editors in #desk'
const noEditors = 'Say who approves it: approve by #desk, or approve by @editors in #desk. To stop: approve off'

/** What happens if nobody decides: "else skip", "else send"; null if the words do not say. */
function lapseIn(words: string): OrderedApproval['otherwise'] {
  const [, lapse] = otherwise.exec(words) ?? []
  if (lapse === undefined) return null
  return /^skip$/i.test(lapse) ? 'skip' : 'sure'
}

/** "30 min" or "2 hours" in minutes; null if there is neither. */
function minutesIn(words: string): number | null {
  const [, count, unit = ''] = lead.exec(words) ?? []
  return count === undefined ? null : Number(count) * (/^h/i.test(unit) ? 60 : 1)
}
