/** The fewest content words that a negative statement shares with what it contradicts. */
const leastShared = 2

/** Returns true if a statement shares content words with another that is not negated. */
export function contradicts(
  content: string,
  others: readonly string[],
  { negated, contentWords }: { readonly negated: RegExp; contentWords(text: string): string[] },
): boolean {
  const own = new Set(contentWords(content))
  return others.some((other) => {
    if (negated.test(other)) return false
    return new Set(contentWords(other).filter((word) => own.has(word))).size >= leastShared
  })
}
