import { parentPort } from 'node:worker_threads'
import { NoArticle, readPage } from './article/read-page.ts'
import type { ReadFeed, ReadPage } from './domain/reading.ts'
import { readFeed } from './feed/read-feed.ts'

/** What a thread is asked; it says “begun” first, and then what it read. */
export type Reading =
  | { readonly kind: 'feed'; readonly body: Uint8Array; readonly contentType: string }
  | { readonly kind: 'page'; readonly body: Uint8Array; readonly contentType: string; readonly url: string | null }

parentPort?.on('message', (reading: Reading) => {
  parentPort?.postMessage('begun')
  parentPort?.postMessage(read(reading))
})

function read(reading: Reading): ReadFeed | ReadPage {
  try {
    return reading.kind === 'feed'
      ? { kind: 'feed', feed: readFeed(reading.body, reading.contentType) }
      : { kind: 'article', article: readPage(reading.body, reading) }
  } catch (error) {
    // What a parser says when it breaks is nothing for people.
    const isOurs = error instanceof NoArticle || (error instanceof Error && error.constructor === Error)
    const reason = isOurs ? error.message : 'it is built in a way that cannot be read'
    return { kind: 'unreadable', reason, ...(error instanceof NoArticle ? { text: error.text } : {}) }
  }
}
