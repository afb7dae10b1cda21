import type { ArticleSentence, CheckedStatement, Ground } from '../../check.ts'
import { areAlike } from '../words/word-forms.ts'
import { isMentioned } from './mentions.ts'

/** True if a cited sentence has the name right before the statement's verb, however the rules read it. */
export function actsThere(speaker: string, { words }: CheckedStatement, { cited }: Ground): boolean {
  const verb = words.find(({ hasContent, isQuoted }) => hasContent && !isQuoted)
  if (!verb) return false
  return cited.some((sentence) =>
    sentence.words.some(
      (word, at) =>
        areAlike(word.form, verb.form) && !word.isCapital && !word.isQuoted && isSubjectOf(speaker, sentence, at),
    ),
  )
}

const auxiliary = /^(?:had|has|have|also|later|then|would|as|who|was|were|again|now|since|already|long|repeatedly)$/
const many = String.raw`(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|\d+)`
/** “Three residents” is not “residents”. */
const countedBefore = new RegExp(String.raw`\b${many}\s+(?:\p{L}+\s+)?\S+\s*$`, 'iu')
const counted = new RegExp(String.raw`^${many}\b`, 'i')
/** The place that a person is from: “Dr Orr, a surgeon at Brannock Hospital,”. */
const whereFrom = /\S\s+(?:at|of|for|from|in|with|by|on)\s+(?:the\s+)?(?:\p{Lu}[^\s,]*\s*)+,?\s*$/u

/** True if the speaker is named right before a verb of the sentence. */
function isSubjectOf(speaker: string, { words, text }: ArticleSentence, verb: number): boolean {
  let place = verb - 1
  while (auxiliary.test(words[place]?.lower ?? '')) place -= 1
  if (!isMentioned(speaker, words[place]?.text ?? '')) return false
  const start = words[Math.max(0, place - 3)]?.start ?? 0
  // “…, as Ms Truscott has alleged”.
  const before = text.slice(start, words[verb]?.start).replace(/^.*,\s*as\s+/s, '')
  if ((countedBefore.test(before) && !counted.test(speaker)) || whereFrom.test(before)) return false
  return (
    !/[,;:“”]/.test(before.replace(/,\s*$/, '')) &&
    isMentioned(speaker, before) &&
    !/^\s*(?:an?|one|two|some|several)\b/i.test(before)
  )
}
