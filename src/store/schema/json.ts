/** A value as `jsonb` accepts it: null characters are removed from its texts, and unpaired surrogates replaced. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\0', '').toWellFormed() : inner,
  )
}
