import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** In ms, for every call of the file system that goes through Node: a disk that is worn out, or far away. */
const SLOW_DISK = 120;
/** In ms: as a machine that swaps, or is moved to another host, stops a process. Discord's three seconds are over then. */
const STOPPED = 3_500;

/** Every call of the file system takes long. Not SQLite's own, which is native (`ledger-locked` keeps that waiting). */
export const slowDisk: Fault = async ({ bots }, ms) => {
  for (const bot of bots) bot.slowDisk(SLOW_DISK);
  await sleep(ms);
  for (const bot of bots) bot.slowDisk(0);
};

/** The event loop stands still, as a whole, and goes on. */
export const loopBlocked: Fault = async ({ bots }, ms) => {
  const stopped = Math.min(STOPPED, ms);
  for (const bot of bots) bot.stopFor(stopped);
  await sleep(ms);
};

/** Each process is told to stop, as for an update, and started again. */
export const restarted: Fault = async ({ bots }) => {
  for (const bot of bots) await bot.restart();
};
