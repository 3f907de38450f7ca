import type { Socket } from 'node:net';
import { isLoopback } from './loopback.ts';

/** Counts connections by the address that they come from. */
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
      const address = socket.remoteAddress;
      if (address === undefined || isLoopback(address)) return true;
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
