import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { ioWith } from '../support/io.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';
import { type OpenSearchServer, startOpenSearch } from '../support/opensearch-server.ts';

const FILES = {
  'ferry/a.md': articleFile('The boat left at noon. Nobody saw it.'),
  'ferry/b.md': articleFile('The dock burnt.'),
  'bridge/c.md': articleFile('The bridge fell.'),
};

async function nutgraf(server: OpenSearchServer | string, data: string, ...args: readonly string[]) {
  const env = { OPENSEARCH_URL: typeof server === 'string' ? server : server.url, NUTGRAF_DATA: data };
  const { io, written } = ioWith('', env);
  return { code: await run(['index', ...args], io), ...written };
}

const articlesOn = ({ state }: OpenSearchServer) =>
  [...state.values()].flatMap(({ entries }) => [...entries.values()].filter(({ whole }) => whole === true));

async function indexed() {
  const server = await startOpenSearch();
  const library = await libraryFolder(FILES);
  const first = await nutgraf(server, library.path);
  return { server, library, first };
}

describe('nutgraf index', () => {
  it('makes the index where there is none, and loads all of the library', async () => {
    const { server, first } = await indexed();
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^3 articles, 4 sentences: 3 articles loaded, 0 removed, in [\d.]+ s\n$/);
    expect([articlesOn(server).length, [...server.state.keys()]]).toEqual([
      3,
      ['news-v1-000001'.replace('news', 'nutgraf')],
    ]);
  });

  it('loads and removes only what differs', async () => {
    const { server, library } = await indexed();
    await library.write({ 'ferry/b.md': articleFile('The dock was saved.') });
    const { code, stdout } = await nutgraf(server, library.path);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^3 articles, 4 sentences: 1 article loaded, 1 removed, in /);
    expect(articlesOn(server)).toHaveLength(3);
    const again = await nutgraf(server, library.path);
    expect(again.stdout).toMatch(/: 0 articles loaded, 0 removed, /);
  });

  it('says with --dry-run what differs, and changes nothing', async () => {
    const { server, library } = await indexed();
    expect(await nutgraf(server, library.path, '--dry-run')).toMatchObject({
      code: 0,
      stdout: '3 articles, 4 sentences: 0 articles to load, 0 to remove\n',
    });
    await library.write({ 'ferry/b.md': articleFile('The dock was saved.') });
    const before = server.heard.length;
    expect(await nutgraf(server, library.path, '--dry-run')).toMatchObject({
      code: 1,
      stdout: '3 articles, 4 sentences: 1 article to load, 1 to remove\n',
      stderr: '',
    });
    const asked = server.heard.slice(before);
    expect(asked.filter(({ method, path }) => method !== 'GET' && !path.endsWith('_search'))).toEqual([]);
    expect(await nutgraf(await startOpenSearch(), library.path, '--dry-run')).toMatchObject({ code: 1 });
  });

  it('makes with --full another index, and puts it in the place of the old one', async () => {
    const { server, library } = await indexed();
    const { code, stdout } = await nutgraf(server, library.path, '--full');
    expect(code).toBe(0);
    expect(stdout).toMatch(/: 3 articles loaded, 0 removed, /);
    expect([...server.state].map(([name, { aliases }]) => [name, [...aliases]])).toEqual([
      ['nutgraf-v1-000002', ['nutgraf-v1']],
    ]);
  });

  it('does so also where the old index cannot be read', async () => {
    const { server, library } = await indexed();
    const damaged = { status: 400, body: { error: { type: 'damaged' }, status: 400 } };
    server.fault = ({ path }) => (path.endsWith('_search') ? damaged : undefined);
    expect(await nutgraf(server, library.path)).toMatchObject({ code: 2, stdout: '' });
    expect(await nutgraf(server, library.path, '--full')).toMatchObject({ code: 0, stderr: '' });
    expect([...server.state.keys()]).toEqual(['nutgraf-v1-000002']);
  });

  it('says where there are too few nodes for the copies', async () => {
    const { server, library } = await indexed();
    server.fault = ({ path }) =>
      path.startsWith('/_cluster') ? { body: { timed_out: false, number_of_data_nodes: 1 } } : undefined;
    const { code, stderr } = await nutgraf(server, library.path, '--full');
    expect([code, stderr]).toEqual([
      0,
      'Not all 1 replicas are there yet: the cluster has too few nodes for them, or is still copying.\n',
    ]);
  });

  it('prints it as JSON, with the files that cannot be used', async () => {
    const { server, library } = await indexed();
    await library.write({ 'ferry/d.md': '---\nkind: poem\noutlet: x\nheadline: y\n---\n\nA boat.' });
    const { code, stdout, stderr } = await nutgraf(server, library.path, '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({
      articles: 3,
      sentences: 4,
      loaded: 0,
      removed: 0,
      copied: null,
      seconds: expect.any(Number),
      problems: [expect.objectContaining({ file: 'ferry/d.md' })],
    });
    expect((await nutgraf(server, library.path)).stderr).toMatch(/^ferry\/d\.md:\d+: [^\n]+\n$/);
  });

  it('goes on where it ended, when the cluster has failed in between', async () => {
    const server = await startOpenSearch();
    const library = await libraryFolder(FILES);
    let entries = 0;
    server.statusOf = () => (entries++ < 4 ? 201 : 400);
    const failed = await nutgraf(server, library.path);
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toMatch(
      /^OpenSearch has not taken all of the library \(made_up_400\): [^\n]+\.\n$/,
    );
    server.statusOf = () => 201;
    expect(await nutgraf(server, library.path)).toMatchObject({ code: 0 });
    expect(articlesOn(server)).toHaveLength(3);
  });
});

describe('nutgraf index says in one sentence, with exit code 2,', () => {
  it('that it needs the address of a node', async () => {
    const { io, written } = ioWith('', {});
    expect(await run(['index'], io)).toBe(2);
    expect(written).toEqual({
      stdout: '',
      stderr: 'nutgraf index needs OPENSEARCH_URL, the address of a node.\n',
    });
  });

  it.each([
    [['now'], /^nutgraf index takes options only: [^\n]+\n$/],
    [['--full', '--dry-run'], /^--dry-run changes nothing: leave --full away\.\n$/],
  ])('what is wrong with %j', async (args, sentence) => {
    const { code, stderr } = await nutgraf('http://127.0.0.1:1', 'nowhere', ...args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });

  it('that the library cannot be read, before the cluster is spoken to', async () => {
    const server = await startOpenSearch();
    const { code, stdout, stderr } = await nutgraf(server, '/nowhere/at/all');
    expect([code, stdout, stderr.trim().split('\n').length, server.heard]).toEqual([2, '', 1, []]);
    expect(stderr).toContain('/nowhere/at/all');
  });

  it.each(['--full', '--dry-run', '--json'])('that no cluster answers, with %s', async (option) => {
    const server = await startOpenSearch();
    await server.stop();
    const library = await libraryFolder(FILES);
    expect(await nutgraf(server, library.path, option)).toEqual({
      code: 2,
      stdout: '',
      stderr: `No OpenSearch answers at ${server.url}: start it, or correct OPENSEARCH_URL.\n`,
    });
  });

  it('that the password is wrong, without saying it', async () => {
    const server = await startOpenSearch({ login: { username: 'editor', password: 'right' } });
    const library = await libraryFolder(FILES);
    const { code, stdout, stderr } = await nutgraf(server.url.replace('//', '//editor:wr0ng@'), library.path);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^OpenSearch at http:\/\/127\.0\.0\.1:\d+ refuses the user or the password: [^\n]+\n$/,
    );
    expect(stderr).not.toContain('wr0ng');
  });
});
