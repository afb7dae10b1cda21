/** The elements on which Google's robots meta documentation lets `data-nosnippet` stand. */
const keptBack = 'span[data-nosnippet], div[data-nosnippet], section[data-nosnippet]'
/** Where more than this share of the text is kept back, nothing is left to read: all of it counts as kept back. */
const mostKeptBack = 0.5

/**
 * Removes the parts that a page's publisher keeps from what others show of it. If that is most of the text, nothing is
 * removed; the page is then said to be kept back as a whole, as a line about use by machines.
 */
export function dropKeptBack(document: Document): string[] {
  const parts = [...document.querySelectorAll(keptBack)].filter((part) => !part.parentElement?.closest(keptBack))
  if (parts.length === 0) return []
  if (lengthOf(parts) > mostKeptBack * lengthOf([...document.querySelectorAll('body')])) return ['robots: nosnippet']
  for (const part of parts) part.remove()
  return []
}

/** The characters of these elements' text. */
function lengthOf(elements: readonly Element[]): number {
  return elements.reduce((sum, { textContent }) => sum + (textContent?.trim().length ?? 0), 0)
}
