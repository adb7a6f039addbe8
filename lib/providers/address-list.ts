import { BlockList, isIP, isIPv4 } from 'node:net'

/**
 * Whether an address is in an operator's list of addresses and ranges: `127.0.0.1, 10.4.0.0/16, 2001:db8::/32`.
 *
 * An entry that is neither matches nothing, so a slip of the pen shuts the door instead of opening it.
 *
 * @param allowed Absent or empty lets everybody in.
 */
export function isAllowedAddress(address: string, allowed: string | undefined): boolean {
  const entries = (allowed ?? '').split(/[\s,;]+/).filter((part) => part !== '')
  if (entries.length === 0) return true
  const plain = withoutMapping(address)
  if (isIP(plain) === 0) return false
  const list = new BlockList()
  for (const entry of entries) addEntry(list, entry)
  return list.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6')
}

/** The entries of a list that are neither an address nor a range, for the operator to mend. */
export function unreadableAddresses(allowed: string): readonly string[] {
  const entries = allowed.split(/[\s,;]+/).filter((part) => part !== '')
  return entries.filter((entry) => !addEntry(new BlockList(), entry))
}

function addEntry(list: BlockList, entry: string): boolean {
  const [base = '', bits, ...rest] = entry.split('/')
  const family = isIPv4(base) ? 'ipv4' : 'ipv6'
  if (isIP(base) === 0 || rest.length > 0) return false
  if (bits === undefined) {
    list.addAddress(base, family)
    return true
  }
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > (family === 'ipv4' ? 32 : 128)) return false
  list.addSubnet(base, Number(bits), family)
  return true
}

/** An IPv4 address as an IPv6 socket shows it. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
