import type { CommandName } from '../chat/commands/command.ts'
import type { Menu, MenuEntry } from '../chat/commands/menu.ts'
import { registry } from './registry.ts'
import type { TerminalVerb } from './spec.ts'

const specs = Object.values(registry)
const allWays = specs.flatMap(({ ways }) => ways ?? [])

/** All commands as people can write them. */
export const menu: Menu = {
  summarize: entry('summarize', {
    says: 'Who says what in an article, each quotation checked',
    isForManagers: false,
    isForAnywhere: true,
  }),
  digest: entry('digest', {
    says: 'The digests of this place',
    isForManagers: true,
    isForAnywhere: false,
    tip: 'With several digests, name one in quotation marks: {mark}digest pause "Evening digest"',
  }),
  feeds: entry('feeds', { says: 'The feeds that digests are made of', isForManagers: true, isForAnywhere: false }),
  claims: entry('claims', {
    says: 'What somebody was reported to have said',
    isForManagers: false,
    isForAnywhere: false,
  }),
}

function entry(name: CommandName, head: Omit<MenuEntry, 'ways'>): MenuEntry {
  return { ...head, ways: allWays.filter(({ under }) => under === name) }
}

/** The verbs that the command line alone has. */
export const terminalVerbs: readonly TerminalVerb[] = specs.flatMap(({ terminal }) => terminal ?? [])
