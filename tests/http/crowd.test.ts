import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { openCrowd } from '../../src/http/crowd.ts';

const socketFrom = (remoteAddress: string | undefined) =>
  Object.assign(new EventEmitter(), { remoteAddress }) as unknown as Socket;

it('admits so many connections of an address at a time, and others beside them', () => {
  const crowd = openCrowd(2);
  const [one, two, three] = ['192.0.2.1', '192.0.2.1', '192.0.2.1'].map(socketFrom) as [
    Socket,
    Socket,
    Socket,
  ];
  expect([one, two, three].map((socket) => crowd.admits(socket))).toEqual([true, true, false]);
  expect(crowd.admits(socketFrom('192.0.2.2'))).toBe(true);
  three.emit('close');
  expect(crowd.admits(socketFrom('192.0.2.1'))).toBe(false);
  one.emit('close');
  expect(crowd.admits(socketFrom('192.0.2.1'))).toBe(true);
});

it.each(['127.0.0.1', '::ffff:127.0.0.1', '::1', undefined])('lets be who comes from %s', (address) => {
  const crowd = openCrowd(1);
  expect([1, 2, 3].map(() => crowd.admits(socketFrom(address)))).toEqual([true, true, true]);
});

it('counts whoever has a whole network of IPv6 as one', () => {
  const crowd = openCrowd(2);
  const admits = (address: string) => crowd.admits(socketFrom(address));
  expect(['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:ffff::3'].map(admits)).toEqual([
    true,
    true,
    false,
  ]);
  expect(admits('2001:db8:1:3::1')).toBe(true);
  expect(['::ffff:192.0.2.1', '192.0.2.1', '192.0.2.1'].map(admits)).toEqual([true, true, false]);
});
