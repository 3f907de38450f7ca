import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf } from '../random.ts';
import type { Fault } from './fault.ts';

/**
 * Codes after which a client resumes
 * (https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
 */
const RESUMABLE = [4000, 4001, 4002, 4003, 4005, 4008];
/** In ms: what was on its way to a session that ends is lost with it. */
const ON_ITS_WAY = 1_000;
/** In ms: a connection that has been open for as long has heard what it had missed. */
const CONNECTED = 2_000;

/** The connection breaks, is closed with a code, or Discord asks for a new one. */
export const gatewayCut: Fault = async ({ discord, random }, ms) => {
  const { gateway } = discord;
  const ends = [
    () => gateway.cut(),
    () => gateway.drop(oneOf(random, RESUMABLE)),
    () => gateway.reconnect(),
    () => gateway.invalidate(true),
  ];
  for (const end of ends) {
    end();
    await sleep(ms / ends.length);
  }
};

/** The connection looks open, and nothing comes through: no heartbeat is acknowledged. */
export const gatewaySilent: Fault = async ({ discord }, ms) => {
  discord.gateway.silence();
  await sleep(ms);
};

/** The connection breaks, and Discord lets nobody connect for a while; then it says nothing for a moment. */
export const gatewayAway: Fault = async ({ discord }, ms) => {
  const { gateway } = discord;
  gateway.away = true;
  gateway.cut();
  await sleep(ms * 0.7);
  gateway.away = false;
  gateway.stalled = true;
  await sleep(ms * 0.3);
  gateway.stalled = false;
};

/**
 * The session is over, and cannot be resumed. What people asked from then until there is a new one, Discord tells
 * nobody: it is lost by Discord's own account, and counted as such.
 */
export const sessionLost: Fault = async ({ discord, discordStreet, clock }, ms) => {
  // What waits for a connection that is just being made would be lost as well.
  await Promise.race([discord.until(() => discord.gateway.open() > 0), sleep(60_000)]);
  await sleep(CONNECTED);
  const from = clock() - ON_ITS_WAY;
  discord.gateway.expire();
  discord.gateway.invalidate(false);
  await Promise.race([discord.until(() => discord.gateway.intents() !== null), sleep(60_000)]);
  discordStreet.excuse(from, clock());
  await sleep(Math.max(0, ms - (clock() - from)));
};
