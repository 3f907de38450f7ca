import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openClient } from '../../../../src/knowledge/search/opensearch/client.ts';
import type { EngineError } from '../../../../src/knowledge/search/opensearch/engine-error.ts';
import { startOpenSearch } from '../../../support/opensearch-server.ts';
import { clientOn, nowhere, settingsFor } from './opened.ts';

const SECRET = 'p@ss/wörd';
const opening = (...args: Parameters<typeof settingsFor>) =>
  openClient(settingsFor(...args), new AbortController().signal);
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('it worked');
    },
    (error: EngineError) => error,
  );
const alias = { method: 'GET', path: '/_alias/news-v1' } as const;

describe('what answers at the address', () => {
  it.each(['2.0.0', '2.19.1', '3.1.0', '7.10.2'])('may be OpenSearch %s', async (number) => {
    const root = { version: { distribution: 'opensearch', number } };
    const { cluster } = await clientOn(settingsFor([await startOpenSearch({ root })]));
    expect(await cluster.call({ method: 'GET', path: '/' }, 1_000)).toEqual(root);
  });

  it.each([
    [
      'Elasticsearch',
      { version: { number: '8.17.0', build_flavor: 'default' }, tagline: 'You Know, for Search' },
    ],
    ['OpenSearch 1', { version: { distribution: 'opensearch', number: '1.3.20' } }],
    ['a page', '<html>It works!</html>'],
    ['nothing', ''],
    ['a list', []],
  ])('may not be %s', async (_, root) => {
    const error = await errorOf(opening([await startOpenSearch({ root })]));
    expect(error).toMatchObject({ name: 'EngineError', code: 'not-opensearch' });
    expect(error.message).toMatch(/^What answers at OPENSEARCH_URL is not OpenSearch 2 or later: [^\n]+\.$/);
  });

  it('is told to be nothing where nobody listens', async () => {
    const address = await nowhere(await startOpenSearch());
    const error = await errorOf(opening([address]));
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error.message).toBe(`No OpenSearch answers at ${address}: start it, or correct OPENSEARCH_URL.`);
  });
});

describe('user and password', () => {
  it('stand in the settings, or in the address', async () => {
    const login = { username: 'editor', password: SECRET };
    const server = await startOpenSearch({ login });
    await clientOn(settingsFor([server], { login }));
    const address = server.url.replace('//', `//editor:${encodeURIComponent(SECRET)}@`);
    await clientOn(settingsFor([address]));
    expect(new Set(server.heard.map(({ authorization }) => authorization)).size).toBe(1);
  });

  it.each(['login', 'address'])('are in no message and in nothing that may be logged: %s', async (where) => {
    const server = await startOpenSearch({ login: { username: 'editor', password: 'other' } });
    const inUrl = (url: string) => url.replace('//', `//editor:${encodeURIComponent(SECRET)}@`);
    const settings = (url: string) =>
      where === 'login'
        ? settingsFor([url], { login: { username: 'editor', password: SECRET } })
        : settingsFor([inUrl(url)]);
    const never = new AbortController().signal;
    const errors = [await errorOf(openClient(settings(server.url), never))];
    errors.push(await errorOf(openClient(settings(await nowhere(server)), never)));
    expect(errors.map(({ code }) => code)).toEqual(['refused', 'unreachable']);
    for (const error of errors) {
      const all = `${error.stack} ${inspect(error, { depth: 12, showHidden: true })} ${JSON.stringify(error)}`;
      for (const secret of [
        SECRET,
        encodeURIComponent(SECRET),
        btoa(`editor:${encodeURIComponent(SECRET)}`),
        'Basic',
      ]) {
        expect(all).not.toContain(secret);
      }
      expect(error.message).toContain(new URL(server.url).origin);
    }
    expect(errors[0]?.message).toMatch(/OPENSEARCH_USERNAME and OPENSEARCH_PASSWORD/);
  });

  it.each(['http://editor:50%@127.0.0.1:1', 'http://editor:%E0%A4%A@127.0.0.1:1'])(
    'are told of where they are written wrongly, without repeating them: %s',
    async (address) => {
      const error = await errorOf(opening([address]));
      expect(error).toMatchObject({ code: 'refused' });
      expect(inspect(error, { depth: 12 })).not.toContain('editor');
    },
  );
});

describe('the certificate of the authority', () => {
  it('is named where its file cannot be read', async () => {
    const error = await errorOf(opening(['https://127.0.0.1:1'], { ca: '/nowhere/ca.pem' }));
    expect(error.message).toBe('OPENSEARCH_CA names /nowhere/ca.pem, which cannot be read: check the path.');
  });
});

describe('a request', () => {
  it('goes on at the other node when one has gone', async () => {
    const [gone, there] = [await startOpenSearch(), await startOpenSearch()];
    const { cluster } = await clientOn(settingsFor([gone, there]));
    await gone.stop();
    for (let nth = 0; nth < 4; nth += 1) {
      await expect(cluster.insist({ method: 'GET', path: '/' }, 1_000)).resolves.toHaveProperty('version');
    }
    expect(there.heard.length).toBeGreaterThanOrEqual(4);
  });

  it.each(['hang', 'stall'] as const)('is over in its time where a node does %s', async (fault) => {
    const server = await startOpenSearch();
    const { cluster } = await clientOn(settingsFor([server]));
    server.fault = () => fault;
    // Without a limit it would take longer than this test may.
    const error = await errorOf(cluster.call({ method: 'GET', path: '/' }, 50));
    expect(error).toMatchObject({ code: 'unwell' });
  });

  it.each(['drop', 'cut'] as const)(
    'that a node answers with a %s may be tried again, and is not spoken of',
    async (fault) => {
      const server = await startOpenSearch();
      const { cluster } = await clientOn(settingsFor([server]));
      const said = vi.spyOn(console, 'log').mockImplementation(() => {});
      onTestFinished(() => said.mockRestore());
      let faults = 0;
      server.fault = () => (faults++ < 2 ? fault : undefined);
      expect(await cluster.insist({ method: 'GET', path: '/' }, 1_000)).toHaveProperty('version');
      expect([faults, said.mock.calls]).toEqual([3, []]);
    },
  );

  it('says what the cluster refuses, without what it was asked', async () => {
    const server = await startOpenSearch();
    const { cluster } = await clientOn(settingsFor([server]));
    server.fault = () => ({
      status: 400,
      body: { error: { type: 'parsing_exception', reason: 'the words' }, status: 400 },
    });
    const asked = { method: 'POST', path: '/news-v1/_search', body: { question: 'the words' } } as const;
    const error = await errorOf(cluster.insist(asked, 1_000));
    expect(error.message).toMatch(/does not take what it is told \(parsing_exception\)\.$/);
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain('the words');
    expect(server.heard).toHaveLength(2);
  });

  it.each([429, 502, 503, 504])('is tried again after status %d', async (status) => {
    const server = await startOpenSearch();
    const { cluster } = await clientOn(settingsFor([server]));
    let faults = 0;
    server.fault = () => (faults++ < 1 ? { status, body: '<html>Busy</html>' } : undefined);
    expect(await cluster.insist({ method: 'GET', path: '/' }, 1_000)).toHaveProperty('version');
  });

  it('is broken off when the program is done with the cluster, and no other is begun', async () => {
    const server = await startOpenSearch();
    const { cluster, ending } = await clientOn(settingsFor([server]));
    server.fault = () => 'hang';
    const asking = errorOf(cluster.insist(alias, 60_000));
    await expect.poll(() => server.heardOf('_alias').length).toBe(1);
    ending.abort();
    expect(await asking).toMatchObject({ code: 'closed' });
    expect(await errorOf(cluster.call(alias, 1_000))).toMatchObject({ code: 'closed' });
    expect(server.heardOf('_alias')).toHaveLength(1);
  });
});
