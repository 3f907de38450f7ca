import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import type { Log } from '../../../log.ts';
import type { Sessions } from './sessions.ts';
import { steady } from './steady-shard.ts';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;
type GatewayManager = Parameters<BuildStrategy>[0];
type DestroyOptions = Parameters<SimpleShardingStrategy['destroy']>[0];

/** How long each step of a connection may take before it is begun anew. discord.js waits for up to a minute. */
const TIMEOUTS = { handshakeTimeout: 7_000, helloTimeout: 7_000, readyTimeout: 10_000 };
/** How long Discord may take to close a connection that we leave. */
const CLOSE_MS = 1_500;
/**
 * Closes a connection and leaves its session to be resumed, by whichever process: 1000 and 1001 end it
 * (https://discord.com/developers/docs/events/gateway#initiating-a-disconnect). It costs that the bot seems to be
 * online for some more minutes.
 */
const TO_BE_RESUMED = 4_200;

/**
 * Makes discord.js's connections sturdy in ways all of which were seen to be needed, beside those of
 * {@link steady}.
 * - An event that discord.js cannot read (an interaction without `entitlements`, say) is thrown into nowhere
 *   and ends the process. Here it is logged, and the next one is read.
 * - A connection that is left while it is being made, or between two tries, is made all the same, for ever.
 *   Here it ends.
 * - A gateway that accepts a connection and says nothing is waited for longer than the bot may take to start.
 * - A connection that broke while it waited for its turn to identify identifies all the same, on the next one.
 * - A bot that stops ends its sessions, and with them whatever is asked until it is back. Here they can be resumed.
 *
 * @param sessions told of each session, and of where it is
 * @param log where an event that cannot be read is told
 * @returns for `ws.buildStrategy` of a client
 */
export function sturdyGateway(sessions: Sessions, log: Log): BuildStrategy {
  return (manager) => {
    Object.assign(manager.options, TIMEOUTS);
    carryOnAfterErrors(manager, log);
    identifyOnlyWhileConnected(manager);
    return new EndingStrategy(manager, sessions, log);
  };
}

function carryOnAfterErrors(manager: GatewayManager, log: Log): void {
  const emit = manager.emit.bind(manager) as (...event: readonly unknown[]) => boolean;
  const guarded = (...event: readonly unknown[]): boolean => {
    try {
      return emit(...event);
    } catch (error) {
      log.debug({ err: error }, 'discord.js could not read an event');
      return true;
    }
  };
  manager.emit = guarded as typeof manager.emit;
}

function identifyOnlyWhileConnected(manager: GatewayManager): void {
  const { buildIdentifyThrottler } = manager.options;
  manager.options.buildIdentifyThrottler = async (of) => {
    const throttler = await buildIdentifyThrottler(of);
    return {
      async waitForIdentify(shard, signal) {
        await throttler.waitForIdentify(shard, signal);
        signal.throwIfAborted();
      },
    };
  };
}

/** Connects as discord.js does. Once it is told to end, nothing of it stays. */
class EndingStrategy extends SimpleShardingStrategy {
  #ended = false;
  readonly #log: Log;

  constructor(manager: GatewayManager, sessions: Sessions, log: Log) {
    super(manager);
    this.#log = log;
    const { retrieveSessionInfo, updateSessionInfo } = manager.options;
    manager.options.updateSessionInfo = (shard, session) => {
      // At the end discord.js forgets its sessions, which are not over.
      if (!this.#ended) sessions.changed(shard, session);
      return updateSessionInfo(shard, session);
    };
    // The first thing that every try to connect asks for. After the end it waits for ever, and holds nothing.
    manager.options.retrieveSessionInfo = (shard) =>
      this.#ended ? new Promise(() => undefined) : retrieveSessionInfo(shard);
  }

  /** The manager clears away what was there before it makes its connections: that is no end. */
  override async spawn(shardIds: number[]): Promise<void> {
    this.#ended = false;
    await super.spawn(shardIds);
    // biome-ignore lint/complexity/useLiteralKeys: only so does TypeScript let us at what is private in there.
    for (const shard of this['shards'].values()) steady(shard, () => this.#ended, this.#log);
  }

  override async destroy(options?: DestroyOptions): Promise<void> {
    this.#ended = true;
    // biome-ignore lint/complexity/useLiteralKeys: only so does TypeScript let us at what is private in there.
    const sockets = [...this['shards'].values()].flatMap((shard) => shard['connection'] ?? []);
    const cut = () => {
      for (const socket of sockets) {
        // One that was not open yet ends with an error, which nobody listens for any more.
        socket.on('error', () => undefined);
        socket.terminate();
      }
    };
    const late = setTimeout(cut, CLOSE_MS);
    try {
      await super.destroy({ ...options, code: TO_BE_RESUMED });
    } finally {
      clearTimeout(late);
      cut();
    }
  }
}
