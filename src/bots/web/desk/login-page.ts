import { html } from '../../../html.ts';
import type { WebAround, WebContext } from '../around.ts';
import { sendDesk } from './frame.ts';

/**
 * Asks for the token: with 401, and a challenge for which no browser opens a window of its own.
 *
 * @param c what is answered
 * @param around what pages are made with
 * @param wanted where to go then
 * @param error what was wrong, in a sentence; `null` where nobody has tried
 * @returns the response
 */
export function askToken(c: WebContext, around: WebAround, wanted: string, error: string | null): Response {
  c.header('www-authenticate', 'Bearer realm="desk"');
  return sendDesk(c, around, loginPage(wanted, error), 401);
}

/** As {@link askToken}, for an address that has tried too often; `wait` is in seconds. */
export function tooMany(c: WebContext, around: WebAround, wanted: string, wait: number): Response {
  c.header('retry-after', String(wait));
  const when = wait < 90 ? `${wait} seconds` : `${Math.ceil(wait / 60)} minutes`;
  return sendDesk(c, around, loginPage(wanted, `That was tried too often: try again in ${when}.`), 429);
}

function loginPage(wanted: string, error: string | null) {
  const wrong = error === null ? html`` : html`<p class="error" id="token-error" role="alert">${error}</p>`;
  const tied =
    error === null
      ? html` aria-describedby="token-hint"`
      : html` aria-invalid="true" aria-describedby="token-error token-hint"`;
  const body = html`<form class="login" method="post" action="/desk/login">
<input type="hidden" name="to" value="${wanted}">
<label for="token">Token</label>
${wrong}<input id="token" name="token" type="password" autocomplete="current-password" required autofocus spellcheck="false"${tied}>
<p class="hint" id="token-hint">It is what <code>DESK_TOKEN</code> was set to where Nutgraf was started. You stay logged in for 12 hours.</p>
<button class="button">Log in</button>
</form>`;
  return { title: 'Log in to the desk', section: null, body, commands: [] };
}
