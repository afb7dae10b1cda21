import type { Command } from '../../chat/commands/command.ts'
import { type RichText, rich } from '../../chat/rich-text.ts'
import { acceptedIn, decide } from '../../digest/proof/change-proof.ts'
import { counted, moment } from '../../digest/times.ts'
import type { Proof } from '../../domain/edition/proof.ts'
import type { Subscription } from '../../domain/subscription.ts'
import type { Editing, ProofChange } from '../../store/publishing/proofs.ts'
import { type CommandContext, hint } from '../context.ts'
import { isRefusal, refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { editionSyntax } from './desk-words.ts'
import { changedMeanwhile, type FoundProof, findProof } from './find-proof.ts'
import { lastSeen } from './seen.ts'

type DecisionCommand = Command<'decide-edition'>

/** Approves, sends, holds or skips a draft as the asker has seen it. */
export const decideEdition: CommandSpec<'decide-edition'> = {
  permission: 'editors',
  ways: [
    editionSyntax(
      { names: ['approve'], usage: 'approve', says: 'Approve a draft; it’s sent when it’s due' },
      'approve',
    ),
    editionSyntax({ names: ['send'], usage: 'send', says: 'Approve a draft and send it now' }, 'now'),
    editionSyntax({ names: ['hold'], usage: 'hold', says: 'Keep a draft back until somebody approves it' }, 'hold'),
    editionSyntax({ names: ['skip'], usage: 'skip', says: 'Send nothing this time' }, 'skip'),
  ],
  handle: async (command, context) => {
    const found = await findProof(command.edition, context)
    if (isRefusal(found)) return found
    const { edition, subscription } = found
    // An article may have changed in this very minute.
    const { renewChanged } = await import('../../publishing/proofs/renew-proof.ts')
    const proof = await renewChanged(edition.id, subscription, context.services)
    const seen = command.version ?? (await lastSeen(edition.id, null, context))
    if (seen === undefined)
      return refused('busy', `You haven’t looked at this draft yet. Look first: ${hint(context.asker, 'desk')}`)
    if (!proof || proof.version !== seen) return changedMeanwhile()
    const approves = command.decision === 'approve' || command.decision === 'now'
    if (approves && proof.stories.every(({ verdict }) => verdict === 'dropped'))
      return refused('unclear', 'Every story of it is dropped. Put one back, or skip this edition.')
    const decided = await context.services.store.proofs.change(
      edition.id,
      editingBy(command, found, context),
      (current) => (current.version === seen ? changeFor(command, current, context) : undefined),
    )
    if (!decided) return changedMeanwhile()
    // Without a running service nobody takes the job; it is safe to do twice.
    if (approves && subscription.channel.platform === 'terminal') {
      const { postEdition } = await import('../../publishing/post-editions.ts')
      await postEdition(edition.id, context.services)
    }
    return said([saysOf(command, decided, subscription)], {
      edition: edition.id,
      decision: command.decision,
      version: decided.version,
    })
  },
}

function editingBy(
  { decision }: DecisionCommand,
  { edition, proof }: FoundProof,
  { asker, services }: CommandContext,
): Editing {
  const { queue, clock } = services
  return {
    person: asker.person,
    at: clock.now(),
    ...(decision === 'skip' ? { skips: 'an editor skipped it' } : {}),
    along: async (within) => {
      await queue.send({ kind: 'show-proof', edition: edition.id }, { within })
      if (decision === 'now' || (decision === 'approve' && proof.dueAt <= clock.now()))
        await queue.send({ kind: 'post-edition', edition: edition.id }, { within })
    },
  }
}

function changeFor({ decision }: DecisionCommand, current: Proof, { asker, services }: CommandContext): ProofChange {
  const atOnce = decision === 'now'
  const { version } = current
  if (decision === 'skip')
    return { proof: current, deeds: [{ kind: 'decided', decision: 'skipped', atOnce: false, version }] }
  const kind = decision === 'hold' ? 'held' : 'approved'
  const proof = decide(current, { kind, atOnce, person: asker.person, at: services.clock.now() })
  return { proof, deeds: [{ kind: 'decided', decision: kind, atOnce, version }] }
}

function saysOf({ decision }: DecisionCommand, proof: Proof, { name, schedule }: Subscription): RichText {
  const stories = counted(acceptedIn(proof).length, 'story', 'stories')
  switch (decision) {
    case 'approve':
      return rich`“${name}” is approved with ${stories}. It goes out ${moment(proof.dueAt, schedule.zone)}.`
    case 'now':
      return `“${name}” is approved with ${stories} and on its way.`
    case 'hold':
      return `“${name}” is held: it waits until somebody approves or skips it.`
    case 'skip':
      return `“${name}” is skipped this time. Its stories can come in a later edition.`
  }
}
