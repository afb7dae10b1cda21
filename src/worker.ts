import { parentPort } from 'node:worker_threads'
import { NoArticle, readLicensedPage } from './article/page/read-page.ts'
import type { Byline, Draft } from './domain/brief.ts'
import type { PageToRead, ReadFeed, ReadLicence, ReadPage, VerifiedDraft, WrittenDraft } from './domain/reading.ts'
import type { Story } from './domain/story.ts'
import { readFeed } from './feed/read-feed.ts'
import { readLicenceFile } from './terms/licence-file.ts'

/** A task for a thread, which answers “begun” first, and then with the result. */
export type Task =
  | { readonly kind: 'feed'; readonly body: Uint8Array; readonly contentType: string; readonly address: string | null }
  | ({ readonly kind: 'page'; readonly body: Uint8Array } & Omit<PageToRead, 'asked'>)
  | { readonly kind: 'licence'; readonly body: Uint8Array; readonly contentType: string }
  | { readonly kind: 'write'; readonly story: Story }
  | { readonly kind: 'verify'; readonly draft: Draft; readonly story: Story; readonly byline: Byline }

type Answer = ReadFeed | ReadPage | ReadLicence | WrittenDraft | VerifiedDraft

parentPort?.on('message', (task: Task) => void reply(task))

async function reply(task: Task): Promise<void> {
  if (task.kind === 'write' || task.kind === 'verify') await load()
  parentPort?.postMessage('begun')
  parentPort?.postMessage(await answer(task))
}

/** Loads what writing and verifying need; a thread that only reads needs no grammar. */
async function load() {
  const [{ writeByRules }, { verify }, { grammarFor }] = await Promise.all([
    import('./brief/rules/rules-writer.ts'),
    import('./brief/verify/verify.ts'),
    import('./language/grammars.ts'),
  ])
  return { writeByRules, verify, grammarFor }
}

async function answer(task: Task): Promise<Answer> {
  try {
    return await work(task)
  } catch (error) {
    // A broken parser's message means nothing to people.
    const isOurs = error instanceof NoArticle || (error instanceof Error && error.constructor === Error)
    const reason = isOurs ? error.message : 'it is built in a way that cannot be read'
    return {
      kind: 'unreadable',
      reason,
      ...(error instanceof NoArticle ? { text: error.text, isClosed: error.isClosed, wishes: error.wishes } : {}),
    }
  }
}

async function work(task: Task): Promise<Answer> {
  switch (task.kind) {
    case 'feed':
      return { kind: 'feed', feed: readFeed(task.body, task.contentType, task.address) }
    case 'page':
      return { kind: 'article', ...readLicensedPage(task.body, task) }
    case 'licence':
      return { kind: 'licence', contents: readLicenceFile(task.body, task.contentType) }
    case 'write': {
      const { writeByRules, grammarFor } = await load()
      return { kind: 'draft', draft: writeByRules(task.story, grammarFor) }
    }
    case 'verify': {
      const { verify, grammarFor } = await load()
      return { kind: 'verified', verified: verify(task.draft, task.story, { byline: task.byline, grammarFor }) }
    }
  }
}
