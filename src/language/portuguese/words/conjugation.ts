import type { Conjugation } from '../../romance/conjugation.ts'

/** How Portuguese conjugates. */
export const conjugation: Conjugation = {
  endings: {
    ar: { finite: 'a am ou aram ava avam ará arão aria ariam ei ara o e em', participle: 'ado', gerund: 'ando' },
    er: { finite: 'e em eu eram ia iam erá erão eria i era o', participle: 'ido', gerund: 'endo' },
    ir: { finite: 'e em iu iram ia iam irá irão iria i ira o', participle: 'ido', gerund: 'indo' },
  },
  // “reclamou”, “indicou”: before e and i the sound of c and g is kept.
  spell: (stem, ending, infinitive) =>
    infinitive === 'ar' && ending.startsWith('e')
      ? stem.replace(/c$/, 'qu').replace(/g$/, 'gu').replace(/ç$/, 'c')
      : stem,
}
