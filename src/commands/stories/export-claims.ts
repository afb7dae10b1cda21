import { said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** The statements of one page. */
const pageSize = 500

/** Gives what was posted of all speakers, page by page, for a file. */
export const exportClaims: CommandSpec<'export-claims'> = {
  permission: 'workspace',
  worksOffline: true,
  handle: async ({ after }, { asker, services }) => {
    const page = await services.store.statements.page(asker.workspace.id, after, pageSize)
    return said(`${page.statements.length} statements.`, page)
  },
}
