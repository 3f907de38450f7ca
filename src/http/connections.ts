import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { openCrowd } from './crowd.ts';

/** How many connections there may be at a time. */
export interface Room {
  readonly most: number;
  /** Of one address; of IPv6, of one network. */
  readonly each: number;
}

/**
 * A browser holds six; so many are a sign of somebody who holds them open on purpose. One address leaves room for
 * others; a proxy in front of a thousand readers holds fewer.
 */
const ROOM: Room = { most: 2_000, each: 500 };
/** From this share on, those that wait for nothing make room. */
const CROWDED = 0.9;

/**
 * Keeps those who hold connections open and ask nothing from keeping others out: where there are nearly as many as there
 * may be, a new one takes the place of those that have been answered and wait, and else of the oldest that has said
 * nothing yet. Whoever asks does so at once.
 *
 * @param server the server
 * @param room how many there may be
 */
export function boundConnections(server: Server, { most, each }: Room = ROOM): void {
  const crowd = openCrowd(each);
  /** The oldest first. */
  const open = new Set<Socket>();
  server.maxConnections = most;
  server.on('connection', (socket) => {
    if (!crowd.admits(socket)) {
      socket.destroy();
      return;
    }
    if (open.size >= most * CROWDED) makeRoom(server, open);
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
}

function makeRoom(server: Server, open: ReadonlySet<Socket>): void {
  const before = [...open].filter(({ destroyed }) => !destroyed).length;
  server.closeIdleConnections();
  const isMade = [...open].filter(({ destroyed }) => !destroyed).length < before;
  if (isMade) return;
  for (const socket of open) {
    if (socket.destroyed || socket.bytesRead > 0) continue;
    socket.destroy();
    return;
  }
}
