import { addressOf, asks, unclear, withScheme } from '../../chat/commands/typed-words.ts'
import { cutTo } from '../../chat/plain.ts'
import { rich } from '../../chat/rich-text.ts'
import { counted, moment } from '../../digest/times.ts'
import { asSentence } from '../../domain/reason.ts'
import { lostNote } from '../../feed/lost-entries.ts'
import { textIn } from '../options.ts'
import { isRefusal, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { findFeed } from './find-feed.ts'
import { inSentences, publisherTerms } from './publisher-terms.ts'

/** The most entries shown of a feed. */
const shownEntries = 3

/** Shows what a feed contains without following it. */
export const testFeed: CommandSpec<'test-feed'> = {
  permission: 'everyone',
  isCostly: true,
  ways: [
    {
      under: 'feeds',
      names: ['test'],
      usage: 'test <address>',
      says: 'See what’s in a feed without following it',
      options: [{ kind: 'text', name: 'address', says: 'Address of a feed or a site', required: true }],
      read: (rest, { mark }) => {
        const url = addressOf(rest)
        return url
          ? asks({ kind: 'test-feed', url })
          : unclear(`Give the address of a feed or a site: ${mark}feeds test example.org`)
      },
      fill: (options) => asks({ kind: 'test-feed', url: withScheme(textIn(options, 'address') ?? '') }),
    },
  ],
  handle: async ({ url }, { services }) => {
    const found = await findFeed(url, services)
    if (isRefusal(found)) return found
    const { outlet, entries, newest } = found
    const when = newest
      ? rich`; the newest is from ${moment(newest, services.defaults.schedule.zone)}`
      : ', without dates'
    const lost = newest ? lostNote(entries) : null
    const [first] = entries.filter((entry) => entry.url !== '')
    const terms = first ? await publisherTerms(first.url, services) : null
    return said(
      [
        `${outlet}: ${found.url}`,
        rich`${counted(entries.length, 'entry', 'entries')}${when}.`,
        ...(lost ? [asSentence(lost)] : []),
        ...entries
          .slice(0, shownEntries)
          .map(({ title, summary }) =>
            [title, ...(summary === title ? [] : [cutTo(summary, 140)])].filter(Boolean).join(': '),
          ),
        ...(terms ? inSentences(terms) : []),
      ],
      { url: found.url, outlet, entries: entries.length, newest, terms },
    )
  },
}
