import ipaddr from 'ipaddr.js'

/**
 * Who asks, of those who say so: the one whom the outermost of our own proxies was asked by. What stands further left in
 * X-Forwarded-For was said by that caller itself, and is not believed.
 *
 * @param socketAddress who has opened the connection
 * @param forwardedFor the header as it came
 * @param proxies how many stand before the server
 */
export function clientAddress(socketAddress: string, forwardedFor: string, proxies: number): string {
  const said = forwardedFor
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const chain = [...said, socketAddress]
  return chain[Math.max(0, chain.length - 1 - proxies)] ?? socketAddress
}

/**
 * What one caller can change their address within: of IPv6 the 64 bits that belong to one connection, of IPv4 nothing.
 * What is no address is nobody's in particular.
 */
export function networkOf(address: string): string {
  // A proxy may add the port.
  const bare = address.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
  if (!ipaddr.isValid(bare)) return 'unknown'
  const parsed = ipaddr.process(bare)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString().replace(/%.*$/, '')}/64`).toString()}/64`
}
