import { describeFilter, readFilter } from '../../chat/commands/filter-words.ts'
import { asks, takeFirstName, unclear } from '../../chat/commands/typed-words.ts'
import { deletedJustNow, findDigest } from '../find-digest.ts'
import { digestIn, digestName } from '../options.ts'
import { isRefusal, refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** Sets which stories a digest takes from its feeds. */
export const filterDigest: CommandSpec<'filter-digest'> = {
  permission: 'digest',
  ways: [
    {
      under: 'digest',
      names: ['filter'],
      usage: 'filter words: dam, flood*; not: football; outlets: River Post; languages: en; publishers: 2',
      commandLineUsage: 'filter "words: dam, flood*; not: football; publishers: 2"',
      says: 'Choose which stories a digest includes',
      options: [
        { kind: 'text', name: 'words', says: 'Only stories with one of these words: dam, flood*' },
        { kind: 'text', name: 'not', says: 'Leave out stories with any of these words' },
        { kind: 'text', name: 'outlets', says: 'Only from these outlets, by name or domain' },
        { kind: 'text', name: 'not_outlets', says: 'Nothing from these outlets' },
        { kind: 'text', name: 'sections', says: 'Only from these sections' },
        { kind: 'text', name: 'languages', says: 'Only in these languages: en, de' },
        { kind: 'number', name: 'publishers', says: 'Minimum number of independent outlets', least: 1, most: 20 },
        digestName,
      ],
      // A digest name comes before the filter, in quotation marks.
      read: (rest, { mark }) => {
        const { name, rest: filter } = takeFirstName(rest)
        return filter === ''
          ? unclear(
              `Say what to filter: ${mark}digest filter words: dam, flood*; not: football; publishers: 2. To remove the filter: ${mark}digest filter off`,
            )
          : asks({ kind: 'filter-digest', digest: name, filter })
      },
      // Writes the options as a filter would be typed; a minus clears one.
      fill: (options) => {
        const parts = [...options].flatMap(([name, value]) => {
          if (name === digestName.name) return []
          const values = String(value).trim()
          return [`${name.replace('_', ' ')}: ${values === '-' ? '' : values.replaceAll(';', ' ')}`]
        })
        if (parts.length === 0) return unclear('Choose at least one filter: words, outlets, languages …')
        return asks({ kind: 'filter-digest', digest: digestIn(options), filter: parts.join('; ') })
      },
    },
  ],
  handle: async ({ digest, filter: words }, context) => {
    const found = await findDigest(digest, context)
    if (isRefusal(found)) return found
    const read = readFilter(words)
    if (read.kind === 'unclear') return refused('unclear', read.reason, { field: 'filter' })
    const changed = await context.services.store.subscriptions.change(found.id, ({ filter }) => ({
      filter: { ...filter, ...read.filter },
    }))
    if (!changed) return deletedJustNow(found)
    const { filter } = changed
    const wanted = describeFilter(filter)
    return said(
      wanted
        ? `“${found.name}” now only includes stories that match its filter (${wanted}).`
        : `“${found.name}” has no filter.`,
      { digest: found.name, filter },
    )
  },
}
