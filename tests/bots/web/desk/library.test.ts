import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { articleFile, libraryFolder } from '../../../support/library-folder.ts';
import { openDeskPage } from './opened.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const CLOSED = 'title: The sealed report\naudience:\n  slack:\n    workspaces: [T1]\n    channels: [C7]\n';
const LATER = 'title: The later story\nembargo: 2999-12-01T06:00:00Z\n';
const OVER = 'title: The older story\nembargo: 2001-12-01T06:00:00Z\n';

async function opened(files: Readonly<Record<string, string>>) {
  const library = await libraryFolder(files);
  const desk = await openDeskPage({ data: library.path });
  stops.push(desk.stop);
  return { library, desk };
}

describe('the library at the desk', () => {
  it('shows stories that nobody else sees, with who may see them', async () => {
    const { desk } = await opened({
      'sealed/story.yaml': CLOSED,
      'sealed/a.md': articleFile('The reservoir holds nine million litres.'),
      'later/story.yaml': LATER,
      'later/a.md': articleFile('The mill opens in spring.', { published: '2026-02-03' }),
      'older/story.yaml': OVER,
      'older/a.md': articleFile('The mill was sold.'),
    });
    const { status, text } = await desk.read('/desk');
    expect(status).toBe(200);
    expect(text).toContain('The sealed report');
    expect(text).toContain('open to Slack workspace T1, Slack channel C7');
    expect(text).toContain('open to everyone from 1 Dec 2999, 06:00 UTC');
    expect(text.match(/open to everyone<\/span>/g)).toHaveLength(1);
    expect(text).toContain('<time datetime="2026-02-03">3 Feb 2026</time>');
    const start = await (await desk.get('/')).text();
    expect(start).toContain('The older story');
    expect(start).not.toMatch(/sealed report|later story/i);
    for (const path of ['/story/sealed', '/story/sealed/a', '/story/later']) {
      expect((await desk.get(path, { headers: { cookie: desk.cookie } })).status).toBe(404);
    }
  });

  it('names files that cannot be used, with line and reason, and says how feeds fare', async () => {
    const { desk } = await opened({
      'gate/story.yaml':
        'title: The gate\nfeeds:\n  - url: https://courier.example/gate.rss\n    every: 15m\n',
      'gate/a.md': articleFile('The gate is shut.'),
      'gate/b.md': '---\noutlet: "Open\n---\n\nText.\n',
    });
    const { text } = await desk.read('/desk');
    expect(text).toContain('1 problem: the rest is served');
    expect(text).toMatch(/<code>gate\/b\.md:\d+<\/code>/);
    expect(text).toContain('https://courier.example/gate.rss');
    expect(text).toContain('never read');
    expect(text).toContain('nutgraf check');
  });

  it('shows what was left out on the way in by its reason, and stays text', async () => {
    const { library, desk } = await opened({ 'gate/a.md': articleFile('The gate is shut.') });
    const leftOut = [
      { text: '<b>Follow us</b>', reason: 'promotion' },
      { text: 'A crane', reason: 'caption' },
      { text: 'Another crane', reason: 'caption' },
      { text: 'Anything', reason: '__proto__' },
    ];
    const record = {
      at: '2026-03-04T10:00:00.000Z',
      from: { kind: 'page', name: 'https://courier.example/a' },
      pieces: 30,
      leftOut,
      doubts: ['The date <i>soon</i> is none.'],
    };
    await writeFile(join(library.path, 'gate/.intake.json'), JSON.stringify({ a: record }));
    const { text } = await desk.read('/desk');
    expect(text).toContain('<summary>30 pieces</summary>');
    expect(text).toContain('&lt;b&gt;Follow us&lt;/b&gt;');
    expect(text).toContain('The date &lt;i&gt;soon&lt;/i&gt; is none.');
    expect(text.indexOf('Captions')).toBeLessThan(text.indexOf('Promotion'));
    expect(text).toContain('__proto__');
    expect(text).toContain('And 26 other pieces.');
  });

  it('is read page by page where it is large', async () => {
    const files: Record<string, string> = {};
    for (let story = 0; story < 20; story += 1)
      files[`story-${story}/a.md`] = articleFile('The gate is shut.');
    for (let article = 0; article < 70; article += 1) {
      files[`long/a${String(article).padStart(2, '0')}.md`] = articleFile('It is shut.', {
        headline: `Number ${article}`,
      });
    }
    const { desk } = await opened(files);
    const first = (await desk.read('/desk')).text;
    expect(first.match(/class="shelf"/g)).toHaveLength(15);
    expect(first).toContain('Page 1 of 2');
    expect(first).toContain('All 70 articles');
    for (const page of ['2', '99']) {
      expect((await desk.read(`/desk?page=${page}`)).text.match(/class="shelf"/g)).toHaveLength(6);
    }
    for (const page of ['0', '-1', 'x', '1.5']) {
      expect((await desk.read(`/desk?page=${page}`)).text).toContain('Page 1 of 2');
    }
    const last = (await desk.read('/desk?story=long&page=2')).text;
    expect(last.match(/data-column="Sentences"/g)).toHaveLength(10);
  });

  it('says that there is nothing yet, and that there is no such story', async () => {
    const { library, desk } = await opened({});
    await mkdir(library.path, { recursive: true });
    expect((await desk.read('/desk')).text).toContain('There is no story yet.');
    const none = await desk.read('/desk?story=%3Cb%3E');
    expect(none.status).toBe(404);
    expect(none.text).toContain('There is no story <code>&lt;b&gt;</code>');
  });
});
