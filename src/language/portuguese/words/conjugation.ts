import type { Conjugated } from '../../surface/verbs.ts'

const endings: Readonly<
  Record<string, { readonly finite: string; readonly participle: string; readonly gerund: string }>
> = {
  ar: { finite: 'a am ou aram ava avam ará arão aria ariam ei ara o e em', participle: 'ado', gerund: 'ando' },
  er: { finite: 'e em eu eram ia iam erá erão eria i era o', participle: 'ido', gerund: 'endo' },
  ir: { finite: 'e em iu iram ia iam irá irão iria i ira o', participle: 'ido', gerund: 'indo' },
}

/**
 * Reads a verb as the lists write it: a regular verb by its infinitive (“afirmar”), any other with all its finite forms,
 * its participle and its gerund: “dizer:diz dizem disse disseram:dito:dizendo”, with underscores for spaces.
 */
export function conjugate(entry: string): Conjugated {
  const [lemma = '', finite, participle, gerund] = entry.split(':')
  const regular = regularForms(lemma)
  return {
    lemma,
    finite: finite === undefined ? regular.finite : finite.split('_'),
    participles: [participle ?? regular.participle],
    infinitives: [lemma],
    gerunds: [gerund ?? regular.gerund],
  }
}

function regularForms(lemma: string): { finite: string[]; participle: string; gerund: string } {
  const stem = lemma.slice(0, -2)
  const own = endings[lemma.slice(-2)]
  if (!own) return { finite: [], participle: '', gerund: '' }
  // “reclamou”, “indicou”: before e and i the sound of c and g is kept.
  const soft = stem.replace(/c$/, 'qu').replace(/g$/, 'gu').replace(/ç$/, 'c')
  const form = (ending: string) => (lemma.endsWith('ar') && ending.startsWith('e') ? soft : stem) + ending
  return {
    finite: own.finite.split(' ').map(form),
    participle: stem + own.participle,
    gerund: stem + own.gerund,
  }
}
