import {
  type LicenceElement,
  licenceLines,
  licenceNamespace,
  readLicence,
  unreadableLicence,
} from '../terms/licence.ts'
import { termsOf } from '../terms/wishes.ts'
import type { FeedElement } from './xml-entry.ts'

/** What the licences within a feed's entry say that keeps its page from models; undefined if nothing does. */
export function closedByFeed(entry: FeedElement, url: string | null): string | undefined {
  const contents = entry.findElementsWithName('content').filter(({ namespaceUri }) => namespaceUri === licenceNamespace)
  if (contents.length === 0 || url === null) return undefined
  return termsOf(linesIn(contents, url)).closedToModels
}

/** A licence that cannot be read gives no permission. */
function linesIn(contents: readonly FeedElement[], url: string): string[] {
  try {
    return licenceLines(readLicence(contents.map(fromFeed)), url)
  } catch {
    return [unreadableLicence]
  }
}

function fromFeed(element: FeedElement): LicenceElement {
  return {
    name: element.name,
    get children() {
      return element.children.filter((child) => typeof child !== 'string').map(fromFeed)
    },
    get text() {
      return element.textContent
    },
    attribute: (name) => element.getAttribute(name) ?? null,
  }
}
