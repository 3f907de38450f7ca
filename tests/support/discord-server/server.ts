import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Gateway, openGateway } from './gateway.ts';
import { type Json, type Refusal, refusal, refusalOf } from './payload.ts';

/** The only token that this server knows. */
export const TOKEN = 'MjAw.good.token';
const APPLICATION = '200';
/** The bot, as Discord describes it. */
export const BOT = { id: '201', username: 'nutgraf', discriminator: '0', avatar: null, bot: true };

/** A call of the HTTP API and what it got. */
export interface Call {
  readonly method: string;
  /** Without `/api/v10`; `%40original` is `@original`. */
  readonly path: string;
  readonly body: Json | null;
  readonly status: number;
}

export interface DiscordServer {
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly gateway: Gateway;
  /** Every call, in order, once it is answered. */
  readonly calls: readonly Call[];
  /** Delivers an interaction; its token is known from then on. */
  interact(interaction: Json): void;
  /** Says this to the next call whose method and path match, instead of what it would say. */
  sayNext(call: RegExp, said: Refusal): void;
  /** Resolves once something holds; looked at after each call and each change of the connection. */
  until(holds: () => boolean): Promise<void>;
  close(): Promise<void>;
}

type Said = { readonly status: number; readonly body: unknown } | Refusal;

const OK: Said = { status: 200, body: { id: '1', channel_id: '1', content: '', type: 0 } };
const NOTHING: Said = { status: 204, body: null };

/** Plays Discord on loopback: gateway and HTTP API, with its limits. */
export async function openDiscord(): Promise<DiscordServer> {
  const calls: Call[] = [];
  const planned: { readonly call: RegExp; readonly said: Refusal }[] = [];
  const waiting = new Set<() => void>();
  /** Tokens of interactions, and whether each was responded to. */
  const interactions = new Map<string, boolean>();
  const changed = () => {
    for (const look of waiting) look();
  };

  const http = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const gatewayUrl = `ws://127.0.0.1:${port}`;
  const ready = () => ({
    v: 10,
    user: BOT,
    guilds: [{ id: '500', unavailable: true }],
    resume_gateway_url: gatewayUrl,
    application: { id: APPLICATION, flags: 0 },
  });
  const gateway = openGateway(http, TOKEN, ready, changed);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body = text === '' ? null : (JSON.parse(text) as Json);
    const method = request.method ?? '';
    const path = decodeURIComponent((request.url ?? '').replace(/^\/api\/v10/, '').replace(/\?.*/, ''));
    const plan = planned.findIndex(({ call }) => call.test(`${method} ${path}`));
    const said = plan >= 0 ? planned.splice(plan, 1)[0]?.said : undefined;
    const answer = said ?? answerTo(method, path, body, request.headers.authorization);
    calls.push({ method, path, body, status: answer.status });
    const headers = 'headers' in answer ? answer.headers : {};
    // A 204 with a JSON content type is read as broken JSON.
    if (answer.body === null) response.writeHead(answer.status, headers).end();
    else {
      response.writeHead(answer.status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(answer.body));
    }
    changed();
  }

  function answerTo(
    method: string,
    path: string,
    body: Json | null,
    authorization: string | undefined,
  ): Said {
    const [, first = '', second = '', third = ''] = path.split('/');
    if (first === 'interactions') return respond(third, body);
    if (first === 'webhooks') {
      return interactions.get(third) ? judged(body) : refusal(404, 10015, 'Unknown Webhook');
    }
    if (authorization !== `Bot ${TOKEN}`) return refusal(401, 0, '401: Unauthorized');
    if (path === '/gateway/bot') {
      const session_start_limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };
      return { status: 200, body: { url: gatewayUrl, shards: 1, session_start_limit } };
    }
    if (path === '/users/@me') return { status: 200, body: BOT };
    if (first === 'applications' && second === '@me') return { status: 200, body: { id: APPLICATION } };
    if (first === 'applications' && method === 'PUT') {
      return second === APPLICATION
        ? { status: 200, body }
        : refusal(403, 20012, 'You are not authorized to perform this action on this application');
    }
    if (first === 'channels' && third === 'messages' && method === 'POST') return judged(body);
    return refusal(404, 0, '404: Not Found');
  }

  function judged(body: Json | null): Said {
    return refusalOf(body ?? {}) ?? OK;
  }

  function respond(token: string, body: Json | null): Said {
    const before = interactions.get(token);
    if (before === undefined) return refusal(404, 10062, 'Unknown interaction');
    if (before) return refusal(400, 40060, 'Interaction has already been acknowledged.');
    const no = body?.type === 4 ? refusalOf((body.data ?? {}) as Json) : null;
    if (no === null) interactions.set(token, true);
    return no ?? NOTHING;
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    gateway,
    calls,
    interact(interaction) {
      const token = String(interaction.token);
      if (!interactions.has(token)) interactions.set(token, false);
      gateway.dispatch('INTERACTION_CREATE', interaction);
    },
    sayNext: (call, said) => void planned.push({ call, said }),
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async close() {
      gateway.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
