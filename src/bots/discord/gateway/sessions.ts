import type { SessionInfo } from 'discord.js';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { Log } from '../../../log.ts';
import { lost } from '../../lost.ts';
import { deliveryOf, nameOf, type TakenSession } from '../inbox/taken.ts';
import { hasEnded, SELF } from './owner.ts';

/** Keeps the sessions with Discord, so that another process can hear what this one misses when it is gone. */
export interface Sessions {
  /** What @discordjs/ws tells of a session after every event; `null`: it is over. */
  changed(shard: number, session: SessionInfo | null): void;
  /** Whether a session is this process's own, and open: it hears all of it itself. */
  isOpen(session: string): boolean;
  /** Resolves once the sessions that have begun are kept: should the process die then, nothing is lost. */
  kept(): Promise<void>;
  /** From now on what comes is for others: they are to hear of it again. */
  stopHearing(): void;
  /** Gives the sessions to whichever process wants to hear what is missed from now on. */
  leave(): Promise<void>;
}

/** Where a session is. */
export interface Position {
  /** Where it can be resumed. */
  readonly url: string;
  readonly sequence: number;
}

/**
 * How often the position is kept, in ms. What is kept is the position of the time before: what was heard just now may
 * not be taken on yet when the process dies. So up to two seconds are heard twice, and taken on once.
 */
const KEEP_MS = 1_000;
/** The inbox forgets after a day what is not done. */
const TURN_MS = 12 * 3_600_000;

interface Open {
  info: SessionInfo;
  /** The last event of which it is certain that it was taken on. */
  settled: number;
  kept: number;
  taken: TakenSession;
  /** When it was put into the inbox, in ms since the epoch. */
  since: number;
}

/**
 * A session stands in the inbox like whatever else a process has taken on: when that process is gone, one other gets
 * it, and nobody while it lives. Its position changes all the time and stands beside it.
 *
 * @param ledger where they are kept
 * @param onLeft told of the session of a process of this host that has ended: that is known at once, without waiting
 * until nobody has heard of it for long
 * @param log where it is told that they cannot be kept
 * @returns what keeps them
 */
export function keepSessions(
  ledger: Pick<Ledger, 'inbox' | 'posts'>,
  onLeft: (session: TakenSession) => void,
  log: Log,
): Sessions {
  const { inbox, posts } = ledger;
  const open = new Map<number, Open>();
  const beginning = new Set<Promise<void>>();
  const untold = lost(log, 'what is missed when this process dies cannot be heard again');
  let hearing = true;
  const keeping = setInterval(keep, KEEP_MS).unref();

  function keep(): void {
    for (const session of open.values()) {
      if (session.settled !== session.kept) void write(session, session.settled);
      session.settled = session.info.sequence;
      if (Date.now() - session.since > TURN_MS) turn(session).catch(untold);
    }
  }

  async function write(session: Open, sequence: number): Promise<void> {
    const { sessionId, resumeURL } = session.info;
    session.kept = sequence;
    await posts.set(positionName(sessionId), { channel: resumeURL, message: String(sequence) }).catch(untold);
  }

  async function turn(session: Open): Promise<void> {
    const before = session.taken;
    session.since = Date.now();
    session.taken = { ...before, turn: before.turn + 1 };
    await inbox.accept(deliveryOf(session.taken));
    await inbox.done(nameOf(before));
  }

  async function begin(session: Open): Promise<void> {
    const { info, taken } = session;
    await Promise.all([write(session, info.sequence), inbox.accept(deliveryOf(taken))]);
    const name = `discord:shard:${info.shardId}/${info.shardCount}`;
    const before = await posts.get(name);
    await posts.set(name, { channel: SELF, message: taken.id });
    if (before !== null && hasEnded(before.channel)) onLeft({ ...taken, id: before.message, turn: 0 });
  }

  return {
    changed(shard, info) {
      if (!hearing) return;
      const known = open.get(shard);
      if (known !== undefined && info?.sessionId === known.info.sessionId) {
        known.info = info;
        return;
      }
      open.delete(shard);
      if (known !== undefined) forgetSession(ledger, known.taken).catch(untold);
      if (info === null) return;
      const { sequence } = info;
      const taken: TakenSession = { kind: 'session', id: info.sessionId, turn: 0 };
      const session: Open = { info, settled: sequence, kept: sequence, taken, since: Date.now() };
      open.set(shard, session);
      const begun = begin(session)
        .catch(untold)
        .finally(() => beginning.delete(begun));
      beginning.add(begun);
    },
    isOpen: (session) => [...open.values()].some(({ info }) => info.sessionId === session),
    async kept() {
      await Promise.all(beginning);
    },
    stopHearing() {
      hearing = false;
      clearInterval(keeping);
      for (const session of open.values()) void write(session, session.info.sequence);
    },
    async leave() {
      const names = [...open.values()].map(({ taken }) => nameOf(taken));
      open.clear();
      await Promise.allSettled(names.map((name) => inbox.release(name)));
    },
  };
}

/** @returns where a session is; `null` where that is not known */
export async function positionOf(posts: Ledger['posts'], session: string): Promise<Position | null> {
  const kept = await posts.get(positionName(session));
  return kept === null ? null : { url: kept.channel, sequence: Number(kept.message) };
}

/** Nobody is to resume a session any more. */
export async function forgetSession(
  { inbox, posts }: Pick<Ledger, 'inbox' | 'posts'>,
  session: TakenSession,
): Promise<void> {
  await inbox.done(nameOf(session));
  await posts.remove(positionName(session.id));
}

function positionName(session: string): string {
  return `discord:session:${session}`;
}
