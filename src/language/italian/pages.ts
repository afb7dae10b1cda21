import type { PageWords } from '../lists/pages.ts'

/** Words of pages in Italian. */
export const italian: PageWords = {
  boilerplate: [
    'pubblicità',
    "(?:condividi|stampa|salva|commenta|ascolta)(?: (?:l[’']|questo )articolo)?",
    '\\d+ commenti?',
    'leggi (?:anche|ancora)\\s?:? .{2,140}',
    'foto: .{2,80}',
    'tutti i diritti riservati\\W*',
  ],
  above: ['(?:pubblicato|aggiornato|modificato)\\b.{0,60}', 'tempo di lettura.{0,30}'],
  behind: /^(?:articoli (?:correlati|simili)|leggi anche|i più letti|potrebbe interessarti(?: anche)?)\W*$/iu,
  byline: '[Dd]i',
  bylineLabel: 'autor[ei]|scritto|pubblicato(?: il)?',
  noAuthor: /^(?:di|(?:pubblicato|scritto)(?: (?:da|il))?|redazione|autore)\W*$/i,
  changed: /(?:aggiornat|modificat)[ao][^.]{0,20}$/i,
  stampWords: 'di il pubblicato aggiornato',
}
