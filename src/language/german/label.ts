import type { LabelWords } from '../lists/label.ts'

/** The label on what a machine wrote, in German. */
export const label: LabelWords = {
  byRules: (version) => `Ohne KI geschrieben (Regeln v${version})`,
  byModel: (model) => `Von KI geschrieben (${model})`,
  someByRules: (count, total) => `${count} von ${total} Berichten ohne KI`,
  checked: (byline, articles) =>
    `${byline}, am ${articles === 'one' ? 'Artikel' : 'Wortlaut der Artikel'} geprüft. Vor dem Veröffentlichen prüfen.`,
  approved: (byline) => `Redaktionell geprüft und freigegeben. ${byline}.`,
  lapsed:
    'Niemand hat diese Ausgabe rechtzeitig freigegeben; sie enthält nur Berichte ohne Zweifel oder solche, die die Redaktion angenommen hat.',
}
