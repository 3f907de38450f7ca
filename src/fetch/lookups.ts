import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

/** Looks a name up; what was not begun when the signal aborts never is. */
export type Lookups = (hostname: string, signal: AbortSignal) => Promise<LookupAddress[]>;

/**
 * Looks names up one at a time. A name whose server never answers holds one of the two threads that Node has for this, for
 * half a minute after whoever asked has given up: a feed that links to two hundred such names would keep Slack, Discord and
 * the ledger from being looked up for as long as they all take.
 *
 * @param lookup as that of `node:dns`
 * @returns what looks names up; it rejects as `lookup` fails, with `ENOTFOUND` for a name without addresses, and with the
 *   signal's reason
 */
export function oneAtATime(lookup: LookupFunction): Lookups {
  const waiting: { readonly begin: () => void; readonly signal: AbortSignal }[] = [];
  let isBusy = false;

  function next(): void {
    isBusy = false;
    for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
      if (first.signal.aborted) continue;
      isBusy = true;
      first.begin();
      return;
    }
  }

  return (hostname, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const begin = () => {
        lookup(hostname, { all: true }, (error, found, family) => {
          next();
          const addresses = Array.isArray(found)
            ? found
            : [{ address: found, family: family ?? isIP(found) }];
          if (error) reject(error);
          else if (addresses.length === 0) reject(notFound(hostname));
          else resolve(addresses);
        });
      };
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      waiting.push({ begin, signal });
      if (!isBusy) next();
    });
}

function notFound(hostname: string): Error {
  return Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
}
