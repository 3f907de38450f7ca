import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from '../../../../src/bots/conversation.ts';
import { openAssets } from '../../../../src/bots/web/assets.ts';
import { routesOf } from '../../../../src/bots/web/routes.ts';
import { readConfig } from '../../../../src/config.ts';
import { openMetrics } from '../../../../src/metrics.ts';
import { rememberingLog } from '../../../support/remembering-log.ts';
import { type Opened, openWeb } from '../opened.ts';
import { openBroken } from './broken.ts';
import { askRaw, from } from './raw-answer.ts';

const TOKEN = 'a token for the tests';
const STORY = 'bessemer-union-vote';

const POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-robots-tag': 'noindex',
};
const policyIn = (headers: Headers) =>
  Object.fromEntries(Object.keys(POLICY).map((name) => [name, headers.get(name)]));

let opened: Opened;
let data: string;
beforeAll(async () => {
  // A copy: some routes write.
  data = mkdtempSync(join(tmpdir(), 'policy-'));
  cpSync('data', data, { recursive: true });
  opened = await openWeb({ data, config: { deskToken: TOKEN } });
});
afterAll(async () => {
  await opened.stop();
  rmSync(data, { recursive: true });
});

/** Every route that there is, as an address that is answered. */
function paths(): readonly { readonly method: string; readonly path: string }[] {
  const { assets, web } = readConfig({});
  if (web === null) throw new Error('the page is on unless it is turned off');
  const { knowledge, ledger } = opened;
  const { log } = rememberingLog();
  const files = openAssets(assets);
  const app = routesOf({
    config: { ...web, deskToken: TOKEN },
    data,
    desk: openDesk({ knowledge, ledger, log }),
    knowledge,
    ledger,
    metrics: openMetrics(),
    assets: files,
    log,
    local: true,
  });
  const article = knowledge.stories.find(({ slug }) => slug === STORY)?.articles[0]?.id ?? '';
  const filled = (path: string) =>
    path
      .replace('/assets/:file', files.href('page.css'))
      .replace(':story', STORY)
      .replace(':article', article)
      .replace(/:\w+/g, 'none');
  return app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
    .map(({ method, path }) => ({ method, path: filled(path) }));
}

describe('every answer has the policy', () => {
  it('of every route', async () => {
    const all = paths();
    expect(all.length).toBeGreaterThan(15);
    for (const { method, path } of all) {
      const lines = [`authorization: Bearer ${TOKEN}`, ...(method === 'POST' ? ['content-length: 0'] : [])];
      const { status, headers } = await askRaw(opened.port, path, lines, method);
      expect([path, status < 500, policyIn(headers)]).toEqual([path, true, POLICY]);
      const corp = path === '/embed.js' ? 'cross-origin' : 'same-origin';
      expect([path, headers.get('cross-origin-resource-policy')]).toEqual([path, corp]);
    }
  });

  it('of every status', async () => {
    const { port } = opened;
    const etag = (await askRaw(port, `/story/${STORY}`)).headers.get('etag');
    const strict = await openWeb({ config: { rate: 1 } });
    await askRaw(strict.port, '/');
    const broken = await openBroken(new Error('for the test'));
    const answers = [
      [200, await askRaw(port, '/?q=who+voted')],
      [204, await askRaw(port, '/', [], 'OPTIONS')],
      [304, await askRaw(port, `/story/${STORY}`, [`if-none-match: ${etag}`])],
      [400, await askRaw(port, '/?q=who&after=%25')],
      [404, await askRaw(port, '/nowhere')],
      [405, await askRaw(port, '/', [], 'DELETE')],
      [413, await askRaw(port, '/', ['content-length: 5'])],
      [414, await askRaw(port, `/${'x'.repeat(33_000)}`)],
      [421, await askRaw(port, '/', ['host: evil.example'])],
      [429, await askRaw(strict.port, '/')],
      [500, await askRaw(broken.port, '/')],
    ] as const;
    await Promise.all([strict.stop(), broken.stop()]);
    for (const [status, answer] of answers) {
      expect([status, answer.status, policyIn(answer.headers)]).toEqual([status, status, POLICY]);
    }
  });

  it('and no page has a script or a style of its own', async () => {
    for (const path of ['/', '/?q=who+voted', `/story/${STORY}`, '/nowhere', '/desk/login']) {
      const { body } = await askRaw(opened.port, path);
      expect(body).toContain('<!doctype html>');
      expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+\s*=|javascript:/i);
    }
  });
});

describe('browsers are told to use HTTPS alone', () => {
  const strict = async (proxies: number, lines: readonly string[]) => {
    const page = await openWeb({ config: { proxies } });
    const { headers } = await askRaw(page.port, '/robots.txt', lines);
    await page.stop();
    return headers.get('strict-transport-security');
  };

  it('where a proxy that is believed says that they do', async () => {
    expect(await strict(1, [from('203.0.113.9'), 'x-forwarded-proto: https'])).toBe('max-age=31536000');
  });

  it('and nowhere else', async () => {
    expect(await strict(1, ['x-forwarded-proto: http'])).toBeNull();
    expect(await strict(0, ['x-forwarded-proto: https'])).toBeNull();
  });
});
