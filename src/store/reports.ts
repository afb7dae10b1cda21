import type { Kysely } from 'kysely'
import type { MistakeReason } from '../chat/command.ts'
import type { StoryId } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import { identify } from './identity.ts'
import type { Tables } from './tables.ts'

/** Somebody's word that a story is wrong. */
export interface MistakeReport {
  readonly workspace: WorkspaceId
  readonly story: StoryId
  readonly claim: string | null
  readonly reason: MistakeReason
  readonly words: string
  readonly person: string | null
  readonly at: string
}

/** Mistakes that people reported. */
export class ReportStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** False when the same person reported the same before. */
  async file({ workspace, story, claim, reason, words, person, at }: MistakeReport): Promise<boolean> {
    const id = identify('report', workspace, story, claim ?? '', reason, words, person ?? '')
    const filed = await this.#database
      .insertInto('reports')
      .values({ id, workspace, story, claim, reason, words, person, at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    return filed.length > 0
  }
}
