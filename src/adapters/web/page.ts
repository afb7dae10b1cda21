import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** The frame of every page. */
export function page(title: string, content: readonly (Html | '')[]): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Onrecord</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header><p class="brand"><a href="/">Onrecord</a></p><p>What happened, kept apart from who says what.</p></header>
<main id="content">${content}</main>
</body>
</html>`
}
