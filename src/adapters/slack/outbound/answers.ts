import type { Sent } from '../../../domain/message.ts'
import { neverConnected } from '../../../domain/reason.ts'

/** Errors by which a workspace forbids editing what was posted. */
const notEditable: ReadonlySet<string> = new Set(['edit_window_closed', 'cant_update_message'])
/** Errors for what somebody has deleted. */
const deleted: ReadonlySet<string> = new Set(['message_not_found', 'thread_not_found'])
const editsForbidden = 'the workspace doesn’t let the app edit its posts'

/** Slack's errors as reasons in words, with what to do about them. */
const refusals: Readonly<Record<string, string>> = {
  not_in_channel: 'Onrecord isn’t in the channel; invite it with /invite @Onrecord',
  channel_not_found: 'the channel no longer exists or is private; invite Onrecord to it with /invite @Onrecord',
  is_archived: 'the channel is archived; unarchive it, or choose another for the digest',
  account_inactive: 'the app was removed from the workspace; install it again',
  token_revoked: 'the app’s token was revoked; install it again',
  token_expired: 'the app’s token has expired; install it again',
  invalid_auth: 'Slack doesn’t accept the app’s token; check SLACK_BOT_TOKEN, or install the app again',
  not_authed: 'the app has no token for this workspace; install it',
  restricted_action:
    'the workspace lets only some people post in this channel; ask an admin, or choose another channel',
  restricted_action_read_only_channel: 'the channel is read-only; choose another for the digest',
  restricted_action_thread_only_channel: 'the channel only allows replies; choose another for the digest',
  restricted_action_non_threadable_channel:
    'the channel doesn’t allow threads; set the digest to “Everything in the channel”',
  ekm_access_denied: 'the workspace’s admins have suspended posting',
  missing_scope: 'the app lacks a permission; install it again with the manifest of this version',
  thread_locked: 'the thread is locked',
  edit_window_closed: editsForbidden,
  cant_update_message: editsForbidden,
  message_not_found: 'someone has deleted the message',
  thread_not_found: 'someone has deleted the message',
}

/** Errors after which it is not known if anything was done. */
const open = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'update_failed'])

/** Errors that pass: the reason, and how long to wait in milliseconds. */
const passing: Readonly<Record<string, readonly [string, number]>> = {
  ratelimited: ['Slack asks us to slow down', 30_000],
  rate_limited: ['Slack asks us to slow down', 30_000],
  message_limit_exceeded: ['Slack asks us to slow down', 60_000],
  org_login_required: ['the workspace is moving to an organisation', 10 * 60_000],
  team_added_to_org: ['the workspace is moving to an organisation', 10 * 60_000],
}

/** Translates an error from Slack's client into the outcome for a message. */
export function sentOf(error: unknown): Exclude<Sent, { kind: 'sent' }> {
  const { code, retryAfter, data } = (error ?? {}) as ClientError
  if (code === 'slack_webapi_rate_limited_error')
    return {
      kind: 'later',
      reason: 'Slack asks us to slow down',
      retryAfterMs: (retryAfter ?? 30) * 1_000,
      isExact: true,
    }
  if (code === 'slack_webapi_platform_error') {
    const said = data?.error ?? 'an unknown error'
    const [passingReason, retryAfterMs] = passing[said] ?? []
    if (passingReason !== undefined && retryAfterMs !== undefined)
      return { kind: 'later', reason: passingReason, retryAfterMs }
    if (open.has(said)) return { kind: 'unknown', reason: `Slack had an error on its side (${said})` }
    return { kind: 'refused', reason: refusalReason(said), ...refusalCode(said) }
  }
  if (neverConnected(error)) return { kind: 'later', reason: 'Slack cannot be reached', retryAfterMs: 5_000 }
  return { kind: 'unknown', reason: 'Slack’s answer was lost' }
}

/** Why Slack refuses, in words, by its error code. */
export function refusalReason(code: string): string {
  return refusals[code] ?? `Slack rejected it (${code})`
}

/** What a refusal means for what was posted, as far as that matters to us. */
function refusalCode(said: string): { readonly code?: 'not-editable' | 'deleted' } {
  if (notEditable.has(said)) return { code: 'not-editable' }
  return deleted.has(said) ? { code: 'deleted' } : {}
}

/** Slack's error code; empty for anything else. */
export function slackError(error: unknown): string {
  return ((error ?? {}) as ClientError).data?.error ?? ''
}

/** True if Slack rejected a message as too long and posted nothing. */
export function isTooLong(error: unknown): boolean {
  return ['msg_blocks_too_long', 'msg_too_long'].includes(slackError(error))
}

/** True if the app was removed from the workspace, so that none of its data may be kept. */
export function isRemoved(error: unknown): boolean {
  return ['account_inactive', 'token_revoked'].includes(slackError(error))
}

interface ClientError {
  readonly code?: string
  readonly retryAfter?: number
  readonly data?: { readonly error?: string }
}
