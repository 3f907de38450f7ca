import { CHANNEL_ROUTES } from './channel-routes.ts';
import { COMMAND_ROUTES } from './command-routes.ts';
import { INTERACTION_ROUTES } from './interaction-routes.ts';
import { isJson } from './json.ts';
import { counted } from './limits.ts';
import { type Refusal, refusal } from './payload.ts';
import { PLACE_ROUTES } from './place-routes.ts';
import type { Asked, Outcome } from './route.ts';
import { WEBHOOK_ROUTES } from './webhook-routes.ts';

/** The only token that this server knows. */
export const TOKEN = 'MjAw.good.token';

/** A call as it comes in. */
export interface Incoming extends Pick<Asked, 'state' | 'query' | 'gatewayUrl' | 'tell'> {
  readonly method: string;
  /** Decoded, without `/api/v10`. */
  readonly path: string;
  /** `undefined`: no JSON. */
  readonly body: unknown;
  readonly authorization: string | undefined;
}

const ROUTES = [
  ...CHANNEL_ROUTES,
  ...INTERACTION_ROUTES,
  ...WEBHOOK_ROUTES,
  ...COMMAND_ROUTES,
  ...PLACE_ROUTES,
].map((route) => ({
  ...route,
  pattern: new RegExp(`^${route.path.replaceAll(':', '([^/]+)')}$`),
}));

/**
 * Does what a call of the HTTP API asks for.
 *
 * @param incoming the call
 * @returns Discord's answer
 */
export function answerTo(incoming: Incoming): Outcome | Refusal {
  const { state, method, path, body, authorization } = incoming;
  const { headers, no } = counted(state, `${method} ${path}`);
  if (no !== null) return no;
  const here = ROUTES.filter(({ pattern }) => pattern.test(path));
  // Whoever shows no token is not told what there is.
  if (!here.some(({ open }) => open === true) && authorization !== `Bot ${TOKEN}`) {
    return refusal(401, 0, '401: Unauthorized');
  }
  const route = here.find((each) => each.method === method);
  if (route === undefined) {
    return here.length === 0 ? refusal(404, 0, '404: Not Found') : refusal(405, 0, '405: Method Not Allowed');
  }
  if (body === undefined) return refusal(400, 50109, 'The request body contains invalid JSON.');
  const [, ...at] = route.pattern.exec(path) ?? [];
  const outcome = route.run({ ...incoming, at, body: isJson(body) ? body : {}, raw: body });
  return { ...outcome, headers: { ...headers, ...outcome.headers } };
}
