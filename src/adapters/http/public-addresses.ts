import { BlockList, isIP } from 'node:net'

/**
 * Ranges that are not the public internet, from the IANA special-purpose address registries:
 * https://www.iana.org/assignments/iana-ipv4-special-registry and https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const special4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24
  192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`
/** Everything but global unicast, and the special ranges within that; tunnels hide an IPv4 address inside. */
const special6 = `::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20`

/** Two lists, because in a joint one every IPv4 address would match the IPv6 range that maps IPv4. */
const blocked = { 4: blockList(special4, 'ipv4'), 6: blockList(special6, 'ipv6') }

/** True if an IP address, given as text, belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !blocked[4].check(address, 'ipv4')
  return version === 6 && !blocked[6].check(address, 'ipv6')
}

function blockList(ranges: string, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges.split(/\s+/)) {
    const [network = '', prefix = ''] = range.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}
