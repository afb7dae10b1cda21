import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { Sent } from '../../../domain/message.ts'
import { neverConnected } from '../../../domain/reason.ts'

/** Discord's error codes as reasons in words, with what to do about them. */
const refusals: Readonly<Record<number, string>> = {
  10_003: 'the channel no longer exists; choose another with /digest schedule',
  10_008: 'someone has deleted the message',
  10_004: 'Onrecord is no longer in this server; add it again',
  40_001: 'Discord doesn’t accept the app’s token; check DISCORD_TOKEN',
  40_005: 'the message is larger than Discord allows',
  50_001: 'Onrecord can’t see the channel; give it the “View Channel” permission there',
  50_007: 'this person doesn’t accept direct messages',
  50_013: 'Onrecord can’t post in the channel; give it the permissions “Send Messages” and “Send Messages in Threads”',
  50_035: 'Discord rejected the message',
  30_033: 'the thread can’t take any more people',
  30_046: 'the message has been edited too often this hour',
  160_005: 'the thread is locked',
  160_006: 'the server has as many active threads as Discord allows; close some',
  40_067: 'the forum requires a tag on each post; turn that off, or choose another channel',
}

/** Errors for what somebody has deleted: the message, or the channel or thread with it. */
const deleted: ReadonlySet<number> = new Set([10_003, 10_008])

/** Translates an error from Discord's client into the outcome for a message. */
export function sentOf(error: unknown): Exclude<Sent, { kind: 'sent' }> {
  if (error instanceof RateLimitError)
    return { kind: 'later', reason: 'Discord asks us to slow down', retryAfterMs: error.retryAfter }
  if (error instanceof DiscordAPIError) {
    const known = refusals[Number(error.code)]
    if (known)
      return { kind: 'refused', reason: known, ...(deleted.has(Number(error.code)) ? { code: 'deleted' } : {}) }
    if (error.status === 401) return { kind: 'refused', reason: refusals[40_001] ?? '' }
    return { kind: 'refused', reason: `Discord rejected it (${error.code})` }
  }
  if (error instanceof HTTPError) {
    // A gateway in front of Discord answered, so nothing was done.
    if (error.status === 502 || error.status === 503)
      return { kind: 'later', reason: `Discord is unavailable (${error.status})`, retryAfterMs: 3_000 }
    return { kind: 'unknown', reason: `Discord had an error on its side (${error.status})` }
  }
  if (neverConnected(error)) return { kind: 'later', reason: 'Discord cannot be reached', retryAfterMs: 5_000 }
  return { kind: 'unknown', reason: 'Discord’s answer was lost' }
}

/** Why Discord refuses, in words, by its error code. */
export function refusalReason(code: number): string {
  return refusals[code] ?? `Discord rejected it (${code})`
}

/** Discord's error code; 0 for anything else. */
export function discordCode(error: unknown): number {
  return error instanceof DiscordAPIError ? Number(error.code) : 0
}

/** Returns an error handler that gives `instead` for this code and rethrows any other error. */
export function unless<Value>(code: number, instead: Value): (error: unknown) => Value {
  return (error) => {
    if (discordCode(error) === code) return instead
    throw error
  }
}
