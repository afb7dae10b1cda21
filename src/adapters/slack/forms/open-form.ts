import { setTimeout as sleep } from 'node:timers/promises'
import type { ModalView, WebClient } from '@slack/web-api'
import { sentOf, slackError } from '../outbound/answers.ts'

/** How long Slack may take to open a form, in milliseconds; the person must get an answer within three seconds. */
const openMs = 1_500

/** Slack's errors for a form that came too late to be opened. */
const tooLate = new Set(['expired_trigger_id', 'trigger_expired', 'exchanged_trigger_id', 'trigger_exchanged'])

/** Opens a form; returns the reason, in words, if it did not open. */
export async function openForm(client: WebClient, trigger: string, view: ModalView): Promise<string | undefined> {
  const shutdown = new AbortController()
  try {
    const late = sleep(openMs, 'late' as const, { signal: shutdown.signal })
    const opened = client.views.open({ trigger_id: trigger, view })
    // An error that comes after the time limit is ignored.
    opened.catch(() => undefined)
    return (await Promise.race([opened, late])) === 'late' ? notOpened('Slack took too long') : undefined
  } catch (error) {
    if (tooLate.has(slackError(error))) return notOpened('it took too long')
    return notOpened(sentOf(error).kind === 'later' ? sentOf(error).reason : 'Slack rejected it')
  } finally {
    shutdown.abort()
  }
}

function notOpened(reason: string): string {
  return `The form could not be opened: ${reason}. Please try again.`
}
