import { lookup as systemLookup } from 'node:dns';
import { setMaxListeners } from 'node:events';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import manifest from '../../package.json' with { type: 'json' };
import { readAddress } from './address.ts';
import { publicConnector } from './connector.ts';
import { BY_HAND, FetchError } from './fetch-error.ts';
import { type Conditions, type Fetched, follow, UNCONDITIONAL } from './follow.ts';
import { HEADER_BYTES, LIMITS, type Limits } from './limits.ts';
import { type Lookups, oneAtATime } from './lookups.ts';

export type { Conditions, Fetched } from './follow.ts';

/** What is wanted of a fetcher. */
export interface FetcherOptions {
  /** Whether this machine and private networks may be fetched from. */
  readonly allowPrivate: boolean;
  /** `Nutgraf/<version>` where it is not given. */
  readonly userAgent?: string;
  /** Looks names up, as `lookup` of `node:dns` does, which serves where it is not given. */
  readonly lookup?: LookupFunction;
  /** Those of `limits.ts` where they are not given. */
  readonly limits?: Partial<Limits>;
}

/** Fetches pages and feeds, carefully. */
export interface Fetcher {
  /**
   * @param url absolute, http or https
   * @param conditions what is known of the page; sent along as long as redirects stay with the origin
   * @throws FetchError when there is nothing to return
   */
  fetch(url: string, conditions?: Conditions): Promise<Fetched>;
  /** Ends what is being fetched, with `closed`, and lets nothing more be fetched. */
  close(): Promise<void>;
}

interface Running {
  readonly url: string;
  readonly ending: AbortController;
}

/**
 * Opens a fetcher. It sends neither cookies nor credentials, and uses no proxy, whatever the environment
 * says. Each request has a connection of its own, whose address is judged: keeping connections would save a
 * handshake on a redirect and nothing on a feed, which is asked for every few minutes.
 */
export function openFetcher(options: FetcherOptions): Fetcher {
  const settings = {
    allowPrivate: options.allowPrivate,
    userAgent: options.userAgent ?? `Nutgraf/${manifest.version}`,
    lookup: oneAtATime(options.lookup ?? (systemLookup as LookupFunction)),
    limits: { ...LIMITS, ...options.limits },
  };
  const running = new Map<Running, Promise<Fetched>>();
  let open = true;

  return {
    async fetch(url, conditions = UNCONDITIONAL) {
      const first = readAddress(url);
      if (!open) throw closed(first.href);
      const run = { url: first.href, ending: new AbortController() };
      const fetching = inTime(settings, first, conditions, run.ending);
      running.set(run, fetching);
      try {
        return await fetching;
      } finally {
        running.delete(run);
      }
    },

    async close() {
      open = false;
      const fetching = [...running.values()];
      for (const { url, ending } of running.keys()) ending.abort(closed(url));
      await Promise.allSettled(fetching);
    },
  };
}

async function inTime(
  settings: Omit<Required<FetcherOptions>, 'limits' | 'lookup'> & {
    readonly lookup: Lookups;
    readonly limits: Limits;
  },
  first: URL,
  conditions: Conditions,
  ending: AbortController,
): Promise<Fetched> {
  const { userAgent, limits } = settings;
  const { signal } = ending;
  // Each connection of a chain of redirects listens, which Node from ten on takes for a leak and warns of.
  setMaxListeners(0, signal);
  const dispatcher = new Agent({
    connect: publicConnector({ ...settings, signal, timeMs: limits.timeMs }),
    pipelining: 0,
    maxHeaderSize: HEADER_BYTES,
  });
  const timer = setTimeout(() => ending.abort(tookTooLong(first, limits.timeMs)), limits.timeMs);
  // The signal ends connections; a request that waits for a name or a connection hears from the agent only.
  signal.addEventListener('abort', () => void dispatcher.destroy(), { once: true });
  try {
    return await follow({ dispatcher, userAgent, limits }, first, conditions);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}

function tookTooLong(url: URL, timeMs: number): FetchError {
  return new FetchError(
    'timeout',
    url.href,
    `${url.host} took longer than ${timeMs / 1000} s: try again later, or ${BY_HAND}.`,
  );
}

function closed(url: string): FetchError {
  return new FetchError(
    'closed',
    url,
    `${url} was not fetched, since Nutgraf is stopping: start it again, and try again.`,
  );
}
