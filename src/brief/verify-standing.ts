import type { Speaker, UncheckedSpeaker } from '../domain/claim.ts'
import { speakerName } from '../domain/claim.ts'
import { findQuantities } from '../text/quantities.ts'
import type { CitedPassage } from './bearing.ts'
import { ownContent, readArticle } from './checks/ground.ts'
import { isMentioned } from './checks/mentions.ts'
import { readWords } from './checks/read-words.ts'
import { formOf, isAmong } from './checks/word-forms.ts'
import { plainWords } from './checks/word-lists.ts'

/** Words about why somebody is not named, which articles put in many ways. */
const ofAnonymity = new Set(
  'anonymous anonymously anonymity unnamed named name because condition identified identify authorised authorized publicly speak permitted allowed fear feared not given reason article'
    .split(' ')
    .map(formOf),
)
const plainForms = new Set([...plainWords].map(formOf))

/**
 * Whether an article bears out who a speaker is said to be (“mayor of Lower Weir”): its words stand in the article, some of them
 * where the speaker is named. Returns the words that do not, or null.
 */
export function verifyStanding(speaker: Speaker | UncheckedSpeaker, passages: readonly CitedPassage[]): string | null {
  const standing = standingOf(speaker)
  const [passage] = passages
  if (standing === '' || !passage) return null
  const article = readArticle(passage.evidence, { headline: '', outlet: '' })
  const words = ownContent(readWords(standing))
  const missing = words.filter(
    ({ form, lower, isCapital }) =>
      !isAmong(form, article.forms) &&
      !ofAnonymity.has(form) &&
      !(plainForms.has(form) && !isCapital) &&
      !passage.evidence.plainLower.includes(lower),
  )
  const numbers = findQuantities(standing).filter(
    ({ text }) => !passage.evidence.plainLower.includes(text.toLowerCase()),
  )
  if (missing.length > 0 || numbers.length > 0) return [...missing, ...numbers].map(({ text }) => text).join(' ')
  const telling = words.filter(({ form }) => !ofAnonymity.has(form))
  const isBound =
    telling.length === 0 ||
    article.sentences.some(
      (sentence, index) =>
        (isMentioned(speakerName(speaker), sentence.text) ||
          isMentioned(speakerName(speaker), article.sentences[index - 1]?.text ?? '')) &&
        telling.some(({ form }) => isAmong(form, sentence.forms)),
    )
  return isBound ? null : standing
}

function standingOf(speaker: Speaker | UncheckedSpeaker): string {
  if (speaker.kind === 'person') return speaker.role ?? ''
  return speaker.kind === 'unnamed' ? (speaker.reason ?? '') : ''
}
