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

/** Where each name below is somebody else's. */
const manyOwners =
  /(?:^|\.)(?:github\.io|blogspot\.[a-z.]+|wordpress\.com|substack\.com|medium\.com|tumblr\.com|ghost\.io|netlify\.app|pages\.dev|vercel\.app|beehiiv\.com|typepad\.com|amazonaws\.com|cloudfront\.net|feedburner\.com)$/

/** The part of a host's name that somebody owns, two parts of it, or three below a country's "co.uk" and the like; empty where there is none. */
export function siteOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const { hostname } = new URL(address)
  if (/^[\d.]+$|:/.test(hostname) || manyOwners.test(hostname)) return hostOf(address)
  const parts = hostname.split('.')
  const [second = '', top = ''] = parts.slice(-2)
  return parts
    .slice(top.length === 2 && /^(?:com?|org?|net?|gov?|ac|edu|gob|gouv|gv|nom|mil|sch)$/.test(second) ? -3 : -2)
    .join('.')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
