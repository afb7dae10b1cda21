import type { Endpoint } from './endpoint.ts'

/** How long one question of a probe may take, in milliseconds. */
const probeMs = 20_000

const schema = {
  type: 'object',
  properties: { ready: { type: 'boolean' } },
  required: ['ready'],
  additionalProperties: false,
}

/**
 * Finds out how strictly an endpoint can hold its model to JSON, and uses that from then on. A server that enforces a
 * schema answers by it even if the prompt does not ask for JSON; one that ignores it says something else. Resolves with
 * what is wrong, or null.
 */
export async function probe(endpoint: Endpoint): Promise<string | null> {
  const enforced = await ask(endpoint, 'Greet the reader.')
  if (enforced.fault !== null) return enforced.fault
  if (enforced.fits) return null
  endpoint.hold('json')
  const asked = await ask(endpoint, 'Answer with this JSON object and nothing else: {"ready": true}')
  if (asked.fault !== null || !asked.fits) endpoint.hold('words')
  return asked.fault
}

async function ask(endpoint: Endpoint, instructions: string): Promise<{ fault: string | null; fits: boolean }> {
  const answer = await endpoint.complete({
    instructions,
    instructionsInLines: instructions,
    material: 'Ready?',
    schema,
    maxTokens: 200,
    requests: 3,
    withinMs: probeMs,
  })
  if (answer.kind === 'useless') return { fault: null, fits: false }
  if (answer.kind !== 'text') return { fault: answer.reason, fits: false }
  try {
    const value: unknown = JSON.parse(answer.text)
    return { fault: null, fits: typeof value === 'object' && value !== null && 'ready' in value }
  } catch {
    return { fault: null, fits: false }
  }
}
