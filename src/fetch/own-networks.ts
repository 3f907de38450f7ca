import { networkInterfaces } from 'node:os';

/**
 * Where this machine itself is, by its public addresses: what listens on all of them, behind a wall for others, would hear
 * us. Of IPv6 each network around it counts whole: the machines of a house or an office have public addresses there.
 *
 * @returns networks, as an address and the length of its prefix; none where the system does not tell
 */
export function ownNetworks(): readonly string[] {
  try {
    return Object.values(networkInterfaces()).flatMap((addresses = []) =>
      addresses.map(({ address, family, cidr }) =>
        family === 'IPv6' ? (cidr ?? `${address}/128`) : `${address}/32`,
      ),
    );
  } catch {
    return [];
  }
}
