import type { CommandSyntax, ParsedCommand } from '../../chat/commands/menu.ts'
import type { Order } from '../../chat/commands/order.ts'
import { asks, unclear } from '../../chat/commands/typed-words.ts'
import { readWatch, watchOrder } from '../../chat/commands/watch-words.ts'
import { digestName, textIn } from '../options.ts'

/** How people type what they want to be told of at once. */
export const watchWay: CommandSyntax = {
  under: 'digest',
  names: ['watch'],
  usage: 'watch dam, flood*; publishers: 2; quiet 22:00-7:00; 3 a day',
  commandLineUsage: 'watch "dam, flood*; publishers: 2; quiet 22:00-7:00; 3 a day"',
  says: 'Post a story at once when several outlets have it',
  options: [
    { kind: 'text', name: 'words', says: 'What to look for: dam, flood*', required: true },
    {
      kind: 'number',
      name: 'publishers',
      says: 'How many independent outlets must have it; 2 if left out',
      least: 1,
      most: 20,
    },
    { kind: 'channel', name: 'channel', says: 'Where to post it; leave out for this channel' },
    { kind: 'text', name: 'quiet', says: 'Quiet hours: 22:00-7:00' },
    { kind: 'text', name: 'zone', says: 'Time zone: London, New York …', suggest: 'zones' },
    { kind: 'number', name: 'limit', says: 'The most posts a day; 5 if left out', least: 1, most: 50 },
    digestName,
  ],
  read: (words) => asked(readWatch(words)),
  fill: (options) => {
    const [publishers, limit] = [options.get('publishers'), options.get('limit')]
    const [quiet, zone] = [textIn(options, 'quiet'), textIn(options, 'zone')]
    return asked(
      watchOrder({
        words: (textIn(options, 'words') ?? '').replaceAll(/[;:]/g, ' '),
        filter: publishers === undefined ? [] : [`publishers: ${publishers}`],
        when: [
          ...(limit === undefined ? [] : [`${limit} a day`]),
          ...(quiet ? [`quiet ${quiet.replace(/^quiet /i, '')}`] : []),
          ...(zone ? [zone] : []),
        ],
        channel: textIn(options, 'channel') ?? null,
        name: textIn(options, digestName.name) ?? null,
      }),
    )
  },
}

function asked(order: Order | null): ParsedCommand {
  if (order === null) return unclear('Say what to look for: watch dam, flood*; publishers: 2; quiet 22:00-7:00')
  return asks({ kind: 'schedule-digest', order })
}
