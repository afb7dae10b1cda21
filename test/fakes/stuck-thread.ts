import { parentPort } from 'node:worker_threads'

/** A reader thread that begins its work and never finishes. */
parentPort?.on('message', () => {
  parentPort?.postMessage('begun')
})
