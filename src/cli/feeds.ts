import { withScheme } from '../chat/parse-command.ts'
import { ask } from './desk.ts'
import { readInput } from './streams.ts'

type FeedVerb = 'start' | 'add' | 'remove' | 'test' | 'list' | 'import' | 'export'

/** Follows feeds, or shows them. */
export async function feeds(verb: FeedVerb, argument: string, options: { json?: boolean }): Promise<void> {
  switch (verb) {
    case 'start':
      return await ask({ kind: 'start-feeds', topics: [argument], list: '' }, options)
    case 'add':
      return await ask({ kind: 'add-feed', url: withScheme(argument) }, options)
    case 'remove':
      return await ask({ kind: 'remove-feed', url: argument }, options)
    case 'test':
      return await ask({ kind: 'test-feed', url: withScheme(argument) }, options)
    case 'list':
      return await ask({ kind: 'list-feeds' }, options)
    case 'import':
      return await ask({ kind: 'import-feeds', opml: (await readInput(argument)).toString('utf8') }, options)
    case 'export':
      return await ask({ kind: 'export-feeds' }, { ...options, raw: 'opml' })
  }
}
