#!/bin/sh
# @rowanmanning/feed-parser 2.1.5, rss-parser 3.13.0, feedparser 2.6.0, @extractus/feed-extractor 8.0.3 (npm): which address of an Atom
# entry they give as its link.
#
# RFC 4287, section 4.1.1, lets an entry have one alternate link for each type: the web page, and the same as ActivityPub's JSON or as
# a PDF. A link without rel is such a link, too (4.2.7.2), and a link without type is what most feeds use for the page. One would guess
# that “the link” of an entry is the page. It is the first or the last link that says rel="alternate" in so many words: where the page's
# link says nothing, three of four give the PDF; where the JSON comes first, three give the JSON; none takes the page that content/@src
# names. A reader that then fetches “the article” gets no HTML, and most of them say nothing.
#
# What this means: take the list of links, and choose by type: HTML or XHTML first, then none, then where the content is.
#
# Source: RFC 4287, https://www.rfc-editor.org/rfc/rfc4287; the packages themselves.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @rowanmanning/feed-parser@2.1.5 rss-parser@3.13.0 feedparser@2.6.0 @extractus/feed-extractor@8.0.3 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { extractFromXml } from '@extractus/feed-extractor'
import { parseFeed } from '@rowanmanning/feed-parser'
import FeedParser from 'feedparser'
import Parser from 'rss-parser'

const page = (id) => `https://paper.example/${id}`
const link = (href, attributes = '') => `<link href="${href}" ${attributes}/>`
const alternate = (href, type) => link(href, `rel="alternate" type="${type}"`)
const cases = [
  ['JSON, then the page', alternate(page('1.json'), 'application/activity+json') + alternate(page('1'), 'text/html')],
  ['the page without rel, then a PDF', link(page('2')) + alternate(page('2.pdf'), 'application/pdf')],
  ['content/@src is the page, the link a PDF', `<content type="text/html" src="${page('3')}"/>${alternate(page('3.pdf'), 'application/pdf')}`],
]
const entries = cases.map(
  ([title, links], at) =>
    `<entry><id>tag:paper.example,2026:${at + 1}</id><title>${title}</title><updated>2026-11-27T08:00:00Z</updated><summary>Shut.</summary>${links}</entry>`,
)
const xml = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:paper.example,2026:f</id><title>Paper</title><updated>2026-11-27T08:00:00Z</updated><author><name>Mira Tolland</name></author>${entries.join('')}</feed>`

async function byFeedparser() {
  const parser = new FeedParser({})
  const links = []
  parser.on('readable', () => {
    for (let item = parser.read(); item; item = parser.read()) links.push(item.link)
  })
  await new Promise((done) => Readable.from([xml]).pipe(parser).on('end', done))
  return links
}
const seen = {
  '@rowanmanning/feed-parser': parseFeed(xml).items.map((item) => item.url),
  'rss-parser': (await new Parser().parseString(xml)).items.map((item) => item.link),
  feedparser: await byFeedparser(),
  '@extractus/feed-extractor': (await extractFromXml(xml)).entries.map((entry) => entry.link),
}
for (const [reader, links] of Object.entries(seen)) console.log(`${reader}: ${links.join('  ')}`)
assert.deepEqual(seen, {
  '@rowanmanning/feed-parser': [page('1.json'), page('2.pdf'), page('3.pdf')],
  'rss-parser': [page('1.json'), page('2.pdf'), page('3.pdf')],
  feedparser: [page('1'), page('2.pdf'), page('3.pdf')],
  '@extractus/feed-extractor': [page('1.json'), page('2'), page('3.pdf')],
})
JS
node look.mjs
