import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../../log.ts';
import { callError } from '../calls/failure.ts';

interface Session {
  readonly sessionId: string;
  readonly resumeURL: string;
}

interface LeaveOptions {
  readonly code?: number;
  readonly reason?: string;
  readonly recover?: number;
}

/** What is used of a `WebSocketShard` of @discordjs/ws, which discord.js brings along; most of it is private. */
interface Shard {
  readonly id: number;
  readonly status: number;
  readonly connection: Socket | null;
  readonly strategy: {
    readonly options: { readonly gatewayInformation: { readonly url: string } };
    retrieveSessionInfo(shard: number): Promise<Session | null>;
    updateSessionInfo(shard: number, session: Session): Promise<void>;
  };
  on(event: 'ready' | 'resumed', listener: () => void): unknown;
  destroy(options?: LeaveOptions): Promise<void>;
  internalConnect(): Promise<void>;
  resume(session: Session): Promise<void>;
  onMessage(data: unknown, isBinary: boolean): Promise<void>;
  waitForEvent(event: 'resumed', timeout: number): Promise<unknown>;
}

interface Socket {
  on(event: 'error', listener: () => void): unknown;
  terminate(): void;
}

/** How long the other side may take to close a connection that we leave, in ms. One that is dead never does. */
const CLOSE_MS = 1_500;
/** How long Discord may take to resume a session, replay included; discord.js waits for ever. */
const RESUME_MS = 10_000;
/** Waits before each try to connect, in ms, beside the half second that discord.js takes: the last for all others. */
const WAITS_MS = [0, 0, 1_000, 2_000, 4_000, 8_000];
/** After as many tries at the address that Discord gave for resuming, its general one is tried. */
const TRIES_AT_OWN_ADDRESS = 3;
/** `WebSocketShardStatus` of @discordjs/ws, which discord.js does not hand on. */
const [IDLE, CONNECTING] = [0, 1];
/** `WebSocketShardDestroyRecovery` of the same. */
const [RECONNECT, RESUME] = [0, 1];
/** The connection broke without a word from Discord (RFC 6455, 7.4.1). */
const ABNORMAL = 1006;
/**
 * Discord ends the connection after these and says nothing of the session: not authenticated, authenticated already, too
 * many payloads (https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
 * Should the session be over all the same, Discord says so to whoever wants to resume it.
 */
const SAYS_NOTHING_OF_IT = [4003, 4005, 4008];
/** Why discord.js leaves a connection on which what it waited for did not come. */
const TIMED_OUT = /timed out/;

/**
 * Makes a connection of discord.js sturdy, where its own was seen to lose questions or to hang:
 * - A session is given up only when Discord says so. discord.js forgets it when the network breaks or is away for a
 *   moment, and with it whatever was asked meanwhile.
 * - A resume that is not answered, and a connection that cannot be closed because the other side is gone, end.
 * - A session that Discord lets go of for a moment is resumed on a new connection, as it wants.
 * - What goes wrong inside ends one try, not the process; tries come at growing intervals.
 *
 * @param made a connection of discord.js, just made
 * @param isOver whether the bot was told to stop: then nothing is connected any more
 * @param log where it is told what went wrong
 */
export function steady(made: unknown, isOver: () => boolean, log: Log): void {
  const shard = made as Shard;
  const { id, strategy } = shard;
  const own = {
    destroy: shard.destroy.bind(shard),
    internalConnect: shard.internalConnect.bind(shard),
    resume: shard.resume.bind(shard),
    onMessage: shard.onMessage.bind(shard),
  };
  let tries = 0;
  let leaving = false;

  const session = async () => (isOver() ? null : strategy.retrieveSessionInfo(id));
  const tell = (error: unknown, message: string) => log.debug({ err: callError(error), shard: id }, message);
  const succeeded = () => {
    tries = 0;
  };
  shard.on('ready', succeeded);
  shard.on('resumed', succeeded);

  /** Several things may find a connection broken at the same time; it is left once. */
  shard.destroy = async (options = {}) => {
    if (leaving || shard.status === IDLE) return;
    leaving = true;
    cutLater(shard.connection);
    try {
      await own.destroy(
        wasOnlyLost(options) && (await session()) !== null ? toResume(options) : { ...options },
      );
    } catch (error) {
      tell(error, 'discord.js could not leave a connection');
    } finally {
      if (shard.status === IDLE) leaving = false;
    }
  };

  shard.internalConnect = async () => {
    leaving = false;
    await sleep(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)]);
    tries += 1;
    if (isOver()) return;
    const known = await session();
    if (known !== null && tries > TRIES_AT_OWN_ADDRESS) {
      await strategy.updateSessionInfo(id, { ...known, resumeURL: strategy.options.gatewayInformation.url });
    }
    try {
      await own.internalConnect();
    } catch (error) {
      tell(error, 'discord.js could not connect');
      // An address that is none, say: after some tries it is Discord's general one.
      if (shard.status === IDLE && !isOver()) void shard.internalConnect();
    }
  };

  shard.resume = async (known) => {
    if (shard.status !== CONNECTING) {
      return shard.destroy({ reason: 'Discord let go of the session', recover: RESUME });
    }
    await own.resume(known);
    await shard.waitForEvent('resumed', RESUME_MS);
  };

  shard.onMessage = async (data, isBinary) => {
    try {
      await own.onMessage(data, isBinary);
    } catch (error) {
      tell(error, 'discord.js could not read what Discord sent');
    }
  };
}

/** Whether discord.js would begin a new session though Discord never said that the old one is over. */
function wasOnlyLost({ code, recover, reason = '' }: LeaveOptions): boolean {
  if (recover !== RECONNECT) return false;
  return code === ABNORMAL || SAYS_NOTHING_OF_IT.includes(code ?? 0) || TIMED_OUT.test(reason);
}

/** Without a code, discord.js takes the one that leaves the session as it is. */
function toResume({ code: _, ...options }: LeaveOptions): LeaveOptions {
  return { ...options, recover: RESUME };
}

/** A socket that was left while it opened ends with an error, which nobody else listens for any more. */
function cutLater(socket: Socket | null): void {
  if (socket === null) return;
  socket.on('error', () => undefined);
  setTimeout(() => socket.terminate(), CLOSE_MS).unref();
}
