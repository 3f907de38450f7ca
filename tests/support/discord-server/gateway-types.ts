import type { Json } from './json.ts';

/** What a client said that a test may want to see. */
export interface Said {
  readonly op: number;
  readonly d: Json;
}

/** The gateway. Where a shard can be named, all of them are meant without one. */
export interface Gateway {
  /** Identify, Resume and whatever else but heartbeats, in order. */
  readonly said: readonly Said[];
  /** Does not say hello to new connections: what they wait for never comes. */
  mute: boolean;
  /** Says hello, but neither READY nor RESUMED. */
  stalled: boolean;
  /** Refuses new connections. */
  away: boolean;
  /** Closes whoever identifies, with this code. Without it 4004, 4010, 4013 and 4014 are said where they are due. */
  refuseWith: number | null;
  /** How often a client that connects from now on has to show that it lives, in milliseconds. */
  heartbeatMs: number;
  /** Heartbeats so far. */
  beats(): number;
  /** Connections so far, and those that are open now. */
  connections(): number;
  open(): number;
  /** Of the newest session; `null` where there is none. */
  intents(): number | null;
  /**
   * Sends an event to the shard that hears of its server, of direct messages the first; while a client is not
   * connected it waits, to be replayed on a resume.
   */
  dispatch(t: string, d: Json): void;
  /** Sends a frame over the open connections. */
  send(payload: Json, shard?: number): void;
  /** Closes the open connections. After 4007, 4009 and whatever is final the session is over. */
  drop(code: number, shard?: number): void;
  /** Breaks the open connections without a word. */
  cut(shard?: number): void;
  /** Says op 7. */
  reconnect(shard?: number): void;
  /** Says op 9. */
  invalidate(resumable: boolean, shard?: number): void;
  /** Every session is over: who wants to resume one is told so by op 9. */
  expire(): void;
  /** From now on the open connections hear nothing and are not heard: no heartbeat is acknowledged. New ones are. */
  silence(shard?: number): void;
  close(): void;
}
