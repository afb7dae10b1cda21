import type { Command, CommandKind } from '../chat/commands/command.ts'
import type { Refusal } from '../chat/commands/reply.ts'
import { plainWords, type RichText, rich } from '../chat/rich-text.ts'
import type { StoredSubscription } from '../store/publishing/subscription-rows.ts'
import type { CommandContext } from './context.ts'
import { findDigest } from './find-digest.ts'
import { isRefusal, refused } from './replies.ts'
import type { CommandSpec } from './spec.ts'

/** The most people, named by a digest's owner, whom a refusal names. */
const mostNamed = 3

/** The refusal for somebody who may not give a command: it says who may. */
export async function notAllowed<Kind extends CommandKind>(
  command: Command<Kind>,
  { permission }: Pick<CommandSpec<Kind>, 'permission'>,
  context: CommandContext,
): Promise<Refusal> {
  const { kind } = context.asker.workspace
  const text = await whoMay(command, permission, context)
  if (typeof text === 'object' && 'done' in text) return text
  const shown = kind === 'slack' || kind === 'discord' ? text : plainWords(text)
  return refused('not-allowed', plainWords(text), { document: [{ kind: 'alert', text: shown }] })
}

async function whoMay<Kind extends CommandKind>(
  command: Command<Kind>,
  permission: CommandSpec<Kind>['permission'],
  context: CommandContext,
): Promise<RichText | Refusal> {
  const isSlack = context.asker.workspace.kind === 'slack'
  const managers = managersOf(context)
  if (permission === 'workspace') return `Only ${managers} can do that.`
  if (permission === 'channel') return `Only ${managers}${isSlack ? ' and this channel’s creator' : ''} can do that.`
  if (permission === 'digest' || permission === 'digest-owner') {
    const digest = await findDigest('digest' in command ? command.digest : null, context)
    // Nobody is told that they may not change what there is not, or what is not clear.
    return isRefusal(digest) ? digest : ofDigest(digest, permission, context)
  }
  if (command.kind === 'schedule-digest')
    return `Only ${managers}${isSlack ? ' and a channel’s creator' : ''} can set up a digest or move one there, and only its editors can change who approves it.`
  const creator = isSlack ? ', the channel’s creator' : ''
  return `Only ${managers}${creator} or the people who set up the digests concerned can do that.`
}

/** "Only workspace admins, the channel’s creator or @bob can change “Morning digest”." */
function ofDigest(
  { name, owner, managers }: StoredSubscription,
  permission: 'digest' | 'digest-owner',
  context: CommandContext,
): RichText {
  const named = permission === 'digest' ? managers : []
  const creator = context.asker.workspace.kind === 'slack' ? ['the channel’s creator'] : []
  const people = [
    ...(owner === null ? [] : [{ person: owner, label: 'its owner' }]),
    ...named.slice(0, mostNamed).map((person) => ({ person, label: 'somebody its owner named' })),
  ]
  const all = [managersOf(context), ...creator, ...people]
  const listed = all.reduce<RichText>((before, each, at) => {
    const joint = at === 0 ? '' : at === all.length - 1 ? ' or ' : ', '
    return rich`${before}${joint}${each}`
  }, '')
  return permission === 'digest'
    ? rich`Only ${listed} can change “${name}”.`
    : rich`Only ${listed} can choose who may change “${name}”.`
}

function managersOf({ asker }: CommandContext): string {
  const { kind } = asker.workspace
  if (kind === 'discord') return 'people with “Manage Server”'
  return kind === 'slack' ? 'workspace admins' : 'people who manage the workspace'
}
