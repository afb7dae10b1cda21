import type { WorkspaceId } from '../domain/subscription.ts'
import type { Clock } from '../ports.ts'
import type { Payer, SpendStore } from '../store/spend.ts'
import { NotWritten } from './write-draft.ts'

/** Who pays for what a model writes, and what was spent where nothing came of it. */

export interface BillServices {
  readonly spend: Pick<SpendStore, 'reserve' | 'settle'>
  readonly clock: Clock
  /** Tokens a day; a workspace's is part of the installation's. */
  readonly caps: { readonly installation: number; readonly workspace: number }
}

export const nothing = { requests: 0, tokens: 0, written: 0 } as const

/** No draft came of a model, and what was spent on that. */
export class ModelFailed extends NotWritten {
  readonly spent: { readonly requests: number; readonly tokens: number; readonly written: number }

  constructor(reason: string, spent: ModelFailed['spent'], asked: boolean) {
    super(reason, { asked })
    this.spent = spent
  }
}

/** Books what a late answer took, when what was set aside for it has been returned. */
export async function bookLate(
  { tokens, written }: { readonly tokens: number; readonly written: number },
  workspace: WorkspaceId | null,
  { spend, clock }: BillServices,
): Promise<void> {
  const day = clock.now().slice(0, 10)
  const payers: readonly Payer[] = ['installation', ...(workspace ? [`workspace:${workspace}` as const] : [])]
  for (const payer of payers) await spend.settle(payer, { day, reserved: 0, used: tokens, written })
}

/** Sets tokens aside with everyone who pays; what is returned books what was used. */
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
        `the tokens of ${payer === 'installation' ? 'this installation' : 'this workspace'} for today are used up`,
        nothing,
        false,
      )
    }
    paying.push(payer)
  }
  return settle
}
