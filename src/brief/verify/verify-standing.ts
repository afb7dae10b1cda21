import { type Speaker, speakerName, type UncheckedSpeaker } from '../../domain/claim.ts'
import { ownContent } from '../../language/check.ts'
import { findQuantities } from '../../text/values/quantities.ts'
import type { Passage } from '../evidence.ts'
import { readArticle } from '../ground.ts'

/**
 * Checks that an article supports the description of a speaker (“mayor of Lower Weir”): its words must be in the
 * article, and some of them in a sentence that names the speaker or the next one. Returns the unsupported words, or
 * null.
 */
export function verifyStanding(speaker: Speaker | UncheckedSpeaker, passages: readonly Passage[]): string | null {
  const standing = standingOf(speaker)
  const [passage] = passages
  if (standing === '' || !passage) return null
  const { grammar } = passage.evidence
  const { ofAnonymity } = grammar.patterns.speakers
  const article = readArticle(passage.evidence, { headline: '', outlet: '' })
  const words = ownContent(grammar.words.readWords(standing))
  const missing = words.filter(
    ({ form, lower, isCapital }) =>
      !grammar.words.isAmong(form, article.forms) &&
      !ofAnonymity.has(form) &&
      !(grammar.words.isPlain(form) && !isCapital) &&
      !passage.evidence.plainLower.includes(lower),
  )
  const numbers = findQuantities(standing, grammar.text).filter(
    ({ text }) => !passage.evidence.plainLower.includes(text.toLowerCase()),
  )
  if (missing.length > 0 || numbers.length > 0) return [...missing, ...numbers].map(({ text }) => text).join(' ')
  const telling = words.filter(({ form }) => !ofAnonymity.has(form))
  const isBound =
    telling.length === 0 ||
    article.sentences.some(
      (sentence, index) =>
        (grammar.names.isMentioned(speakerName(speaker), sentence.text) ||
          grammar.names.isMentioned(speakerName(speaker), article.sentences[index - 1]?.text ?? '')) &&
        telling.some(({ form }) => grammar.words.isAmong(form, sentence.forms)),
    )
  return isBound ? null : standing
}

function standingOf(speaker: Speaker | UncheckedSpeaker): string {
  if (speaker.kind === 'person') return speaker.role ?? ''
  return speaker.kind === 'unnamed' ? (speaker.reason ?? '') : ''
}
