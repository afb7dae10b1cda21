import { getDomain } from 'tldts'

/** Parameters that tell how a reader came, not what is read. */
const tracking =
  /^(?:utm_.*|at_.*|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|twclid|_ga|_gl|ns_[a-z]+|cmp(?:id)?|ito|smid|sref|s_cid|ocid|ftag|wt_mc|xtor|ref_src|rss|feature|amp|outputtype)$/i
/** The same where what they say is no number, which would tell one page from another. */
const trackingInWords = /^(?:cid|ref|src|source|partner|share)$/i

/**
 * The name by which an address is known, whichever way it was written: without the scheme, what is put before the host
 * for telephones, what follows the reader, and the marks of other forms of the same page. Not to be fetched or shown.
 * Undefined for what is no web address.
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
  // Behind #! there is a page of its own.
  return `${host}${port && `:${port}`}${path}${query && `?${query}`}${hash.startsWith('#!') ? hash : ''}`
}

/** A longer address is none that we fetch or keep, in characters. */
export const longestAddress = 2_048

/** Host and port of an address; empty where it is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}

/** Whether two addresses are of one site: of one host, or of hosts that have the last parts of their names in common. */
export function isSameSite(one: string, other: string): boolean {
  const [first, second] = [one, other].map(siteOf)
  return first !== '' && first === second
}

/** Hosts whose users each publish under a name of their own, and which the Public Suffix List does not have. */
const sharedHosts = new Set(
  'beehiiv.com blogspot.co.uk feedburner.com ghost.io medium.com substack.com tumblr.com typepad.com wordpress.com'.split(
    ' ',
  ),
)

/**
 * The part of a host's name that one owner has registered: "bbc.co.uk" of "feeds.bbc.co.uk", by the Public Suffix List. The
 * whole host where its users are owners themselves, or where it is an address in numbers; empty for what is no address.
 */
export function siteOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const domain = getDomain(address, { allowPrivateDomains: true })
  return domain === null || sharedHosts.has(domain) ? hostOf(address) : domain
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
