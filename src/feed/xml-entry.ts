import type { parseFeed } from '@rowanmanning/feed-parser'
import { licenceNamespace } from '../terms/licence.ts'
import { htmlText, maxTitle, titleText, wordsOf } from './entry-text.ts'
import { absolute } from './tidy-entries.ts'

/** Reading the elements of RSS, RDF and Atom. */

type Parsed = ReturnType<typeof parseFeed>
export type FeedItem = Parsed['items'][number]
export type FeedElement = Parsed['element']

/** Media RSS: its titles and descriptions are of pictures. */
const ofPictures = 'http://search.yahoo.com/mrss/'
/** Relations of a link to the page itself; the address is how IANA's registry names the second. */
const itself = new Set(['', 'alternate', 'http://www.iana.org/assignments/relation/alternate'])
const pageTypes = /^(?:text\/html|application\/xhtml\+xml)\b/i

/** The address of the page that an entry announces, as an absolute address or as written; empty if it leads nowhere. */
export function pageOf(item: FeedItem, base: string | null): string {
  const { element } = item
  const inBase = (url: string | null | undefined, of: FeedElement) => absolute(url && amps(url), baseOf(of, base))
  const links = children(element, 'link').filter((link) => itself.has((link.getAttribute('rel') ?? '').toLowerCase()))
  const typed = (link: FeedElement) => link.getAttribute('type') ?? ''
  const pages = links.filter((link) => typed(link) === '' || pageTypes.test(typed(link)))
  // Atom may name the same entry in several forms.
  if (element.name === 'entry') pages.sort((one, other) => Number(typed(one) === '') - Number(typed(other) === ''))
  const [content] = children(element, 'content').filter((each) => /^$|^text\/html|xhtml/i.test(typed(each)))
  const [guid] = children(element, 'guid')
  const found = [
    ...pages.map((link) => inBase(link.getAttribute('href') || addressIn(link.textContent), link)),
    inBase(content?.getAttribute('src'), element),
    guid?.getAttribute('ispermalink')?.toLowerCase() === 'true' ? inBase(guid.textContent, guid) : null,
    // RDF names its items by their addresses; Atom's library takes links of any type.
    element.name === 'entry' ? null : inBase(item.url ?? element.getAttribute('rdf:about'), element),
  ].find((url) => url)
  return found ?? ''
}

/** The base of an element's addresses: its own or an outer xml:base, which may itself be relative, or the feed's. */
function baseOf(element: FeedElement, base: string | null): string | null {
  return (element.baseUrl && absolute(element.baseUrl, base)) || base
}

/** A text that may be an address; null if it has gaps. */
function addressIn(text: string): string | null {
  return /^\s*\S+\s*$/.test(text) ? text : null
}

/** An address that was escaped once more than its place asks for. */
function amps(url: string): string {
  return url.trim().replace(/&(?:amp|#38|#x26);/gi, '&')
}

/** The elements of a name, those of the feed's own namespace first, those of pictures and licences not at all. */
function children(element: FeedElement, name: string): FeedElement[] {
  const all = element.findElementsWithName(name)
  const isOwn = ({ namespace }: FeedElement) => typeof namespace !== 'string'
  return [
    ...all.filter(isOwn),
    ...all.filter((each) => !isOwn(each) && each.namespaceUri !== ofPictures && each.namespaceUri !== licenceNamespace),
  ]
}

/** The text of the first element of any of these names that has one. */
export function firstText(element: FeedElement, names: readonly string[], longest?: number): string {
  return names.map((name) => textOf(element, name, longest)).find((text) => text !== '') ?? ''
}

/** The text of an element's first child of a name, without markup; empty if there is none. */
export function textOf(element: FeedElement, name: string, longest?: number): string {
  const [found] = children(element, name)
  return found ? shown(found, longest) : ''
}

/** What the media group of a film says in its element of this name, without markup. */
export function groupText(element: FeedElement, name: string): string {
  const [found] = element.findElementWithName('group')?.findElementsWithName(name) ?? []
  return found ? shown(found, undefined) : ''
}

/** An element's title; empty if it has none. */
export function titleOf(element: FeedElement): string {
  const [found] = children(element, 'title')
  const isPlain = found && !hasElements(found) && !(found.getAttribute('type') ?? found.getAttribute('mode'))
  if (isPlain && !isAtomText(found, '')) return titleText(found.textContent)
  return found ? shown(found, maxTitle) : ''
}

/** The title of an entry's picture or film, for an entry that has no other. */
export function pictureTitle(element: FeedElement): string {
  const [found] = element.findElementsWithName('title').filter(({ namespaceUri }) => namespaceUri === ofPictures)
  return found ? shown(found, maxTitle) : ''
}

function shown(element: FeedElement, longest: number | undefined): string {
  const type = (element.getAttribute('type') ?? '').toLowerCase()
  // Atom 0.3, and RSS that contains Atom, could declare base64.
  if ([element.getAttribute('mode'), type].includes('base64') || isBinary(type))
    return htmlText(decodeBase64(element.textContent), longest)
  if (isAtomText(element, type)) return wordsOf(element.textContentNormalized, longest)
  return htmlText(hasElements(element) ? markupOf(element) : element.textContent, longest)
}

/** True if it is a text of Atom 1.0 that is no markup: RFC 4287, section 3.1.1. */
function isAtomText(element: FeedElement, type: string): boolean {
  const isText = type === '' || type === 'text' || type === 'text/plain'
  return isText && !hasElements(element) && element.namespaceUri === 'http://www.w3.org/2005/Atom'
}

/** Atom content of a type other than text is in base64. */
function isBinary(type: string): boolean {
  return /^application\/(?!xhtml|.*xml)/.test(type)
}

function hasElements(element: FeedElement): boolean {
  return element.children.some((child) => typeof child !== 'string')
}

/** XHTML as markup, its texts escaped as they were. */
function markupOf(element: FeedElement): string {
  return element.children
    .map((child) =>
      typeof child === 'string'
        ? child.replace(/&/g, '&amp;').replace(/</g, '&lt;')
        : `<${child.name}>${markupOf(child)}</${child.name}>`,
    )
    .join('')
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0)))
  } catch {
    return ''
  }
}
