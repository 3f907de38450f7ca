import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerTo, TOKEN } from './calling.ts';
import { noteAgain, noteEvent, noteInteraction } from './deliveries.ts';
import { openGateway } from './gateway.ts';
import { decodedBody, write } from './http.ts';
import { isJson, type Json, jsonOf } from './json.ts';
import type { Refusal } from './payload.ts';
import type { Outcome } from './route.ts';
import type { Call, DiscordServer, Turn } from './server-types.ts';
import { openState } from './state.ts';

export { TOKEN } from './calling.ts';
export type { Call, DiscordServer } from './server-types.ts';
export { BOT } from './state.ts';

/** Plays Discord on loopback: gateway and HTTP API, with its limits. */
export async function openDiscord(): Promise<DiscordServer> {
  const calls: Call[] = [];
  const planned: { readonly call: RegExp; readonly turn: Turn }[] = [];
  const waiting = new Set<() => void>();
  const state = openState();
  const changed = () => {
    for (const look of [...waiting]) look();
  };

  const http = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const gatewayUrl = `ws://127.0.0.1:${port}`;
  const gateway = openGateway(http, {
    state,
    token: TOKEN,
    url: () => gatewayUrl,
    changed,
    note: (t, d) => noteEvent(state, t, d),
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await decodedBody(request);
    const method = request.method ?? '';
    const [raw = '', search = ''] = (request.url ?? '').replace(/^\/api\/v10/, '').split('?');
    const path = decodeURIComponent(raw);
    const query = new URLSearchParams(search);
    const { authorization } = request.headers;
    const index = planned.findIndex(({ call }) => call.test(`${method} ${path}`));
    const next = index >= 0 ? planned.splice(index, 1)[0]?.turn : server.weather?.(`${method} ${path}`);
    const turn = next ?? {};
    await turn.after;
    const otherwise = turn.body !== undefined || turn.status !== undefined || turn.hangUp === true;
    // What is answered otherwise was not done either, unless that is what is planned.
    const usual: Outcome | Refusal | null =
      otherwise && turn.done !== true
        ? null
        : answerTo({ state, method, path, query, body, authorization, gatewayUrl, tell: gateway.dispatch });
    const answer = {
      status: turn.status ?? usual?.status ?? 200,
      body: turn.body ?? usual?.body ?? null,
      headers: { ...usual?.headers, ...turn.headers },
    };
    record(method, path, query, body, answer, usual);
    if (turn.hangUp === true) response.destroy();
    else write(response, answer);
    changed();
  }

  function record(
    method: string,
    path: string,
    query: URLSearchParams,
    body: unknown,
    { status, body: said }: { readonly status: number; readonly body: unknown },
    usual: Outcome | Refusal | null,
  ): void {
    const interaction = state.interactions.get(path.split('/')[3] ?? '');
    calls.push({
      method,
      path,
      query: Object.fromEntries(query),
      // Commands come as an array.
      body: (body ?? null) as Json | null,
      status,
      code: status < 400 ? null : Number(jsonOf(said).code ?? 0),
      why: usual?.why ?? null,
      message: usual !== null && 'message' in usual ? (usual.message ?? null) : null,
      answer: said,
      afterMs: interaction === undefined ? null : performance.now() - interaction.sentAt,
    });
  }

  const all = () => state.messages.all();
  const { guilds, channels, commands, modals, typed, startLimit, snowflake } = state;
  const server: DiscordServer = {
    ...{ guilds, channels, commands, modals, typed, startLimit, snowflake, gateway, calls },
    apiUrl: `http://127.0.0.1:${port}/api`,
    weather: null,
    get application() {
      return state.application;
    },
    set application(application: Json) {
      state.application = application;
    },
    get shards() {
      return state.shards;
    },
    set shards(shards: number) {
      state.shards = shards;
    },
    interact(interaction) {
      if (isJson(interaction) && interaction.token !== undefined) noteInteraction(state, interaction);
      gateway.dispatch('INTERACTION_CREATE', interaction);
    },
    interaction: (token) => state.interactions.get(String(token)),
    note: (message) => noteAgain(state, message),
    sayNext: (call, said) => void planned.push({ call, turn: said }),
    plan: (call, ...turns) => void planned.push(...turns.map((turn) => ({ call, turn }))),
    limit: (call, limit, window, scope = 'user') =>
      void state.limits.push({ call, limit, window, scope, until: 0, used: 0 }),
    pass(milliseconds) {
      state.passed += milliseconds;
    },
    messages: (channel, whose = 'ours') =>
      all().filter((kept) => kept.channel === channel && kept.to === null && (whose === 'all' || kept.ours)),
    ephemerals: (channel, user) =>
      all().filter(
        (kept) =>
          kept.to !== null &&
          (channel === undefined || kept.channel === channel) &&
          (user === undefined || kept.to === user),
      ),
    message: (id) => state.messages.find(id),
    answers: ({ id }) => all().filter(({ interaction }) => interaction === String(id)),
    modal: () => state.modals.at(-1),
    forget(newest = 0) {
      for (const list of [calls, state.modals, state.typed]) list.length = 0;
      state.messages.forget(newest);
      const old = [...state.interactions.keys()].slice(0, Math.max(0, state.interactions.size - newest));
      for (const token of old) state.interactions.delete(token);
    },
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
  return server;
}
