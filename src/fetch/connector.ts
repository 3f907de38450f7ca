import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { ATTEMPT_MS } from './limits.ts';
import { isPrivateName, isPublicAddress } from './public-address.ts';

/** A host that nothing is fetched from. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** How connections are made. */
export interface ConnectorOptions {
  readonly allowPrivate: boolean;
  readonly lookup: LookupFunction;
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
  const addresses = family === 0 ? await lookedUp(hostname, options.lookup) : [{ address: hostname, family }];
  if (!options.allowPrivate && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new PrivateAddressError(hostname);
  }
  return addresses;
}

function lookedUp(hostname: string, lookup: LookupFunction): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (error, found, family) => {
      const addresses = Array.isArray(found) ? found : [{ address: found, family: family ?? isIP(found) }];
      if (error) reject(error);
      else if (addresses.length === 0) reject(notFound(hostname));
      else resolve(addresses);
    });
  });
}

function notFound(hostname: string): Error {
  return Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
}

/** Node asks for one address or for all, depending on how it connects. */
function fixedLookup(addresses: LookupAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const first = addresses[0];
    if (options.all === true || first === undefined) callback(null, addresses);
    else callback(null, first.address, first.family);
  };
}
