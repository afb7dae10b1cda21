import type { Document } from '../chat/document.ts'
import { rich } from '../chat/rich-text.ts'
import { placeOf } from '../commands/context.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Platform } from '../ports.ts'
import type { Services } from '../services.ts'

/** Notifies the owner of a subscription of what stops it being posted; once for as long as the problem is the same. */
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
  // If the message did not arrive, the next attempt notifies the owner.
  if (!(await platform.say(to, [{ kind: 'alert', text }]))) await store.subscriptions.noteProblem(id, null)
}

/** Sends a subscription's owner a private message; false if there is no owner or platform, or it did not arrive. */
export async function notifyOwner(
  { owner, workspace, channel }: Pick<Subscription, 'owner' | 'workspace' | 'channel'>,
  document: Document,
  { platforms }: Pick<Services, 'platforms'>,
): Promise<boolean> {
  const platform = platforms.find(({ name }) => name === channel.platform)
  if (owner === null || !platform) return false
  return await platform.say({ platform: channel.platform, workspace, place: { person: owner } }, document)
}
