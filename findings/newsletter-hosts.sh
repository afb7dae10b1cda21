#!/bin/sh
# tldts 7.6.0 (npm), with the Public Suffix List it carries, on hosts whose users publish under names of their own.
#
# One would guess that its option for private domains tells apart the outlets that share a host, as it tells apart github.io and
# blogspot.com. For the hosts where most newsletters and many blogs are, it does not: substack.com, medium.com, wordpress.com,
# tumblr.com, ghost.io, beehiiv.com and typepad.com are not on the list, because their owners never asked for it. Two newsletters of
# strangers come back as one registered domain. Blogspot is on the list under blogspot.com, but under a country (blogspot.co.uk) it no
# longer is, so that old addresses of two blogs are one domain too.
#
# What this means for whoever counts independent outlets, or trusts a move within a site: keep a list of such hosts beside the
# package, and take the whole host name there.
#
# Source: the package itself; https://publicsuffix.org says that a private suffix is added only when its owner asks.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund tldts@7.6.0 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { getDomain } from 'tldts'

const { version } = JSON.parse(readFileSync('node_modules/tldts/package.json', 'utf8'))
assert.equal(version, '7.6.0')
const expected = {
  'github.io': true,
  'blogspot.com': true,
  'netlify.app': true,
  'blogspot.co.uk': false,
  'substack.com': false,
  'medium.com': false,
  'wordpress.com': false,
  'tumblr.com': false,
  'ghost.io': false,
  'beehiiv.com': false,
  'typepad.com': false,
}
for (const [host, areApart] of Object.entries(expected)) {
  const [ana, bo] = ['ana', 'bo'].map((name) => getDomain(`https://${name}.${host}/`, { allowPrivateDomains: true }))
  console.log(`${host.padEnd(16)} ana: ${ana}, bo: ${bo}${ana === bo ? ' (one site)' : ''}`)
  assert.equal(ana !== bo, areApart, `tldts ${version} has it otherwise for ${host} now`)
}
JS
node look.mjs
