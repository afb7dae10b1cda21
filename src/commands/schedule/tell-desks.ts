import { setTimeout as sleep } from 'node:timers/promises'
import { reasonOf } from '../../domain/reason.ts'
import type { Approval } from '../../domain/subscription.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { type CommandContext, homeOf } from '../context.ts'
import { formPatienceMs } from '../replies.ts'

type Approved = Pick<StoredSubscription, 'name' | 'approval'>

/**
 * Tells the channel where editors approved a digest that they no longer do, and the channel where they do from now on.
 * What is under review already stays with those who were shown it. A slow platform keeps nobody waiting.
 */
export async function tellDesks(
  old: Approval | null,
  { name, approval }: Approved,
  context: Pick<CommandContext, 'asker' | 'services'>,
): Promise<void> {
  if (old?.desk.id === approval?.desk.id) return
  const then = approval ? 'another channel approves it' : 'it’s posted without approval'
  const told: Promise<void>[] = []
  if (old) told.push(tell(old, `New drafts of “${name}” no longer come here: ${then} from now on.`, context))
  const now = `New drafts of “${name}” come here from now on, to be approved before they’re posted.`
  if (approval) told.push(tell(approval, now, context))
  await Promise.race([Promise.all(told), sleep(formPatienceMs, null, { ref: false })])
}

async function tell(
  { desk }: Approval,
  text: string,
  { asker, services }: Pick<CommandContext, 'asker' | 'services'>,
): Promise<void> {
  // Whoever approves on this computer reads the answer to the command there.
  if (desk.platform === 'terminal') return
  const platform = services.platforms.find((each) => each.name === desk.platform)
  const to = { platform: desk.platform, workspace: homeOf(asker).id, place: { everybody: 'yes', channel: desk.id } }
  try {
    if (await platform?.say(to, [{ kind: 'text', text }])) return
    services.log.warn('desk-not-told', { channel: desk.id })
  } catch (error) {
    services.log.warn('desk-not-told', { channel: desk.id, reason: reasonOf(error) })
  }
}
