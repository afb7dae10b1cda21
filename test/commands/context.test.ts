import { expect, it } from 'vitest'
import { hint } from '../../src/commands/context.ts'
import { localWorkspace, workspaceId } from '../../src/domain/subscription.ts'
import type { Asker } from '../../src/ports.ts'

const asker: Asker = { workspace: localWorkspace, channel: null, person: null, mayManage: true }
const inChat = (kind: 'slack' | 'discord'): Asker => ({
  ...asker,
  workspace: { id: workspaceId(`${kind}:1`), kind, name: 'Town' },
})

it.each([
  [asker, 'digest resume "Noon"', 'onrecord digest resume "Noon"'],
  [inChat('slack'), 'digest resume "Noon"', '/digest resume "Noon"'],
  [{ ...inChat('slack'), prefix: 'news-' }, 'feeds list', '/news-feeds list'],
  [inChat('discord'), 'digest schedule weekdays 8:00 London', '/digest schedule'],
  [inChat('discord'), 'feeds add <address of a feed or a site>', '/feeds add'],
  [inChat('discord'), 'desk', '/desk'],
] as const)('a hint is what can be given there', (who, command, shown) => {
  expect(hint(who, command)).toBe(shown)
})
