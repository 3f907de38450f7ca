import ipaddr from 'ipaddr.js';

/** All addresses that are given out to the public (https://www.iana.org/assignments/ipv6-unicast-address-assignments). */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
/** IPv4 within IPv6, as networks without IPv4 reach it (RFC 6052): judged by the address within. */
const NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96];

/**
 * Under a public address, Azure tells each machine what is its own
 * (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16). Other clouds use private ones.
 */
const OF_CLOUDS = ['168.63.129.16/32'];

/**
 * Names that are of this machine or of the network around it, whatever they resolve to: `localhost`
 * (RFC 6761), `.local` (RFC 6762), and `.internal`, under which clouds tell a machine its own secrets.
 */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal)$/;

/**
 * Only what is known to be public is: private, loopback, link-local, multicast, reserved and documentation
 * ranges are not, nor are the tunnels of 6to4 and Teredo, behind which any of these may lie and no outlet does.
 *
 * @param address IPv4 or IPv6 in text, as DNS gives it
 * @param own networks that count as private, although their addresses are public, as an address and its prefix
 * @returns whether it belongs to the public Internet; what cannot be read does not
 */
export function isPublicAddress(address: string, own: readonly string[] = []): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) {
    return parsed.range() === 'unicast' && ![...OF_CLOUDS, ...own].some((network) => isIn(parsed, network));
  }
  if (parsed.isIPv4MappedAddress() || parsed.match(NAT64)) return isPublicAddress(embeddedIn(parsed), own);
  const isGlobal = parsed.match(GLOBAL_UNICAST) && parsed.range() === 'unicast';
  return isGlobal && !own.some((network) => isIn(parsed, network));
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, network: string): boolean {
  if (!ipaddr.isValidCIDR(network)) return false;
  const [base, length] = ipaddr.parseCIDR(network);
  return base.kind() === address.kind() && address.match(base, length);
}

/**
 * @param hostname as it stands in a URL
 * @returns whether the name by itself is of this machine or of a private network
 */
export function isPrivateName(hostname: string): boolean {
  return PRIVATE_NAME.test(hostname.toLowerCase().replace(/(?<!\.)\.+$/, ''));
}

function embeddedIn(address: ipaddr.IPv6): string {
  return address.toByteArray().slice(-4).join('.');
}
