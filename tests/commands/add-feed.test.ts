import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { ioWith } from '../support/io.ts';
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts';
import { newsSite } from '../support/news-site.ts';

let library: LibraryFolder;
beforeEach(async () => {
  library = await libraryFolder();
});

async function nutgraf(...args: readonly string[]) {
  const { io, written } = ioWith();
  return { code: await run(args, io), ...written };
}
const addFeed = (url: string) =>
  nutgraf('add', '--data', library.path, '--story', 'harbour', '--allow-private', '--feed', url);
const articles = async () =>
  (await readdir(join(library.path, 'harbour'))).filter((name) => name.endsWith('.md')).sort();

function item(
  number: number,
  text = `The harbour has ${number} berths. ${'It was built by the town itself. '.repeat(20)}`,
) {
  return `<item><guid>${number}</guid><title>Berths, part ${number}</title><link>/part/${number}</link>
<pubDate>Sun, 0${number} Mar 2024 10:00:00 GMT</pubDate><description><![CDATA[<p>${text}</p><p>The mayor was glad, and said so to everybody who would listen.</p>]]></description></item>`;
}
const feed = (...items: readonly string[]) => ({
  type: 'application/rss+xml',
  body: `<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title>${items.join('')}</channel></rss>`,
});

describe('nutgraf add --feed', () => {
  it('adds what is new, updates what has changed, and says so', async () => {
    const site = await newsSite({ '/rss': feed(item(1), item(2)) });
    const first = await addFeed(`${site.url}/rss`);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^Added harbour\/the-post-2024-03-01\.md: 22 sentences\.\nAdded .*\n2 added\n$/,
    );
    site.serve('/rss', feed(item(1), item(2).replace('2 berths', '22 berths'), item(3)));
    const second = await addFeed(`${site.url}/rss`);
    expect(second.stdout).toMatch(
      /Updated harbour\/the-post-2024-03-02\.md: 1 sentence is new, 1 has gone\./,
    );
    expect(second.stdout).toMatch(/1 added, 1 updated, 1 unchanged\n$/);
    expect(await articles()).toHaveLength(3);
    const asked = await nutgraf('ask', '--data', library.path, 'does the harbour have 22 berths?');
    expect(asked.stdout).toMatch(/22 berths.*\n.*The Post · Berths, part 2 · 2 Mar 2024/);
  });

  it('is not stopped by an item that cannot be added, and ends with 1', async () => {
    const bad =
      '<item><guid>9</guid><title>Gone</title><link>/gone</link><description>More…</description></item>';
    const site = await newsSite({ '/rss': feed(bad, item(1)) });
    const { code, stdout, stderr } = await addFeed(`${site.url}/rss`);
    expect(code).toBe(1);
    expect(stdout).toMatch(/1 added, 1 failed\n$/);
    expect(stderr).toMatch(/\/gone: .*404/);
  });

  it('says when there is nothing in it', async () => {
    const site = await newsSite({ '/rss': feed() });
    expect(await addFeed(`${site.url}/rss`)).toMatchObject({ code: 0, stdout: 'The feed holds no items.\n' });
  });

  it('tells a reason that many items share once', async () => {
    const many = Array.from(
      { length: 8 },
      (_, n) =>
        `<item><guid>${n}</guid><title>Part ${n}</title><description>Part ${n} was told on Monday.</description></item>`,
    );
    const site = await newsSite({ '/rss': feed(...many) });
    const { stdout, stderr } = await addFeed(`${site.url}/rss`);
    expect(stdout).toMatch(/8 added; 8 are only a summary\n$/);
    expect(stderr).toMatch(/^8 items: .*\n$/);
  });

  it('keeps an article that an editor has changed', async () => {
    const site = await newsSite({ '/rss': feed(item(1)) });
    await addFeed(`${site.url}/rss`);
    const path = join(library.path, 'harbour/the-post-2024-03-01.md');
    await writeFile(path, (await readFile(path, 'utf8')).replace('1 berths', '1 berth'));
    site.serve('/rss', feed(item(1).replace('1 berths', '11 berths')));
    const { code, stdout, stderr } = await addFeed(`${site.url}/rss`);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '0 added, 1 kept as you changed them\n' });
    expect(stderr).toMatch(/edited by hand/);
    expect(await readFile(path, 'utf8')).toContain('1 berth.');
  });

  it.each([
    ['is not there', { '/other': feed() }, /404/],
    ['is a page', { '/rss': { body: '<!doctype html><html><body>Hello</body></html>' } }, /feed/],
  ])('says with 2 that a feed %s', async (_name, pages, message) => {
    const site = await newsSite(pages);
    const { code, stderr } = await addFeed(`${site.url}/rss`);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('reads nothing from this machine unless it is allowed to', async () => {
    const site = await newsSite({ '/rss': feed(item(1)) });
    const { code, stderr } = await nutgraf(
      'add',
      '--data',
      library.path,
      '--story',
      's',
      '--feed',
      `${site.url}/rss`,
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/--allow-private/);
    expect(site.requests).toEqual([]);
  });
});

describe('a story whose feed has failed for long', () => {
  it('says so under every answer, and in the list', async () => {
    const site = await newsSite({ '/rss': feed(item(1)) });
    const url = `${site.url}/rss`;
    await library.write({
      'harbour/story.yaml': `title: The harbour\nfeeds:\n  - url: ${url}\n    every: 1m\n`,
    });
    await addFeed(url);
    const ask = (...more: readonly string[]) =>
      nutgraf('ask', '--data', library.path, ...more, 'how many berths does the harbour have?');
    expect((await ask()).stdout).not.toMatch(/has not been read/);
    const later = new Date(Date.now() + 4 * 60_000).toISOString();
    const { stdout } = await ask('--at', later);
    expect(stdout).toMatch(
      /1 berths.*\n[\s\S]*The feed of “The harbour” has not been read since \d+ \w+ \d{4}, \d\d:\d\d UTC/,
    );
    const unanswered = await nutgraf('ask', '--data', library.path, '--at', later, 'who won the marathon?');
    expect(unanswered.stdout).toMatch(/The feed of “The harbour” has not been read/);
    expect((await nutgraf('list', '--data', library.path)).stdout).toMatch(/feed http.*: read \d{4}-/);
  });
});
