import type { EditionId } from '../../domain/digest.ts'
import { isAtComputer } from '../../domain/subscription.ts'
import { homeOf } from '../context.ts'
import { refused } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { recordWay } from './desk-words.ts'
import { documentOfRecord } from './record-lines.ts'

/** Gives the whole record of an edition: who saw, changed and approved what, and the text that went out. */
export const showRecord: CommandSpec<'show-record'> = {
  permission: 'workspace',
  ways: [recordWay],
  handle: async ({ edition }, { asker, services }) => {
    const { store } = services
    const filed = await store.editions.find(edition as EditionId)
    const digest = filed && (await store.subscriptions.find(filed.subscription))
    const proof = filed && (await store.proofs.find(filed.id))
    if (!filed || !proof || digest?.workspace !== homeOf(asker).id)
      return refused('not-found', 'There’s no record of an edition with that id here.')
    const entries = await store.proofs.record(filed.id)
    const data = {
      edition: filed.id,
      digest: digest.name,
      slot: filed.slot,
      state: filed.state,
      reason: filed.reason,
      approval: proof.approval,
      entries,
      stories: proof.stories,
      document: filed.document,
    }
    const zone = digest.schedule.zone
    return { done: true, document: documentOfRecord(data, { zone, isAtComputer: isAtComputer(asker.workspace) }), data }
  },
}
