import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { ATTEMPT_MS } from './limits.ts';
import type { Lookups } from './lookups.ts';
import { ownNetworks } from './own-networks.ts';
import { isPrivateName, isPublicAddress } from './public-address.ts';

/** A host that nothing is fetched from. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** How connections are made. */
export interface ConnectorOptions {
  readonly allowPrivate: boolean;
  readonly lookup: Lookups;
  /** Ends connections that were made or are being made. */
  readonly signal: AbortSignal;
  /** Milliseconds until a connection that does not come about is given up. */
  readonly timeMs: number;
}

/**
 * Makes connections to public addresses only. A name is looked up once for each connection, all its
 * addresses are judged, and the connection is handed exactly these: between judging and connecting nobody is
 * asked again, so a name that changes its answer gains nothing. One private address among public ones
 * refuses the name.
 *
 * @returns a connector for a dispatcher of undici; it fails with {@link PrivateAddressError}, or as `lookup`,
 *   TCP or TLS fail
 */
export function publicConnector(options: ConnectorOptions): buildConnector.connector {
  return (target, callback) => {
    addressesOf(target.hostname, options)
      .then((addresses) => {
        options.signal.throwIfAborted();
        connectorTo(addresses, options)(target, callback);
      })
      .catch((error: Error) => callback(error, null));
  };
}

function connectorTo(
  addresses: LookupAddress[],
  { signal, timeMs }: ConnectorOptions,
): buildConnector.connector {
  return buildConnector({
    lookup: fixedLookup(addresses),
    signal,
    timeout: timeMs,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ATTEMPT_MS,
    maxCachedSessions: 0,
  });
}

async function addressesOf(hostname: string, options: ConnectorOptions): Promise<LookupAddress[]> {
  if (!options.allowPrivate && isPrivateName(hostname)) throw new PrivateAddressError(hostname);
  const family = isIP(hostname);
  const addresses =
    family === 0 ? await options.lookup(hostname, options.signal) : [{ address: hostname, family }];
  if (options.allowPrivate) return addresses;
  const own = ownNetworks();
  if (!addresses.every(({ address }) => isPublicAddress(address, own))) {
    throw new PrivateAddressError(hostname);
  }
  return addresses;
}

/** Node asks for one address or for all, depending on how it connects. */
function fixedLookup(addresses: LookupAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const first = addresses[0];
    if (options.all === true || first === undefined) callback(null, addresses);
    else callback(null, first.address, first.family);
  };
}
