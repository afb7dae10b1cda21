import { readAnswer } from '../../src/brief/answer/answer.ts'
import { draftOf } from '../../src/brief/answer/draft-of-answer.ts'
import { verify } from '../../src/brief/verify/verify.ts'
import type { Byline, Verified } from '../../src/domain/brief.ts'
import type { Story } from '../../src/domain/story.ts'
import { grammarFor } from '../../src/language/grammars.ts'

const byline: Byline = { writer: 'llm', model: 'a-model', prompt: 'write-brief@2' }

/** Verifies a model's answer about a story; fields left out of the answer are empty. */
export function verifyAnswer(answer: object, story: Story): Verified {
  const whole = { check: 'c', headline: '', happened: [], speakers: [], ...answer }
  const read = readAnswer(JSON.stringify(whole), 'c')
  if (read.kind !== 'read') throw new Error(read.reason)
  return verify(draftOf(read.value, story, grammarFor), story, { byline, grammarFor })
}
