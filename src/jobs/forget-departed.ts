import { reasonOf } from '../domain/reason.ts'
import type { Doors } from './doors.ts'

/**
 * Erases workspaces that have removed the app while nobody told us, as where there is no gateway to tell. What a platform
 * does not say for certain is no departure. Returns how many there were.
 */
export async function forgetDeparted({
  store,
  platforms,
  log,
}: Pick<Doors, 'store' | 'platforms' | 'log'>): Promise<number> {
  let departed = 0
  for (const platform of platforms) {
    if (!platform.hasLeft || platform.name === 'terminal') continue
    for (const workspace of await store.workspaces.ofKind(platform.name)) {
      try {
        if (!(await platform.hasLeft(workspace))) continue
        await store.workspaces.erase(workspace)
        departed += 1
        log.info('workspace-departed', { workspace })
      } catch (error) {
        log.warn('departure-unknown', { workspace, reason: reasonOf(error) })
      }
    }
  }
  return departed
}
