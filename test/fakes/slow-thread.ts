import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'

/** A reader thread on a busy machine: it takes six seconds to start, and then answers at once. */
await sleep(6_000)
parentPort?.on('message', () => {
  parentPort?.postMessage('begun')
  parentPort?.postMessage({ kind: 'feed', feed: { title: 'Late', entries: [] } })
})
