import { writeFileSync } from 'node:fs'
import { discordGallery } from '../adapters/discord/gallery.ts'
import { slackGallery } from '../adapters/slack/gallery.ts'
import { galleryPage } from '../adapters/web/gallery.ts'

/** Writes a page that shows every kind of message as a platform would show it. */
export async function preview(platform: 'slack' | 'discord', { out }: { readonly out?: string }): Promise<void> {
  const gallery = platform === 'slack' ? await slackGallery() : await discordGallery()
  const file = out ?? `onrecord-${platform}.html`
  writeFileSync(file, await galleryPage(gallery, null))
  process.stdout.write(`Wrote ${file}; open it in a browser.\n`)
}
