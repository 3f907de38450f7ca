import type { Json } from './json.ts';
import { type SlackServer, TOKENS } from './server.ts';

/** Calls the server as a bot does. */
export interface Caller {
  call(
    method: string,
    args?: Json,
    token?: string,
  ): Promise<{ status: number; headers: Headers; body: Json }>;
  bodyOf(method: string, args?: Json, token?: string): Promise<Json>;
  /** Slack's code, or `ok`. */
  codeOf(method: string, args?: Json, token?: string): Promise<string>;
}

/** Makes a caller of whichever server there is at the time. */
export function callerOf(slack: () => SlackServer): Caller {
  const caller: Caller = {
    async call(method, args = {}, token = TOKENS.bot) {
      const response = await fetch(`${slack().apiUrl}${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(args),
      });
      const { status, headers } = response;
      return { status, headers, body: (await response.json()) as Json };
    },
    bodyOf: async (...args) => (await caller.call(...args)).body,
    codeOf: async (...args) => String((await caller.bodyOf(...args)).error ?? 'ok'),
  };
  return caller;
}
