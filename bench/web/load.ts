import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { percentile } from '../ledger/percentile.ts';

/** How much is asked for. */
export interface Load {
  /** Requests a second, evenly spread, whether the ones before have been answered or not. */
  readonly rate: number;
  readonly seconds: number;
}

/** How it went; times in ms. */
export interface Outcome {
  readonly requests: number;
  /** Answers other than 200, and requests that had none. */
  readonly errors: ReadonlyMap<string, number>;
  readonly bytes: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
  /** The same, by what was asked for. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Of all the time that requests should have been sent at, how late the latest was. */
  readonly latest: number;
}

/** As browsers and proxies hold them. More would only wait in the server instead of here, and count the same. */
const CONNECTIONS = 100;

/**
 * Asks a server at a constant rate. Times are counted from the moment when a request was to be sent, so that a server
 * that stops for a second is seen to keep a thousand waiting, and not one.
 *
 * @param origin of the server
 * @param load how much
 * @param pathAt what the request of this number asks for
 * @returns how it went
 */
export function under(origin: string, load: Load, pathAt: (at: number) => string): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, scheduling: 'fifo' });
  const total = load.rate * load.seconds;
  const took = new Float64Array(total);
  const errors = new Map<string, number>();
  const byKind = new Map<string, number[]>();
  let [sent, ended, bytes, latest] = [0, 0, 0, 0];
  const failed = (why: string) => void errors.set(why, (errors.get(why) ?? 0) + 1);

  return new Promise((resolve) => {
    const began = performance.now();
    const planned = (at: number) => began + (at * 1000) / load.rate;

    function ask(at: number): void {
      const path = pathAt(at);
      latest = Math.max(latest, performance.now() - planned(at));
      let isOver = false;
      const over = (why: string | null) => {
        if (isOver) return;
        isOver = true;
        took[at] = performance.now() - planned(at);
        const times = byKind.get(kindOf(path)) ?? [];
        byKind.set(kindOf(path), times);
        times.push(took[at] ?? 0);
        if (why !== null) failed(why);
        ended += 1;
        if (ended === total) finish();
      };
      const request = get(`${origin}${path}`, { agent, timeout: 10_000 }, (response) => {
        response.on('data', (part: Buffer) => {
          bytes += part.length;
        });
        response.on('end', () => over(response.statusCode === 200 ? null : String(response.statusCode)));
        response.on('error', (error) => over(error.message));
      });
      request.on('timeout', () => request.destroy(new Error('no answer in ten seconds')));
      request.on('error', (error) => over(error.message));
    }

    function finish(): void {
      clearInterval(ticks);
      agent.destroy();
      const all = [...took];
      const kinds = new Map([...byKind].map(([kind, times]) => [kind, percentile(times, 0.99)]));
      const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(all, share)) as [
        number,
        number,
        number,
      ];
      resolve({ requests: total, errors, bytes, p50, p95, p99, longest: percentile(all, 1), kinds, latest });
    }

    const ticks = setInterval(() => {
      while (sent < total && planned(sent) <= performance.now()) {
        ask(sent);
        sent += 1;
      }
    }, 1);
  });
}

function kindOf(path: string): string {
  return path.slice(0, path.indexOf('?') === -1 ? undefined : path.indexOf('?'));
}
