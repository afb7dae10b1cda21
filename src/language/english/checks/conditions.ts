import type { Check, ReadText } from '../../check.ts'
import { isMostlyOf } from '../comparing/overlap.ts'
import { readWords } from '../comparing/read-words.ts'

const condition =
  /\b(?:if|unless|provided that|assuming|(?:as|so) long as(?! (?:\d|an?|one|two|three|four|five|six|seven|eight|nine|ten)\b)|on condition that|subject to|in case|pending)\b|(?<=\b(?:will|would|not|cannot|never)\b[^,;.]*)\buntil\b|(?<=\bnot\b[^,;.]*)\bwithout\b/i

/** A condition must stay with what depends on it. */
export const conditionCheck: Check = {
  name: 'conditions',
  passage: 'The mill will close in May unless a buyer is found, its owner said.',
  bad: { text: 'The owner said that the mill would close in May.' },
  good: { text: 'The owner said that without a buyer the mill would close in May.' },
  find: (statement, { cited }) =>
    cited.flatMap((sentence) => {
      const found = condition.exec(sentence.text)
      // “Asked if”, “condition of anonymity”: these are not conditions on the statement.
      if (
        !found ||
        /\b(?:ask(?:s|ed)?|wonder(?:s|ed)?|know|say|sure|see|decide|as|even|anonymity)\s*(?:\p{L}+ )?$/iu.test(
          sentence.text.slice(0, found.index),
        )
      )
        return []
      const [main, dependent] = partsAt(sentence.text, found.index)
      const kept = `${statement.text} ${statement.context.text}`
      const isStated = isMostlyOf(statement, main)
      const isKept =
        condition.test(kept) ||
        (/until/i.test(found[0]) && /\b(?:before|by)\b/i.test(kept)) ||
        /\b(?:without|depend\w*|in the event|once|condition\w*|otherwise)\b/i.test(kept) ||
        isMostlyOf(dependent, statement)
      return isStated && !isKept ? [{ kind: 'qualifier-dropped' as const, words: found[0] }] : []
    }),
}

/** Returns the clause that depends on a condition, and the condition: “[it would be considered] [if costs rose]”. */
function partsAt(text: string, at: number): [ReadText, ReadText] {
  const end = text.slice(at).search(/,|\.$/)
  const dependent = end < 0 ? text.slice(at) : text.slice(at, at + end)
  const before = text.slice(0, at)
  const opens =
    end >= 0 &&
    text[at + end] === ',' &&
    /(?:^|[“",;.]|\b(?:that|and|said|but))\s*$/.test(before) &&
    !/^provided/i.test(dependent)
  const start = before
    .replace(/[,\s]+$/, '')
    .search(
      /(?:[;:]|, (?!(?:said|says))|\b(?:that|but|and (?=(?:had|has|was|would|will|could|may|might|can|he|she|it|they)\b)))(?!.*(?:[;:]|, (?!(?:said|says))|\b(?:that|but|and (?=(?:had|has|was|would|will|could|may|might|can|he|she|it|they)\b))))/,
    )
  const main = opens ? text.slice(at + dependent.length) : before.slice(Math.max(0, start))
  return [readWords(main), readWords(dependent)]
}
