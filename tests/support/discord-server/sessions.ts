import type { WebSocket } from 'ws';
import type { Json } from './json.ts';

/** What Discord sent in a session. */
interface Event {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: Json;
}

/** What Discord knows of a client between its connections. */
export interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  /** Where it is connected; `null` while it is not. */
  socket: WebSocket | null;
  push(t: string, d: Json): void;
  /** Everything that was sent after `s`, once more. */
  replay(s: number): void;
}

/** As much is replayed as this; real Discord keeps some minutes. */
const REMEMBERED = 2_000;

/** Begins a session. */
export function openSession(
  id: string,
  shard: readonly [number, number],
  intents: number,
  socket: WebSocket,
): Session {
  let count = 0;
  const events: Event[] = [];
  const send = (event: Event) => session.socket?.send(JSON.stringify(event));
  const session: Session = {
    id,
    shard,
    intents,
    socket,
    push(t, d) {
      count += 1;
      const event: Event = { op: 0, t, s: count, d };
      events.push(event);
      if (events.length > REMEMBERED) events.shift();
      send(event);
    },
    replay(s) {
      for (const event of events) if (event.s > s) send(event);
    },
  };
  return session;
}

/** Which shard hears of a server (https://docs.discord.com/developers/events/gateway#sharding). */
export function hears({ shard: [id, count] }: Session, guild: unknown): boolean {
  const wanted = /^\d+$/.test(String(guild)) ? Number((BigInt(String(guild)) >> 22n) % BigInt(count)) : 0;
  return id === wanted;
}

/** Intents, and the flags of an application that has each privileged one. */
const PRIVILEGED = [
  [1 << 1, (1 << 14) | (1 << 15)],
  [1 << 8, (1 << 12) | (1 << 13)],
  [1 << 15, (1 << 18) | (1 << 19)],
] as const;
/** https://docs.discord.com/developers/events/gateway#list-of-intents */
const KNOWN = 0b11_0011_0001_1111_1111_1111_1111;

/**
 * Why Discord ends the connection of who identifies.
 *
 * @param d what was said
 * @param token the good one
 * @param flags of the application
 * @returns the code to close with; `null` for welcome
 */
export function identifyRefusal(d: Json, token: string, flags: number): number | null {
  if (d.token !== token) return 4004;
  const intents = Number(d.intents ?? Number.NaN);
  if (!Number.isSafeInteger(intents) || (intents & ~KNOWN) !== 0) return 4013;
  if (PRIVILEGED.some(([intent, either]) => (intents & intent) !== 0 && (flags & either) === 0)) return 4014;
  const [id, count] = shardIn(d);
  return Number.isSafeInteger(id) && Number.isSafeInteger(count) && id >= 0 && id < count ? null : 4010;
}

/** The shard that identifies. */
export function shardIn({ shard }: Json): readonly [number, number] {
  return Array.isArray(shard) ? [Number(shard[0]), Number(shard[1])] : [0, 1];
}
