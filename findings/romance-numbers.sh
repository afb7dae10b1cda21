#!/bin/sh
# fr-compromise 0.2.8 and es-compromise 0.2.11 (npm) on the numbers of French and Spanish news.
#
# One would guess that a library for one language reads the comma and the point of numbers as that language prints them. Both read
# them as English does, and give a number without a sign of doubt:
#
# 1. A decimal comma is dropped: "12,5 %" is 125, "3,5 millions" and "3,5 millones" are 35 million, "2,75 millions" are 275 million.
# 2. A Spanish point between thousands is a decimal point: "1.200 personas" are 1.2 and "12.000" are 12. "1.200.000" is not read.
# 3. A French space between thousands ends the number: "12 000 personnes" are 12; " 000" is left over as a suffix.
# 4. Of "septante-deux" and "nonante-neuf" (72 and 99 in Belgium and Switzerland) the tens are not known, so that they are 2 and 9.
#    "quatre-vingts" alone is 4, though "quatre-vingt-dix-neuf" is 99.
# 5. Spanish "mil millones" (a thousand million) is 1,001,000: "mil" is added and not multiplied. Numerals that agree with their noun
#    are not read: "quinientas", "doscientas", "veintiún", "veintiuna"; "quinientos" and "veintiuno" are.
# 6. The half of "deux millions et demi" and "dos millones y medio" is lost.
#
# What this means: numbers that are compared between two articles, or checked against one, cannot come from here: "12,5 %" and "125 %"
# would agree, and "1.200" and "1200" would not.
#
# Source: the packages themselves (https://github.com/nlp-compromise), which call themselves work in progress and name no gap in numbers.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund fr-compromise@0.2.8 es-compromise@0.2.11 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import spanish from 'es-compromise'
import french from 'fr-compromise'

for (const [name, expected] of [['fr-compromise', '0.2.8'], ['es-compromise', '0.2.11']])
  assert.equal(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version, expected)

/** The words, what they mean, and what is read: undefined for no number at all. */
const cases = [
  [french, 'Il y a 12,5 % de grévistes.', 12.5, 125],
  [french, 'Il y a 3,5 millions de personnes.', 3_500_000, 35_000_000],
  [french, 'Il y a 2,75 millions de personnes.', 2_750_000, 275_000_000],
  [french, 'Il y a 12 000 personnes.', 12_000, 12],
  [french, 'septante-deux blessés', 72, 2],
  [french, 'nonante-neuf blessés', 99, 9],
  [french, 'quatre-vingts', 80, 4],
  [french, 'quatre-vingt-dix-neuf', 99, 99],
  [french, 'deux millions et demi', 2_500_000, 2_000_000],
  [spanish, 'Hay un 12,5 % de paro.', 12.5, 125],
  [spanish, 'Hay 3,5 millones de personas.', 3_500_000, 35_000_000],
  [spanish, 'Hay 1.200 personas.', 1200, 1.2],
  [spanish, 'Hay 12.000 personas.', 12_000, 12],
  [spanish, 'Hay 1.200.000 personas.', 1_200_000, undefined],
  [spanish, 'mil millones', 1_000_000_000, 1_001_000],
  [spanish, 'quinientos', 500, 500],
  [spanish, 'quinientas personas', 500, undefined],
  [spanish, 'doscientas personas', 200, undefined],
  [spanish, 'veintiuno', 21, 21],
  [spanish, 'veintiún muertos', 21, undefined],
  [spanish, 'veintiuna personas', 21, undefined],
  [spanish, 'dos millones y medio', 2_500_000, 2_000_000],
]
for (const [read, words, meant, expected] of cases) {
  const [first] = read(words).numbers().json()
  const found = first?.number.num ?? undefined
  console.log(`${words} means ${meant}; read: ${found ?? 'nothing'}`)
  assert.equal(found, expected, words)
}
JS
node look.mjs
