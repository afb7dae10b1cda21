#!/bin/sh
# sentence-splitter 5.0.1, sbd 1.0.19 and sentencex 1.0.17 (npm) on ordinary sentences of German and Portuguese news.
#
# One would guess that a splitter of sentences, and surely one that is told the language, copes with ordinals and abbreviations. Of
# the seven pairs of sentences below none of the three finds all: sentencex misses two, sentence-splitter four, sbd five.
#
# 1. sentencex is told the language and knows German months ("am 3. Mai") but no other ordinal: "Im 19. Jahrhundert" ends a sentence
#    after the number. In Portuguese it cuts the ordinal sign from its number: "art. 3.º" becomes "art. 3." and "º da lei".
# 2. sentence-splitter, which takes no language, ends a sentence inside "z. B.", behind "Mio." and behind "sr." and "sra.".
# 3. sbd, which takes no language either, puts the end of "am 3. Mai. Niemand ..." behind the number, so that both sentences are
#    there and both are wrong.
# 4. sentence-splitter and sbd end a sentence inside a German quotation („Wir gehen. Das reicht“, sagte ...), which tears the words
#    from the verb that says whose they are. sentencex keeps it whole.
#
# What this means: whoever needs to know who said what has to find quotations before sentences, and to bring the abbreviations and
# ordinals of each language. A count of sentences hides the third case.
#
# Source: the packages themselves; https://github.com/wikimedia/sentencex describes the languages that it supports, and not these cases.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund sentence-splitter@5.0.1 sbd@1.0.19 sentencex@1.0.17 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import sbd from 'sbd'
import { split } from 'sentence-splitter'
import { segment } from 'sentencex'

for (const [name, expected] of [['sentence-splitter', '5.0.1'], ['sbd', '1.0.19'], ['sentencex', '1.0.17']])
  assert.equal(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version, expected)

const splitters = {
  'sentence-splitter': (text) => split(text).filter(({ type }) => type === 'Sentence').map(({ raw }) => raw),
  sbd: (text) => sbd.sentences(text),
  sentencex: (text, language) => [...segment(language, text)].map((sentence) => sentence.trim()),
}

/** The language, the two sentences, and what a splitter that does not find them makes of them. */
const pairs = [
  ['de', ['Der Damm brach am 3. Mai.', 'Niemand kam um.'], { sbd: ['Der Damm brach am 3.', 'Mai. Niemand kam um.'] }],
  [
    'de',
    ['Im 19. Jahrhundert stand dort eine Mühle.', 'Sie ist weg.'],
    { sentencex: ['Im 19.', 'Jahrhundert stand dort eine Mühle.', 'Sie ist weg.'] },
  ],
  [
    'de',
    ['„Wir gehen. Das reicht“, sagte Weber.', 'Dann ging er.'],
    {
      'sentence-splitter': ['„Wir gehen.', 'Das reicht“, sagte Weber.', 'Dann ging er.'],
      sbd: ['„Wir gehen.', 'Das reicht“, sagte Weber.', 'Dann ging er.'],
    },
  ],
  [
    'de',
    ['Die Schule z. B. bleibt zu.', 'Weber nicht.'],
    { 'sentence-splitter': ['Die Schule z.', 'B.', 'bleibt zu.', 'Weber nicht.'] },
  ],
  [
    'de',
    ['Das kostet rd. 3 Mio. Euro.', 'Weber zahlt.'],
    {
      'sentence-splitter': ['Das kostet rd. 3 Mio.', 'Euro.', 'Weber zahlt.'],
      sbd: ['Das kostet rd. 3 Mio.', 'Euro. Weber zahlt.'],
    },
  ],
  [
    'pt',
    ['O sr. Alba e a sra. Belmonte saíram.', 'A ponte fechou.'],
    {
      'sentence-splitter': ['O sr.', 'Alba e a sra.', 'Belmonte saíram.', 'A ponte fechou.'],
      sbd: ['O sr. Alba e a sra.', 'Belmonte saíram.', 'A ponte fechou.'],
    },
  ],
  [
    'pt',
    ['Segundo o art. 3.º da lei, a ponte fecha.', 'Alba aceita.'],
    {
      sbd: ['Segundo o art.', '3.º da lei, a ponte fecha.', 'Alba aceita.'],
      sentencex: ['Segundo o art. 3.', 'º da lei, a ponte fecha.', 'Alba aceita.'],
    },
  ],
]

for (const [language, sentences, otherwise] of pairs) {
  console.log(sentences.join(' '))
  for (const [name, find] of Object.entries(splitters)) {
    const found = find(sentences.join(' '), language)
    console.log(`  ${name.padEnd(18)}${JSON.stringify(found)}`)
    assert.deepEqual(found, otherwise[name] ?? sentences, `${name} does otherwise now`)
  }
}
JS
node look.mjs
