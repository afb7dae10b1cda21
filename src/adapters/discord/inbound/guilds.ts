import { type Guild, type REST, Routes } from 'discord.js'
import { reasonOf } from '../../../domain/reason.ts'
import type { Log } from '../../../ports.ts'

/** The type of the audit log entry that says who added an app. */
const botAdded = 28

const welcome = [
  'Onrecord is in your server. It posts digests that keep what happened apart from what people say happened.',
  'In the channel where you want a digest, use `/feeds start` to follow a few feeds, or `/feeds add` for one of your own. Then use `/digest schedule` with days, a time and a zone, for example weekdays, 8:00 and London.',
  'Anyone can use `/summarize` with a link or pasted text.',
].join('\n')

/** Explains to the person who added the app how to begin; does nothing if Discord does not say who that was. */
export async function welcomeInstaller(
  guild: Pick<Guild, 'id'>,
  { rest, applicationId, log }: { readonly rest: REST; readonly applicationId: string; readonly log: Log },
): Promise<void> {
  try {
    const query = new URLSearchParams({ action_type: String(botAdded), limit: '5' })
    const { audit_log_entries: entries } = (await rest.get(Routes.guildAuditLog(guild.id), { query })) as {
      audit_log_entries: readonly { readonly user_id: string | null; readonly target_id: string | null }[]
    }
    const installer = entries.find(({ target_id: target }) => target === applicationId)?.user_id
    if (!installer) return
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: installer } })) as { id: string }
    await rest.post(Routes.channelMessages(id), { body: { content: welcome, allowed_mentions: { parse: [] } } })
  } catch (error) {
    log.info('discord-no-welcome', { guild: guild.id, reason: reasonOf(error) })
  }
}
