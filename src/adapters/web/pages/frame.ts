import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** A page of the site on which it stands, and whether visitors find the way to the others there. */
export interface PageFrame {
  readonly title: string
  /** The path of the page that the visitor is on or below; null on a page that stands alone. */
  readonly at: string | null
}

/** The pages that every page of this computer's site leads to. */
const places = [
  ['/', 'Today'],
  ['/claims', 'Who said what'],
  ['/feeds', 'Feeds'],
  ['/desk', 'Desk'],
] as const

/** The frame of every page. */
export function page({ title, at }: PageFrame, content: readonly (Html | '')[]): Html {
  const links = places.map(
    ([path, name]) => html`<a href="${path}"${path === at ? html` aria-current="page"` : ''}>${name}</a>`,
  )
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Onrecord</title>
<link rel="stylesheet" href="/style.css">
${at === null ? '' : html`<link rel="alternate" type="application/rss+xml" title="Onrecord" href="/editions.rss">`}
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="top"><div class="wrap">
${at === null ? html`<p class="brand">Onrecord</p>` : html`<a class="brand" href="/">Onrecord</a><nav aria-label="Main">${links}</nav>`}
</div></header>
<main id="content" class="wrap">${content}</main>
</body>
</html>`
}
