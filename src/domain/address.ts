import { getDomain } from 'tldts'

/** Query parameters that say how a reader arrived, not what the page is. */
const tracking =
  /^(?:utm_.*|at_.*|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|twclid|_ga|_gl|ns_[a-z]+|cmp(?:id)?|ito|smid|sref|s_cid|ocid|ftag|wt_mc|xtor|ref_src|rss|feature|amp|outputtype)$/i
/** The same, unless their value is a number, which may identify a page. */
const trackingInWords = /^(?:cid|ref|src|source|partner|share)$/i

/**
 * A key for a web address, the same however it is written: without the scheme, a host prefix such as "www." or "m.",
 * tracking parameters, and the marks of AMP and index pages. Not for fetching or display. Undefined if it is not a web
 * address.
 */
export function addressKey(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname, port, pathname, searchParams, hash } = new URL(address)
  if (!/^https?:$/.test(protocol)) return undefined
  const host = hostname.replace(/^(?:www|m|mobile|amp)\.(?=[^.]+\.)/, '')
  const path = pathname.replace(/(?:\.amp|\/amp)(?=\/?$|\.html?$)/i, '').replace(/(?:\/index\.html?|\/)$/i, '')
  const kept = [...searchParams]
    .filter(([name, value]) => !tracking.test(name) && (!trackingInWords.test(name) || /^\d+$/.test(value)))
    .toSorted(([one], [other]) => compare(one, other))
  const query = new URLSearchParams(kept).toString()
  // An address with #! is a separate page.
  return `${host}${port && `:${port}`}${path}${query && `?${query}`}${hash.startsWith('#!') ? hash : ''}`
}

/** The longest address that we fetch or keep, in characters. */
export const longestAddress = 2_048

/** The host and port of an address; empty if it is not a valid one. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}

/** Returns true if two addresses are on the same site: on one host, or on hosts whose names share their last parts. */
export function isSameSite(one: string, other: string): boolean {
  const [first, second] = [one, other].map(siteOf)
  return first !== '' && first === second
}

/** Hosts where each user publishes under a separate name, and which the Public Suffix List lacks. */
const sharedHosts = new Set(
  'beehiiv.com blogspot.co.uk feedburner.com ghost.io medium.com substack.com tumblr.com typepad.com wordpress.com'.split(
    ' ',
  ),
)

/**
 * The part of a host name that one owner has registered: "bbc.co.uk" of "feeds.bbc.co.uk", by the Public Suffix List.
 * The whole host if each of its users is an owner, or if it is a numeric address; empty if the address is invalid.
 */
export function siteOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const domain = getDomain(address, { allowPrivateDomains: true })
  return domain === null || sharedHosts.has(domain) ? hostOf(address) : domain
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
