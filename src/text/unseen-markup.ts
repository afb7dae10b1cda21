/**
 * Removes comments and elements of these names, contents included, from markup. One pass, linear in the length;
 * anything that is never closed stays.
 */
export function withoutElements(markup: string, names: readonly string[]): string {
  const any = names.join('|')
  // A comment that ends right where it begins is empty: `<!-->`, `<!--->`.
  const marks = new RegExp(`<!--(?:>|->)|<!--|-->|<(?:${any})\\b|</(?:${any})\\b[^<>]{0,20}>?`, 'gi')
  const lower = markup.toLowerCase()
  const ends = new Map<string, number>()
  const lastOf = (closing: string) => {
    const known = ends.get(closing) ?? lower.lastIndexOf(closing)
    ends.set(closing, known)
    return known
  }
  const pieces: string[] = []
  let at = 0
  let open: { readonly closing: string } | undefined
  for (const { 0: mark, index } of markup.matchAll(marks)) {
    const name = mark.toLowerCase()
    const isShut = /^<!--.*>$/.test(name)
    if (isShut && open?.closing !== '-->') continue
    if (!open && (name === '<!--' || /^<[a-z]/.test(name))) {
      const closing = name === '<!--' ? '-->' : `</${name.slice(1)}`
      if (lastOf(closing) < index) continue
      pieces.push(markup.slice(at, index))
      at = index
      open = { closing }
    } else if (open && (isShut || (name === '-->' ? open.closing === name : name.startsWith(open.closing)))) {
      at = index + mark.length
      open = undefined
    }
  }
  return pieces.join('') + markup.slice(at)
}
