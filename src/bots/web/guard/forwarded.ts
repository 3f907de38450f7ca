import ipaddr from 'ipaddr.js';

/**
 * What a chain of proxies tells in one of the `X-Forwarded-*` headers. Each proxy appends what it sees, so that only
 * the last entries, as many as there are proxies, are theirs: whatever stands before may be made up by whoever asks.
 *
 * @param header the header's value, `undefined` where there is none
 * @param proxies how many are believed
 * @returns what the outermost of them has written; `null` where none is believed, or none has written anything
 */
export function toldByProxies(header: string | undefined, proxies: number): string | null {
  if (proxies === 0 || header === undefined) return null;
  const entries = header.split(',').slice(-proxies);
  return entries[0]?.trim() || null;
}

/**
 * @param told an address as proxies write it: some add the port, and brackets around IPv6
 * @returns the address alone, an IPv4 address in IPv6 as IPv4; `null` for what is none
 */
export function plainAddress(told: string): string | null {
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(told) ?? [];
  const [, dotted] = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(told) ?? [];
  const bare = bracketed ?? dotted ?? told;
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null;
}
