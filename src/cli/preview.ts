import { writeFileSync } from 'node:fs'
import { discordGallery } from '../adapters/discord/gallery.ts'
import { slackGallery } from '../adapters/slack/gallery.ts'
import { galleryPage } from '../adapters/web/pages/gallery.ts'
import { openTerminal } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { editionSpecimens, type Specimen } from '../chat/gallery/gallery.ts'
import { idIn } from './arguments.ts'
import { answerFor } from './ask.ts'

export interface PreviewOptions {
  readonly out?: string
  /** An edition's id, or "last". */
  readonly edition?: string
  readonly workspace?: string
}

/** Writes a page that shows every kind of message, or one edition in every shape, as a platform would show it. */
export async function preview(platform: 'slack' | 'discord', options: PreviewOptions): Promise<void> {
  const { edition, workspace, out = `onrecord-${platform}.html` } = options
  const shown = edition === undefined ? undefined : await shapesOf(edition, workspace)
  if (edition !== undefined && !shown) return
  const gallery = platform === 'slack' ? await slackGallery(shown) : await discordGallery(shown)
  writeFileSync(out, await galleryPage(gallery, null))
  process.stdout.write(`Wrote ${out}; open it in a browser.\n`)
}

/** An edition that went out in every shape that a digest can have; says why if there is none. */
async function shapesOf(edition: string, workspace: string | undefined): Promise<readonly Specimen[] | undefined> {
  const command = { kind: 'export-edition', edition: edition === 'last' ? null : idIn(edition) } as const
  const reply = await answerFor(command, readConfig(), workspace)
  if (!reply.done) {
    process.exitCode = 1
    ;(await openTerminal()).show(reply.document)
    return undefined
  }
  return editionSpecimens(reply.data.document)
}
