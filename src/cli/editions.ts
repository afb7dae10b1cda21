import { ask } from './desk.ts'

/** Shows the editions that went out, or why each story is in one or is not. */
export async function editions({ why, json = false }: { why?: string; json?: boolean }): Promise<void> {
  await ask(why === undefined ? { kind: 'list-editions' } : { kind: 'explain-edition', edition: why }, { json })
}
