import ipaddr from 'ipaddr.js';

/** Networks of those who run it: this machine, and addresses that nobody has from outside. */
const OWN: ReadonlySet<string> = new Set([
  'loopback',
  'private',
  'uniqueLocal',
  'linkLocal',
  'carrierGradeNat',
]);

/**
 * @param address an address
 * @returns whether it is of this machine or of a private network
 */
export function isOwnNetwork(address: string): boolean {
  return ipaddr.isValid(address) && OWN.has(ipaddr.process(address).range());
}

/**
 * @param address an address
 * @returns who is counted as one: an IPv4 address, or the 64 bits of IPv6 that a household gets as a whole and may take
 *   any address of; what is no address stands for itself
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address);
  if (!('parts' in read)) return read.toString();
  const prefix = read.parts.slice(0, 4).map((part) => part.toString(16));
  return `${prefix.join(':')}::/64`;
}
