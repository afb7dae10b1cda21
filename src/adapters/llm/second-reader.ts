import { z } from 'zod'
import { reasonOf } from '../../domain/reason.ts'
import type { Log, SecondReader, ToReadAgain } from '../../ports.ts'

/** What a second reader finds unsupported, as detectors like LettuceDetect give it: spans of the answer, each with how sure it is. */
const answerSchema = z.object({
  predictions: z.array(
    z.looseObject({ confidence: z.number().optional(), hallucination_score: z.number().optional() }),
  ),
})
/** From this certainty on a sentence is doubted. */
const sure = 0.8
/** Of one question, in milliseconds. */
const deadlineMs = 10_000
/** Questions under way at once. */
const width = 4

/**
 * An endpoint that says which spans of a sentence a passage does not support. It takes `{"contexts": [passage], "question": "",
 * "answer": sentence}` and gives `{"predictions": [{"start", "end", "text", "confidence"}]}`. Whatever goes wrong, nothing is doubted.
 */
export function createSecondReader(url: string, log: Log): SecondReader {
  return {
    async doubts(sentences) {
      const doubted: boolean[] = []
      for (let at = 0; at < sentences.length; at += width)
        doubted.push(
          ...(await Promise.all(
            sentences.slice(at, at + width).map(async (each) => await isDoubted(each, { url, log })),
          )),
        )
      return doubted
    },
  }
}

async function isDoubted(
  { passage, sentence }: ToReadAgain,
  { url, log }: { readonly url: string; readonly log: Log },
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ contexts: [passage], question: '', answer: sentence }),
      signal: AbortSignal.timeout(deadlineMs),
      redirect: 'error',
    })
    if (!response.ok) throw new Error(`the second reader answered ${response.status}`)
    const { predictions } = answerSchema.parse(await response.json())
    return predictions.some(({ confidence, hallucination_score: score }) => (confidence ?? score ?? 0) >= sure)
  } catch (error) {
    log.warn('second-reader', { reason: reasonOf(error) })
    return false
  }
}
