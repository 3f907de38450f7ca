import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { catchUp } from '../../../src/bots/discord/gateway/catch-up.ts';

const http = createServer();
let gateway: WebSocketServer;
let url: string;
let beats = 0;
/** What is said to whoever resumes. */
let onResume: (socket: WebSocket) => void = () => undefined;
let hello: unknown;

beforeEach(async () => {
  beats = 0;
  hello = { heartbeat_interval: 41_250 };
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  gateway = new WebSocketServer({ server: http });
  gateway.on('connection', (socket) => {
    socket.on('message', (data) => {
      const { op } = JSON.parse(String(data)) as { readonly op: number };
      if (op === 1) {
        beats += 1;
        socket.send('{"op":11}');
      }
      if (op === 6) onResume(socket);
    });
    socket.send(JSON.stringify({ op: 10, d: hello }));
  });
});
afterEach(async () => {
  vi.useRealTimers();
  for (const socket of gateway.clients) socket.terminate();
  gateway.close();
  await new Promise((resolve) => http.close(resolve));
});

const heard: string[] = [];
const session = () => ({ url, id: 'session-1', token: 'x', sequence: 1 });
const resumed = () => catchUp(session(), (event) => void heard.push(event));

describe('hearing what was missed', () => {
  it('ends where nothing comes but that our heartbeats are heard', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    hello = { heartbeat_interval: 1_000 };
    const began = new Promise<void>((resolve) => {
      onResume = () => resolve();
    });
    const hearing = resumed();
    const ended = expect(hearing).rejects.toThrow('Discord says nothing');
    await began;
    for (let second = 1; second <= 9; second += 1) {
      vi.advanceTimersByTime(1_000);
      await vi.waitUntil(() => beats >= second, { interval: 1 });
    }
    vi.advanceTimersByTime(1_001);
    await ended;
  });

  it.each([
    null,
    {},
    { heartbeat_interval: 0 },
    { heartbeat_interval: -1 },
    { heartbeat_interval: 1e300 },
    { heartbeat_interval: 'soon' },
  ])('beats as it should, though it is told %j', async (said) => {
    hello = said;
    onResume = (socket) => {
      // A second greeting changes nothing.
      socket.send(JSON.stringify({ op: 10, d: said }));
      socket.send('{"op":0,"t":"MESSAGE_CREATE","s":2,"d":{}}');
      setTimeout(() => socket.send('{"op":0,"t":"RESUMED","s":3,"d":{}}'), 50);
    };
    expect(await resumed()).toBe(1);
    expect(beats).toBe(0);
  });

  it.each(['', 'null', '[]', '{"op":"x"}', '{"op":0,"t":5', '\u0000', `{"op":0,"s":"${'9'.repeat(400)}"}`])(
    'fails where it is sent what it cannot read: %s',
    async (frame) => {
      onResume = (socket) => socket.send(frame);
      await expect(resumed()).rejects.toThrow();
    },
  );
});
