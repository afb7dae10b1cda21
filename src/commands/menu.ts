import type { CommandName } from '../chat/commands/command.ts'
import type { Menu, MenuEntry } from '../chat/commands/menu.ts'
import { registry } from './registry.ts'
import type { TerminalVerb } from './spec.ts'

const specs = Object.values(registry)
const allWays = specs.flatMap(({ ways }) => ways ?? [])

/** All commands as people can type them. */
export const menu: Menu = {
  summarize: entry('summarize', {
    says: 'See who says what in an article, with each quotation checked',
    isForManagers: false,
    isForAnywhere: true,
  }),
  digest: entry('digest', {
    says: 'Set up and manage the digests here',
    isForManagers: true,
    isForAnywhere: false,
    tip: (mark) =>
      `If there are several digests, put the name in quotation marks: ${mark}digest pause "Evening digest"`,
  }),
  desk: entry('desk', {
    says: 'Look at drafts before they are posted, change and approve them',
    isForManagers: false,
    isForAnywhere: false,
  }),
  feeds: entry('feeds', { says: 'Manage the feeds that digests draw on', isForManagers: true, isForAnywhere: false }),
  claims: entry('claims', {
    says: 'What someone was reported as saying',
    isForManagers: false,
    isForAnywhere: false,
  }),
}

function entry(name: CommandName, head: Omit<MenuEntry, 'ways'>): MenuEntry {
  return { ...head, ways: allWays.filter(({ under }) => under === name) }
}

/** The verbs that exist only on the command line. */
export const terminalVerbs: readonly TerminalVerb[] = specs.flatMap(({ terminal }) => terminal ?? [])
