import type { ClosedWords } from '../lists/closed-words.ts'

/** Closed words of Italian. */
export const italian: ClosedWords = {
  language: 'it',
  negations: `non mai nulla niente nessuno nessuna nessun né neanche nemmeno neppure senza`,
  negatesBehind: false,
  hedges: `forse probabilmente possibilmente presumibilmente presunto presunta apparentemente eventualmente potrebbe potrebbero
    avrebbe avrebbero sarebbe sarebbero dovrebbe dovrebbero quasi circa pressoché`,
  conditions: `se salvo tranne eccetto purché qualora finché`,
  determiners: `il lo la i gli le l un uno una un suo sua suoi sue loro questo questa questi queste quel quello quella quei
    quegli quelle alcuni alcune due tre altro altra altri altre entrambi entrambe mio mia nostro nostra`,
  abbreviations: `sig sigra dott prof on avv ing arch art pag n ecc es ca sen gen mons ss mr mrs jr`,
  elides: true,
  ordinalStop: false,
}
