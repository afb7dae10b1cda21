import type { InputBlock } from '@slack/web-api'
import type { Approval } from '../../../domain/subscription.ts'
import { label } from '../outbound/elements.ts'
import { input, option } from './forms.ts'

/** The channel where editors see each draft first, and what happens if nobody decides. */
export function approvalFields(approval: Approval | null): InputBlock[] {
  const ways = [
    option('It needs no approval', 'none'),
    option('Needs approval; if nobody decides, post nothing', 'skip'),
    option('Needs approval; if nobody decides, post what is accepted or without doubts', 'sure'),
  ] as const
  return [
    input('otherwise', 'Approval', {
      type: 'radio_buttons',
      action_id: 'value',
      options: [...ways],
      initial_option: ways.find(({ value }) => value === (approval?.otherwise ?? 'none')) ?? ways[0],
    }),
    {
      ...input('approval', 'Editors approve each edition in', {
        type: 'conversations_select',
        action_id: 'value',
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(approval ? { initial_conversation: approval.desk.id } : {}),
      }),
      optional: true,
      hint: label('The channel where they see each draft first'),
    },
  ]
}
