import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { listMistakes } from './command-limits.ts';

/** Any JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** The only token that this Discord knows, of the application 200. */
export const TOKEN = 'MjAw.good.token-of-the-bot';
const APPLICATION = '200';
const BOT = '201';

/** What Discord says to a call. A `body` that is a string is sent as a page. */
export interface Turn {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Is said to one call only. */
  readonly once?: boolean;
}

/** A call and what it got. */
export interface Call {
  readonly method: string;
  /** Without `/api/v10`, with its query. */
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

/** What Discord holds. */
export interface Held {
  application: Json;
  user: Json;
  gateway: Json;
  /** Servers that the bot is in, with roles and the bot's own membership. */
  readonly guilds: Map<string, Json & { readonly member: Json }>;
  /** Channels that the bot may see, threads included. */
  readonly channels: Map<string, Json>;
  /** Commands by place: `everywhere`, or the id of a server. */
  readonly commands: Map<string, readonly Json[]>;
}

export interface DiscordApi {
  readonly apiUrl: string;
  readonly calls: readonly Call[];
  readonly held: Held;
  /** Says this to every call whose method and path match, instead of what it would say. */
  say(call: RegExp, turn: Turn): void;
  /** Calls that changed something. */
  writes(): readonly Call[];
}

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** Everything as it should be, but that no command is up. */
export function wellHeld(): Held {
  return {
    application: {
      id: APPLICATION,
      name: 'Nutgraf',
      bot_public: true,
      bot_require_code_grant: false,
      flags: 0,
      interactions_endpoint_url: null,
      integration_types_config: {
        0: {
          oauth2_install_params: {
            scopes: ['applications.commands', 'bot'],
            permissions: '274877975552',
          },
        },
        1: { oauth2_install_params: { scopes: ['applications.commands'], permissions: '0' } },
      },
    },
    user: { id: BOT, username: 'nutgraf', bot: true },
    gateway: {
      url: 'ws://127.0.0.1:1',
      shards: 1,
      session_start_limit: { total: 1000, remaining: 998, reset_after: 60_000, max_concurrency: 1 },
    },
    guilds: new Map([
      [
        '500',
        {
          id: '500',
          name: 'Newsroom',
          owner_id: '1',
          roles: [
            { id: '500', name: '@everyone', permissions: '0' },
            { id: '510', name: 'nutgraf', permissions: '274877975552' },
          ],
          member: { user: { id: BOT }, roles: ['510'] },
        },
      ],
    ]),
    channels: new Map<string, Json>([
      ['600', { id: '600', type: 0, name: 'general', guild_id: '500', permission_overwrites: [] }],
      ['610', { id: '610', type: 15, name: 'tips', guild_id: '500', permission_overwrites: [] }],
      ['700', { id: '700', type: 11, name: 'the vote', guild_id: '500', parent_id: '600' }],
    ]),
    commands: new Map<string, readonly Json[]>([
      ['everywhere', []],
      ['500', []],
    ]),
  };
}

/** Plays the part of Discord's HTTP API that concerns an application and its commands, on loopback. */
export async function openApi(held: Held = wellHeld()): Promise<DiscordApi> {
  const calls: Call[] = [];
  const planned: { readonly call: RegExp; readonly turn: Turn }[] = [];
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body: unknown = text === '' ? null : JSON.parse(text);
    const { method = '', url = '' } = request;
    const path = url.replace(/^\/api\/v10/, '');
    const at = planned.findIndex(({ call }) => call.test(`${method} ${path}`));
    const plan = planned[at];
    if (plan?.turn.once) planned.splice(at, 1);
    const turn =
      plan?.turn ??
      (request.headers.authorization === `Bot ${TOKEN}`
        ? answerTo(held, method, path, body)
        : no(401, 0, '401: Unauthorized'));
    const status = turn.status ?? 200;
    calls.push({ method, path, body, status });
    const isPage = typeof turn.body === 'string';
    response.writeHead(status, {
      'content-type': isPage ? 'text/html' : 'application/json',
      ...turn.headers,
    });
    response.end(isPage ? turn.body : JSON.stringify(turn.body));
  }

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    calls,
    held,
    say: (call, turn) => void planned.push({ call, turn }),
    writes: () => calls.filter(({ method }) => method !== 'GET'),
  };
}

/** @returns a refusal in Discord's form */
export function no(status: number, code: number, message: string, errors?: Json): Turn {
  return { status, body: { message, code, ...(errors ? { errors } : {}) } };
}

function answerTo(held: Held, method: string, path: string, body: unknown): Turn {
  const { pathname, searchParams } = new URL(path, 'http://discord');
  const [, first, second, third, fourth] = pathname.split('/');
  if (pathname === '/applications/@me') return { body: held.application };
  if (pathname === '/users/@me') return { body: held.user };
  if (pathname === '/gateway/bot') return { body: held.gateway };
  if (pathname === '/users/@me/guilds') return { body: [...held.guilds.values()] };
  if (first === 'applications') {
    if (second !== held.application.id) return no(403, 20012, 'You are not authorized to perform this');
    const place = third === 'guilds' ? (fourth ?? '') : 'everywhere';
    const there = held.commands.get(place);
    if (there === undefined) return no(403, 50001, 'Missing Access');
    if (method === 'GET') return { body: there.map((command) => given(command, searchParams)) };
    const mistakes = listMistakes(body as readonly Json[]);
    if (mistakes.length > 0) return no(400, 50035, 'Invalid Form Body', { _errors: mistakes });
    const up = (body as readonly Json[]).map((command) => kept(command, place));
    held.commands.set(place, up);
    return { body: up };
  }
  const guild = held.guilds.get(second ?? '');
  if (first === 'guilds' && guild !== undefined && third === undefined) return { body: guild };
  if (first === 'guilds' && guild !== undefined && third === 'members') {
    return fourth === held.user.id ? { body: guild.member } : no(404, 10007, 'Unknown Member');
  }
  if (first === 'guilds') return no(404, 10004, 'Unknown Guild');
  const channel = held.channels.get(second ?? '');
  if (first === 'channels') return channel ? { body: channel } : no(404, 10003, 'Unknown Channel');
  return no(404, 0, '404: Not Found');
}

/** Translations are given only to those who ask for them. */
function given(command: Json, query: URLSearchParams): Json {
  if (query.get('with_localizations') === 'true') return command;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}

let version = 1_000;

/** A command as Discord keeps it: with ids, what holds by default, and keys in another order. */
function kept(command: Json, place: string): Json {
  version += 1;
  const filled: Json = {
    type: 1,
    name_localizations: null,
    description: '',
    description_localizations: null,
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    integration_types: [0],
    contexts: null,
    ...command,
    ...(Array.isArray(command.options)
      ? { options: command.options.map((option: Json) => backwards(option)) }
      : {}),
    id: String(version),
    application_id: APPLICATION,
    version: String(version),
    ...(place === 'everywhere' ? {} : { guild_id: place }),
  };
  return backwards(filled);
}

function backwards(value: Json): Json {
  const entries = Object.entries(value).map(([key, said]) => [
    key,
    /_localizations$/.test(key) && said !== null ? backwards(said as Json) : said,
  ]);
  return Object.fromEntries(entries.reverse());
}
