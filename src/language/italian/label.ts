import type { LabelWords } from '../lists/label.ts'

/** The label on what a machine wrote, in Italian. */
export const label: LabelWords = {
  byRules: (version) => `Scritto senza IA (regole v${version})`,
  byModel: (model) => `Scritto da un’IA (${model})`,
  someByRules: (count, total) => `${count} notizie su ${total} senza IA`,
  checked: (byline, articles) =>
    `${byline}, verificato sulla base ${articles === 'one' ? 'dell’articolo' : 'degli articoli'}. Da controllare prima della pubblicazione.`,
  approved: (byline) => `Rivisto e approvato dalla redazione. ${byline}.`,
  lapsed:
    'Nessuno ha approvato questa edizione in tempo; contiene solo notizie senza dubbi o accettate dalla redazione.',
}
