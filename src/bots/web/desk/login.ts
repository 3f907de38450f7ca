import type { WebAround, WebContext } from '../around.ts';
import type { Buckets } from '../guard/buckets.ts';
import { askToken, tooMany } from './login-page.ts';
import { beginSession, endSession, hasSession } from './session.ts';
import { isDeskToken } from './token.ts';

type Handler = (c: WebContext) => Response | Promise<Response>;

/** Shows the form; whoever is logged in already goes on. */
export function showLogin(around: WebAround): Handler {
  return (c) => {
    const to = deskPath(c.req.query('to') ?? '');
    const { deskToken } = around.config;
    return deskToken !== null && hasSession(c, deskToken)
      ? c.redirect(to, 303)
      : askToken(c, around, to, null);
  };
}

/**
 * Takes the token of the form and begins a session.
 *
 * @param attempts who may try how often
 */
export function logIn(around: WebAround, attempts: Buckets): Handler {
  return async (c) => {
    const form: Readonly<Record<string, unknown>> = await c.req.parseBody().catch(() => ({}));
    const [token, to] = [textOf(form.token).trim(), deskPath(textOf(form.to))];
    const address = c.get('address');
    const wait = attempts.wait(address);
    if (wait > 0) return tooMany(c, around, to, wait);
    const { deskToken } = around.config;
    if (deskToken === null || !isDeskToken(token, around)) {
      attempts.take(address);
      around.log.warn({ id: c.get('id') }, 'Desk: somebody tried a token that is not the right one');
      return askToken(c, around, to, 'That is not the token of this desk.');
    }
    beginSession(c, deskToken);
    return c.redirect(to, 303);
  };
}

/** Ends the session of this browser. */
export function logOut(): Handler {
  return (c) => {
    endSession(c);
    return c.redirect('/desk/login', 303);
  };
}

/** Only a page of the desk is gone to: whoever has made up a link must not send editors elsewhere. */
function deskPath(wanted: string): string {
  if (!/^\/desk(?:[/?]|$)/.test(wanted) || wanted.length > 4_000) return '/desk';
  const { origin, pathname, search } = new URL(wanted, 'http://desk.invalid');
  const isOurs = origin === 'http://desk.invalid' && /^\/desk(?:\/|$)/.test(pathname);
  return isOurs && !pathname.startsWith('/desk/log') ? pathname + search : '/desk';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
