import type { Inbox, Installations, Log } from '../../../ports.ts'
import type { SlackPlatform } from '../platform.ts'

/** Everything needed to take and answer Slack's requests. */
export interface SlackGatewayOptions {
  readonly inbox: Inbox
  readonly installations: Installations
  readonly platform: SlackPlatform
  readonly log: Log
  readonly apiUrl: string
  /** For Socket Mode; null if requests come over HTTP. */
  readonly appToken: string | null
  readonly signingSecret: string | null
  /** Put before command names: "news-". */
  readonly prefix: string
  /** The host of uploaded files; nothing is fetched from any other host. */
  readonly fileHost: string
  /** The time zone a schedule form starts with. */
  readonly zone: string
  /** The current time, in milliseconds since 1970. */
  readonly now: () => number
}
