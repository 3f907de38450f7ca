import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayDispatchEvents } from 'discord.js';
import type { Around } from '../around.ts';
import { catchUp, type LeftSession } from '../gateway/catch-up.ts';
import { forgetSession, positionOf } from '../gateway/sessions.ts';
import type { TakenSession } from './taken.ts';

/** Waits before each try to resume a session, in ms: Discord keeps it for some minutes. */
const WAITS_MS = [0, 1_000, 4_000, 15_000];
/** In ms: what was heard has been taken on by then, or is never going to be. */
const TAKEN_MS = 1_000;
/** In ms: discord.js hears who the bot is a moment after it has its session. */
const READY_MS = 20;
/** What was asked in minutes is not taken on in a moment: as many, and then a pause, in ms. */
const AT_A_TIME = 5;
const PAUSE_MS = 25;
/** What people do. discord.js has heard all else by its own session. */
const ASKING: readonly string[] = [
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.InteractionCreate,
];

/** Hears what was missed in a session that a process has left. Never rejects. */
export type HearMissed = (session: TakenSession) => Promise<void>;

/**
 * @param around what there is to work with
 * @param token of the bot
 * @param signal no more tries once it is aborted
 * @param isOpen whether a session is this process's own. A ledger that was away and is back may hand it one, as that of
 *   somebody who has gone: resuming it beside itself would end it, and nothing more would be heard
 * @returns what hears
 */
export function missedOf(
  { client, ledger, log }: Pick<Around, 'client' | 'ledger' | 'log'>,
  token: string,
  signal: AbortSignal,
  isOpen: (session: string) => boolean,
): HearMissed {
  const hearing = new Set<string>();

  async function resumed(session: LeftSession): Promise<number | null> {
    for (let tries = 0; ; tries += 1) {
      await sleep(WAITS_MS[tries], undefined, { signal });
      const missed: Parameters<typeof client.ws.emit>[] = [];
      try {
        return await catchUp(session, (event, data) => {
          if (ASKING.includes(event)) missed.push([event, data]);
        });
      } catch (error) {
        if (tries + 1 === WAITS_MS.length) throw error;
        log.debug({ err: error, session: session.id }, 'a session that was left could not be resumed');
      } finally {
        await tell(missed);
      }
    }
  }

  /** What is told twice, here or to another process, is taken on once. */
  async function tell(missed: Parameters<typeof client.ws.emit>[]): Promise<void> {
    for (const [index, event] of missed.entries()) {
      client.ws.emit(...event);
      if (index % AT_A_TIME === AT_A_TIME - 1) await sleep(PAUSE_MS, undefined, { signal });
    }
  }

  async function hear(session: TakenSession): Promise<void> {
    const { id } = session;
    // Until its own session has told who the bot is, nothing can be seen to be for it.
    while (client.user === null) await sleep(READY_MS, undefined, { signal });
    const position = await positionOf(ledger.posts, id);
    const heard = position === null ? null : await resumed({ ...position, id, token });
    if (heard === null) log.info({ session: id }, 'Discord does not know a session any more that was left');
    else log.info({ session: id, heard }, 'heard what was missed in a session that was left');
    await sleep(TAKEN_MS, undefined, { signal });
    await forgetSession(ledger, session);
  }

  return async (session) => {
    if (hearing.has(session.id) || isOpen(session.id)) return;
    hearing.add(session.id);
    try {
      await hear(session);
    } catch (error) {
      // The inbox hands it to whoever looks next when this process is gone.
      if (!signal.aborted) log.warn({ err: error, session: session.id }, 'what was missed cannot be heard');
    } finally {
      hearing.delete(session.id);
    }
  };
}
