import { ask } from './desk.ts'

/** Lists the digests that went out, the newest first. */
export async function editions(options: { json?: boolean }): Promise<void> {
  await ask({ kind: 'list-editions' }, options)
}
