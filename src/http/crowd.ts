import type { Socket } from 'node:net';
import { isLoopback } from './loopback.ts';
import { networkOf } from './network.ts';

/** Counts connections by the address that they come from; of IPv6, by the network that somebody has as a whole. */
export interface Crowd {
  /** @returns whether the connection may stay: its address holds fewer than the most */
  admits(socket: Pick<Socket, 'remoteAddress' | 'once'>): boolean;
}

/**
 * Keeps one address from holding every connection that the server has. This machine is let be: what runs here can do
 * worse, and may be a proxy that brings everybody.
 *
 * @param most connections that one address may hold at a time
 * @returns the counts, which hold nothing of who has left
 */
export function openCrowd(most: number): Crowd {
  const counts = new Map<string, number>();
  return {
    admits(socket) {
      const { remoteAddress } = socket;
      if (remoteAddress === undefined || isLoopback(remoteAddress)) return true;
      const address = networkOf(remoteAddress);
      const count = (counts.get(address) ?? 0) + 1;
      if (count > most) return false;
      counts.set(address, count);
      socket.once('close', () => {
        const left = (counts.get(address) ?? 1) - 1;
        if (left === 0) counts.delete(address);
        else counts.set(address, left);
      });
      return true;
    },
  };
}
