#!/bin/sh
# linkedom 0.18.15, @xmldom/xmldom 0.9.9, fast-xml-parser 5.3.4, saxes 6.0.0 (npm): what a reader of XML makes of a document that was
# cut off, as a licence or a feed is when a connection ends or a limit on its length is met.
#
# One would guess that XML that is not whole is refused: the specification calls it a fatal error, and a browser's DOMParser answers with
# a parsererror. linkedom closes what is open and says nothing, so the half that came counts as the whole; fast-xml-parser does the same
# unless asked to validate, which it does in a pass of its own. xmldom and saxes refuse it. Where the end of a document takes back what its
# beginning grants (a licence that permits all, and then prohibits a part), half a document says the reverse of the whole.
#
# What this means: before linkedom or fast-xml-parser is given XML that grants something, see that its root is closed, and that it is not
# as long as the limit at which reading stopped.
#
# Source: the packages themselves; XML 1.0, section 1.2 (fatal error), production 1 (document).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund linkedom@0.18.15 @xmldom/xmldom@0.9.9 fast-xml-parser@5.3.4 saxes@6.0.0 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { DOMParser as XmlDom } from '@xmldom/xmldom'
import { XMLParser } from 'fast-xml-parser'
import { DOMParser } from 'linkedom'
import { SaxesParser } from 'saxes'

const whole = '<rsl><content url="/"><permits>all</permits></content><content url="/news/"><prohibits>all</prohibits></content></rsl>'
const cut = whole.slice(0, whole.indexOf('<prohibits>'))

const readers = {
  linkedom: (xml) => new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('permits, prohibits').length,
  'fast-xml-parser': (xml) => [new XMLParser().parse(xml).rsl.content].flat().filter((each) => each.permits || each.prohibits).length,
  'fast-xml-parser, validating': (xml) =>
    [new XMLParser().parse(xml, true).rsl.content].flat().filter((each) => each.permits || each.prohibits).length,
  '@xmldom/xmldom': (xml) => new XmlDom().parseFromString(xml, 'text/xml').getElementsByTagName('*').length,
  saxes: (xml) => {
    let count = 0
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', () => (count += 1))
    parser.write(xml).close()
    return count
  },
}
const seen = {}
for (const [name, read] of Object.entries(readers)) {
  assert.ok(read(whole) > 0)
  try {
    read(cut)
    seen[name] = 'takes the half for the whole'
  } catch {
    seen[name] = 'refuses it'
  }
  console.log(`${name}: ${seen[name]}`)
}
assert.deepEqual(seen, {
  linkedom: 'takes the half for the whole',
  'fast-xml-parser': 'takes the half for the whole',
  'fast-xml-parser, validating': 'refuses it',
  '@xmldom/xmldom': 'refuses it',
  saxes: 'refuses it',
})
JS
node look.mjs 2>/dev/null
# Seen:
# linkedom: takes the half for the whole
# fast-xml-parser: takes the half for the whole
# fast-xml-parser, validating: refuses it
# @xmldom/xmldom: refuses it
# saxes: refuses it
