import type { Command } from '../../chat/commands/command.ts'
import type { CommandSyntax } from '../../chat/commands/menu.ts'
import { asks, unquoted } from '../../chat/commands/typed-words.ts'
import { textIn } from '../options.ts'

/** How people type `/claims Ana Ruiz about the bridge outlet: River Post since 2026-03 until 2026-04`. */

/** What narrows a question about a speaker. */
export const fieldNames = ['about', 'outlet', 'since', 'until'] as const
/** A field's name and a colon anywhere, or “about”, “since” or “until” as a word of its own. */
const fieldName = /(?:^|\s)(?:(about|outlet|since|until):|(about|since|until)(?=\s))/i

export const claimsWay: CommandSyntax = {
  under: 'claims',
  names: [],
  usage: '<name>, about bridges, outlet: River Post, since 2026-03, until 2026-04',
  says: 'What someone was reported as saying',
  options: [
    { kind: 'text', name: 'speaker', says: 'A name, or part of one', required: true, suggest: 'speakers' },
    { kind: 'text', name: 'about', says: 'Words that the statement or its passage must have' },
    { kind: 'text', name: 'outlet', says: 'Only what this outlet reported' },
    { kind: 'text', name: 'since', says: 'The first day, month or year: 2026-03-14, 2026-03, 2026' },
    { kind: 'text', name: 'until', says: 'The last day, month or year' },
  ],
  read: (rest) => asks(askedIn(rest)),
  fill: (options) =>
    asks({
      kind: 'show-claims',
      speaker: String(options.get('speaker') ?? '').trim(),
      ...Object.fromEntries(
        fieldNames.flatMap((field) => {
          const value = textIn(options, field)
          return value === undefined ? [] : [[field, value]]
        }),
      ),
    }),
  takes: (words) => words !== '',
}

/** The name, and each field up to the next one; commas between them are left out. */
function askedIn(rest: string): Command<'show-claims'> {
  const pieces = rest.split(new RegExp(fieldName.source, 'gi'))
  const tidy = (text = '') => unquoted(text.trim().replace(/,$/, ''))
  const given: Partial<Record<(typeof fieldNames)[number], string>> = {}
  for (let at = 1; at < pieces.length; at += 3) {
    const name = (pieces[at] ?? pieces[at + 1] ?? '').toLowerCase()
    const field = fieldNames.find((each) => each === name)
    const value = tidy(pieces[at + 2])
    if (field && value !== '') given[field] = value
  }
  return { kind: 'show-claims', speaker: tidy(pieces[0]), ...given }
}
