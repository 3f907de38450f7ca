import { Hono } from 'hono';
import type { WebEnv } from '../../../../src/bots/web/around.ts';
import { openAssets } from '../../../../src/bots/web/assets.ts';
import type { Pages } from '../../../../src/bots/web/desk/add/pages.ts';
import { deskRoutes } from '../../../../src/bots/web/desk/routes.ts';
import { openAttempts } from '../../../../src/bots/web/desk/token.ts';
import { readConfig } from '../../../../src/config.ts';
import { openKnowledge } from '../../../../src/knowledge/index.ts';
import { memoryLedger } from '../../../../src/ledger/memory.ts';
import { openMetrics } from '../../../../src/metrics.ts';
import { rememberingLog } from '../../../support/remembering-log.ts';
import { type Opened, type Opening, openWeb } from '../opened.ts';

/** Opens the desk; of as many characters as it has to have. */
export const TOKEN = 'a-token-of-ours-only';

/** The real page with a desk, and an editor who is logged in. */
export interface OpenedDesk extends Opened {
  /** What the editor's browser sends back. */
  readonly cookie: string;
  /** Opens a page as the editor. */
  read(path: string): Promise<{ readonly status: number; readonly text: string }>;
  /** Sends a form of ours as the editor; redirects are not followed. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
}

/** Opens the page with a desk and logs in. */
export async function openDeskPage(opening: Opening = {}): Promise<OpenedDesk> {
  const web = await openWeb({ ...opening, config: { deskToken: TOKEN, ...opening.config } });
  const { cookie } = await logIn(web);
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  return {
    ...web,
    cookie,
    async read(path) {
      const response = await web.get(path, { headers });
      return { status: response.status, text: await response.text() };
    },
    send: (path, fields) =>
      web.get(path, { method: 'POST', redirect: 'manual', headers, body: formOf(fields) }),
  };
}

/** Logs in as a browser does. */
export async function logIn(
  web: Pick<Opened, 'get'>,
  {
    token = TOKEN,
    to = '',
    headers = {},
  }: { token?: string; to?: string; headers?: Record<string, string> } = {},
): Promise<{ readonly response: Response; readonly cookie: string }> {
  const response = await web.get('/desk/login', {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams({ token, to }),
  });
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return { response, cookie };
}

/** As browsers send forms with texts. */
function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** The fields that a form of a page holds, as a browser without scripts sends them. */
export function fieldsOf(page: string, action: string): Record<string, string> {
  const form = page.split('<form ').find((each) => each.includes(`action="${action}"`)) ?? '';
  const inside = form.slice(0, form.indexOf('</form>'));
  const hidden = [...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

/** The text of escaped HTML. */
export function unescaped(html: string): string {
  const letters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => letters[name] ?? '');
}

/** The desk alone, whose pages are fetched by the test. */
export async function openDeskAlone(data: string, pages: Pages) {
  const { assets, web } = readConfig({});
  if (web === null) throw new Error('the page is on unless it is turned off');
  const { log } = rememberingLog();
  const around = {
    config: { ...web, deskToken: TOKEN },
    data,
    knowledge: await openKnowledge({ data }),
    ledger: await memoryLedger(null),
    metrics: openMetrics(),
    assets: openAssets(assets),
    log,
    local: true,
    desk: {} as never,
  };
  const app = new Hono<WebEnv>();
  app.use((c, next) => {
    c.set('id', 'one');
    c.set('address', '127.0.0.1');
    c.set('origin', 'http://desk.test');
    return next();
  });
  app.route('/desk', deskRoutes(around, openAttempts(), pages));
  const headers = { authorization: `Bearer ${TOKEN}` };
  return {
    send: async (path: string, fields: Readonly<Record<string, string>>) =>
      app.request(path, { method: 'POST', headers, body: formOf(fields) }),
  };
}
