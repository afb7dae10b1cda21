import { request } from 'undici'

/** How long a watcher may take to answer, in milliseconds. */
const patienceMs = 10_000

/** Tells the operator's monitoring service that all is well. */
export async function beat(url: string): Promise<void> {
  const { body } = await request(url, { signal: AbortSignal.timeout(patienceMs) })
  await body.dump()
}
