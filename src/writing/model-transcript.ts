import type { Completion, ModelRequest } from '../domain/completion.ts'
import type { Writer } from '../ports.ts'
import { createModelWriter, type ModelServices } from './model-writer.ts'

/** A request to a model, and its result. */
export interface Exchange {
  readonly asked: Pick<ModelRequest, 'instructions' | 'material' | 'maxTokens'>
  readonly answered: Completion
}

/** The same writers, except that the one that asks a model records each exchange. */
export function recordTranscript(
  writers: readonly Writer[],
  services: ModelServices,
): { readonly writers: readonly Writer[]; readonly exchanges: readonly Exchange[] } {
  const exchanges: Exchange[] = []
  const { model } = services
  const recording = {
    name: model.name,
    count: (text: string) => model.count(text),
    complete: async (request: ModelRequest) => {
      const answered = await model.complete(request)
      const { instructions, material, maxTokens } = request
      exchanges.push({ asked: { instructions, material, maxTokens }, answered })
      return answered
    },
  }
  const writer = createModelWriter({ ...services, model: recording })
  return { writers: writers.map((each) => (each.byline.writer === 'llm' ? writer : each)), exchanges }
}
