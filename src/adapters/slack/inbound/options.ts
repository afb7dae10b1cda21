import type { Inbox, Installations, Log } from '../../../ports.ts'
import type { SlackPlatform } from '../platform.ts'

/** What Slack's requests are taken and answered with. */
export interface SlackGatewayOptions {
  readonly inbox: Inbox
  readonly installations: Installations
  readonly platform: SlackPlatform
  readonly log: Log
  readonly apiUrl: string
  /** For Socket Mode; null where requests come over HTTP. */
  readonly appToken: string | null
  readonly signingSecret: string | null
  /** Before command names: "news-". */
  readonly prefix: string
  /** Where what people upload lies; nothing is fetched from anywhere else. */
  readonly fileHost: string
  /** The zone that a schedule form starts with. */
  readonly zone: string
  /** Of the response_urls that requests carry. */
  readonly now: () => number
}
