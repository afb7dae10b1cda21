import type { LabelWords } from '../lists/label.ts'

/** The label on what a machine wrote, in French. */
export const label: LabelWords = {
  byRules: (version) => `Rédigé sans IA (règles v${version})`,
  byModel: (model) => `Rédigé par une IA (${model})`,
  someByRules: (count, total) => `${count} sujets sur ${total} sans IA`,
  checked: (byline, articles) =>
    `${byline}, vérifié d’après ${articles === 'one' ? 'l’article' : 'les articles'}. À relire avant publication.`,
  approved: (byline) => `Relu et approuvé par la rédaction. ${byline}.`,
  lapsed:
    'Personne n’a approuvé cette édition à temps : elle ne contient que des sujets sans doute ou acceptés par la rédaction.',
}
