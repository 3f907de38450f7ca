import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../faults/support/disks.ts';
import { nutgraf } from '../faults/support/program.ts';
import { articleFile } from '../support/library-folder.ts';
import { newsSite, pageWith, rssWith } from '../support/news-site.ts';

/** Some 4 MB, in 15,000 paragraphs: it takes some three seconds to read, and is longer than a feed's may be. */
const SAID = (at: number) =>
  `Captain ${at} said that the ferry to pier ${at} was late, and that nobody had been told.`;
const LARGE = pageWith(
  'The ferry in full',
  Array.from({ length: 15_000 }, (_, at) => [SAID(at), SAID(at + 1), SAID(at + 2)].join(' ')),
);

describe('a page of a feed that takes seconds to read', () => {
  it('keeps nobody waiting meanwhile', async () => {
    const site = await newsSite({ '/large': { body: LARGE } });
    site.serve('/feed', {
      body: rssWith(site.url, [{ id: '1', title: 'The ferry in full', path: '/large' }]),
      type: 'application/rss+xml',
    });
    const data = await emptyFolder();
    const ferry = join(data, 'ferry');
    await mkdir(ferry);
    await writeFile(join(ferry, 'post.md'), articleFile('A ticket costs $3.50.'));
    await writeFile(join(ferry, 'story.yaml'), `title: The ferry\nfeeds:\n  - url: ${site.url}/feed\n`);
    const program = nutgraf(['start', '--data', data, '--allow-private'], { WEB: 'on' });
    const port = await program.port();
    await expect.poll(() => site.asked('/large'), { interval: 5, timeout: 30_000 }).toBe(1);
    let answers = 0;
    const isRead = () => program.output.stderr.includes('longer than any article');
    const end = performance.now() + 60_000;
    while (!isRead()) {
      if (performance.now() > end) throw new Error(program.output.stderr);
      const response = await fetch(`http://127.0.0.1:${port}/healthz`);
      expect(response.status).toBe(200);
      await response.arrayBuffer();
      answers += 1;
    }
    // Some before and after it is read there would be all the same.
    expect(answers).toBeGreaterThan(50);
  });
});
