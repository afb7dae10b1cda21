import type { CommandAnswer } from '../../chat/command.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import type { Doors } from '../../services.ts'

/** What models have cost today, for the installation and for the workspace that asks. */
export async function showUsage({
  workspace,
  doors,
}: {
  workspace: WorkspaceId
  doors: Doors
}): Promise<CommandAnswer> {
  const day = doors.clock.now().slice(0, 10)
  const rows = await doors.store.spend.on(day)
  const { installation, workspace: share } = doors.tokenCaps
  const mine = rows
    .filter(({ payer }) => payer === 'installation' || payer === `workspace:${workspace}`)
    .map((row) => ({ ...row, cost: costOf(row, doors.tokenPrices) }))
  const lines = mine.map(({ payer, used, reserved, cost }) => {
    const cap = payer === 'installation' ? installation : share
    const name = payer === 'installation' ? 'The installation' : 'This workspace'
    const aside = reserved > 0 ? `, ${number(reserved)} more set aside` : ''
    const money = cost === null ? '' : `, about ${cost.toFixed(2)} at the prices that are set`
    return `${name}: ${number(used)} of ${number(cap)} tokens today${aside}${money}`
  })
  const text = lines.length > 0 ? lines : ['No model has been asked today.']
  return {
    done: true,
    document: text.map((line) => ({ kind: 'note', text: line })),
    json: { day, caps: doors.tokenCaps, spend: mine },
  }
}

/** In the currency of the prices; null where none are set. */
function costOf(
  { used, written }: { readonly used: number; readonly written: number },
  prices: Doors['tokenPrices'],
): number | null {
  return prices && ((used - written) * prices.read + written * prices.written) / 1_000_000
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}
