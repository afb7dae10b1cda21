import type { ClosedWords } from '../lists/closed-words.ts'

/** Closed words of Spanish. */
export const spanish: ClosedWords = {
  language: 'es',
  negations: `no nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas tampoco sin ni`,
  negatesBehind: false,
  hedges: `quizá quizás tal-vez probablemente posiblemente supuestamente presuntamente aparentemente podría podrían habría
    habrían sería serían presunto presunta presuntos presuntas casi cerca unos unas alrededor aproximadamente acaso`,
  conditions: `si salvo excepto siempre mientras`,
  determiners: `el la los las lo un una unos unas su sus este esta estos estas ese esa esos esas varios varias algunos algunas
    dos tres otro otra otros otras ambos ambas mi mis nuestro nuestra`,
  abbreviations: `sr sra sres srta dr dra d da ud uds av pág art núm etc ee uu ej aprox depto gral lic ing prof st mr mrs jr`,
  elides: false,
  ordinalStop: false,
}
