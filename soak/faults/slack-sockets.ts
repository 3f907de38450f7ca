import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** How Slack answers who may not connect now: its own word for that, and too many requests. */
const REFUSALS = [
  { body: { ok: false, error: 'internal_error' } },
  { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } },
  { status: 503, body: 'upstream connect error' },
] as const;

/** Every connection of Socket Mode breaks without a goodbye, a few times. */
export const socketsCut: Fault = async ({ slack }, ms) => {
  for (let times = 0; times < 3; times += 1) {
    slack.drop();
    await sleep(ms / 3);
  }
};

/** The connection looks open, and nothing comes through: neither deliveries, nor acknowledgements, nor pongs. */
export const socketsHalfOpen: Fault = async ({ slack, sockets }, ms) => {
  sockets.isHalfOpen = true;
  slack.deaf();
  await sleep(ms);
  sockets.isHalfOpen = false;
  slack.drop();
};

/** The connection breaks, and Slack lets nobody connect for a while; then it says no hello for a moment. */
export const socketsRefused: Fault = async ({ slack, random }, ms) => {
  const before = slack.weather;
  slack.weather = (method) =>
    method === 'apps.connections.open' ? REFUSALS[Math.floor(random() * 3)] : before?.(method);
  slack.drop();
  await sleep(ms * 0.8);
  slack.weather = before;
  slack.greet = false;
  await sleep(ms * 0.2);
  slack.greet = true;
};
