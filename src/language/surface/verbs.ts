import type { Act } from '../../domain/claim.ts'

/**
 * What may follow a verb of saying:
 * - clause: the reported words, as a clause or a quotation
 * - quotation: only words in quotation marks (“called it a ‘disgrace’”)
 * - naming: what something is called, behind the thing itself (“called the report a ‘disgrace’”)
 * - object: also a noun phrase (“denied the report”)
 */
export type SayingFrame = 'clause' | 'quotation' | 'naming' | 'object'

/** A verb of saying. */
export interface SayingVerb {
  readonly lemma: string
  readonly act: Act
  readonly frames: readonly SayingFrame[]
  /** The separable part of the verb, if it has one: “mit” in “teilte … mit”. */
  readonly particle?: string
}

/** The forms of a verb, in lower case. */
export interface VerbForms {
  /** Forms that carry person and tense. */
  readonly finite: readonly string[]
  readonly participles: readonly string[]
  readonly infinitives: readonly string[]
  readonly gerunds: readonly string[]
}

/** A verb with its forms. */
export interface Conjugated extends VerbForms {
  readonly lemma: string
  /** The separable particle without which its finite forms stand in the sentence. */
  readonly particle?: string
}

/** One row per kind: act, frames, and verbs as the language's conjugation reads them. */
export type VerbRow = readonly [act: Act, frames: readonly SayingFrame[], verbs: string]

/** The verbs of saying of a language, found by any of their forms. */
export class VerbLexicon {
  readonly finite = new Map<string, SayingVerb[]>()
  readonly participles = new Map<string, SayingVerb[]>()
  readonly infinitives = new Map<string, SayingVerb[]>()
  readonly gerunds = new Map<string, SayingVerb[]>()

  add(verb: SayingVerb, forms: VerbForms): void {
    for (const kind of ['finite', 'participles', 'infinitives', 'gerunds'] as const)
      for (const form of forms[kind]) addTo(this[kind], form, verb)
  }

  /** Returns the verbs that a word may be a form of. */
  verbsOf(word: string): readonly SayingVerb[] {
    return [this.finite, this.participles, this.infinitives, this.gerunds].flatMap((forms) => forms.get(word) ?? [])
  }
}

function addTo(forms: Map<string, SayingVerb[]>, form: string, verb: SayingVerb): void {
  const known = forms.get(form)
  if (!known) forms.set(form, [verb])
  else if (!known.includes(verb)) known.push(verb)
}
