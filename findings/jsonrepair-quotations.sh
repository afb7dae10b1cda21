#!/bin/sh
# jsonrepair 3.15.0 (npm) on the JSON that small language models write, where they forget to escape a quotation.
#
# One would guess that a repair either keeps the words of a text or raises an error. It does neither:
#
# 1. In a list, a text with an inner quotation behind a colon is torn into several entries, of which one is a number: a list of two
#    sentences comes back as one of five things, and no error is raised. The same quotation as a plain value of an object is an error.
# 2. In texts with single marks, an apostrophe is told from the end of the text, and then written as a double mark: the words "wasn't"
#    come back changed, with a quotation mark in their middle.
# 3. JSON in a code fence with a remark behind it comes back as a list of the object and the remark, not as the object.
#
# What this means for whoever reads models' answers: escape inner marks before repairing, take the object out of its fence first, and
# compare words with their source afterwards, since nothing is reported.
#
# Source: the package itself; https://github.com/josdejong/jsonrepair describes what is repaired, and not these.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund jsonrepair@3.15.0 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { jsonrepair } from 'jsonrepair'

const { version } = JSON.parse(readFileSync('node_modules/jsonrepair/package.json', 'utf8'))
assert.equal(version, '3.15.0')
const look = (text) => {
  try {
    return JSON.parse(jsonrepair(text))
  } catch (error) {
    return String(error.message).replace(/ at position.*/, '')
  }
}
const show = (name, text, expected) => {
  const found = look(text)
  console.log(`${name}\n  given  ${text.replaceAll('\n', '\\n')}\n  found  ${JSON.stringify(found)}`)
  assert.deepEqual(found, expected, `jsonrepair ${version} does otherwise now`)
}

show('a quotation in a list', '["said: "We had no choice." [2]", "She left. [3]"]', [
  'said: ',
  'We had no choice.',
  [2],
  '',
  'She left. [3]',
])
show('the same as a value', '{"a": "He said: "We had no choice," and left. [2]"}', 'Colon expected')
show('an apostrophe between single marks', "{'a': 'it wasn't true, she said'}", { a: 'it wasn"t true, she said' })
show('a fence with a remark', '```json\n{"a": "x"}\n```\nHope that helps!', [{ a: 'x' }, 'Hope that helps!'])
JS
node look.mjs
