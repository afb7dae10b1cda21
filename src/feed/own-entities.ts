/** How much of a document is searched for its declarations, in characters. */
const headLength = 20_000
/** The most entities, the longest value, and the most that they may add to a document in all. */
const limits = { entities: 100, value: 500, added: 100_000 } as const

/**
 * Expands the entities that a document declares itself, if their values are plain: a value that names another entity or a
 * file is never read, and what would grow too far stays as it is.
 */
export function withOwnEntities(xml: string): string {
  const doctype = /<!DOCTYPE\b[^[<>]*\[([\s\S]*?)\]\s*>/i.exec(xml.slice(0, headLength))
  if (!doctype) return xml
  const values = new Map<string, string>()
  for (const [, name = '', double, single] of (doctype[1] ?? '').matchAll(
    /<!ENTITY\s+([\w.-]{1,60})\s+(?:"([^"&%]*)"|'([^'&%]*)')\s*>/g,
  )) {
    const value = double ?? single ?? ''
    if (values.size < limits.entities && value.length <= limits.value && !values.has(name)) values.set(name, value)
  }
  if (values.size === 0) return xml
  let added = 0
  const start = doctype.index + doctype[0].length
  const body = xml.slice(start).replace(/&([\w.-]{1,60});/g, (whole, name: string) => {
    const value = values.get(name)
    if (value === undefined || added + value.length > limits.added) return whole
    added += value.length
    return value
  })
  return xml.slice(0, start) + body
}
