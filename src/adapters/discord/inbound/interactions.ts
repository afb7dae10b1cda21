import { fromAfar, readFromAfar } from '../../../chat/actions.ts'
import type { Command } from '../../../chat/commands/command.ts'
import type { Suggestion } from '../../../chat/commands/menu.ts'
import { pressedCommand } from '../../../chat/commands/pressed.ts'
import { suggestFeeds } from '../../../chat/commands/suggest-feeds.ts'
import { suggestZones } from '../../../chat/commands/zones.ts'
import { confirmationOf, sharedBefore } from '../../../chat/confirmations.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import type { Asker, ChatRequest, Inbox } from '../../../ports.ts'
import { ledgerOf, readTurn } from '../outbound/pages.ts'
import { askerOf } from './asker.ts'
import { answerForm, askFirst, editForm, reportForm, sayOnly } from './forms.ts'
import { type Interaction, type InteractionReply, onlyYou, optionsOf } from './interaction.ts'
import { asked, type ReadInteraction, readCommand, wayOf } from './read-command.ts'

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
      return sayOnly('Onrecord doesn’t know that command.')
  }
}

async function answerRead(
  read: ReadInteraction,
  interaction: Interaction,
  { inbox }: InteractionOptions,
): Promise<InteractionReply> {
  if (read.kind === 'unclear') return sayOnly(read.reason)
  for (const [index, command] of read.commands.entries()) {
    const isShare = command.kind === 'show-answer'
    const id = isShare
      ? `discord:share:${command.answer}:${interaction.channel_id ?? ''}`
      : `discord:${interaction.id}:${index}`
    const isNew = await inbox.take(id, requestOf(command, interaction, { ...read, first: index === 0 }))
    if (isShare && !isNew) return sayOnly(sharedBefore)
  }
  // Another page replaces the one whose button was pressed.
  if (read.page !== undefined) return { type: 6 }
  return { type: 5, data: read.everybody ? {} : { flags: onlyYou } }
}

async function answerComponent(interaction: Interaction, options: InteractionOptions): Promise<InteractionReply> {
  const { kind, rest, isSure, picked } = pickedIn(interaction)
  const question = isSure ? undefined : confirmationOf(kind)
  if (question) return askFirst(question, picked)
  const value = rest.join(':')
  // A button's id ends in the key of its message; an older message's menu has none.
  if (kind === 'report') return reportForm(rest[0] ?? '')
  if (kind === 'desk-edit') return await editForm(value, askerOf(interaction), options)
  if (kind === 'page') {
    const turn = readTurn(value)
    if (!turn) return sayOnly(unknownButton)
    return await answerRead({ ...asked(turn.command), page: turn.page }, interaction, options)
  }
  const command = pressedCommand(kind, value)
  if (!command) return sayOnly(unknownButton)
  const from = fromAfar.has(kind) ? inServer(interaction, value) : interaction
  return await answerRead({ ...asked(command), everybody: kind === 'share' }, from, options)
}

/** What was pressed, or chosen from a menu: its name and subject, and whether the person was asked before. */
function pickedIn({ data }: Interaction) {
  const given = data?.values?.[0] ?? data?.custom_id ?? ''
  const picked = given.replace(/^sure:/, '')
  const [kind = '', ...rest] = picked.split(':')
  return { kind, rest, picked, isSure: picked !== given }
}

const unknownButton = 'That button no longer works.'

/** Treats a button pressed in a direct message as pressed in the server it names, with no permissions known there. */
function inServer(interaction: Interaction, subject: string): Interaction {
  const guild = /^discord:(\d+)$/.exec(readFromAfar(subject).workspace)?.[1]
  const person = interaction.user?.id
  if (interaction.guild_id || !guild || !person) return interaction
  return { ...interaction, guild_id: guild, member: { user: { id: person }, permissions: '0' } }
}

/** Offers values for an option while someone types. */
async function suggest(interaction: Interaction, { inbox }: InteractionOptions): Promise<InteractionReply> {
  const focused = [...optionsOf(interaction).options.values()].find((option) => option.focused)
  const option = wayOf(interaction, inbox.menu)?.options.find(({ name }) => name === focused?.name)
  const suggestion = option?.kind === 'text' ? option.suggest : undefined
  const choices = suggestion
    ? await choicesOf(suggestion, String(focused?.value ?? ''), {
        inbox,
        asker: askerOf(interaction),
        isList: focused?.name === 'feeds',
      })
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
  { inbox, asker, isList }: { readonly inbox: Inbox; readonly asker: Asker; readonly isList: boolean },
): Promise<readonly DiscordChoice[]> {
  const choice = (name: string, value: string) => ({ name: cutTo(plain(name) || value, 100), value })
  switch (suggestion) {
    case 'zones':
      return suggestZones(typed, mostChoices).map((zone) => choice(zone, zone))
    case 'feeds': {
      const reply = await inbox.answer({ kind: 'list-feeds' }, asker)
      if (!isList) {
        const found = reply.done ? suggestFeeds(reply.data, typed) : []
        return found.filter(({ url }) => url.length <= 100).map(({ url, outlet }) => choice(`${outlet}: ${url}`, url))
      }
      // Several can be given; the last is still being typed. Whoever types on sends what is shown, so that is the value.
      const [, before = '', last = ''] = /^(.*,\s+)?(.*)$/s.exec(typed) ?? []
      const all = reply.done ? reply.data : []
      const isOnlyOne = (outlet: string) => all.filter((each) => each.outlet === outlet).length === 1
      return suggestFeeds(all, last)
        .map(({ url, outlet }) => `${before}${isOnlyOne(outlet) ? outlet : url}`)
        .filter((value) => value.length <= 100)
        .map((value) => choice(value, value))
    }
    case 'digests': {
      const reply = await inbox.answer({ kind: 'list-digests' }, asker)
      const names = reply.done ? reply.data.map(({ name }) => name) : []
      return names
        .filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
        .map((name) => choice(name, cutTo(name, 100)))
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
