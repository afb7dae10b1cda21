import { ask } from './desk.ts'

/** Shows the editions that went out; why each story is in one or is not; or, of each digest, why its last one did not come. */
export async function editions({ why, json = false }: { why?: string | true; json?: boolean }): Promise<void> {
  if (why === undefined) return await ask({ kind: 'list-editions' }, { json })
  await ask({ kind: 'explain-edition', edition: why === true ? null : why }, { json })
}
