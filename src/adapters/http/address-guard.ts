import { lookup } from 'node:dns'
import { isIP } from 'node:net'
import { longestAddress } from '../../domain/address.ts'
import { isPublicAddress } from './public-addresses.ts'

/** Thrown on connecting if a host name leads to an address that is not public. */
export class PrivateAddress extends Error {}

/** Why an address may not be fetched, judged before any connection is made; undefined if it may. */
export function whyRefused(address: string, allowHosts: ReadonlySet<string>): string | undefined {
  if (!URL.canParse(address))
    return `“${address.slice(0, 100)}” is not a web address; it should look like https://example.com/article`
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol))
    return `addresses that begin with “${url.protocol}” can’t be opened; only http and https can`
  if (isAllowed(url, allowHosts)) return undefined
  if (url.username || url.password) return 'addresses with a username or password in them can’t be opened'
  if (url.port !== '')
    return `port ${url.port} isn’t allowed; whoever runs Onrecord can allow it with ONRECORD_ALLOW_HOSTS=${url.host}`
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(literal) !== 0 && !isPublicAddress(literal) ? notPublic(url.host) : undefined
}

/** Why a redirect may not be followed, even to an allowed host; undefined if it may. */
export function whyNotFollowed(from: URL, location: string): string | undefined {
  if (!URL.canParse(location, from)) return 'the site redirects to something that isn’t an address'
  const to = new URL(location, from)
  if (to.href.length > longestAddress) return 'the site redirects to an address that is too long'
  return from.protocol === 'https:' && to.protocol === 'http:'
    ? `${from.host} redirects from https to http, which anyone on the network can read`
    : undefined
}

export function notPublic(host: string): string {
  return `${host} isn’t on the public internet; whoever runs Onrecord can allow it with ONRECORD_ALLOW_HOSTS`
}

/** True if the operator has listed the address's host and port. */
export function isAllowed(url: URL, allowHosts: ReadonlySet<string>): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return allowHosts.has(`${url.hostname}:${port}`)
}

/** Looks up a name, and refuses it unless every address it resolves to is public. */
export const publicLookup: typeof lookup = ((
  hostname: string,
  options: { all?: boolean },
  callback: (...results: unknown[]) => void,
) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error)
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address)))
      return callback(new PrivateAddress(hostname))
    const [first] = addresses
    return options.all ? callback(null, addresses) : callback(null, first?.address, first?.family)
  })
}) as typeof lookup
