import { WebSocket } from 'undici';
import { z } from 'zod';
import type { Position } from './sessions.ts';

/** A session that somebody else had. */
export interface LeftSession extends Position {
  readonly id: string;
  readonly token: string;
}

/**
 * Discord tells of something that was missed within this time, in ms, or nothing more will come. That it hears our
 * heartbeats does not count: it would hear them for ever.
 */
const SILENCE_MS = 10_000;
/** Leaves the session as it is, should its owner live all the same; 1000 and 1001 would end it. */
const LEAVE = 4_200;
const [DISPATCH, HEARTBEAT, RESUME, INVALID, HELLO] = [0, 1, 6, 9, 10];

const Frame = z.object({
  op: z.number(),
  t: z.string().nullish(),
  s: z.number().nullish(),
  // That a heartbeat was heard has none.
  d: z.unknown().optional(),
});

/**
 * Resumes a session that another process had, hears what was missed, and leaves. The connections of this process stay
 * as they are: a resumed session would tell discord.js neither who the bot is nor which servers and threads there are,
 * and resuming costs none of the day's new sessions (https://discord.com/developers/docs/events/gateway#resuming).
 *
 * @param session the session, and where it was
 * @param hear told of each event that was missed, in order
 * @returns how many there were; `null` where Discord does not know the session any more
 * @throws Error where Discord could not be reached, or broke off
 */
export function catchUp(
  { url, id, token, sequence }: LeftSession,
  hear: (event: string, data: unknown) => void,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(addressOf(url));
    let heard = 0;
    let last = sequence;
    let beating: NodeJS.Timeout | undefined;
    const silence = setTimeout(() => end(() => reject(new Error('Discord says nothing'))), SILENCE_MS);
    const say = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));

    function end(how: () => void): void {
      clearTimeout(silence);
      clearInterval(beating);
      how();
      socket.close(LEAVE);
    }

    function greet(hello: unknown): void {
      const { data } = Hello.safeParse(hello);
      beating = setInterval(() => say(HEARTBEAT, last), data?.heartbeat_interval ?? SILENCE_MS);
      say(RESUME, { token, session_id: id, seq: sequence });
    }

    function take(frame: z.infer<typeof Frame>): void {
      const { op, t, s, d } = frame;
      last = s ?? last;
      if (op === HELLO && beating === undefined) greet(d);
      if (op === HEARTBEAT) say(HEARTBEAT, last);
      if (op === INVALID) end(() => resolve(null));
      if (op !== DISPATCH || typeof t !== 'string') return;
      silence.refresh();
      if (t === 'RESUMED') {
        end(() => resolve(heard));
      } else {
        heard += 1;
        hear(t, d);
      }
    }

    socket.addEventListener('message', ({ data }) => {
      try {
        take(Frame.parse(JSON.parse(String(data))));
      } catch (error) {
        end(() => reject(error));
      }
    });
    socket.addEventListener('error', () => end(() => reject(new Error('Discord cannot be reached'))));
    socket.addEventListener('close', ({ code }) =>
      end(() => reject(new Error(`Discord broke off (${code})`))),
    );
  });
}

/** A timer of Node's that is told to wait longer than 2^31 ms does not wait at all. */
const Hello = z.object({
  heartbeat_interval: z
    .number()
    .min(10)
    .max(2 ** 31 - 1),
});

function addressOf(url: string): URL {
  const address = new URL(url);
  address.search = new URLSearchParams({ v: '10', encoding: 'json' }).toString();
  return address;
}
