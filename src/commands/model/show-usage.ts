import { asks } from '../../chat/commands/typed-words.ts'
import type { Services } from '../../services.ts'
import { bareSyntax } from '../options.ts'
import { said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

const says = 'What the language model has cost today'

/** Shows today's model usage for the installation and for the asker's workspace. */
export const showUsage: CommandSpec<'show-usage'> = {
  permission: 'everyone',
  worksOffline: true,
  ways: [
    bareSyntax(
      { kind: 'show-usage' },
      {
        under: 'digest',
        names: ['usage'],
        usage: 'usage',
        says,
      },
    ),
  ],
  terminal: { name: 'usage', says, options: [], fill: () => asks({ kind: 'show-usage' }) },
  handle: async (_, { asker, services }) => {
    const workspace = asker.workspace.id
    const day = services.clock.now().slice(0, 10)
    const rows = await services.store.spend.on(day)
    const { installation, workspace: share } = services.tokenCaps
    const mine = rows
      .filter(({ payer }) => payer === 'installation' || payer === `workspace:${workspace}`)
      .map((row) => ({ ...row, cost: costOf(row, services.tokenPrices) }))
    const lines = mine.map(({ payer, used, reserved, cost }) => {
      const cap = payer === 'installation' ? installation : share
      const name = payer === 'installation' ? 'The installation' : 'This workspace'
      const aside = reserved > 0 ? `, ${inDigits(reserved)} more set aside` : ''
      const money = cost === null ? '' : `, about ${cost.toFixed(2)} at your set prices`
      return `${name}: ${inDigits(used)} of ${inDigits(cap)} tokens today${aside}${money}`
    })
    return said(lines.length > 0 ? lines : ['No language model has been used today.'], {
      day,
      caps: services.tokenCaps,
      spend: mine,
    })
  },
}

/** The cost in the currency of the prices; null if no prices are set. */
function costOf(
  { used, written }: { readonly used: number; readonly written: number },
  prices: Services['tokenPrices'],
): number | null {
  return prices && ((used - written) * prices.read + written * prices.written) / 1_000_000
}

function inDigits(value: number): string {
  return value.toLocaleString('en-GB')
}
