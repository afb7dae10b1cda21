import type { Conjugation } from '../../romance/conjugation.ts'

/** How Spanish conjugates. */
export const conjugation: Conjugation = {
  endings: {
    ar: {
      finite: 'a an ó aron aba aban ará arán aría arían é o e en ara aran ase',
      participle: 'ado',
      gerund: 'ando',
    },
    er: { finite: 'e en ió ieron ía ían erá erán ería erían í o a an iera ieran', participle: 'ido', gerund: 'iendo' },
    ir: { finite: 'e en ió ieron ía ían irá irán iría irían í o a an iera ieran', participle: 'ido', gerund: 'iendo' },
  },
  // “indiqué”, “alegue”, “avance”: before e the sound of c, g and z is kept.
  spell: (stem, ending, infinitive) =>
    infinitive === 'ar' && /^[eé]/.test(ending)
      ? stem.replace(/c$/, 'qu').replace(/g$/, 'gu').replace(/z$/, 'c')
      : stem,
}
