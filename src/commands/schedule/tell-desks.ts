import type { Approval } from '../../domain/subscription.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { type CommandContext, homeOf } from '../context.ts'

type Approved = Pick<StoredSubscription, 'name' | 'approval'>

/**
 * Tells the channel where editors approved a digest that they no longer do, and the channel where they do from now on.
 * What is under review already stays with those who were shown it.
 */
export async function tellDesks(
  old: Approval | null,
  { name, approval }: Approved,
  { asker, services }: Pick<CommandContext, 'asker' | 'services'>,
): Promise<void> {
  if (old?.desk.id === approval?.desk.id) return
  const say = async ({ desk }: Approval, text: string) => {
    // Whoever approves on this computer reads the answer to the command there.
    if (desk.platform === 'terminal') return
    const platform = services.platforms.find((each) => each.name === desk.platform)
    const to = { platform: desk.platform, workspace: homeOf(asker).id, place: { everybody: 'yes', channel: desk.id } }
    const isSaid = await platform?.say(to, [{ kind: 'text', text }])
    if (isSaid === false) services.log.warn('desk-not-told', { digest: name, channel: desk.id })
  }
  const then = approval ? 'another channel approves it' : 'it’s posted without approval'
  if (old) await say(old, `New drafts of “${name}” no longer come here: ${then} from now on.`)
  if (approval)
    await say(approval, `New drafts of “${name}” come here from now on, to be approved before they’re posted.`)
}
