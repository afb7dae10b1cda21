#!/bin/sh
# chrono-node 2.10.3 (npm) on the days that news in Spanish, French and Portuguese names by how far away they are.
#
# One would guess that a parser with a locale for a language either reads "the day before yesterday" in it or finds nothing. It finds
# the shorter word inside and gives that day, without a sign that a part of the phrase was left unread. All from Wednesday, 18 March 2026:
#
# 1. French "avant-hier" (the 16th) is read as "hier", the 17th; "après-demain" as "demain". Portuguese "depois de amanhã" and Spanish
#    "pasado mañana" (the 20th) are read as tomorrow. Spanish "anteayer" and Portuguese "anteontem", which hold no shorter word, are
#    not read. In English and German the same phrases are right, so trying the library in English shows none of this.
# 2. Spanish "el pasado viernes" (last Friday, the 13th) is the Friday to come, the 20th: "pasado" in front moves the day forward.
#    "el martes pasado" is right by luck: the "pasado" behind it is not read, and the nearest Tuesday is the last one. Portuguese "passada
#    sexta-feira" is the Friday to come as well, and "próxima segunda-feira" the Monday that is over: words beside the day are not read.
# 3. Spanish "del 3 al 5 de abril" is today from three to five o'clock: the numbers are taken for hours and the month is dropped.
#    French "du 3 au 5 avril" and Portuguese "de 3 a 5 de abril" are read as days.
# 4. Spanish "hace dos días" and Portuguese "há dois dias", the commonest way to say "ago", are not read; French "il y a deux jours" is.
#
# What this means: whoever dates what an article tells has to check that the words around a match belong to no longer phrase
# (`result.index` and `result.text` against a list of the language), and cannot take a date that was found for one that was understood.
#
# Source: the package itself; https://github.com/wanasit/chrono counts French among the supported locales, Spanish and Portuguese among
# those supported in part, and does not say what of a phrase is left unread.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as chrono from 'chrono-node'

assert.equal(JSON.parse(readFileSync('node_modules/chrono-node/package.json', 'utf8')).version, '2.10.3')

/** A Wednesday, at noon where this runs. */
const now = new Date(2026, 2, 18, 12)

/** A moment as the clock of this machine shows it: "03-18", with the hour where one was read. */
function shown(part) {
  const two = (field) => String(part.get(field)).padStart(2, '0')
  return `${two('month')}-${two('day')}${part.isCertain('hour') ? ` ${two('hour')}h` : ''}`
}

/** What is read of a phrase: the words, then the day, or both ends of a range. */
function read(language, phrase) {
  return chrono[language]
    .parse(phrase, now)
    .map(({ text, start, end }) => `${text} = ${[start, ...(end ? [end] : [])].map(shown).join(' to ')}`)
    .join('; ')
}

/** The language, the phrase, the day that it means, and what is read. */
const phrases = [
  ['fr', 'avant-hier', '03-16', 'hier = 03-17'],
  ['fr', 'après-demain', '03-20', 'demain = 03-19'],
  ['pt', 'depois de amanhã', '03-20', 'amanhã = 03-19'],
  ['es', 'pasado mañana', '03-20', 'mañana = 03-19'],
  ['en', 'the day before yesterday', '03-16', 'the day before yesterday = 03-16'],
  ['de', 'übermorgen', '03-20', 'übermorgen = 03-20'],
  ['es', 'anteayer', '03-16', ''],
  ['pt', 'anteontem', '03-16', ''],
  ['es', 'el pasado viernes', '03-13', 'pasado viernes = 03-20'],
  ['es', 'el martes pasado', '03-17', 'martes = 03-17'],
  ['pt', 'passada sexta-feira', '03-13', 'sexta-feira = 03-20'],
  ['pt', 'próxima segunda-feira', '03-23', 'segunda-feira = 03-16'],
  ['es', 'del 3 al 5 de abril', '04-03 to 04-05', 'del 3 al 5 = 03-18 03h to 03-18 05h'],
  ['fr', 'du 3 au 5 avril', '04-03 to 04-05', '3 au 5 avril = 04-03 to 04-05'],
  ['pt', 'de 3 a 5 de abril', '04-03 to 04-05', '3 a 5 de abril = 04-03 to 04-05'],
  ['es', 'hace dos días', '03-16', ''],
  ['pt', 'há dois dias', '03-16', ''],
  ['fr', 'il y a deux jours', '03-16', 'il y a deux jours = 03-16'],
]
for (const [language, phrase, meant, expected] of phrases) {
  const found = read(language, phrase)
  console.log(`${language}  ${phrase}: means ${meant}; read: ${found || 'nothing'}`)
  assert.equal(found, expected, phrase)
}
JS
node look.mjs
