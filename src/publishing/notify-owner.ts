import type { Document } from '../chat/document.ts'
import { rich } from '../chat/rich-text.ts'
import { placeOf } from '../commands/context.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Platform } from '../ports.ts'
import type { Services } from '../services.ts'

/** Tells whoever made a subscription what keeps it from being posted; once, as long as that stays the same. */
export async function notifyOwnerOf(
  { id, name, owner, workspace, channel }: Subscription,
  { platform, problem }: { readonly platform: Platform; readonly problem: string },
  { store, log }: Pick<Services, 'store' | 'log'>,
): Promise<void> {
  if (!(await store.subscriptions.noteProblem(id, problem))) return
  log.warn('subscription-problem', { subscription: id, problem })
  if (owner === null) return
  const text = rich`“${name}” could not be posted in ${placeOf(channel)}: ${problem}.`
  const to = { platform: platform.name, workspace, place: { person: owner } }
  // Whoever was not reached is told the next time.
  if (!(await platform.say(to, [{ kind: 'alert', text }]))) await store.subscriptions.noteProblem(id, null)
}

/** Says something to whoever made a subscription, alone; false where there is no such person or place, or they were not reached. */
export async function notifyOwner(
  { owner, workspace, channel }: Pick<Subscription, 'owner' | 'workspace' | 'channel'>,
  document: Document,
  { platforms }: Pick<Services, 'platforms'>,
): Promise<boolean> {
  const platform = platforms.find(({ name }) => name === channel.platform)
  if (owner === null || !platform) return false
  return await platform.say({ platform: channel.platform, workspace, place: { person: owner } }, document)
}
