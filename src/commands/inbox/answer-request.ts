import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Refusal, RefusalCode, Reply } from '../../chat/commands/reply.ts'
import type { Document } from '../../chat/document.ts'
import { plainWords, rich } from '../../chat/rich-text.ts'
import { moment } from '../../digest/times.ts'
import { shiftInstant } from '../../domain/instant.ts'
import type { Asker, ChatRequest, Platform } from '../../ports.ts'
import type { Services } from '../../services.ts'
import { specOf } from '../registry.ts'
import { refused } from '../replies.ts'
import { answerOf, nameStories, shortened } from '../stories/saved-summaries.ts'
import { runSafely } from './inbox.ts'

export const requestLimits = {
  /** The most costly commands in `windowMs`, per person and per workspace. */
  person: 10,
  workspace: 60,
  windowMs: 10 * 60_000,
  /** How long to wait, in milliseconds, before an answer begun by a dead process either is there or will never come. */
  graceMs: 5_000,
  /** How many times, and how many milliseconds apart, to retry a database that does not answer. */
  turns: 40,
  turnMs: 500,
} as const

/** Answers a stored request in the place where it was made. */
export async function answerRequest(id: string, request: ChatRequest, services: Services): Promise<void> {
  const { command, asker, replyTo } = request
  const platform = services.platforms.find(({ name }) => name === replyTo.platform)
  if (!platform) return services.log.warn('reply-lost', { platform: replyTo.platform })
  const answer = await answerKept(id, request, services)
  const isSummary = command.kind === 'summarize' && answer.done
  const document = isSummary
    ? await keepSummary(id, { document: answer.document, asker, replyTo }, services)
    : answer.document
  const attempt = randomUUID()
  const once = {
    key: answerOf(id),
    isToBeSaid: async () => await isToBeSaid(id, { attempt, platform, replyTo }, services),
  }
  if (services.waiting?.isWaiting(id)) {
    if (!(await once.isToBeSaid())) return
    if (services.waiting.hand(id, document)) return
  }
  // A refusal goes to the asker alone.
  const isSaid = await platform.say(answer.done ? replyTo : toAskerAlone(replyTo), document, once)
  if (!isSaid) services.log.warn('reply-lost', { platform: replyTo.platform, command: command.kind })
  // A failed attempt to show an answer to everyone may be repeated.
  if (command.kind === 'show-answer' && isPublic(replyTo) && !(isSaid && answer.done))
    await services.store.requests.forget(id)
}

/**
 * Marks an answer as about to be posted; returns true if it should be. If a process that died had begun to post it,
 * asks the platform whether to post it again. A private answer cannot be looked up, and has nearly always gone out.
 */
async function isToBeSaid(
  id: string,
  {
    attempt,
    platform,
    replyTo,
  }: { readonly attempt: string; readonly platform: Platform; readonly replyTo: ChatRequest['replyTo'] },
  { store, clock, log }: Services,
): Promise<boolean> {
  const beganMsAgo = await untilItAnswers(async () => await store.requests.beginAnswer(id, attempt))
  if (beganMsAgo === null || !platform.maySayAgain) return true
  const since = shiftInstant(clock.now(), -beganMsAgo)
  await sleep(Math.max(0, requestLimits.graceMs - beganMsAgo))
  const again = await platform.maySayAgain(replyTo, { key: answerOf(id), since })
  log.info('answer-taken-over', { request: id, again })
  return again
}

/** Retries a query while the database is briefly unavailable. The query must be safe to repeat. */
async function untilItAnswers<T>(ask: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await ask()
    } catch (error) {
      if (turn === requestLimits.turns) throw error
      await sleep(requestLimits.turnMs)
    }
  }
}

/** Refusals for which nothing was fetched or written. */
const freeRefusals: ReadonlySet<RefusalCode> = new Set(['limit', 'unclear', 'not-allowed', 'not-found', 'taken-back'])

/** Runs a stored request's command, unless too much was asked for. What was refused before anything was read has cost nothing. */
async function answerKept(id: string, { command, asker, at }: ChatRequest, services: Services): Promise<Reply> {
  const { isCostly = false } = specOf(command)
  const whole = command.kind === 'summarize' ? { ...command, all: true } : command
  const answer =
    (isCostly ? await tooMuch(id, asker, services) : undefined) ??
    (await runSafely(whole, { asker, services, ...(at === undefined ? {} : { at }) }))
  if (isCostly && !answer.done && freeRefusals.has(answer.code)) await services.store.requests.waive(id)
  return answer
}

function toAskerAlone({ place, ...address }: ChatRequest['replyTo']): ChatRequest['replyTo'] {
  const { everybody: _, ...own } = place as Readonly<Record<string, string>>
  return { ...address, place: own }
}

function isPublic({ place }: ChatRequest['replyTo']): boolean {
  return 'everybody' in place
}

/** Stores a summary for its buttons; returns its short form, with a button to share it if only the asker sees it. */
async function keepSummary(
  id: string,
  { document, asker, replyTo }: Pick<ChatRequest, 'asker' | 'replyTo'> & { readonly document: Document },
  { store, clock }: Services,
): Promise<Document> {
  const answer = answerOf(id)
  const whole = nameStories(document, answer)
  await store.workspaces.ensure(asker.workspace)
  await store.requests.keepAnswer(answer, asker.workspace.id, { document: whole, now: clock.now() })
  const share = { kind: 'action' as const, label: 'Post to channel', action: { kind: 'share' as const, answer } }
  return isPublic(replyTo) || asker.channel === null ? shortened(whole) : [...shortened(whole), share]
}

/** A refusal, with when to ask again, if a person or a workspace has made too many costly requests. */
async function tooMuch(
  id: string,
  { workspace, person }: Asker,
  { store, clock, defaults }: Services,
): Promise<Refusal | undefined> {
  const since = shiftInstant(clock.now(), -requestLimits.windowMs)
  const all = await store.requests.costly({ id, workspace: workspace.id }, since)
  const own = all.filter((each) => each.person === person)
  const isOwn = own.length >= requestLimits.person
  const [counts, most] = isOwn ? [own, requestLimits.person] : [all, requestLimits.workspace]
  const earliest = counts.at(-most)
  if (counts.length < most || !earliest) return undefined
  // Moments are shown to the minute.
  const free = moment(shiftInstant(earliest.at, requestLimits.windowMs + 60_000), defaults.schedule.zone)
  const who = isOwn ? 'You’ve' : 'People here have'
  const text = rich`${who} asked for ${most} summaries or digests in ten minutes. Ask again from ${free}.`
  return refused('limit', plainWords(text), { document: [{ kind: 'alert', text }] })
}
