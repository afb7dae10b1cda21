import type { Command } from '../../chat/command.ts'
import { workspaceId } from '../../domain/subscription.ts'
import type { Asker, ChatRequest } from '../../ports.ts'

/** Who did something in Slack, and where. */
export interface Actor {
  readonly team: string
  /** The workspace's name as Slack has it, where it came along. */
  readonly name: string | null
  readonly person: string
  readonly channel: string | null
  /** Before the names of commands. */
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

/** How an answer reaches whoever asked. */
export interface Way {
  readonly responseUrl?: string | undefined
  /** The answer stands beside the message that was acted on, and not in its place. */
  readonly beside?: boolean
  /** It is for everybody in the channel. */
  readonly everybody?: boolean
  /** The thread in which it was asked. */
  readonly thread?: string | undefined
}

export function requestOf(
  command: Command,
  actor: Actor,
  { responseUrl, beside, everybody, thread }: Way,
): ChatRequest {
  const asker = askerOf(actor)
  const place = {
    person: actor.person,
    since: String(Date.now()),
    ...(actor.channel === null ? {} : { channel: actor.channel }),
    ...(responseUrl ? { responseUrl } : {}),
    ...(beside ? { beside: 'true' } : {}),
    ...(everybody ? { everybody: 'true' } : {}),
    ...(thread ? { thread } : {}),
  }
  return { command, asker, replyTo: { platform: 'slack', workspace: asker.workspace.id, place } }
}

/** The addresses in a message, as Slack marks them: <https://…|…>. */
export function linksIn(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(/<(https?:\/\/[^>|\s]+)(?:\|[^>]*)?>/g)].map(([, url]) => (url ?? '').replace(/&amp;/g, '&')),
    ),
  ]
}
