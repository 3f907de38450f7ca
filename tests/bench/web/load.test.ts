import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { under } from '../../../bench/web/load.ts';

it('counts the time from when a request was to be sent: who stands still keeps many waiting', async () => {
  let isHeld = true;
  const waiting: (() => void)[] = [];
  const server = createServer((_, response) => {
    const answer = () => void response.end('ok');
    if (isHeld) waiting.push(answer);
    else answer();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  setTimeout(() => {
    isHeld = false;
    for (const answer of waiting) answer();
  }, 500);
  const outcome = await under(`http://127.0.0.1:${port}`, { rate: 400, seconds: 1 }, () => '/');
  server.close();
  expect(outcome.requests).toBe(400);
  expect([...outcome.errors]).toEqual([]);
  // A quarter of them was to be sent in the first half of the stop.
  expect(outcome.p95).toBeGreaterThan(250);
});

it('counts every answer that is none', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/closed') request.socket.destroy();
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const outcome = await under(`http://127.0.0.1:${port}`, { rate: 20, seconds: 1 }, (at) =>
    at % 2 ? '/closed' : '/',
  );
  server.close();
  expect(outcome.errors.get('503')).toBe(10);
  expect([...outcome.errors.values()].reduce((sum, count) => sum + count, 0)).toBe(20);
});
