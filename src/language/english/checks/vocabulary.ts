import { type Check, type CheckedStatement, type Ground, ownContent, type Word } from '../../check.ts'
import { isPlain } from '../words/function-words.ts'
import { isJudging } from '../words/judgements.ts'
import { statuses } from '../words/statuses.ts'
import { formOf, isAmong } from '../words/word-forms.ts'

/** A sentence may add no new words (plain ones aside) to up to three content words, one to fewer than ten, else two. */
const fewWords = 3
const shortSentence = 10

/** A sentence must keep to plain words and the article's; too many new words may add a fact. */
export const vocabularyCheck: Check = {
  name: 'vocabulary',
  passage: 'The ferry Ines ran aground on Monday with 40 people on board.',
  bad: { text: 'The rusting Greek ferry Ines ran aground near some jagged rocks.' },
  good: { text: 'The ferry Ines, with 40 people on board, was reported to have run aground on Monday.' },
  find: (statement, ground) => {
    const unknown = unknownWords(statement, ground)
    const judging = unknown.find(({ lower }) => isJudging(lower))
    if (judging) return [{ kind: 'loaded-wording', words: judging.text }]
    const added = unknown.find(({ start }) => /,\s*(?:an?|the)\s+(?:\p{L}+ )?$/u.test(statement.text.slice(0, start)))
    if (added) return [{ kind: 'words-not-found', words: added.text }]
    const length = ownContent(statement).length
    const most = length <= fewWords ? 0 : length < shortSentence ? 1 : 2
    return unknown.length > most ? [{ kind: 'words-not-found', words: unknown.map(({ text }) => text).join(' ') }] : []
  },
}

function unknownWords(statement: CheckedStatement, { articles, citedForms }: Ground): Word[] {
  return ownContent(statement).filter(({ form, lower, isDay, isCapital, opensSentence }) => {
    if (isDay || /\d/.test(lower) || (isCapital && !opensSentence)) return false
    const parts = lower.split('-').map(formOf)
    const isKnown = (each: string) =>
      isAmong(each, citedForms) || articles.some(({ forms }) => forms.has(each)) || isPlain(each)
    // “Unhurt” for “not hurt”.
    if (isKnown(form) || parts.every(isKnown) || (form.startsWith('un') && isKnown(form.slice(2)))) return false
    return !statuses.has(lower)
  })
}
