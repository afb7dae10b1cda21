import { type ArticleSentence, type Check, type CheckedStatement, ownContent } from '../../check.ts'
import { countKnown } from '../comparing/overlap.ts'
import { readWords, wordsBehind } from '../comparing/read-words.ts'

/** Words that pass on what another person said; a brief must keep this: “had been told that”, “was quoted by”. */
const passedOn =
  /\b(?:(?:been|was|were) (?:informed|told|assured|warned|advised)\b(?: by [\p{L}\s]+?)? that|had (?:told|advised|informed|assured|warned) (?:him|her|them|the \p{L}+|\p{L}+)(?: \p{L}+){0,4} that|(?:was|were|been) quoted\b|had heard (?:from|that)|understood (?:from|that)|learned from)/iu

export const secondHandCheck: Check = {
  name: 'second-hand',
  passage: 'Ms Reed said she had been told by a guard that the gate was left open.',
  bad: { text: 'Ms Reed said the gate was left open.' },
  good: { text: 'Ms Reed said a guard had told her the gate was left open.' },
  find: (statement, { cited }) =>
    cited.flatMap((sentence) => {
      if (isWhatTheySay(statement, sentence)) return [{ kind: 'qualifier-dropped' as const, words: 'what … said' }]
      if (isQuotedBy(statement, sentence.text)) return [{ kind: 'qualifier-dropped' as const, words: 'quoted by' }]
      const found = passedOn.exec(sentence.text)
      if (!found) return []
      const at = sentence.words.findIndex(({ end }) => end >= found.index + found[0].length)
      const behind = wordsBehind(sentence, at, 8)
      const stated = countKnown(behind, statement)
      const isSaid =
        /\b(?:told|tells?|informed|advised?|assured|warned?|heard|learned|quoted|according|understood|reported|say\w*|said by)\b/i.test(
          statement.text.replace(/^(?:said|says|told \p{L}+)\b/iu, ''),
        )
      return stated >= Math.max(2, behind.length / 2) &&
        2 * stated >= ownContent(statement).length - 3 &&
        ownContent(statement).length > 0 &&
        !isSaid
        ? [{ kind: 'qualifier-dropped' as const, words: found[0] }]
        : []
    }),
}

/** True for “Was quoted by the Evening Star as saying” if the statement does not say where the words come from. */
function isQuotedBy({ text, quotations, words }: CheckedStatement, source: string): boolean {
  const found = /\bquoted (?:by|in)\b/i.exec(source)
  if (!found || /\b(?:quot(?:ed|es|ing)|according to|report(?:ed|s)|told|via)\b/i.test(text)) return false
  const behind = readWords(source.slice(found.index))
  const stated = words.filter(({ hasContent }) => hasContent)
  return quotations.length > 0
    ? countKnown(stated, behind) >= stated.length / 2
    : countKnown(stated, behind) > stated.length / 2
}

/** “A photograph of what he said was a fragment” is not a photograph of a fragment. */
function isWhatTheySay(statement: CheckedStatement, sentence: ArticleSentence): boolean {
  const found =
    /\bwhat (?:he|she|they|it|(?:the )?[\p{L}’'-]+(?: [\p{L}’'-]+)?) (?:said|says|called|claimed|described as|believed|believes)\b/iu.exec(
      sentence.text,
    )
  if (!found || /\b(?:what|said to be|described|called|claim\w*|alleged\w*|purported\w*)\b/i.test(statement.text))
    return false
  const at = sentence.words.findIndex(({ end }) => end >= found.index + found[0].length)
  const behind = wordsBehind(sentence, at, 3)
  if (statement.quotations.length > 0 && behind.every(({ isQuoted }) => isQuoted)) return false
  return behind.length > 0 && countKnown(behind, statement) >= Math.min(2, behind.length)
}
