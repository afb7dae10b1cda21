import type { Command, CommandAnswer } from '../chat/command.ts'
import type { Document } from '../chat/document.ts'
import { shiftInstant } from '../domain/instant.ts'
import { reasonOf } from '../domain/reason.ts'
import { workspaceId } from '../domain/subscription.ts'
import type { Asker, ChatRequest, Inbox } from '../ports.ts'
import { answerCommand } from './answer-command.ts'
import type { CommandContext } from './command-context.ts'
import type { Doors } from './doors.ts'
import { answerOf, nameStories, shortened } from './kept-answers.ts'

export const requestLimits = {
  /** Costly commands in `windowMs`: of one person, and of a workspace. */
  person: 10,
  workspace: 60,
  windowMs: 10 * 60_000,
} as const

/** Takes requests from chat: each is kept in the database before it is acknowledged, and answered from there. */
export function openInbox(doors: Doors): Inbox {
  const { waiting } = doors
  const take = async (id: string, request: ChatRequest) => {
    const { workspace, person } = request.asker
    const seen = { id, workspace: workspace.id, person, costly: isCostly(request.command), at: doors.clock.now() }
    return await doors.store.requests.take(
      seen,
      async (within) => await doors.queue.send({ kind: 'answer', id, request }, { within }),
    )
  }
  return {
    take,
    ...(waiting
      ? {
          takeSoon: async (id, request, withinMs) =>
            await waiting.wait(id, withinMs, async () => await take(id, request)),
        }
      : {}),
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
  const answer = await answerKept({ command, asker, replyTo }, doors)
  const isSummary = command.kind === 'summarize' && answer.done
  const document = isSummary
    ? await keepSummary(id, { document: answer.document, asker, replyTo }, doors)
    : answer.document
  if (doors.waiting?.hand(id, document)) return
  // What could not be done is for whoever asked.
  const isSaid = await platform.say(answer.done ? replyTo : toAskerAlone(replyTo), document)
  if (!isSaid) doors.log.warn('reply-lost', { platform: replyTo.platform, command: command.kind })
  // What everybody was to be shown, and was not, may be asked for again; what costs something counts whatever came of it.
  if (command.kind === 'show-answer' && isPublic(replyTo) && !(isSaid && answer.done))
    await doors.store.requests.forget(id)
}

/** What is answered to a request that was kept, unless too much was asked for. */
async function answerKept(
  { command, asker, replyTo }: ChatRequest,
  doors: Doors,
): Promise<Pick<CommandAnswer, 'done' | 'document'>> {
  if (isCostly(command) && (await askedTooMuch(asker, doors))) {
    const text = 'That was a lot in a short time. Try again in ten minutes.'
    return { done: false, document: [{ kind: 'alert', text }] }
  }
  const place = replyTo.place as Readonly<Record<string, string | undefined>>
  const at = place['since'] ? { at: new Date(Number(place['since'])).toISOString() } : {}
  const whole = command.kind === 'summarize' ? { ...command, all: true } : command
  return await answerSafely(whole, { asker, doors, ...at })
}

function toAskerAlone({ place, ...address }: ChatRequest['replyTo']): ChatRequest['replyTo'] {
  const { everybody: _, ...own } = place as Readonly<Record<string, string>>
  return { ...address, place: own }
}

function isPublic({ place }: ChatRequest['replyTo']): boolean {
  return 'everybody' in place
}

/** Keeps a summary for its buttons; what is said of it, with a way to show everybody what one person alone sees. */
async function keepSummary(
  id: string,
  { document, asker, replyTo }: Pick<ChatRequest, 'asker' | 'replyTo'> & { readonly document: Document },
  { store, clock }: Doors,
): Promise<Document> {
  const answer = answerOf(id)
  const whole = nameStories(document, answer)
  await store.workspaces.ensure(asker.workspace)
  await store.requests.keepAnswer(answer, asker.workspace.id, { document: whole, now: clock.now() })
  const share = { kind: 'action' as const, label: 'Post to channel', action: { kind: 'share' as const, answer } }
  return isPublic(replyTo) || asker.channel === null ? shortened(whole) : [...shortened(whole), share]
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
