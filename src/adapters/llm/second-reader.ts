import { z } from 'zod'
import { reasonOf } from '../../domain/reason.ts'
import type { Log, SecondReader, ToReadAgain } from '../../ports.ts'

/** A second reader's answer, as detectors like LettuceDetect give it: unsupported spans, each with a confidence. */
const answerSchema = z.object({
  predictions: z.array(
    z.looseObject({ confidence: z.number().optional(), hallucination_score: z.number().optional() }),
  ),
})
/** The confidence from which a sentence is doubted. */
const sure = 0.8
/** For one question, in milliseconds. */
const deadlineMs = 10_000
/** Questions under way at once. */
const width = 4

/**
 * An endpoint that reports which spans of a sentence a passage does not support. It takes `{"contexts": [passage],
 * "question": "", "answer": sentence}` and returns `{"predictions": [{"start", "end", "text", "confidence"}]}`. On an
 * error, nothing is doubted.
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
