import { html, raw } from 'hono/html'

/** Messages as a chat platform would show them. */
export interface Gallery {
  readonly title: string
  /** HTML that is escaped already. */
  readonly body: string
  readonly style: string
}

/** A page of messages; its style is inline if `styleAddress` is null, and linked otherwise. */
export async function galleryPage({ title, body, style }: Gallery, styleAddress: string | null): Promise<string> {
  const look =
    styleAddress === null ? html`<style>${raw(style)}</style>` : html`<link rel="stylesheet" href="${styleAddress}">`
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark"><title>${title}</title>${look}</head>
    <body><h1>${title}</h1>${raw(body)}</body></html>`
  return String(await page)
}
