import { describe, expect, it } from 'vitest'
import { discordGallery } from '../../../src/adapters/discord/gallery.ts'
import { slackGallery } from '../../../src/adapters/slack/gallery.ts'
import { localSite } from '../../../src/adapters/web/local.ts'
import { galleryPage } from '../../../src/adapters/web/pages/gallery.ts'
import type { Archive } from '../../../src/chat/archive.ts'
import type { Operator } from '../../../src/ports.ts'
import { botOfTests } from '../../fakes/bot.ts'

const galleries = { slack: slackGallery, discord: discordGallery }

describe.each(Object.entries(galleries))('the gallery of %s', (name, gallery) => {
  it('shows each kind of message, with nothing of it left undrawn', async () => {
    const { body, title } = await gallery()
    for (const words of [
      'They differ',
      'Who says what',
      'No comment',
      'new since Mon 23 Nov',
      'Post to channel',
      'Draft: Morning digest',
      'Restore something on your word',
      'Move down',
      'denied',
    ])
      expect(body).toContain(words)
    expect(body).not.toMatch(/\[(?:rich_text|header|undefined)|\[object|\*\*|-#/)
    expect(await galleryPage(await gallery(), null)).toContain(`<title>${title}</title>`)
  })

  it('shows others that it is given alone', async () => {
    const document = [{ kind: 'text', text: 'Nothing new.' }] as const
    const { body } = await gallery([{ title: 'As one message', document, shape: 'whole' }])
    expect(body).toContain('As one message')
    expect(body).toContain('Nothing new.')
    expect(body).not.toContain('Who says what')
  })

  it('is a page of this computer, with its style from ours alone', async () => {
    const site = localSite({
      bot: botOfTests,
      archive: {} as Archive,
      links: { publisher: (url) => url, stories: true },
      ready: async () => ({ ready: true }),
      galleries,
      metrics: async () => '',
      operator: {} as Operator,
      mcp: async () => new Response(),
    })
    const page = await site.request(`/preview/${name}`, { headers: { host: '127.0.0.1:3030' } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(`<link rel="stylesheet" href="/preview/${name}/style.css">`)
    const style = await site.request(`/preview/${name}/style.css`, { headers: { host: '127.0.0.1:3030' } })
    expect(style.headers.get('content-type')).toContain('text/css')
    expect((await site.request('/preview/constructor', { headers: { host: '127.0.0.1:3030' } })).status).toBe(404)
  })
})
