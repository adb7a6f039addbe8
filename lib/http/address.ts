/**
 * The address of whoever sent a request.
 *
 * Every trusted proxy appends the address it saw to `X-Forwarded-For`; what stands further left was written by the
 * sender and proves nothing.
 *
 * @param trustedProxies How many proxies of ours stand in front; 0 means the socket's own address.
 * @returns An IPv4 or IPv6 address without a zone or an IPv4-in-IPv6 prefix.
 */
export function clientAddress(
  request: Readonly<{ socketAddress: string | undefined; forwardedFor: string | undefined; trustedProxies: number }>,
): string {
  const hops = (request.forwardedFor ?? '').split(',').map((hop) => hop.trim())
  const forwarded = request.trustedProxies > 0 ? hops[hops.length - request.trustedProxies] : undefined
  return plainAddress(forwarded || request.socketAddress || '0.0.0.0')
}

function plainAddress(address: string): string {
  const withoutPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address
  return withoutPort
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
}
