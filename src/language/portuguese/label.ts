import type { LabelWords } from '../lists/label.ts'

/** The label on what a machine wrote, in Portuguese. */
export const label: LabelWords = {
  byRules: (version) => `Escrito sem IA (regras v${version})`,
  byModel: (model) => `Escrito por IA (${model})`,
  someByRules: (count, total) => `${count} de ${total} notícias sem IA`,
  checked: (byline, articles) =>
    `${byline}, conferido com ${articles === 'one' ? 'o artigo' : 'os artigos'}. Confira antes de publicar.`,
  approved: (byline) => `Revisto e aprovado pela redação. ${byline}.`,
  lapsed: 'Ninguém aprovou esta edição a tempo; só tem notícias sem dúvidas ou que a redação aceitou.',
}
