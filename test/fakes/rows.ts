import type { Store } from '../../src/store/store.ts'

/** The rows of a table, as in a backup. */
export async function rowsOf(store: Store, name: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  for await (const line of store.dump()) {
    // The first and last lines of a backup are not rows.
    const read: unknown = JSON.parse(line)
    if (!Array.isArray(read)) continue
    const [table, row] = read as [string, Record<string, unknown>]
    if (table === name) rows.push(row)
  }
  return rows
}
