/** What an exception says, for people and logs. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
