import { ask } from './desk.ts'

export async function usage(options: { json?: boolean }): Promise<void> {
  await ask({ kind: 'show-usage' }, options)
}
