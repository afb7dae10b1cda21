import { reasonOf } from '../domain/reason.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Log, Platform } from '../ports.ts'
import type { Services } from '../services.ts'

/**
 * Erases workspaces that have removed the app without our being notified, as happens without a gateway. Only what a
 * platform says for certain, on two nights, counts. Returns how many were erased.
 */
export async function purgeUninstalled({
  store,
  platforms,
  clock,
  log,
}: Pick<Services, 'store' | 'platforms' | 'clock' | 'log'>): Promise<number> {
  let departed = 0
  for (const platform of platforms) {
    if (!platform.isUninstalled || platform.name === 'terminal') continue
    const all = await store.workspaces.ofKind(platform.name)
    const left: WorkspaceId[] = []
    for (const workspace of all) if (await isUninstalled(workspace, { platform, log })) left.push(workspace)
    // If several workspaces seem to leave and none stays, the token is more likely another app's.
    if (left.length === all.length && all.length > 1) {
      log.error('departures-doubted', { platform: platform.name, workspaces: left.length })
      continue
    }
    const before = new Set(await store.workspaces.missing(left, platform.name, clock.now()))
    for (const workspace of left.filter((each) => before.has(each))) {
      await store.workspaces.erase(workspace)
      departed += 1
      log.info('workspace-departed', { workspace })
    }
  }
  return departed
}

async function isUninstalled(
  workspace: WorkspaceId,
  { platform, log }: { readonly platform: Platform; readonly log: Log },
): Promise<boolean> {
  try {
    return (await platform.isUninstalled?.(workspace)) ?? false
  } catch (error) {
    log.warn('departure-unknown', { workspace, reason: reasonOf(error) })
    return false
  }
}
