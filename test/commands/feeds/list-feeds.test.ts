import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonOf } from '../../../src/chat/commands/reply.ts'
import { markdownOf } from '../../../src/chat/export/markdown.ts'
import { gatherNews } from '../../../src/intake/gather-news.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../../fakes/newsroom.ts'
import type { Site } from '../../fakes/site.ts'
import { bridgeArticle, startTown } from '../../fakes/town.ts'

describe('the list of feeds', () => {
  let town: Site
  let newsroom: OpenedNewsroom

  beforeAll(async () => {
    const empty = { slug: 'empty', headline: 'Ferry late', paragraphs: ['Short.'] }
    const none = { slug: 'none', headline: 'Ford frozen', paragraphs: ['Nothing.'] }
    town = await startTown([bridgeArticle, empty, none])
    newsroom = await openTestNewsroom({ ONRECORD_ALLOW_HOSTS: town.host })
  })
  afterAll(async () => {
    await newsroom.close()
    await town.stop()
  })

  it('counts the pages that could not be read, and says why', async () => {
    await newsroom.operator.answer({ kind: 'add-feed', url: town.url('/') })
    await gatherNews(newsroom.services)
    const reply = await newsroom.operator.answer({ kind: 'list-feeds' })
    expect(markdownOf(reply.document)).toMatch(
      /2 pages of the last 7 days couldn’t be read, mostly because no article text was found on the page/,
    )
    expect(jsonOf(reply)).toMatchObject([{ unreadPages: 2 }])
  })
})
