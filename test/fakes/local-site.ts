import type { Hono } from 'hono'
import { mcpOverHttp } from '../../src/adapters/mcp/http.ts'
import { localSite } from '../../src/adapters/web/local.ts'
import type { Newsroom } from '../../src/app/compose.ts'
import { botOfTests } from './bot.ts'

/** The site for the person at this computer, on a newsroom that is ready and counts nothing. */
export function siteOf(newsroom: Pick<Newsroom, 'archive' | 'operator' | 'publisherUrl'>): Hono {
  return localSite({
    bot: botOfTests,
    archive: newsroom.archive(),
    links: { publisher: (url) => newsroom.publisherUrl(url), stories: true },
    ready: async () => ({ ready: true }),
    galleries: {},
    metrics: async () => '',
    operator: newsroom.operator,
    mcp: mcpOverHttp(newsroom.operator, '0.0.0'),
  })
}
