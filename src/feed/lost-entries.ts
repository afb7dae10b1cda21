import type { Entry } from '../domain/feed.ts'

/**
 * Says, for people, how many of a feed's entries are never read because they lead nowhere, and how many count as new
 * whenever they first appear because they have no date. Null if there are neither.
 */
export function lostNote(entries: readonly Pick<Entry, 'url' | 'published'>[]): string | null {
  const nowhere = entries.filter(({ url }) => url === '').length
  const undated = entries.filter(({ url, published }) => url !== '' && published === null).length
  const of = `of its ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`
  const parts = [
    ...(nowhere > 0 ? [`${nowhere} ${of} ${nowhere === 1 ? 'leads' : 'lead'} nowhere and can’t be read`] : []),
    ...(undated > 0 ? [`${undated} ${of} ${undated === 1 ? 'has' : 'have'} no date that can be read`] : []),
  ]
  return parts.length > 0 ? parts.join('; ') : null
}
