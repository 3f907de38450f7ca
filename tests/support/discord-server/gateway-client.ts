import { expect } from 'vitest';
import { WebSocket } from 'ws';
import type { Json } from './json.ts';
import { type DiscordServer, TOKEN } from './server.ts';

interface Frame {
  readonly op: number;
  readonly t?: string;
  readonly s?: number;
  readonly d: Json;
}

/** A client that does nothing by itself. */
export interface GatewayClient {
  readonly socket: WebSocket;
  readonly frames: readonly Frame[];
  /** How it was closed; `null` while it is not. */
  readonly closed: () => number | null;
  say(op: number, d: unknown): void;
}

/** Connects, and waits for the first word. */
export async function connected(discord: DiscordServer): Promise<GatewayClient> {
  const socket = new WebSocket(discord.apiUrl.replace('http', 'ws').replace('/api', ''));
  const frames: Frame[] = [];
  let code: number | null = null;
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as Frame));
  socket.on('close', (given) => {
    code = given;
  });
  socket.on('error', () => undefined);
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  return { socket, frames, closed: () => code, say: (op, d) => socket.send(JSON.stringify({ op, d })) };
}

/** Servers, their messages and direct ones. */
export const USUAL_INTENTS = (1 << 0) | (1 << 9) | (1 << 12);

/** Connects, identifies, and waits for READY. */
export async function identified(discord: DiscordServer, more: Json = {}): Promise<GatewayClient> {
  const client = await connected(discord);
  client.say(2, { token: TOKEN, intents: USUAL_INTENTS, properties: {}, ...more });
  await expect.poll(() => eventsOf(client)).toContain('READY');
  return client;
}

/** The names of the events that came. */
export function eventsOf({ frames }: GatewayClient): readonly string[] {
  return frames.flatMap(({ t }) => t ?? []);
}

/** The data of the last event of this name. */
export function last({ frames }: GatewayClient, event: string): Json | undefined {
  return frames.filter(({ t }) => t === event).at(-1)?.d;
}
