import type { Conjugated } from '../../surface/verbs.ts'

/** Prefixes that are never separated, so that the participle has no “ge”: “berichtet”. */
const inseparable = /^(?:be|emp|ent|er|ge|miss|ver|wider|zer|unter|über|hinter)(?=\p{L}{3})/u

/**
 * Reads a verb as the lists write it: a regular verb by its infinitive (“melden”), any other with its present, past and
 * participle, joined by slashes (“sprechen/spricht/sprach/gesprochen”). A bar follows a separable particle:
 * “mit|teilen”.
 */
export function conjugate(entry: string): Conjugated {
  const [first = '', present, past, participle] = entry.split('/')
  const [particle, base] = first.includes('|') ? (first.split('|') as [string, string]) : [undefined, first]
  const stem = base.replace(/e?n$/, '')
  const weak = weakForms(base, stem)
  const pastOne = past ?? weak.past
  const joint = participle ?? weak.participle
  const finite = [present ?? weak.present, base, `${stem}e`, pastOne, pluralOf(pastOne)]
  const prefix = particle ?? ''
  return {
    lemma: prefix + base,
    ...(particle === undefined ? {} : { particle }),
    finite,
    participles: [prefix + joint],
    infinitives: [prefix + base, ...(particle ? [`${particle}zu${base}`] : [])],
    gerunds: [`${prefix}${base}d`],
  }
}

function weakForms(base: string, stem: string): { present: string; past: string; participle: string } {
  // “meldet”, “rechnet”, “atmet”: an e makes the ending audible.
  const link = /(?:[td]|[^aeiouäöülrh][mn]|ch[mn])$/.test(stem) ? 'e' : ''
  const participle = `${inseparable.test(base) || base.endsWith('ieren') ? '' : 'ge'}${stem}${link}t`
  return { present: `${stem}${link}t`, past: `${stem}${link}te`, participle }
}

function pluralOf(past: string): string {
  return past.endsWith('e') ? `${past}n` : `${past}en`
}
