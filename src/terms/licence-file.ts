import { DOMParser } from 'linkedom'
import type { LicensedContent } from '../domain/reading.ts'
import { decodeText } from '../text/decode.ts'
import { type LicenceElement, readLicence } from './licence.ts'

/** The end of a licence, perhaps with a comment behind it. */
const rootEnd = /(?:<\/(?:[\w-]{1,20}:)?rsl\s*>|<(?:[\w-]{1,20}:)?rsl\b[^<>]*\/>)\s*(?:<!--[^<>]*-->\s*)?$/i

/**
 * Reads a licence's file.
 *
 * @throws {Error} with a reason for people if it is no licence.
 */
export function readLicenceFile(body: Uint8Array, contentType: string): LicensedContent[] {
  return readLicenceText(decodeText(body, contentType))
}

/** Like `readLicenceFile`, of a licence within a page. */
export function readLicenceText(xml: string): LicensedContent[] {
  const text = xml.trim()
  // The parser takes what is cut for whole.
  if (!rootEnd.test(text.slice(-200))) throw new Error('it is not a whole RSL licence')
  const { documentElement } = new DOMParser().parseFromString(text, 'text/xml')
  const root = documentElement ? fromDom(documentElement as unknown as Element) : undefined
  if (root?.name !== 'rsl') throw new Error('it is not an RSL licence')
  return readLicence([root])
}

function fromDom(element: Element): LicenceElement {
  return {
    name: element.tagName.toLowerCase().split(':').at(-1) ?? '',
    get children() {
      return [...element.children].map(fromDom)
    },
    get text() {
      return element.textContent ?? ''
    },
    attribute: (name) => element.getAttribute(name),
  }
}
