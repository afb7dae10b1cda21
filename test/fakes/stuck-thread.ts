import { parentPort } from 'node:worker_threads'

/** A reader's thread that begins what it was asked and never ends. */
parentPort?.on('message', () => {
  parentPort?.postMessage('begun')
})
