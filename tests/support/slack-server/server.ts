import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callerOf, callMethod, TOKENS } from './calling.ts';
import { noteDelivery, takeAcknowledgement } from './deliveries.ts';
import { argsOf, bodyOf } from './http.ts';
import { isJson, type Json, jsonOf } from './json.ts';
import { openResponseUrls } from './response-urls.ts';
import type { Call, SlackServer, Turn } from './server-types.ts';
import { openSockets } from './socket.ts';
import { forgetOldest, newTrigger, openState } from './state.ts';

export { TOKENS } from './calling.ts';
export { deliveryRequest, signed } from './http.ts';
export type { Json } from './json.ts';
export type { Call, SlackServer, Turn } from './server-types.ts';

/** What a call came to. */
interface Reckoned {
  readonly answer: unknown;
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly why?: string | null | undefined;
  readonly ts?: string | null | undefined;
}

/** Opens the server on a free port of loopback. */
export async function openSlack(): Promise<SlackServer> {
  const calls: Call[] = [];
  const acknowledged: string[] = [];
  const plans = new Map<string, Turn[]>();
  const watchers = new Set<() => void>();
  const delivered = new Map<string, Json>();
  const answers = new Map<string, unknown>();
  const state = openState(TOKENS.bot);
  const urls = openResponseUrls(state);
  const changed = () => {
    for (const watcher of [...watchers]) watcher();
  };

  const http = createServer((request, response) => void handle(request, response));
  const sockets = openSockets(http, {
    greets: () => server.greet,
    changed,
    acknowledged(id, answer) {
      if (!acknowledged.includes(id)) answers.set(id, answer);
      acknowledged.push(id);
      const payload = delivered.get(id);
      if (payload !== undefined) server.acknowledge(payload, answer);
      delivered.delete(id);
    },
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const [, kind, name = ''] = (request.url ?? '').split('/');
    const method = kind === 'respond' ? 'response_url' : name;
    const { token, ...args } = argsOf(request, body);
    const turn = plans.get(method)?.shift() ?? server.weather?.(method) ?? {};
    await turn.after;
    const otherwise = turn.body !== undefined || (turn.status ?? 200) >= 400 || turn.hangUp === true;
    const authorization = request.headers.authorization ?? `Bearer ${String(token)}`;
    // What is answered otherwise was not done either, unless that is what is planned.
    const came: Reckoned =
      otherwise && turn.done !== true
        ? { answer: turn.body ?? '' }
        : method === 'response_url'
          ? toResponse(name, args)
          : toCall(method, args, authorization);
    const { answer, why = null, ts = null } = came;
    const status = turn.status ?? came.status ?? (method === 'response_url' && answer !== 'ok' ? 404 : 200);
    const responseId = kind === 'respond' ? name : null;
    const team = callerOf(state, authorization)?.team ?? null;
    const refusal = refusalIn(answer, turn.status ?? came.status);
    calls.push({ method, args, refusal, why, responseId, team, ts });
    const said = turn.body ?? answer;
    const text = typeof said === 'string' ? said : JSON.stringify(said);
    const headers = { 'content-type': 'application/json', ...came.headers, ...turn.headers };
    if (turn.hangUp === true) response.destroy();
    else response.writeHead(status, headers).end(text);
    changed();
  }

  function toResponse(id: string, message: Json): Reckoned {
    const { code, why, ts } = urls.take(id, message);
    return { answer: code === 'ok' ? 'ok' : { ok: false, error: code }, why, ts };
  }

  function toCall(method: string, args: Json, authorization: string): Reckoned {
    const { body, ...more } = callMethod(state, { method, args, host, authorization });
    return { answer: body, ...more };
  }

  const server: SlackServer = {
    ...state,
    apiUrl: `http://${host}/api/`,
    calls,
    acknowledged,
    greet: true,
    weather: null,
    byTurns: false,
    get paced() {
      return state.paced;
    },
    set paced(on) {
      state.paced = on;
    },
    connections: sockets.connections,
    open: sockets.open,
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
      await server.until(() => sockets.open() > 0);
      sockets.send(typeof frame === 'string' ? frame : JSON.stringify(frame), server.byTurns);
    },
    async deliver(type, payload, more = {}) {
      const id = randomUUID();
      server.note(payload);
      delivered.set(id, payload);
      await server.send({ envelope_id: id, type, payload, accepts_response_payload: true, ...more });
      await server.until(() => acknowledged.includes(id));
      return id;
    },
    acknowledgement: (id) => answers.get(id),
    note: (payload) => noteDelivery(state, payload),
    acknowledge(payload, answer) {
      const why = takeAcknowledgement(state, payload, answer);
      if (why === null && (!isJson(answer) || Object.keys(answer).length === 0)) return;
      const refusal = why === null ? null : 'invalid_acknowledgement';
      const args = jsonOf(answer);
      calls.push({ method: 'acknowledgement', args, refusal, why, responseId: null, team: null, ts: null });
    },
    drop: sockets.drop,
    deaf: sockets.deaf,
    responseUrl(id, about) {
      if (about !== undefined) urls.tie(id, about);
      return `http://${host}/respond/${id}`;
    },
    triggerId: (about = {}) => newTrigger(state, about),
    pass(milliseconds) {
      state.passed += milliseconds;
    },
    ts: () => state.messages.ts(),
    messages: (channel, thread) =>
      state.messages
        .all()
        .filter((kept) => kept.ours && kept.to === null && kept.channel === channel)
        .filter((kept) => thread === undefined || kept.thread === thread),
    ephemerals: (channel, user) =>
      state.messages
        .all()
        .filter((kept) => kept.to !== null && (channel === undefined || kept.channel === channel))
        .filter((kept) => user === undefined || kept.to === user),
    message: (ts) => state.messages.all().find((kept) => kept.ts === ts),
    forget(newest) {
      calls.length = 0;
      acknowledged.splice(0, acknowledged.length - newest);
      for (const names of [answers, delivered, state.triggers, state.links, state.statuses, state.postedAt]) {
        forgetOldest(names, newest);
      }
      urls.forget(newest);
      state.messages.forget(newest);
    },
    async close() {
      if (!http.listening) return;
      sockets.close();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
  return server;
}

/** `null` for a yes. */
function refusalIn(answer: unknown, status = 200): string | null {
  if (status >= 400) return `http_${status}`;
  if (typeof answer === 'string') return answer === 'ok' ? null : 'not ok';
  const { ok, error } = answer as Json;
  return ok === false ? String(error) : null;
}
