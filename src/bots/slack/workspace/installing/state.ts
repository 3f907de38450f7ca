import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { StateStore } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { InstallError } from './install-error.ts';

/** How long somebody may look at Slack's page before they agree, in seconds. */
export const STATE_S = 10 * 60;
/** Clocks of several processes differ. */
const SKEW_MS = 60_000;
const SHAPE = /^([0-9a-z]{8,9})\.[\w-]{22}\.[\w-]{43}$/;

/**
 * States of installations under way: when they began and a random number, signed, so that any process behind a
 * load balancer can check what another one made. Slack's library ties each to a cookie. That a state is used once
 * is known to the process that took it; another would be given a code that Slack takes once only.
 *
 * @param secret what all processes have and nobody else: the client secret
 * @param options what an installation is asked with; the same for all, so that no state has to carry it
 * @returns the store, for Slack's library
 */
export function stateStore(
  secret: string,
  options: Awaited<ReturnType<StateStore['verifyStateParam']>>,
): StateStore {
  const used = new LRUCache<string, true>({ max: 10_000, ttl: STATE_S * 1000 + 2 * SKEW_MS });
  const mac = (what: string) =>
    createHmac('sha256', secret).update(`nutgraf install:${what}`).digest('base64url');

  return {
    async generateStateParam(_, now) {
      const what = `${now.getTime().toString(36)}.${randomBytes(16).toString('base64url')}`;
      return `${what}.${mac(what)}`;
    },
    async verifyStateParam(now, state) {
      const began = SHAPE.exec(state)?.[1];
      const what = state.slice(0, state.lastIndexOf('.'));
      if (began === undefined || !same(state, `${what}.${mac(what)}`)) throw bad('is not one of ours');
      const age = now.getTime() - Number.parseInt(began, 36);
      if (age > STATE_S * 1000 || age < -SKEW_MS) throw bad('is too old');
      if (used.has(state)) throw bad('was used before');
      used.set(state, true);
      return options;
    },
  };
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function bad(why: string): InstallError {
  return new InstallError(
    'bad-state',
    `The state of an installation ${why}: begin it again at /slack/install.`,
  );
}
