import { type Json, jsonOf } from './json.ts';
import { type DiscordServer, TOKEN } from './server.ts';

/** Calls the server as a bot does. */
export interface Caller {
  call(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; headers: Headers; body: unknown }>;
  /** What was answered, as an object. */
  bodyOf(method: string, path: string, body?: unknown): Promise<Json>;
  /** Discord's code, or the HTTP status of a yes. */
  codeOf(method: string, path: string, body?: unknown): Promise<number>;
  /** Responds to an interaction. */
  respond(interaction: Json, type: number, data?: Json): Promise<number>;
}

/** Makes a caller of whichever server there is at the time. */
export function callerOf(discord: () => DiscordServer): Caller {
  const caller: Caller = {
    async call(method, path, body) {
      const response = await fetch(`${discord().apiUrl}/v10${path}`, {
        method,
        headers: { authorization: `Bot ${TOKEN}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const { status, headers } = response;
      const text = await response.text();
      const json = headers.get('content-type') === 'application/json';
      return { status, headers, body: json ? (JSON.parse(text) as unknown) : text };
    },
    bodyOf: async (...args) => jsonOf((await caller.call(...args)).body),
    async codeOf(...args) {
      const { status, body } = await caller.call(...args);
      return status < 400 ? status : Number(jsonOf(body).code);
    },
    respond: ({ id, token }, type, data) =>
      caller.codeOf('POST', `/interactions/${String(id)}/${String(token)}/callback`, { type, data }),
  };
  return caller;
}
