import type { Command, CommandAnswer } from '../chat/command.ts'
import { shiftInstant } from '../domain/instant.ts'
import { reasonOf } from '../domain/reason.ts'
import { workspaceId } from '../domain/subscription.ts'
import type { Asker, ChatRequest, Inbox } from '../ports.ts'
import { answerCommand } from './answer-command.ts'
import type { CommandContext } from './command-context.ts'
import type { Doors } from './doors.ts'

export const requestLimits = {
  /** Costly commands in `windowMs`: of one person, and of a workspace. */
  person: 10,
  workspace: 60,
  windowMs: 10 * 60_000,
} as const

/** Takes requests from chat: each is kept in the database before it is acknowledged, and answered from there. */
export function openInbox(doors: Doors): Inbox {
  return {
    take: async (id, request) => {
      const { workspace, person } = request.asker
      const seen = { id, workspace: workspace.id, person, costly: isCostly(request.command), at: doors.clock.now() }
      return await doors.store.requests.take(
        seen,
        async (within) => await doors.queue.send({ kind: 'answer', id, request }, { within }),
      )
    },
    firstSight: async (id) =>
      await doors.store.requests.take(
        { id, workspace: workspaceId(''), person: null, costly: false, at: doors.clock.now() },
        async () => undefined,
      ),
    answer: async (command, asker) => await answerSafely(command, { asker, doors }),
  }
}

/** Answers a request that was kept, where it was made. */
export async function answerRequest(id: string, { command, asker, replyTo }: ChatRequest, doors: Doors): Promise<void> {
  const platform = doors.platforms.find(({ name }) => name === replyTo.platform)
  if (!platform) return doors.log.warn('reply-lost', { platform: replyTo.platform })
  const place = replyTo.place as Readonly<Record<string, string | undefined>>
  const busy = isCostly(command) && (await askedTooMuch(asker, doors))
  const answer = busy
    ? { document: [{ kind: 'alert' as const, text: 'That was a lot in a short time. Try again in ten minutes.' }] }
    : await answerSafely(command, {
        asker,
        doors,
        ...(place['since'] ? { at: new Date(Number(place['since'])).toISOString() } : {}),
      })
  const isPrivate = !('everybody' in replyTo.place)
  const shareable = command.kind === 'summarize' && isPrivate && 'done' in answer && answer.done
  if (shareable) {
    await doors.store.workspaces.ensure(asker.workspace)
    await doors.store.requests.keepAnswer(id, asker.workspace.id, { document: answer.document, now: doors.clock.now() })
  }
  const share = { kind: 'action' as const, label: 'Post to channel', action: { kind: 'share' as const, answer: id } }
  const said = await platform.say(replyTo, shareable ? [...answer.document, share] : answer.document)
  if (!said) doors.log.warn('reply-lost', { platform: replyTo.platform, command: command.kind })
}

async function answerSafely(command: Command, context: CommandContext): Promise<CommandAnswer> {
  const { doors } = context
  try {
    return await answerCommand(command, context)
  } catch (error) {
    doors.log.error('command-failed', { command: command.kind, reason: reasonOf(error) })
    const text = 'Something went wrong on our side. It is noted in the log; please try again.'
    return { done: false, document: [{ kind: 'alert', text }], json: { error: text } }
  }
}

async function askedTooMuch(asker: Asker, { store, clock }: Doors): Promise<boolean> {
  const since = shiftInstant(clock.now(), -requestLimits.windowMs)
  const count = await store.requests.count({ workspace: asker.workspace.id, person: asker.person }, since)
  return count.person > requestLimits.person || count.workspace > requestLimits.workspace
}

/** Whether a command fetches pages or sets a writer going. */
function isCostly({ kind }: Command): boolean {
  return ['summarize', 'digest-now', 'preview-digest', 'add-feed', 'test-feed', 'import-feeds', 'start-feeds'].includes(
    kind,
  )
}
