import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random.ts';
import type { Fault, Reach } from './fault.ts';

/** Another answer than the usual one, as both servers take it. */
interface Turn {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly after?: Promise<unknown>;
  readonly done?: boolean;
  readonly hangUp?: boolean;
}

/** Of how many calls. */
const SHARE = 0.3;
/** In ms: longer than usual, shorter than the bot waits for a call; and longer than that, now and then. */
const SLOW = { usual: 1_500, least: 200 } as const;

/** Both want us to wait: 429, with `Retry-After`, in seconds and, from Discord, fractions of them. */
export const busy: Fault = (reach, ms) =>
  during(reach, ms, {
    slack: () => ({
      status: 429,
      headers: { 'retry-after': '1' },
      body: { ok: false, error: 'ratelimited' },
    }),
    discord: () => ({
      status: 429,
      headers: { 'retry-after': '0.7', 'x-ratelimit-scope': 'shared' },
      body: { message: 'You are being rate limited.', retry_after: 0.7, global: false },
    }),
  });

/**
 * What only one person sees in Slack, of which nobody is told and which nobody can look up: where Slack has shown it and
 * says that it has not, it comes twice, which is better than never (docs/slack.md). That is no fault that the bot could
 * see through, so it is not played.
 */
const WHISPERS = ['response_url', 'chat.postEphemeral'];

/** Both are not well: 5xx, with and without having done what was asked, and connections that break. */
export const failing: Fault = (reach, ms) =>
  during(reach, ms, {
    slack: (random, method) =>
      failure(random, { ok: false, error: 'internal_error' }, !WHISPERS.includes(method)),
    discord: (random) => failure(random, { message: '503: Service Unavailable', code: 0 }, true),
  });

function failure(random: Random, body: unknown, mayBeDone: boolean): Turn {
  const kind = random();
  if (kind < 0.4) return { status: 503, body };
  if (kind < 0.6) return { status: 502, body: '<html><title>Bad gateway</title></html>' };
  if (kind < 0.8) return { status: 500, body, done: mayBeDone };
  return { hangUp: true, done: mayBeDone && kind < 0.9 };
}

/** Both are slow. */
export const slow: Fault = (reach, ms) => {
  const late = (random: Random): Turn => ({ after: sleep(SLOW.least + random() * SLOW.usual) });
  return during(reach, ms, { slack: late, discord: late });
};

type Weather = (random: Random, call: string) => Turn;

async function during(
  { slack, slackHttp, discord, random }: Reach,
  ms: number,
  weather: { readonly slack: Weather; readonly discord: Weather },
): Promise<void> {
  const [before, usual] = [[slack, slackHttp].map((each) => each.weather), discord.weather];
  for (const each of [slack, slackHttp]) {
    each.weather = (method) => (random() < SHARE ? weather.slack(random, method) : undefined);
  }
  discord.weather = (call) => usual?.(call) ?? (random() < SHARE ? weather.discord(random, call) : undefined);
  await sleep(ms);
  discord.weather = usual;
  for (const [index, each] of [slack, slackHttp].entries()) each.weather = before[index] ?? null;
}
