import type { Conjugation } from '../../romance/conjugation.ts'

/** How French conjugates. */
export const conjugation: Conjugation = {
  endings: {
    er: {
      finite: 'e ent a èrent ait aient era eront erait eraient ai ons',
      participle: 'é ée és ées',
      gerund: 'ant',
    },
    ir: {
      finite: 'it issent irent issait issaient ira iront irait iraient isse',
      participle: 'i ie is ies',
      gerund: 'issant',
    },
    re: { finite: ' ent it irent ait aient ra ront rait raient', participle: 'u ue us ues', gerund: 'ant' },
  },
  spell: (stem, ending, infinitive) => {
    if (infinitive !== 'er') return stem
    // “exigeait”, “annonça”: before a and o the sound of g and c is kept.
    if (/^[ao]/.test(ending)) return stem.replace(/g$/, 'ge').replace(/c$/, 'ç')
    // “révèle”, “relève”: before a mute ending e and é become è; in “révélera” é stays, and in “relèvera” e does not.
    if (ending.startsWith('er')) return stem.replace(/e(?=[^aeiouyéèêzx]$)/, 'è')
    return /^e(?:nt)?$/.test(ending) ? stem.replace(/[eé](?=[^aeiouyéèêzx]$)/, 'è') : stem
  },
}
