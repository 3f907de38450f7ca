import ipaddr from 'ipaddr.js';

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
