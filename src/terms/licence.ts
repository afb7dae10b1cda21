import type { LicensedContent } from '../domain/reading.ts'
import { matchesPath, pathOf, pathPattern } from './path-pattern.ts'

/**
 * Licences in Really Simple Licensing 1.0 (rslstandard.org/rsl): what they say of an article that a model reads. Also
 * understood are the names of uses in earlier drafts, and lists with commas, both of which sites publish.
 */

/** The namespace of Really Simple Licensing. */
export const licenceNamespace = 'https://rslstandard.org/rsl'

/** An element of a licence, whatever parser read it; names are in lower case and without prefix. */
export interface LicenceElement {
  readonly name: string
  readonly children: readonly LicenceElement[]
  readonly text: string
  attribute(name: string): string | null
}

/** The line for a licence that cannot be had: without it there is no permission. */
export const unreadableLicence = 'RSL: the licence could not be read'

/** The most `content` elements read of one licence. */
const mostContents = 1_000

/** Uses that include a model's reading an article to write of it. */
const ofInput = new Set(['all', 'ai-all', 'ai-input', 'ai-use', 'ai-summarize'])
/** Payments that ask nothing of us: we name and link every source, and train nothing. */
const unpaid = new Set(['free', 'attribution', 'training'])

/**
 * Reads the elements of a licence; `elements` may be its root or what stands within.
 *
 * @throws {Error} if it is too long.
 */
export function readLicence(elements: readonly LicenceElement[]): LicensedContent[] {
  const contents = named('content', elements)
  if (contents.length > mostContents) throw new Error('the licence is too long')
  return contents.map((content) => ({ url: content.attribute('url')?.trim() ?? '', closed: whyClosed(content) }))
}

/** What a licence says of an address, as lines about use by machines: "RSL: ai-input is prohibited". */
export function licenceLines(contents: readonly LicensedContent[], url: string): string[] {
  if (!URL.canParse(url)) return [unreadableLicence]
  const matching = contents.flatMap(({ url: pattern, closed }) => {
    const length = matchLength(pattern, url)
    return length === undefined ? [] : [{ length, closed }]
  })
  const longest = Math.max(...matching.map(({ length }) => length))
  return [
    ...new Set(
      matching.flatMap(({ length, closed }) => (length === longest && closed !== null ? [`RSL: ${closed}`] : [])),
    ),
  ]
}

/**
 * The length of a pattern that an address matches; undefined if it does not. No pattern stands for all addresses, and one
 * that we cannot read for all of its host: what may be meant counts.
 */
function matchLength(said: string, url: string): number | undefined {
  const isPath = /^(?:[*.]|\/(?!\/)|$)/.test(said)
  const { host = '', path = '' } = isPath
    ? { path: said }
    : (/^(?:https?:)?\/*(?<host>[^/?#]*)(?<path>.*)$/is.exec(said)?.groups ?? {})
  if (!isPath && !isOfHost(host, new URL(url).host)) return undefined
  const pattern = pathPattern(path.replace(/^\.?(?=\/|$)/, '') || '/')
  if (!pattern) return said.length
  return matchesPath(pathOf(url), pattern) ? pattern.length : undefined
}

/** True if a host in a licence, which may begin with a star, is that of an address; “www.” makes no difference. */
function isOfHost(licensed: string, host: string): boolean {
  const [wanted, own] = [licensed, host].map((each) => each.toLowerCase().replace(/^www\./, '')) as [string, string]
  return wanted.startsWith('*.') ? `.${own}`.endsWith(wanted.slice(1)) : wanted === own
}

/** Why no licence of this content lets a model read it for nothing; null if one does. What is prohibited stays so. */
function whyClosed(content: LicenceElement): string | null {
  const licences = named('license', content.children)
  if (licences.length === 0) return null
  if (licences.some((licence) => tokens('prohibits', 'usage', licence).some((use) => ofInput.has(use))))
    return 'ai-input is prohibited'
  const [first = null, ...others] = licences.map((licence) => whyNotPermitted(licence, content))
  return others.includes(null) ? null : first
}

function whyNotPermitted(licence: LicenceElement, content: LicenceElement): string | null {
  const permitted = tokens('permits', 'usage', licence)
  if (permitted.length > 0 && !permitted.some((use) => ofInput.has(use))) return 'ai-input is not permitted'
  const limits = ['permits', 'prohibits'].flatMap((name) =>
    ['user', 'geo'].flatMap((type) => tokens(name, type, licence)),
  )
  if (limits.length > 0) return 'ai-input is for some users or countries only'
  const payments = named('payment', licence.children).map((payment) => payment.attribute('type')?.toLowerCase() ?? '')
  const paid = payments.find((type) => type !== '' && !unpaid.has(type))
  if (paid !== undefined) return `ai-input has a price (${paid.slice(0, 20)})`
  return content.attribute('server')?.trim() ? 'ai-input needs a licence from a server' : null
}

/** The tokens of the elements of this name and type; these are split at spaces and commas. */
function tokens(name: string, type: string, licence: LicenceElement): string[] {
  return named(name, licence.children)
    .filter((element) => (element.attribute('type')?.trim().toLowerCase() || 'usage') === type)
    .flatMap(({ text }) => text.toLowerCase().split(/[\s,]+/))
    .filter(Boolean)
}

/** The elements of this name among these and, at the root, directly within. */
function named(name: string, elements: readonly LicenceElement[]): LicenceElement[] {
  return elements.flatMap((element) => {
    if (element.name === name) return [element]
    return element.name === 'rsl' ? named(name, element.children) : []
  })
}
