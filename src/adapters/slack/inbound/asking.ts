import type { Command } from '../../../chat/commands/command.ts'
import { workspaceId } from '../../../domain/subscription.ts'
import type { Address, Asker, ChatRequest } from '../../../ports.ts'

/** The person who did something in Slack, and where. */
export interface Actor {
  readonly team: string
  /** The workspace's name in Slack; null if the request does not include it. */
  readonly name: string | null
  readonly person: string
  readonly channel: string | null
  /** Put before command names: "news-". */
  readonly prefix: string
}

export function askerOf({ team, name, person, channel, prefix }: Actor): Asker {
  return {
    workspace: { id: workspaceId(`slack:${team}`), kind: 'slack', name: name ?? team },
    channel: channel === null ? null : { platform: 'slack', id: channel },
    person,
    mayManage: null,
    ...(prefix ? { prefix } : {}),
  }
}

/** The way an answer takes to the person who asked. */
export interface ReplyPath {
  readonly responseUrl?: string | undefined
  /** True if the answer is for everybody in the channel. */
  readonly everybody?: boolean
  /** The thread in which it was asked. */
  readonly thread?: string | undefined
  /** True if that thread does not exist yet: only an answer for everybody may then go into it. */
  readonly opensThread?: boolean
}

export function requestOf(command: Command, actor: Actor, way: ReplyPath): ChatRequest {
  return { command, asker: askerOf(actor), replyTo: addressOf(actor, way) }
}

/** The address at which to answer a person, or to report the outcome of what they did. */
export function addressOf(actor: Actor, { responseUrl, everybody, thread, opensThread }: ReplyPath): Address {
  const place = {
    person: actor.person,
    since: String(Date.now()),
    ...(actor.channel === null ? {} : { channel: actor.channel }),
    ...(responseUrl ? { responseUrl } : {}),
    ...(everybody ? { everybody: 'true' } : {}),
    ...(thread ? { thread } : {}),
    ...(opensThread ? { opensThread: 'true' } : {}),
  }
  return { platform: 'slack', workspace: askerOf(actor).workspace.id, place }
}

/** A message's links: those in its text or, if it has none there, those in its blocks and attachments. */
export function linksOf(message: {
  readonly text?: string | undefined
  readonly blocks?: unknown
  readonly attachments?: unknown
}): string[] {
  const inText = linksIn(message.text ?? '')
  if (inText.length > 0) return inText
  const found = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') collect(inner)
      else if (linkFields.has(key) && /^https?:\/\//.test(inner)) found.add(inner)
    }
  }
  collect([message.blocks, message.attachments])
  return [...found]
}

/** The fields in which Slack keeps the addresses of links and of their previews. */
const linkFields = new Set(['url', 'title_link', 'from_url', 'original_url'])

/** The addresses in a text, as Slack marks them: <https://…|…>. */
export function linksIn(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(/<(https?:\/\/[^>|\s]+)(?:\|[^>]*)?>/g)].map(([, url]) => (url ?? '').replace(/&amp;/g, '&')),
    ),
  ]
}

/** Undoes Slack's entities for these three characters, and its marks around addresses where it also marks people. */
export function unescape(text: string): string {
  const plain = text
    // If someone typed “example.org”, that is the label; a label of other words is not meant, so keep the address.
    .replace(/<((?:https?|mailto):[^|>]*)\|([^>]*)>/g, (_, url: string, typed: string) =>
      url.replace(/^(?:https?:\/\/|mailto:)/, '').startsWith(typed) ? typed : url,
    )
    .replace(/<(https?:[^|>]*)>/g, '$1')
  return plain.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
