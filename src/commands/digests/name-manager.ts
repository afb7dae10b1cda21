import type { CommandSyntax } from '../../chat/commands/menu.ts'
import { asks, nameIn, unclear } from '../../chat/commands/typed-words.ts'
import { rich } from '../../chat/rich-text.ts'
import { isAtComputer } from '../../domain/subscription.ts'
import { deletedJustNow, findDigest } from '../find-digest.ts'
import { digestIn, digestName } from '../options.ts'
import { isRefusal, refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** The most people besides its owner who may change a digest. */
const mostManagers = 20

/** Allows another person to change a digest, or no longer allows it. */
export const nameManager: CommandSpec<'name-manager'> = {
  permission: 'digest-owner',
  ways: [
    way(['grant', 'let'], 'Let someone else change a digest', true),
    way(['revoke', 'unlet'], 'Stop someone changing a digest', false),
  ],
  handle: async ({ digest, person, may }, context) => {
    if (isAtComputer(context.asker.workspace))
      return refused('unclear', 'Digests on this computer have no permissions. Use this in Slack or Discord.')
    const found = await findDigest(digest, context)
    if (isRefusal(found)) return found
    let isFull = false
    const changed = await context.services.store.subscriptions.change(found.id, (current) => {
      const others = current.managers.filter((each) => each !== person)
      isFull = may && others.length >= mostManagers
      return isFull ? undefined : { managers: may ? [...others, person] : others }
    })
    if (isFull)
      return refused('limit', `At most ${mostManagers} people can be allowed to change a digest. Remove someone first.`)
    if (!changed) return deletedJustNow(found)
    const { managers } = changed
    const named = { person, label: 'The person you named' }
    const done = rich`${named} can ${may ? 'now' : 'no longer'} change “${found.name}”.`
    // By default, Discord shows these commands only to people who manage the server.
    const shown = 'So that they can see the command, allow it for them under Server Settings → Integrations → Onrecord.'
    const isHidden = may && context.asker.workspace.kind === 'discord'
    return said(isHidden ? [done, shown] : [done], { digest: found.name, managers })
  },
}

function way(names: readonly [string, ...string[]], says: string, may: boolean): CommandSyntax {
  const [verb] = names
  return {
    under: 'digest',
    names,
    usage: `${verb} @ana`,
    says,
    options: [{ kind: 'person', name: 'person', says: 'Who', required: true }, digestName],
    // Platforms write a mention of a person as "<@U123>".
    read: (rest, { mark }) => {
      const [whole, person] = /^<@!?([A-Z0-9]+)(?:\|[^>]*)?>/.exec(rest) ?? []
      if (!whole || !person) return unclear(`Say who: ${mark}digest ${verb} @ana`)
      return asks({ kind: 'name-manager', digest: nameIn(rest.slice(whole.length)), person, may })
    },
    fill: (options) =>
      asks({ kind: 'name-manager', digest: digestIn(options), person: String(options.get('person') ?? ''), may }),
  }
}
