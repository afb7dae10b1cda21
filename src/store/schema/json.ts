/** A value as `jsonb` takes it: half a character, and the sign of number 0, which it does not, are left out of its texts. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\0', '').toWellFormed() : inner,
  )
}
