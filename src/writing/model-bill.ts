import type { WorkspaceId } from '../domain/subscription.ts'
import type { Clock } from '../ports.ts'
import type { Payer, SpendStore } from '../store/spend.ts'
import { NotWritten } from './write-draft.ts'

/** Who pays for a model's work, and what was spent when it produced nothing. */

export interface BillServices {
  readonly spend: Pick<SpendStore, 'reserve' | 'settle'>
  readonly clock: Clock
  /** Tokens a day; a workspace's tokens count towards the installation's. */
  readonly caps: { readonly installation: number; readonly workspace: number }
}

export const nothing = { requests: 0, tokens: 0, written: 0 } as const

/** A model produced no draft, and `spent` is what that cost. */
export class ModelFailed extends NotWritten {
  readonly spent: { readonly requests: number; readonly tokens: number; readonly written: number }

  constructor(reason: string, spent: ModelFailed['spent'], asked: boolean) {
    super(reason, { asked })
    this.spent = spent
  }
}

/** Books the cost of a late answer, after its reserved tokens have been released. */
export async function bookLate(
  { tokens, written }: { readonly tokens: number; readonly written: number },
  workspace: WorkspaceId | null,
  { spend, clock }: BillServices,
): Promise<void> {
  const day = clock.now().slice(0, 10)
  const payers: readonly Payer[] = ['installation', ...(workspace ? [`workspace:${workspace}` as const] : [])]
  for (const payer of payers) await spend.settle(payer, { day, reserved: 0, used: tokens, written })
}

/** Reserves tokens with every payer; the function returned books those that were used. */
export async function openBill(
  tokens: number,
  workspace: WorkspaceId | null,
  { spend, clock, caps }: BillServices,
): Promise<(spent: { readonly tokens: number; readonly written: number }) => Promise<void>> {
  const day = clock.now().slice(0, 10)
  const payers: readonly (readonly [Payer, number])[] = [
    ['installation', caps.installation],
    ...(workspace ? [[`workspace:${workspace}`, caps.workspace] as const] : []),
  ]
  const paying: Payer[] = []
  const settle = async (spent: { readonly tokens: number; readonly written: number }) => {
    for (const payer of paying)
      await spend.settle(payer, { day, reserved: tokens, used: spent.tokens, written: spent.written })
  }
  for (const [payer, cap] of payers) {
    if (!(await spend.reserve(payer, tokens, { day, cap }))) {
      await settle({ tokens: 0, written: 0 })
      throw new ModelFailed(
        `today’s tokens for ${payer === 'installation' ? 'this installation' : 'this workspace'} are used up`,
        nothing,
        false,
      )
    }
    paying.push(payer)
  }
  return settle
}
