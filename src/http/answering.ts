import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../log.ts';

/** The answers that are under way. */
export interface Answering {
  /**
   * From now on this one is under way, until its connection has taken all of it.
   *
   * @returns `false` where the connection was closed instead, since too many are under way on it: nothing is to be done
   */
  begin(response: ServerResponse): boolean;
  /** Whether part of an answer is on its way to a connection. */
  isOn(socket: Socket): boolean;
  /** Those that have not begun to be sent. */
  unsent(): readonly ServerResponse[];
  /** Ends the watch over slow readers. */
  close(): void;
}

const LOOK_MS = 1_000;
/**
 * Requests that may wait behind each other on a connection. Browsers and proxies send one after the other; a megabyte of
 * requests at once took a hundred megabytes, and everybody's time for a second, however they were answered.
 */
const MOST_BEHIND = 32;

/**
 * Keeps the answers that are under way, and closes the connection of whoever takes too long to read one: an answer that
 * is read at a byte a second would be held in memory, and its connection open, for as long as the reader likes. One look
 * a second costs less than a timer for every request.
 *
 * @param most how long the reading of an answer may take, in ms
 * @param log is told of those who took longer, `debug`
 * @returns the answers
 */
export function openAnswering(most: number, log: Log): Answering {
  /** With the moment when they were first seen to be on their way, `null` before. */
  const open = new Map<ServerResponse, number | null>();
  const counts = new WeakMap<Socket, number>();
  const looks = setInterval(() => {
    const now = performance.now();
    for (const [response, since] of open) {
      if (since === null && response.headersSent) open.set(response, now);
      else if (since !== null && now - since > most) cutOff(response, log);
    }
  }, LOOK_MS).unref();

  return {
    begin(response) {
      const { socket } = response.req;
      const count = counts.get(socket) ?? 0;
      if (count === MOST_BEHIND) socket.destroy();
      if (socket.destroyed) return false;
      counts.set(socket, count + 1);
      open.set(response, null);
      response.once('close', () => {
        counts.set(socket, (counts.get(socket) ?? 1) - 1);
        open.delete(response);
      });
      return true;
    },
    isOn: (socket) => [...open.keys()].some((each) => each.headersSent && each.req.socket === socket),
    unsent: () => [...open.keys()].filter((each) => !each.headersSent),
    close: () => clearInterval(looks),
  };
}

function cutOff(response: ServerResponse, log: Log): void {
  log.debug({ id: response.getHeader('x-request-id') }, 'an answer was read too slowly');
  response.req.socket.destroy();
}
