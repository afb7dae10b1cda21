import type { Ground, Statement } from '../../check.ts'
import { areAlike } from '../words/word-forms.ts'
import { isMentioned } from './mentions.ts'

/** Whether a cited sentence has the name with the statement's own verb right behind it, whatever the rules made of it. */
export function actsThere(speaker: string, { words }: Statement, { cited }: Ground): boolean {
  const verb = words.find(({ hasContent, isQuoted }) => hasContent && !isQuoted)
  if (!verb) return false
  return cited.some((sentence) =>
    sentence.words.some((word, at) => {
      if (!areAlike(word.form, verb.form) || word.isCapital || word.isQuoted) return false
      let place = at - 1
      while (
        /^(?:had|has|have|also|later|then|would|as|who|was|were|again|now)$/.test(sentence.words[place]?.lower ?? '')
      )
        place -= 1
      const start = sentence.words[Math.max(0, place - 3)]?.start ?? 0
      // “…, as Ms Truscott has alleged”.
      const before = sentence.text.slice(start, word.start).replace(/^.*,\s*as\s+/s, '')
      if (!isMentioned(speaker, sentence.words[place]?.text ?? '')) return false
      // “Three residents said” is not what residents said.
      if (
        /\b(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|\d+)\s+(?:\p{L}+\s+)?\S+\s*$/iu.test(
          before,
        ) &&
        !/^(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|\d+)\b/i.test(speaker)
      )
        return false
      // “Dr Orr, a surgeon at Brannock Hospital, said”.
      if (/\S\s+(?:at|of|for|from|in|with|by|on)\s+(?:the\s+)?(?:\p{Lu}[^\s,]*\s*)+,?\s*$/u.test(before)) return false
      return (
        !/[,;:“”]/.test(before.replace(/,\s*$/, '')) &&
        isMentioned(speaker, before) &&
        !/^\s*(?:an?|one|two|some|several)\b/i.test(before)
      )
    }),
  )
}
