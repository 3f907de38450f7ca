import { CHAT_METHODS } from './chat-methods.ts';
import { HISTORY_METHODS } from './history-methods.ts';
import type { Json } from './json.ts';
import { type Method, no, type Outcome } from './method.ts';
import { PLACE_METHODS } from './place-methods.ts';
import type { State, Workspace } from './state.ts';
import { VIEW_METHODS } from './view-methods.ts';

/** The tokens that are good from the start: of the bot in `T1`, of the app, and for the app's manifest. */
export const TOKENS = { bot: 'xoxb-good', app: 'xapp-good', configuration: 'xoxe.xoxp-good' } as const;

const METHODS: Readonly<Record<string, Method>> = {
  ...PLACE_METHODS,
  ...CHAT_METHODS,
  ...HISTORY_METHODS,
  ...VIEW_METHODS,
};
const NOWHERE: Workspace = { team: '' };

/** A call as it comes in. */
export interface Incoming {
  readonly method: string;
  readonly args: Json;
  readonly host: string;
  readonly authorization: string | undefined;
}

/** The workspace whose bot calls; `null` where the token is not a bot's. */
export function callerOf(state: State, authorization: string | undefined): Workspace | null {
  return state.workspaces.get(authorization?.replace(/^Bearer /, '') ?? '') ?? null;
}

/**
 * Does what a call of the Web API asks for.
 *
 * @param state of the server
 * @param incoming the call
 * @returns Slack's answer
 */
export function callMethod(state: State, incoming: Incoming): Outcome {
  const { method: name, args, authorization } = incoming;
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (method === undefined) return no('unknown_method');
  const workspace = rightful(state, method, authorization);
  if (typeof workspace === 'string') return no(workspace);
  const unknown = Object.keys(args).find((arg) => !method.args.includes(arg));
  if (unknown !== undefined) return no('unknown_argument', `$.${unknown} is not known`);
  const missing = method.needed?.find((arg) => args[arg] === undefined || args[arg] === '');
  // An empty status takes the status away.
  if (missing !== undefined && !(missing === 'status' && args.status === '')) {
    return no('invalid_arguments', `$.${missing} is missing`);
  }
  const calling = { ...incoming, state, workspace };
  const needed = method.scopes?.(calling) ?? [];
  const provided = workspace.scopes;
  if (provided !== undefined && needed.length > 0 && !needed.some((scope) => provided.includes(scope))) {
    return no('missing_scope', undefined, { needed: needed.join(','), provided: provided.join(',') });
  }
  const outcome = method.run(calling);
  if (provided === undefined) return outcome;
  return { ...outcome, headers: { 'x-oauth-scopes': provided.join(','), ...outcome.headers } };
}

/** For which workspace a token speaks, or Slack's code. */
function rightful(state: State, method: Method, authorization: string | undefined): Workspace | string {
  switch (method.token) {
    case 'none':
      return NOWHERE;
    case 'app':
      return authorization === `Bearer ${TOKENS.app}` ? NOWHERE : 'invalid_auth';
    case 'configuration':
      return authorization === `Bearer ${TOKENS.configuration}` ? NOWHERE : 'invalid_auth';
    default: {
      const workspace = callerOf(state, authorization);
      return workspace === null ? 'invalid_auth' : (workspace.refusal ?? workspace);
    }
  }
}
