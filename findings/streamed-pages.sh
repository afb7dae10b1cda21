#!/bin/sh
# react-dom 19.3.1, @mozilla/readability 0.6.0, @extractus/article-extractor 9.0.1, defuddle 0.19.4 (npm): what readers of articles see
# of a page that React streams.
#
# One would guess that a page rendered on the server holds its article where readers see it. If the article waits for data (Suspense),
# it does not: the server sends the shell with the fallback, “Loading”, in its place, and later the article in a <div hidden id="S:0">
# behind the page, with a script that moves it. The markup is valid and complete, a browser shows the article, and whoever reads the
# markup without running its scripts sees hidden text. Readability, the reader behind many bots, returns the word “Loading” as the
# article, without an error; article-extractor finds none; only defuddle moves the parts into place.
#
# What this means: the attribute hidden is no proof that nobody sees a text. Parts whose ids begin with “S:” are to be read, and a text
# as short as a fallback is no article.
#
# Source: the packages themselves, on a page that React's own server renderer made.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund react@19.3.1 react-dom@19.3.1 @mozilla/readability@0.6.0 linkedom@0.18.15 \
  @extractus/article-extractor@9.0.1 defuddle@0.19.4 jsdom@26.1.0 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { extractFromHtml } from '@extractus/article-extractor'
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { JSDOM } from 'jsdom'
import { parseHTML } from 'linkedom'
import { createElement as h, Suspense, use } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

const sentence = 'The council of Vik voted on Monday to close the road above the lake until the snow has melted. '
const paragraphs = Array.from({ length: 8 }, () => sentence.repeat(3))
const written = wait(50, paragraphs)
const Story = ({ of }) =>
  h('article', null, h('h1', null, 'Road closes'), ...use(of).map((text, key) => h('p', { key }, text)))
const page = (of) =>
  h('html', { lang: 'en' }, h('head', null, h('title', null, 'Road closes')),
    h('body', null, h('main', null, h(Suspense, { fallback: h('p', null, 'Loading') }, h(Story, { of })))))

function render(of) {
  return new Promise((done, failed) => {
    let html = ''
    const out = new PassThrough()
    out.on('data', (chunk) => (html += chunk)).on('end', () => done(html))
    const { pipe } = renderToPipeableStream(page(of), { onShellReady: () => pipe(out), onError: failed })
  })
}

async function readBy(html) {
  const words = (text) => (text ?? '').replace(/<[^>]*>/g, ' ').trim()
  const url = 'https://paper.example/road'
  return {
    readability: words(new Readability(parseHTML(html).document).parse()?.textContent),
    extractor: words((await extractFromHtml(html, url))?.content),
    defuddle: words((await Defuddle(new JSDOM(html, { url }), url)).content),
  }
}

const streamed = await render(written)
assert.match(streamed, /<main><!--\$\?--><template id="B:0"><\/template><p>Loading<\/p>/)
assert.match(streamed, /<div hidden id="S:0"><article>/)
const shown = new JSDOM(streamed, { runScripts: 'dangerously', pretendToBeVisual: true })
await wait(1_000)
assert.equal(shown.window.document.querySelector('main article')?.querySelectorAll('p').length, 8)
const seen = await readBy(streamed)
console.log('with its scripts run (jsdom): the article in main, 8 paragraphs')
for (const [reader, text] of Object.entries(seen)) console.log(`${reader}: ${text.length} characters ${JSON.stringify(text.slice(0, 40))}`)
assert.equal(seen.readability, 'Loading')
assert.equal(seen.extractor, '')
assert.ok(seen.defuddle.includes(sentence.trim()))
JS
node look.mjs
