import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { refusalOf } from './blocks.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A call that the bot made, with its arguments decoded. */
export interface Call {
  /** `chat.postMessage`, …, or `response_url`. */
  readonly method: string;
  readonly args: Json;
  /** What the server answered: `null` for yes, else Slack's code. */
  readonly refusal: string | null;
  /** The id of the address, for a `response_url`. */
  readonly responseId: string | null;
}

/** Another answer than the usual one, for one call. */
export interface Turn {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, anything else as JSON. `undefined`: the usual answer. */
  readonly body?: unknown;
  /** The answer waits for this. */
  readonly after?: Promise<unknown>;
}

/** Plays Slack on loopback: Web API, `response_url`, Socket Mode. */
export interface SlackServer {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly calls: readonly Call[];
  /** Connections that were opened so far. */
  readonly connections: () => number;
  /** Connections that are open now. */
  readonly open: () => number;
  /** Envelope ids in the order in which they were acknowledged. */
  readonly acknowledged: readonly string[];
  /** Resolves as soon as something holds; looks again whenever anything happens at the server. */
  until(holds: () => boolean): Promise<void>;
  /** Answers the next calls of a method otherwise, one turn each. */
  plan(method: string, ...turns: Turn[]): void;
  /** Sends a frame over the newest connection, waiting for one. */
  send(frame: Json | string): Promise<void>;
  /** Sends an envelope; resolves with its id once the bot has acknowledged it. */
  deliver(type: 'events_api' | 'slash_commands', payload: Json, more?: Json): Promise<string>;
  /** An address for one command's answers. */
  responseUrl(id: string): string;
  /** Breaks every connection without a word. */
  drop(): void;
  /** From now on the open connections hear nothing: not even a goodbye. */
  deaf(): void;
  /** Whether the server says hello to new connections. */
  greet: boolean;
  close(): Promise<void>;
}

const SELF = { user: 'UBOT', bot: 'BBOT', team: 'T1' } as const;
export const TOKENS = { bot: 'xoxb-good', app: 'xapp-good' } as const;
/** Arguments that each method knows; Slack ignores others, a typing mistake should not be ignored here. */
const ARGS: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'apps.connections.open': [],
  'chat.postMessage': ['channel', 'text', 'blocks', 'thread_ts', 'unfurl_links', 'unfurl_media', 'mrkdwn'],
  'chat.postEphemeral': ['channel', 'user', 'text', 'blocks', 'thread_ts', 'mrkdwn'],
};
const RESPONSE_USES = 5;

/** Opens the server on a free port of loopback. */
export async function openSlack(): Promise<SlackServer> {
  const calls: Call[] = [];
  const acknowledged: string[] = [];
  const plans = new Map<string, Turn[]>();
  const sockets: WebSocket[] = [];
  const uses = new Map<string, number>();
  const watchers = new Set<() => void>();
  let connections = 0;
  let posted = 0;
  const changed = () => {
    for (const watcher of [...watchers]) watcher();
  };

  const http = createServer((request, response) => void handle(request, response));
  const links = new WebSocketServer({ server: http, path: '/link' });
  links.on('connection', (socket) => {
    connections += 1;
    sockets.push(socket);
    socket.on('message', (data) => {
      acknowledged.push(String((JSON.parse(String(data)) as Json).envelope_id));
      changed();
    });
    socket.on('close', () => {
      sockets.splice(sockets.indexOf(socket), 1);
      changed();
    });
    if (server.greet) {
      socket.send(
        JSON.stringify({ type: 'hello', num_connections: sockets.length, connection_info: { app_id: 'A1' } }),
      );
    }
    changed();
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const [, kind, name = ''] = (request.url ?? '').split('/');
    const method = kind === 'respond' ? 'response_url' : name;
    const args = argsOf(request, body);
    const turn = plans.get(method)?.shift() ?? {};
    await turn.after;
    const usual = method === 'response_url' ? toResponse(name, args) : toCall(method, args, request);
    const answer = turn.body === undefined ? usual : turn.body;
    calls.push({
      method,
      args,
      refusal: refusalIn(answer, turn.status),
      responseId: kind === 'respond' ? name : null,
    });
    const status = turn.status ?? (method === 'response_url' && answer !== 'ok' ? 404 : 200);
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    response.writeHead(status, { 'content-type': 'application/json', ...turn.headers }).end(text);
    changed();
  }

  function toResponse(id: string, message: Json): unknown {
    uses.set(id, (uses.get(id) ?? 0) + 1);
    if ((uses.get(id) ?? 0) > RESPONSE_USES) return { ok: false, error: 'used_url' };
    const refusal = refusalOf(message);
    return refusal === null ? 'ok' : { ok: false, error: refusal };
  }

  function toCall(method: string, args: Json, { headers }: IncomingMessage): Json {
    const known = ARGS[method];
    if (known === undefined) return { ok: false, error: 'unknown_method' };
    const token = method === 'apps.connections.open' ? TOKENS.app : TOKENS.bot;
    if (headers.authorization !== `Bearer ${token}`) return { ok: false, error: 'invalid_auth' };
    if (Object.keys(args).some((arg) => !known.includes(arg)))
      return { ok: false, error: 'unknown_argument' };
    switch (method) {
      case 'auth.test':
        return { ok: true, user_id: SELF.user, bot_id: SELF.bot, team_id: SELF.team, team: 'Newsroom' };
      case 'apps.connections.open':
        return { ok: true, url: `ws://${host}/link?ticket=secret-ticket` };
      default: {
        const refusal = refusalOf(args);
        posted += 1;
        return refusal === null ? { ok: true, ts: `9.${posted}` } : { ok: false, error: refusal };
      }
    }
  }

  const server: SlackServer = {
    apiUrl: `http://${host}/api/`,
    calls,
    acknowledged,
    greet: true,
    connections: () => connections,
    open: () => sockets.length,
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds()) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    plan: (method, ...turns) => void plans.set(method, [...(plans.get(method) ?? []), ...turns]),
    async send(frame) {
      await server.until(() => sockets.length > 0);
      sockets.at(-1)?.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    },
    async deliver(type, payload, more = {}) {
      const id = randomUUID();
      await server.send({ envelope_id: id, type, payload, accepts_response_payload: true, ...more });
      await server.until(() => acknowledged.includes(id));
      return id;
    },
    drop() {
      for (const socket of sockets) socket.terminate();
    },
    deaf() {
      for (const socket of sockets) socket.pause();
    },
    responseUrl: (id) => `http://${host}/respond/${id}`,
    async close() {
      if (!http.listening) return;
      for (const socket of links.clients) socket.terminate();
      links.close();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
  return server;
}

/** A request as Slack signs it (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signed(
  secret: string,
  body: string,
  type: string,
  timestamp: number = Math.floor(Date.now() / 1000),
): RequestInit {
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function argsOf({ headers }: IncomingMessage, body: string): Json {
  if (headers['content-type']?.startsWith('application/json')) return JSON.parse(body) as Json;
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, decoded(name, value)]),
  );
}

function decoded(name: string, value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  if (name !== 'blocks') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** `null` for a yes. */
function refusalIn(answer: unknown, status = 200): string | null {
  if (status >= 400) return `http_${status}`;
  if (typeof answer === 'string') return answer === 'ok' ? null : 'not ok';
  const { ok, error } = answer as Json;
  return ok === false ? String(error) : null;
}
