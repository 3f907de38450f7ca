import { type App, type Logger, SocketModeReceiver } from '@slack/bolt';
import type { SlackConfig } from '../../../config.ts';
import { type Log, newRequestId, withRequestId } from '../../../log.ts';
import { deferred } from '../../deferred.ts';
import { clientOptions } from '../calls/api.ts';

/** One connection of Socket Mode, from Slack's hello to its end. It does not connect again by itself. */
export interface Line {
  /** Resolves when it has ended, by whomever. Never rejects. */
  readonly ended: Promise<void>;
  /** Resolves when Slack says that it will end it soon: the next one is to be opened, and both bring events. */
  readonly leaving: Promise<void>;
  /** Ends it. */
  hangUp(): Promise<void>;
}

export interface LineOptions {
  readonly appToken: string;
  readonly config: SlackConfig;
  readonly app: App;
  readonly logger: Logger;
  readonly log: Log;
  /** Gives up opening it. */
  readonly signal: AbortSignal;
}

/** One call of `apps.connections.open`. */
const OPEN_MS = 5_000;
/** From there to Slack's hello. */
const HELLO_MS = 5_000;
/** For the other side to say goodbye too. Bolt's client would wait for 30 s. */
const GOODBYE_MS = 1_000;

/**
 * Opens a connection. Bolt's own reconnecting is off: it waits five seconds and more each time, and ends the
 * process when Slack refuses (https://github.com/slackapi/node-slack-sdk, socket-mode 3.1:
 * `delayReconnectAttempt` lets the rejection go unhandled).
 *
 * @param options token, app and logs
 * @returns the connection, after Slack's hello
 * @throws what Slack's client throws, or an `Error` when no hello came
 */
export async function openLine({ appToken, config, app, logger, log, signal }: LineOptions): Promise<Line> {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(config, logger, OPEN_MS) },
    async processEventErrorHandler({ error, event }) {
      log.error({ err: error }, 'a delivery of Slack could not be handled');
      // It would fail again, so Slack is not to send it again. Without a connection there is nobody to tell.
      await event.ack().catch(() => undefined);
      return false;
    },
  });
  receiver.init(app);
  const { client } = receiver;
  const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  /** A second `disconnect` while the first waits for the other side's goodbye ends it there and then. */
  const hangUp = async () => {
    void client.disconnect();
    const late = setTimeout(() => void client.disconnect(), GOODBYE_MS);
    await ended;
    clearTimeout(late);
  };
  const { promise: leaving, resolve: leave } = deferred();
  readFramesWithCare(client, log, leave);

  let givenUp = false;
  client.on('connecting', () => {
    if (givenUp) setImmediate(() => void hangUp());
  });
  try {
    await inTime(client.start(), signal);
  } catch (error) {
    givenUp = true;
    if (client.websocket !== undefined) void hangUp();
    throw error ?? new Error('the connection ended before Slack said hello');
  }
  return { ended, leaving, hangUp };
}

async function inTime(started: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const waiting = new AbortController();
  const limit = new Promise<never>((_, reject) => {
    const late = setTimeout(() => reject(new Error('Slack said no hello in time')), OPEN_MS + HELLO_MS);
    const stop = () => reject(new Error('stopped'));
    signal.addEventListener('abort', stop);
    waiting.signal.addEventListener('abort', () => {
      clearTimeout(late);
      signal.removeEventListener('abort', stop);
    });
    if (signal.aborted) stop();
  });
  try {
    await Promise.race([started, limit]);
  } finally {
    waiting.abort();
  }
}

type Client = SocketModeReceiver['client'];

/** Kinds of frames that the client knows what to do with; it would emit any other under its own events' names. */
const FRAMES = new Set(['hello', 'disconnect', 'events_api', 'slash_commands', 'interactive']);
/** Names of the client's own events, which no event of Slack's may set off. */
const OWN_EVENTS = new Set(['close', 'connected', 'disconnected', 'error', 'slack_event', 'ws_message']);

/**
 * The client reads a frame in an async listener: one that it cannot read would end the process. Of Slack's warning
 * that a connection will end it is not told: it would end it at once, and what comes right behind would be lost.
 */
function readFramesWithCare(client: Client, log: Log, onDisconnect: () => void): void {
  const [read] = client.listeners('ws_message');
  if (read === undefined) return;
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    const frame = frameOf(data);
    if (frame === null) {
      log.debug('a frame of Slack was left out: of a kind that is not known');
      return;
    }
    if (frame.type === 'disconnect' && frame.reason !== 'link_disabled') {
      log.debug({ reason: frame.reason }, 'Slack asks for a new connection');
      onDisconnect();
      return;
    }
    withRequestId(newRequestId(), () => {
      new Promise((resolve) => resolve(read(data, isBinary))).catch((error: unknown) =>
        log.error({ err: error }, 'a frame of Slack could not be read'),
      );
    });
    if (frame.type !== 'disconnect') return;
    log.error('Socket Mode was turned off for the Slack app: turn it on in "Socket Mode" of its settings.');
    const late = setTimeout(() => void client.disconnect(), GOODBYE_MS);
    client.once('disconnected', () => clearTimeout(late));
  });
}

interface Frame {
  readonly type: string;
  readonly reason?: unknown;
  readonly payload?: { readonly event?: { readonly type?: unknown } | null } | null;
}

function frameOf(data: unknown): Frame | null {
  if (typeof data !== 'string') return null;
  try {
    const frame = JSON.parse(data) as Frame | null;
    if (frame === null || !FRAMES.has(frame.type)) return null;
    if (frame.type !== 'events_api') return frame;
    const event = frame.payload?.event?.type;
    return typeof event === 'string' && !OWN_EVENTS.has(event) ? frame : null;
  } catch {
    return null;
  }
}
