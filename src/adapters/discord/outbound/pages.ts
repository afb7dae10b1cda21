import type { Command } from '../../../chat/commands/command.ts'
import { button, isRow, row } from './components.ts'
import { discordLimits } from './limits.ts'
import type { DiscordMessage } from './render.ts'

/** The page of a ledger that is shown, from 0. Buttons carry the ledger's name: "story:<id>", "claims:<speaker>". */
export interface Page {
  readonly ledger: string
  readonly page: number
}

/** The ledger that a command shows page by page; null if it has no pages or its name does not fit into a button. */
export function ledgerOf(command: Command): string | null {
  const ledger = nameOf(command)
  return ledger !== null && idOf({ ledger, page: 99 }).length <= discordLimits.customId ? ledger : null
}

function nameOf(command: Command): string | null {
  if (command.kind === 'show-story') return `story:${command.story}`
  return command.kind === 'show-claims' ? `claims:${command.speaker}` : null
}

function idOf({ ledger, page }: Page): string {
  return `page:${page}:${ledger}`
}

/** Reads the command and page from the value of a page button, without its prefix. */
export function readTurn(value: string): { readonly command: Command; readonly page: number } | undefined {
  const [, page = '', kind, of = ''] = /^(\d{1,3}):(story|claims):([\s\S]+)$/.exec(value) ?? []
  if (!kind) return undefined
  const command: Command = kind === 'story' ? { kind: 'show-story', story: of } : { kind: 'show-claims', speaker: of }
  return { command, page: Number(page) }
}

/** One of several messages, with buttons to the others and the controls of the last one. */
export function onePage(messages: readonly DiscordMessage[], { ledger, page: wanted }: Page): DiscordMessage[] {
  const page = Math.min(wanted, messages.length - 1)
  const shown = messages[page]
  if (!shown || messages.length === 1) return [...messages]
  const turn = (label: string, to: number) => ({
    ...button(label, idOf({ ledger, page: to })),
    disabled: to < 0 || to === messages.length || to === page,
  })
  const turning = [
    turn('Previous', page - 1),
    turn(`Page ${page + 1} of ${messages.length}`, page),
    turn('Next', page + 1),
  ]
  const last = messages.at(-1)
  const controls = last === shown ? [] : (last?.components.filter(isRow) ?? [])
  return [{ ...shown, components: [...shown.components, ...controls, row(turning)] }]
}
