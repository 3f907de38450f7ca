import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { ioWith } from '../support/io.ts';
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts';

const WIRE = `date 2024-03-03 A ferry lies at the pier of Port Ellery on Feb. 2, 2024.
AP Photo/Nils Quimby
PORT ELLERY (AP) — The council voted on Sunday to run a ferry across the bay at night.
The motion passed by 11 votes to 4. Mayor Tomas Hale said the boat would begin on June 1.
READ MORE: What the ferry means for the Quayside
Opponents argued that the noise would keep the Quayside district awake.`;

const PAGE = `<!doctype html><html lang="en"><head><title>Council votes for a night ferry - The Courier</title>
<meta property="og:site_name" content="The Courier"><link rel="canonical" href="/news/ferry">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council votes for a night ferry","datePublished":"2024-03-03T18:05:00Z"}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Council votes for a night ferry</h1>
<p>The council of Port Ellery voted on Sunday to run a ferry across the bay at night, after two years of debate.</p>
<figure><img src="f.jpg"><figcaption>The ferry at the pier. Photo: Nils Quimby</figcaption></figure>
<p>The motion passed by 11 votes to 4. Mayor Tomas Hale said the boat would begin on June 1, and that tickets would cost $3.50.</p>
<p>Opponents argued that the noise would keep the Quayside district awake, and announced that they would appeal.</p></article></body></html>`;

let library: LibraryFolder;
let inbox: LibraryFolder;
beforeEach(async () => {
  [library, inbox] = await Promise.all([libraryFolder(), libraryFolder()]);
});

async function add(args: readonly string[], input = '') {
  const { io, written } = ioWith(input);
  const code = await run(['add', '--data', library.path, ...args], io);
  return { code, ...written };
}
async function filed(name: string, content: string | Uint8Array) {
  await inbox.write({ [name]: content });
  return join(inbox.path, name);
}
const filesIn = async () =>
  (await readdir(library.path, { recursive: true }))
    .filter((name) => name.includes('.') && !name.endsWith('.intake.json'))
    .sort();
const written = (name: string) => readFile(join(library.path, name), 'utf8');

describe('nutgraf add', () => {
  it('turns wire copy into an article, and tells what it left out and why', async () => {
    const { code, stdout, stderr } = await add(['--story', 'ferry', await filed('wire.txt', WIRE)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/outlet +AP +\(the dateline\)/);
    expect(stdout).toMatch(/published +2024-03-03/);
    expect(stdout).toMatch(/headline +not stated: --headline/);
    expect(stdout).toMatch(/caption +A ferry lies at the pier of Port Ellery on Feb\. 2, 2024\./);
    expect(stdout).toMatch(/credit +AP Photo\/Nils Quimby/);
    expect(stdout).toMatch(/promotion +READ MORE: What the ferry means for the Quayside/);
    expect(stdout).toMatch(/Added ferry\/ap-2024-03-03\.md\.\n$/);
    expect(await written('ferry/ap-2024-03-03.md')).toBe(`---
outlet: AP
headline:
published: 2024-03-03
---

PORT ELLERY (AP) — The council voted on Sunday to run a ferry across the bay at night.

The motion passed by 11 votes to 4. Mayor Tomas Hale said the boat would begin on June 1.

Opponents argued that the noise would keep the Quayside district awake.
`);
  });

  it('keeps captions as captions when it is told to', async () => {
    const { stdout } = await add(['--story', 'ferry', '--keep-captions', await filed('wire.txt', WIRE)]);
    expect(stdout).toMatch(/Kept 1 caption, as captions:\n {2}caption +A ferry lies/);
    expect(await written('ferry/ap-2024-03-03.md')).toMatch(/\n\nCaption: A ferry lies at the pier .*\n$/);
    const { io, written: said } = ioWith();
    await run(['ask', '--data', library.path, 'where does the ferry lie at the pier?'], io);
    expect(said.stdout).toMatch(/A ferry lies.*\n.*AP \(photo caption\)/);
  });

  it('reads a page, a file by its ending, and standard input', async () => {
    expect(await add(['--story', 'ferry', await filed('page.html', PAGE)])).toMatchObject({ code: 0 });
    const page = await written('ferry/the-courier-2024-03-03.md');
    expect(page).toContain('headline: Council votes for a night ferry\n');
    expect(page).toContain('published: 2024-03-03T18:05:00Z');
    expect(page).not.toMatch(/pier|Home/);
    const markdown = '# Bridge closed\n\nThe *old* bridge was closed.\n';
    expect(await add(['--story', 'ferry', '--outlet', 'Radio', '-'], markdown)).toMatchObject({ code: 0 });
    expect(await written('ferry/radio-bridge-closed.md')).toContain('The old bridge was closed.');
  });

  it('fetches a page, with the address that it was redirected to', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/news/ferry?utm_source=x' }).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const refused = await add(['--story', 'ferry', `${base}/old`]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/--allow-private/);
    expect(await add(['--story', 'ferry', '--allow-private', `${base}/old`])).toMatchObject({ code: 0 });
    expect(await written('ferry/the-courier-2024-03-03.md')).toContain(`url: ${base}/news/ferry\n`);
    server.close();
  });

  it('takes what is stated by hand over what the material states', async () => {
    const given = ['--outlet', 'The Herald', '--headline', 'Night boat', '--published', '2024-03-04'];
    const { stdout } = await add(['--story', 'ferry', ...given, await filed('wire.txt', WIRE)]);
    expect(stdout).toMatch(/outlet +The Herald +\(as you gave it\)/);
    expect(await written('ferry/the-herald-2024-03-04.md')).toContain('headline: Night boat');
  });

  it('prints what it would write, and writes nothing, with --dry-run', async () => {
    const { code, stdout } = await add(['--story', 'ferry', '--dry-run', await filed('wire.txt', WIRE)]);
    expect(code).toBe(0);
    expect(stdout).toContain('---\noutlet: AP\nheadline:\npublished: 2024-03-03\n---\n\nPORT ELLERY (AP)');
    expect(stdout).toMatch(/Would add ferry\/ap-2024-03-03\.md\.\n$/);
    expect(await filesIn()).toEqual([]);
  });

  it('updates an article that comes again, and says what has changed', async () => {
    await add(['--story', 'ferry', await filed('wire.txt', WIRE)]);
    expect((await add(['--story', 'ferry', await filed('wire.txt', WIRE)])).stdout).toMatch(
      /Unchanged: ferry/,
    );
    const { stdout } = await add([
      '--story',
      'ferry',
      await filed('wire.txt', WIRE.replace('11 votes', '12 votes')),
    ]);
    expect(stdout).toMatch(/Updated ferry\/ap-2024-03-03\.md: 1 sentence is new, 1 has gone\./);
    expect(await filesIn()).toEqual(['ferry/ap-2024-03-03.md']);
    const { stdout: other } = await add(['--story', 'council', await filed('wire.txt', WIRE)]);
    expect(other).toMatch(/The story ferry holds this article too/);
  });

  it('reads a folder, says what became of each file, and is not stopped by a bad one', async () => {
    await inbox.write({
      'a.txt': WIRE,
      'deep/b.html': PAGE,
      'deep/c.txt': '',
      'd.md': '---\nheadline: Old\npublished: soon\n---\n\nText.\n',
      'e.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
      '.hidden.txt': WIRE,
    });
    const { code, stdout, stderr } = await add(['--story', 'ferry', inbox.path]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Added ferry\/ap-2024-03-03\.md\. 4 sentences, 4 pieces left out\.\nAdded ferry\/the-courier-2024-03-03\.md\. 4 sentences, .*\n2 added, 2 failed\n$/,
    );
    expect(stderr).toMatch(/d\.md: .*"published" should be a date/);
    expect(stderr).toMatch(/c\.txt: .*no text/);
  });

  it('tells all of each of several when it is asked to, and what would be added without adding it', async () => {
    await inbox.write({ 'a.txt': WIRE, 'b.html': PAGE });
    const { stdout } = await add(['--story', 'ferry', '--verbose', '--dry-run', inbox.path]);
    expect(stdout.match(/caption +/g)).toHaveLength(2);
    expect(stdout).toMatch(/\n2 would be added\n$/);
    expect(await filesIn()).toEqual([]);
  });

  it('adds the others when one of several is not there', async () => {
    const { code, stdout, stderr } = await add([
      '--story',
      'ferry',
      'no/such.txt',
      await filed('wire.txt', WIRE),
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/1 added, 1 failed\n$/);
    expect(stderr).toMatch(/no\/such\.txt: There is no such file/);
  });

  it.each([
    'Updated 4:12 PM EST, January 9, 2025',
    'Published: 2025-01-09 10:12 UTC',
    'Thu, 9 Jan 2025 10:12 EST',
  ])('takes a time without seconds: %s', async (line) => {
    const text = `By Ada Berg\n${line}\n\nThe state closed the bridge today, and will open it in spring.`;
    expect(await add(['--story', 'ferry', '-'], text)).toMatchObject({ code: 0, stderr: '' });
  });

  it('shows which sentences an update takes away and brings', async () => {
    await add(['--story', 'ferry', await filed('wire.txt', WIRE)]);
    const { stdout } = await add([
      '--story',
      'ferry',
      await filed('wire.txt', WIRE.replace('11 votes', '12 votes')),
    ]);
    expect(stdout).toContain(
      '\n- The motion passed by 11 votes to 4.\n+ The motion passed by 12 votes to 4.\n',
    );
  });

  it('reads hundreds of files', async () => {
    const files = Array.from({ length: 300 }, (_, n) => [
      `n${n}.txt`,
      `Headline ${n}\n\nBy Ada Berg\n\nThe pier number ${n} was built long ago.\n`,
    ]);
    await inbox.write(Object.fromEntries(files));
    const { code, stdout } = await add(['--story', 'piers', inbox.path]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/300 added\n$/);
    expect(await filesIn()).toHaveLength(300);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /no text/],
    ['a file of spaces', ' \n\t\n', /no text/],
    ['a binary file', new Uint8Array([0, 1, 2, 3, 0, 255]), /not text/],
    ['a PDF', '%PDF-1.7\n%\u00e2\u00e3', /PDF/],
    [
      'a page without an article',
      '<!doctype html><html><body><nav><a href="/">Home</a></nav></body></html>',
      /article/,
    ],
    ['captions alone', 'A ferry lies at the pier on Feb. 2, 2024. (AP Photo/Nils Quimby)', /story|article/],
    ['front matter that is not closed', '---\nheadline: x\n\nText.\n', /front matter is not closed/],
    ['front matter that is no YAML', '---\nheadline: [x\n---\n\nText.\n', /Line 2/],
    ['a date that is none', '---\nheadline: x\ndate: soon\n---\n\nText.\n', /"published" should be a date/],
    ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', /--feed/],
  ])('cannot be given %s: it says so with 2, and writes nothing', async (_name, content, message) => {
    const { code, stdout, stderr } = await add(['--story', 'ferry', await filed('x', content)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await filesIn()).toEqual([]);
  });

  it('refuses a file of 50 MB without reading it', async () => {
    const path = await filed('large.txt', 'x');
    await truncate(path, 50 * 1024 * 1024);
    const { code, stderr } = await add(['--story', 'ferry', path]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/more than 5 MB/);
  });

  it.each([
    ['a slug that leaves the library', ['--story', '../x', 'FILE'], /--story should be/],
    ['an absolute slug', ['--story', '/tmp/x', 'FILE'], /--story should be/],
    ['a date that is none', ['--published', '2024-02-30', 'FILE'], /--published should be a date/],
    ['an address that is none', ['--url', 'ferry', 'FILE'], /--url should be an address/],
    ['a kind that there is not', ['--kind', 'poem', 'FILE'], /--kind should be report/],
    [
      'a language that there is not',
      ['--language', 'klingon!', 'FILE'],
      /--language should be a language tag/,
    ],
    ['an empty outlet', ['--outlet', ' ', 'FILE'], /--outlet should be some text/],
    ['a file that is not there', ['no/such.txt'], /no\/such\.txt: There is no such file/],
    ['nothing', [], /nothing to add/],
    ['a scheme that is not the web', ['ftp://a.example/x'], /http/],
    ['a feed without a story', ['--feed', 'https://a.example/rss'], /--story/],
    ['a feed and a file', ['--story', 's', '--feed', 'https://a.example/rss', 'FILE'], /leave the file away/],
    ['one headline for two articles', ['--headline', 'x', 'FILE', 'FILE'], /belong to one article/],
  ])('says with 2 what is wrong with %s', async (_name, args, message) => {
    const path = await filed('wire.txt', WIRE);
    const { code, stderr } = await add(args.map((arg) => (arg === 'FILE' ? path : arg)));
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(await filesIn()).toEqual([]);
  });

  it('stops with a sentence where it cannot write', async () => {
    await writeFile(join(library.path, 'ferry'), 'a file stands where the folder should be');
    const { code, stderr } = await add(['--story', 'ferry', await filed('wire.txt', WIRE)]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/could not be written/);
    await mkdir(join(library.path, 'other'));
  });
});
