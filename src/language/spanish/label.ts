import type { LabelWords } from '../lists/label.ts'

/** The label on what a machine wrote, in Spanish. */
export const label: LabelWords = {
  byRules: (version) => `Escrito sin IA (reglas v${version})`,
  byModel: (model) => `Escrito por IA (${model})`,
  someByRules: (count, total) => `${count} de ${total} noticias sin IA`,
  checked: (byline, articles) =>
    `${byline}, cotejado con ${articles === 'one' ? 'el artículo' : 'los artículos'}. Revíselo antes de publicar.`,
  approved: (byline) => `Revisado y aprobado por la redacción. ${byline}.`,
  lapsed: 'Nadie aprobó esta edición a tiempo; solo contiene noticias sin dudas o que la redacción aceptó.',
}
