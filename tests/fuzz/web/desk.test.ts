import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli.ts';
import { type OpenedDesk, openDeskPage } from '../../bots/web/desk/opened.ts';
import { activeIn } from '../../bots/web/shown-page.ts';
import { ioWith } from '../../support/io.ts';
import { holdsLater } from '../support/holds.ts';
import { hostileText } from '../support/hostile.ts';

let data: string;
let desk: OpenedDesk;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'nutgraf-desk-'));
  const { io } = ioWith('<h1>"><script>alert(1)</script></h1><p>The ferry runs at night.</p>');
  const stated = ['--outlet', '<img src=x onerror=alert(1)>', '--headline', '</title><script>'];
  await run(['add', '--data', data, '--story', 'ferry', ...stated, '-'], io);
  desk = await openDeskPage({ data });
});
afterAll(async () => {
  await desk.stop();
  await rm(data, { recursive: true, force: true });
});

const PAGES = ['/desk', '/desk/add', '/desk/why', '/desk/questions', '/desk/corrections', '/desk/add/saved/', '/desk/login', '/desk/']; // biome-ignore format: one list
const FIELDS = ['q', 'story', 'as', 'place', 'since', 'page', 'to'] as const;

const opening = fc.tuple(
  fc.constantFrom(...PAGES),
  fc.dictionary(fc.constantFrom(...FIELDS), hostileText(3), { maxKeys: 4 }),
);

/** What is written stands in the page as it was typed, and does nothing. */
function expectHarmless(html: string): void {
  expect(activeIn(html)).toEqual([]);
  const { document } = parseHTML(html);
  for (const link of document.querySelectorAll('a[href]')) {
    expect(new URL(link.getAttribute('href') ?? '', 'http://here.invalid/').protocol).toMatch(/^https?:$/);
  }
}

describe('the desk', () => {
  it('shows what was typed, and nothing of it acts or breaks a page', async () => {
    await holdsLater(
      opening,
      async ([page, fields]) => {
        const { status, text } = await desk.read(`${page}?${new URLSearchParams(fields)}`);
        expect([200, 404, 422]).toContain(status);
        expectHarmless(text);
      },
      { share: 0.2 },
    );
  });

  it('shows what was pasted, and nothing of it acts or breaks a page', async () => {
    const typed = fc.record({
      material: hostileText(8).map((text) => `The ferry runs at night. ${text}`),
      story: fc.oneof(fc.constant('ferry'), hostileText(1)),
      outlet: hostileText(2),
      headline: hostileText(2),
      byline: hostileText(1),
      published: fc.oneof(fc.constant('2026-03-02'), hostileText(1)),
      url: fc.oneof(fc.constantFrom('https://post.example/', 'javascript:alert(1)', ''), hostileText(1)),
      kind: fc.constantFrom('', 'report', '__proto__'),
      language: fc.constantFrom('', 'en', '"><script>'),
    });
    await holdsLater(
      typed,
      async (fields) => {
        const response = await desk.send('/desk/add/preview', fields);
        expect([200, 422]).toContain(response.status);
        expectHarmless(await response.text());
      },
      { share: 0.1 },
    );
    expect(desk.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
