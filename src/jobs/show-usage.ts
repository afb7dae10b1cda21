import type { CommandAnswer } from '../chat/command.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Doors } from './doors.ts'

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
  const mine = rows.filter(({ payer }) => payer === 'installation' || payer === `workspace:${workspace}`)
  const { installation, workspace: share } = doors.tokenCaps
  const lines = mine.map(({ payer, used, reserved }) => {
    const cap = payer === 'installation' ? installation : share
    const name = payer === 'installation' ? 'The installation' : 'This workspace'
    return `${name}: ${number(used)} of ${number(cap)} tokens today${reserved > 0 ? `, ${number(reserved)} more set aside` : ''}`
  })
  const text = lines.length > 0 ? lines : ['No model has been asked today.']
  return {
    done: true,
    document: text.map((line) => ({ kind: 'note', text: line })),
    json: { day, caps: doors.tokenCaps, spend: mine },
  }
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}
