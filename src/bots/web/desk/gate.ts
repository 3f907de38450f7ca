import type { MiddlewareHandler } from 'hono';
import { html } from '../../../html.ts';
import type { WebAround, WebContext, WebEnv } from '../around.ts';
import type { Buckets } from '../guard/buckets.ts';
import { sendDesk } from './frame.ts';
import { askToken, tooMany } from './login-page.ts';
import { hasSession } from './session.ts';
import { tokenIn } from './token.ts';

/** Nothing of the desk is kept by a browser or anything on the way: it may be a story that is not out yet. */
export function neverKept(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store');
  };
}

/** Says how the desk is opened, where it is not. */
export function onlyWhereOpen(around: WebAround): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (around.config.deskToken !== null) return next();
    const body = html`<p>The desk is closed: set <code>DESK_TOKEN</code> to a secret of at least 16 characters, such as <code>openssl rand -base64 24</code> makes, and start Nutgraf again.</p>
<p><a href="/">Ask a question</a></p>`;
    return sendDesk(c, around, { title: 'There is no desk here', section: null, body, commands: [] }, 404);
  };
}

/**
 * Refuses what another site makes a browser send, beside that its cookie is for this site only.
 *
 * @param around where the token is
 * @param attempts who may try how often
 */
export function ownFormsOnly(around: WebAround, attempts: Buckets): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || isFromHere(c, around, attempts)) return next();
    const body = html`<p>This was sent from another site, or the address of the desk was written differently: <a href="/desk">open the desk</a> and do it there.</p>`;
    return sendDesk(c, around, { title: 'That was not done', section: null, body, commands: [] }, 403);
  };
}

function isFromHere(c: WebContext, around: WebAround, attempts: Buckets): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (origin !== undefined) return origin === c.get('origin');
  // No browser sends a form without either; a program that brings the token is nobody's victim.
  return tokenIn(c, around, attempts) === 'right';
}

/**
 * Lets in whoever brings a session or the token, and asks everybody else for it.
 *
 * @param around where the token is
 * @param attempts who may try how often: a token in a header can be guessed as well as one in a form
 */
export function admitted(around: WebAround, attempts: Buckets): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { deskToken } = around.config;
    if (deskToken !== null && hasSession(c, deskToken)) return next();
    switch (tokenIn(c, around, attempts)) {
      case 'right':
        return next();
      case 'none':
        return askToken(c, around, wantedOf(c), c.req.method === 'POST' ? NO_LONGER : null);
      case 'too-often':
        return tooMany(c, around, wantedOf(c), attempts.wait(c.get('address')));
      case 'wrong':
        return askToken(c, around, wantedOf(c), 'That is not the token of this desk.');
    }
  };
}

const NO_LONGER = 'You are no longer logged in, so nothing was done: log in, and send it again.';

/** Where somebody wanted to go; after a form that was sent, where it stands. */
function wantedOf(c: WebContext): string {
  const { pathname, search } = new URL(c.req.url);
  if (c.req.method !== 'POST') return pathname + search;
  return pathname.startsWith('/desk/add/') ? '/desk/add' : '/desk';
}
