import { describeFilter, isOpen } from '../../chat/commands/filter-words.ts'
import { describePolicy, policyUsage, readPolicy } from '../../chat/commands/policy-words.ts'
import { asks, takeFirstName, unclear } from '../../chat/commands/typed-words.ts'
import type { Subscription } from '../../domain/subscription.ts'
import { deletedJustNow, findDigest } from '../find-digest.ts'
import { digestIn, digestName, textIn } from '../options.ts'
import { mayChange } from '../permissions.ts'
import { isRefusal, refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { approvalLine } from './describe-digest.ts'

/** Shows what a digest holds back, for everybody who reads it; or sets it. */
export const setPolicy: CommandSpec<'set-policy'> = {
  permission: async ({ digest, policy }, scope, context) => {
    if (policy === null) return true
    const found = await findDigest(digest, context)
    return !isRefusal(found) && mayChange(found, scope, context)
  },
  ways: [
    {
      under: 'digest',
      names: ['policy'],
      usage: `policy ${policyUsage}`,
      commandLineUsage: `policy "${policyUsage}"`,
      says: 'See what a digest leaves out, or choose it',
      options: [
        {
          kind: 'text',
          name: 'unnamed',
          says: 'Claims that rest on one unnamed person',
          choices: [
            { says: 'Leave them out', value: 'hold' },
            { says: 'Show them', value: 'show' },
          ],
        },
        { kind: 'number', name: 'lead', says: 'Independent publishers that the first story needs', least: 1, most: 20 },
        { kind: 'number', name: 'quotations', says: 'The most words of a quotation', least: 1, most: 1_000 },
        digestName,
      ],
      // A digest name comes before the policy, in quotation marks.
      read: (rest) => {
        const { name, rest: words } = takeFirstName(rest)
        const read = readPolicy(words)
        if ('reason' in read) return unclear(read.reason)
        return asks({ kind: 'set-policy', digest: name, policy: words === '' ? null : words })
      },
      fill: (options) => {
        const unnamed = textIn(options, 'unnamed')
        const parts = [
          ...(unnamed ? [`unnamed: ${unnamed}`] : []),
          ...['lead', 'quotations'].flatMap((name) =>
            options.has(name) ? [`${name}: ${String(options.get(name))}`] : [],
          ),
        ]
        return asks({
          kind: 'set-policy',
          digest: digestIn(options),
          policy: parts.length > 0 ? parts.join('; ') : null,
        })
      },
    },
  ],
  handle: async ({ digest, policy: words }, context) => {
    const found = await findDigest(digest, context)
    if (isRefusal(found)) return found
    if (words === null) return said(policyLines(found), { digest: found.name, policy: found.policy })
    const read = readPolicy(words)
    if ('reason' in read) return refused('unclear', read.reason)
    const changed = await context.services.store.subscriptions.change(found.id, ({ policy }) => ({
      policy: { ...policy, ...read },
    }))
    if (!changed) return deletedJustNow(found)
    return said(policyLines(changed), { digest: changed.name, policy: changed.policy })
  },
}

/** Everything that decides what a digest shows, in sentences. */
function policyLines({ name, policy, filter, approval }: Subscription) {
  const held = describePolicy(policy)
  return [
    held.length > 0
      ? `What “${name}” leaves out:`
      : `“${name}” has no policy of its own: it leaves out only what could not be verified.`,
    ...held,
    ...(isOpen(filter) ? [] : [`It only includes stories that match its filter (${describeFilter(filter)}).`]),
    ...(approval ? [approvalLine(approval)] : []),
  ]
}
