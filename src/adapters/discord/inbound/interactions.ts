import { readWithdrawal } from '../../../chat/actions.ts'
import { type Command, type MistakeReason, mistakeReasons, sharedBefore } from '../../../chat/commands/command.ts'
import type { Suggestion } from '../../../chat/commands/menu.ts'
import { pressedCommand } from '../../../chat/commands/pressed.ts'
import { suggestFeeds } from '../../../chat/commands/suggest-feeds.ts'
import { suggestZones } from '../../../chat/commands/zones.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import { workspaceId } from '../../../domain/subscription.ts'
import type { Asker, ChatRequest, Inbox } from '../../../ports.ts'
import { ledgerOf, readTurn } from '../outbound/pages.ts'
import { renderDiscord } from '../outbound/render.ts'
import { bodyOf } from '../outbound/say.ts'
import { fieldsOf, type Interaction, type InteractionReply, onlyYou, optionsOf } from './interaction.ts'
import { asked, type ReadInteraction, readCommand, wayOf } from './read-command.ts'

/** The permissions Manage Server and Administrator. */
const managing = (1n << 5n) | (1n << 3n)
const mostChoices = 25

export interface InteractionOptions {
  readonly inbox: Inbox
  /** Fetches an attachment, from Discord only. */
  attachment(url: string): Promise<string>
}

/**
 * Answers an interaction within three seconds: forms and suggestions directly, everything else with a promise that is
 * stored in the database before it is made.
 */
export async function answerInteraction(
  interaction: Interaction,
  options: InteractionOptions,
): Promise<InteractionReply> {
  switch (interaction.type) {
    case 1:
      return { type: 1 }
    case 2:
      return await answerRead(
        await readCommand(interaction, options.inbox.menu, options.attachment),
        interaction,
        options,
      )
    case 3:
      return await answerComponent(interaction, options)
    case 4:
      return await suggest(interaction, options)
    case 5:
      return await answerForm(interaction, options)
    default:
      return say('Onrecord doesn’t know that command.')
  }
}

async function answerRead(
  read: ReadInteraction,
  interaction: Interaction,
  { inbox }: InteractionOptions,
): Promise<InteractionReply> {
  if (read.kind === 'unclear') return say(read.reason)
  for (const [index, command] of read.commands.entries()) {
    const isShare = command.kind === 'show-answer'
    const id = isShare
      ? `discord:share:${command.answer}:${interaction.channel_id ?? ''}`
      : `discord:${interaction.id}:${index}`
    const isNew = await inbox.take(id, requestOf(command, interaction, { ...read, first: index === 0 }))
    if (isShare && !isNew) return say(sharedBefore)
  }
  // Another page replaces the one whose button was pressed.
  if (read.page !== undefined) return { type: 6 }
  return { type: 5, data: read.everybody ? {} : { flags: onlyYou } }
}

async function answerComponent(interaction: Interaction, options: InteractionOptions): Promise<InteractionReply> {
  const picked = interaction.data?.values?.[0] ?? interaction.data?.custom_id ?? ''
  const [kind = '', ...rest] = picked.split(':')
  const value = rest.join(':')
  if (kind === 'report') return reportForm(value)
  if (kind === 'page') {
    const turn = readTurn(value)
    if (!turn) return say(unknownButton)
    return await answerRead({ ...asked(turn.command), page: turn.page }, interaction, options)
  }
  const command = pressedCommand(kind, value)
  if (!command) return say(unknownButton)
  const from = kind === 'withdraw' ? inServer(interaction, value) : interaction
  return await answerRead({ ...asked(command), everybody: kind === 'share' }, from, options)
}

const unknownButton = 'That button no longer works.'

/** Treats a button pressed in a direct message as pressed in the server it names, with no permissions known there. */
function inServer(interaction: Interaction, subject: string): Interaction {
  const guild = /^discord:(\d+)$/.exec(readWithdrawal(subject).workspace)?.[1]
  const person = interaction.user?.id
  if (interaction.guild_id || !guild || !person) return interaction
  return { ...interaction, guild_id: guild, member: { user: { id: person }, permissions: '0' } }
}

function reportForm(story: string): InteractionReply {
  const reasons = Object.entries(mistakeReasons).map(([value, label]) => ({ value, label }))
  return {
    type: 9,
    data: {
      custom_id: `report:${story}`.slice(0, 100),
      title: 'Report a mistake',
      components: [
        {
          type: 18,
          label: 'What is wrong?',
          component: { type: 3, custom_id: 'reason', options: reasons, required: true },
        },
        {
          type: 18,
          label: 'Which words, and what should they be?',
          component: { type: 4, custom_id: 'words', style: 2, required: false, max_length: 2_000 },
        },
      ],
    },
  }
}

async function answerForm(interaction: Interaction, { inbox }: InteractionOptions): Promise<InteractionReply> {
  const [kind, ...rest] = (interaction.data?.custom_id ?? '').split(':')
  if (kind !== 'report') return say('That form no longer works. Open it again.')
  const fields = fieldsOf(interaction)
  const chosen = fields.get('reason') ?? ''
  const reason = (Object.keys(mistakeReasons) as MistakeReason[]).find((each) => each === chosen)
  if (!reason) return say('Choose what’s wrong.')
  const command = {
    kind: 'report-mistake' as const,
    story: rest.join(':'),
    claim: null,
    reason,
    words: fields.get('words') ?? '',
  }
  const answer = await inbox.answer(command, askerOf(interaction))
  const [message] = renderDiscord(answer.document, 'whole')
  return { type: 4, data: { ...(message ? bodyOf({ ...message, components: [] }, '') : {}), flags: onlyYou } }
}

/** Offers values for an option while someone types. */
async function suggest(interaction: Interaction, { inbox }: InteractionOptions): Promise<InteractionReply> {
  const focused = [...optionsOf(interaction).options.values()].find((option) => option.focused)
  const option = wayOf(interaction, inbox.menu)?.options.find(({ name }) => name === focused?.name)
  const suggestion = option?.kind === 'text' ? option.suggest : undefined
  const choices = suggestion
    ? await choicesOf(suggestion, String(focused?.value ?? ''), { inbox, asker: askerOf(interaction) })
    : []
  return { type: 8, data: { choices: choices.slice(0, mostChoices) } }
}

interface DiscordChoice {
  readonly name: string
  readonly value: string
}

async function choicesOf(
  suggestion: Suggestion,
  typed: string,
  { inbox, asker }: { readonly inbox: Inbox; readonly asker: Asker },
): Promise<readonly DiscordChoice[]> {
  const choice = (name: string, value: string) => ({ name: cutTo(plain(name) || value, 100), value })
  switch (suggestion) {
    case 'zones':
      return suggestZones(typed, mostChoices).map((zone) => choice(zone, zone))
    case 'feeds': {
      const reply = await inbox.answer({ kind: 'list-feeds' }, asker)
      const feeds = reply.done ? suggestFeeds(reply.data, typed) : []
      return feeds.filter(({ url }) => url.length <= 100).map(({ url, outlet }) => choice(`${outlet}: ${url}`, url))
    }
    case 'speakers': {
      if (typed.length < 2) return []
      const reply = await inbox.answer({ kind: 'show-claims', speaker: typed }, asker)
      const stories = reply.done ? reply.data.stories : []
      const names = new Set(stories.flatMap(({ claims }) => claims.map(({ speaker }) => speaker)))
      return [...names].filter((name) => plain(name) !== '').map((name) => choice(name, cutTo(plain(name), 100)))
    }
  }
}

interface Way {
  readonly everybody: boolean
  readonly page?: number
  /** True if it may replace the promise; further answers are separate messages. */
  readonly first: boolean
}

function requestOf(command: Command, interaction: Interaction, { everybody, page = 0, first }: Way): ChatRequest {
  const asker = askerOf(interaction)
  const ledger = ledgerOf(command)
  const place = {
    person: asker.person ?? '',
    since: String(Date.now()),
    token: interaction.token,
    ...(interaction.channel_id ? { channel: interaction.channel_id } : {}),
    // A public promise stays public, though the answer may turn out to be for the asker alone.
    ...(everybody ? { everybody: 'true', open: 'true' } : {}),
    ...(first ? {} : { beside: 'true' }),
    ...(ledger ? { ledger, page: String(page) } : {}),
  }
  return { command, asker, replyTo: { platform: 'discord', workspace: asker.workspace.id, place } }
}

/** The person who asks. A server is a workspace; outside servers, each person is one. */
export function askerOf(interaction: Interaction): Asker {
  const { member, user, guild_id: guild, channel_id: channel } = interaction
  const person = member?.user.id ?? user?.id ?? ''
  const id = guild ? `discord:${guild}` : `discord:user:${person}`
  return {
    workspace: { id: workspaceId(id), kind: 'discord', name: id },
    channel: channel ? { platform: 'discord', id: channel } : null,
    person,
    mayManage: guild ? (BigInt(member?.permissions ?? '0') & managing) !== 0n : true,
  }
}

function say(text: string): InteractionReply {
  const [message] = renderDiscord([{ kind: 'alert', text }], 'whole')
  return { type: 4, data: { ...(message ? bodyOf({ ...message, components: [] }, '') : {}), flags: onlyYou } }
}
