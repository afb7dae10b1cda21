import type { Token } from '../../text/tokens.ts'
import type { Grammar } from '../grammar.ts'
import { plainGrammar } from '../plain.ts'
import { findReports } from '../romance/find-reports.ts'
import { RomanceSentence } from '../romance/sentence.ts'
import { readSpeakers } from '../surface/speakers/read-speakers.ts'
import { portugueseText } from './text.ts'
import { portugueseSpeakers } from './words/people.ts'
import { verbs } from './words/verbs.ts'
import { portugueseWords } from './words/words.ts'

const readSentence = (tokens: readonly Token[]) => new RomanceSentence(tokens, portugueseWords)
const plain = plainGrammar('pt')

/** Portuguese. */
export const portuguese: Grammar = {
  ...plain,
  text: portugueseText,
  clauses: { ...plain.clauses, readSentence },
  speech: {
    ...plain.speech,
    findReports,
    readSpeakers: (text, paragraphs) => readSpeakers(text, paragraphs, { words: portugueseSpeakers, readSentence }),
    actOf: (word) => verbs.verbsOf(word)[0]?.act,
    isFiniteCue: (word) => verbs.finite.has(word),
  },
}
