import { sliceSpan } from '../../domain/article.ts'
import { type Speaker, speakerName, type UncheckedSpeaker } from '../../domain/claim.ts'
import { ownContent } from '../../language/check.ts'
import type { Grammar } from '../../language/grammar.ts'
import { findQuantities } from '../../text/values/quantities.ts'
import type { Passage } from '../evidence.ts'
import { readArticle } from '../ground.ts'

/**
 * Checks that an article supports the description of a speaker (“mayor of Lower Weir”): its words must be in the
 * article, and some of them in the passage, in a sentence that names the speaker or in the next one. Returns the
 * unsupported words, or null.
 */
export function verifyStanding(speaker: Speaker | UncheckedSpeaker, passages: readonly Passage[]): string | null {
  const standing = standingOf(speaker)
  const [passage] = passages
  if (standing === '' || !passage) return null
  const { grammar } = passage.evidence
  const { ofAnonymity, kinOf } = grammar.patterns.speakers
  const article = readArticle(passage.evidence, { headline: '', outlet: '' })
  const name = speakerName(speaker)
  const words = ownContent(grammar.words.readWords(standing))
  // “His sister” for “Ana Ruiz, whose brother drove the train”.
  const isKin = (form: string) => {
    const others = kinOf.get(form)
    return (
      others !== undefined &&
      article.sentences.some(
        ({ text, forms }) => others.some((kin) => forms.has(kin)) && grammar.names.isMentioned(name, text),
      )
    )
  }
  const missing = words.filter(
    ({ form, lower, isCapital }) =>
      !grammar.words.isAmong(form, article.forms) &&
      !ofAnonymity.has(form) &&
      !isKin(form) &&
      !(grammar.words.isPlain(form) && !isCapital) &&
      !passage.evidence.plainLower.includes(lower),
  )
  const numbers = findQuantities(standing, grammar.text).filter(
    ({ text }) => !passage.evidence.plainLower.includes(text.toLowerCase()),
  )
  if (missing.length > 0 || numbers.length > 0) return [...missing, ...numbers].map(({ text }) => text).join(' ')
  const telling = words.filter(({ form }) => !ofAnonymity.has(form))
  const isIn = (forms: ReadonlySet<string>) => telling.some(({ form }) => grammar.words.isAmong(form, forms))
  const isBound =
    telling.length === 0 ||
    passages.some(({ evidence, span }) => isIn(formsOf(sliceSpan(evidence.text, span), grammar))) ||
    article.sentences.some(
      ({ forms }, index) =>
        isIn(forms) &&
        [index, index - 1].some((at) => grammar.names.isMentioned(name, article.sentences[at]?.text ?? '')),
    )
  return isBound ? null : standing
}

function formsOf(text: string, { words }: Grammar): ReadonlySet<string> {
  return new Set(words.readWords(text).words.map(({ form }) => form))
}

function standingOf(speaker: Speaker | UncheckedSpeaker): string {
  if (speaker.kind === 'person') return speaker.role ?? ''
  return speaker.kind === 'unnamed' ? (speaker.reason ?? '') : ''
}
