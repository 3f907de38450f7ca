import { type Html, html } from '../../../html.ts';
import type { WebAround, WebContext } from '../around.ts';
import { documentOf } from '../pages/layout.ts';

/** The pages of the desk, by their addresses. */
export const SECTIONS = {
  '/desk': 'Library',
  '/desk/add': 'Add',
  '/desk/why': 'Why',
  '/desk/questions': 'Questions',
  '/desk/corrections': 'Corrections',
} as const;

/** A page of the desk. */
export interface DeskPage {
  readonly title: string;
  /** Which of the five it belongs to; `null` before anybody is let in: then there is nothing to go to. */
  readonly section: keyof typeof SECTIONS | null;
  /** A sentence under the title. */
  readonly lead?: Html;
  readonly body: Html;
  /** Commands that do the same, as they are typed; empty where there is none. */
  readonly commands: readonly string[];
}

/** Statuses of pages that are shown, and not only redirected to. */
type Status = 200 | 401 | 403 | 404 | 409 | 410 | 422 | 429;

/**
 * Sends a page of the desk.
 *
 * @param c what is answered
 * @param around where its files are
 * @param page what it is made of
 * @param status 200 where nothing is wrong
 * @returns the response
 */
export function sendDesk(
  c: WebContext,
  { assets }: Pick<WebAround, 'assets'>,
  page: DeskPage,
  status: Status = 200,
): Response {
  const { title, section, lead, body, commands } = page;
  const head = html`<div class="desk-head"><h1>${title}</h1>${lead ? html`<p class="under">${lead}</p>` : html``}</div>`;
  const whole = html`${head}
${body}
${commandsOf(commands)}`;
  const nav = section === null ? html`<a href="/">Ask</a>` : navOf(section);
  return c.html(documentOf({ title: `${title} · The desk`, kind: 'desk', nav, body: whole, assets }), status);
}

function navOf(section: string): Html {
  const links = Object.entries(SECTIONS).map(([path, name]) => {
    const here = path === section ? html` aria-current="page"` : html``;
    return html`<li><a href="${path}"${here}>${name}</a></li>`;
  });
  return html`<ul class="desk-nav">${links}</ul>
<form class="log-out" method="post" action="/desk/logout"><button class="link">Log out</button></form>`;
}

function commandsOf(commands: readonly string[]): Html {
  if (commands.length === 0) return html``;
  const lines = commands.map((command) => html`<code class="command">${command}</code>`);
  return html`<aside class="commands" aria-label="On the command line"><p>The same on the command line:</p><p>${lines}</p></aside>`;
}
