import type { Store } from '../../src/store/store.ts'

/** The rows of a table as a backup has them. */
export async function rowsOf(store: Store, name: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  for await (const line of store.dump()) {
    // The head and the tail of a backup are no rows.
    const read: unknown = JSON.parse(line)
    if (!Array.isArray(read)) continue
    const [table, row] = read as [string, Record<string, unknown>]
    if (table === name) rows.push(row)
  }
  return rows
}
