import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fields = Readonly<Record<string, unknown>>;

/** A call of the Web API, with the token it came with. */
interface Call {
  readonly method: string;
  readonly token: string | null;
  readonly args: Readonly<Record<string, string>>;
}

/** Slack's side of installations on loopback: codes, who a token is, and what was posted. */
export interface SlackSide {
  readonly apiUrl: string;
  readonly calls: readonly Call[];
  /** What `oauth.v2.access` answers for a code; a number is a status. Codes are taken once. */
  readonly codes: Map<string, Fields | number>;
  /** Tokens with which messages were posted, in order, as soon as there are as many. */
  postedWith(count: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function openSlackSide(): Promise<SlackSide> {
  const calls: Call[] = [];
  const codes = new Map<string, Fields | number>();
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const args = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
    const method = (request.url ?? '').replace('/api/', '');
    const token = args.token ?? /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
    calls.push({ method, token, args });
    const answer = method === 'oauth.v2.access' ? exchanged(args.code ?? '') : answerTo(method, token);
    response.writeHead(typeof answer === 'number' ? answer : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(typeof answer === 'number' ? {} : answer));
  }

  function exchanged(code: string): Fields | number {
    const answer = codes.get(code) ?? { ok: false, error: 'invalid_code' };
    codes.delete(code);
    return answer;
  }

  function answerTo(method: string, token: string | null): Fields {
    if (token === null) return { ok: false, error: 'not_authed' };
    if (method === 'auth.test') return { ok: true, url: `${host}/`, bot_id: 'BBOT', user_id: 'UBOT' };
    return { ok: true, ts: '1.1' };
  }

  return {
    apiUrl: `${host}/api/`,
    calls,
    codes,
    async postedWith(count) {
      const tokens = () =>
        calls.flatMap((call) => (call.method === 'chat.postMessage' ? (call.token ?? '') : []));
      while (tokens().length < count) await new Promise((resolve) => setTimeout(resolve, 2));
      return tokens();
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What Slack answers for a code that is good, in one workspace unless `changes` say otherwise. */
export function granted(team: string, token: string, changes: Fields = {}): Fields {
  return {
    ok: true,
    access_token: token,
    token_type: 'bot',
    scope: 'chat:write,commands',
    bot_user_id: 'UBOT',
    app_id: 'A1',
    team: { id: team, name: `Desk ${team}` },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U1' },
    ...changes,
  };
}
