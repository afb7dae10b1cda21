/** The longest word that is kept or looked for, in characters; PostgreSQL takes 2,046 bytes. */
export const longestToken = 200

/** The words of a name or role, in lower case without accents: “José Ruiz” is found by “jose”. */
export function nameTokens(text: string): string[] {
  // “O’Brien” is found however its mark is typed, and “Müller-Schmidt” by either name.
  const plain = text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestToken))
}
