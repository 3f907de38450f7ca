import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { feedStateFile } from '../../src/knowledge/index.ts';
import { openShelver, readMaterial } from '../../src/knowledge/intake/index.ts';
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts';
import { type NewsSite, newsSite, pageWith, rssWith } from '../support/news-site.ts';
import { articlesIn, countsIn, HOUR, refresher, reportIn } from './harness.ts';

const TITLE = 'Lighthouse to be sold';
const FIRST = [
  'The island of Brae will sell its lighthouse, the council decided on Thursday after a debate of five hours.',
  'Seven buyers have asked for the papers, the clerk said. “We did not expect so many,” she told the paper.',
];
const SECOND = [
  FIRST[0] ?? '',
  'Nine buyers have asked for the papers, the clerk said on Friday in a letter.',
];

describe('an article of a feed that an editor has touched', () => {
  let site: NewsSite;
  let library: LibraryFolder;
  let refresh: ReturnType<typeof refresher>;
  let file: string;
  const thursday = new Date('2026-03-05T10:00:00Z');
  const at = (hours: number) => ({ now: () => thursday.getTime() + hours * HOUR });
  const servePage = (paragraphs: readonly string[]) =>
    site.serve('/light', {
      body: pageWith(TITLE, paragraphs),
      etag: JSON.stringify(paragraphs.join().length),
    });
  const serveFeed = (title = TITLE) =>
    site.serve('/feed', {
      body: rssWith(site.url, [{ id: '1', title, path: '/light', published: thursday }]),
      type: 'application/rss+xml',
    });
  const text = () => readFile(file, 'utf8');

  beforeEach(async () => {
    site = await newsSite();
    library = await libraryFolder({ 'harbour/story.yaml': 'title: The harbour\n' });
    refresh = refresher(library.path, `${site.url}/feed`);
    servePage(FIRST);
    serveFeed();
    const { added } = reportIn(await refresh(at(1)));
    file = join(library.path, added[0]?.file ?? '');
  });

  it('is not overwritten, and that is told', async () => {
    const edited = (await text()).replace('Seven buyers', 'Six buyers');
    await writeFile(file, edited);
    servePage(SECOND);
    const { kept } = reportIn(await refresh(at(2)));
    expect(kept).toMatchObject([
      { title: TITLE, reason: expect.stringContaining('edited by hand'), isNew: true },
    ]);
    expect(reportIn(await refresh(at(3))).kept).toMatchObject([{ isNew: false }]);
    expect(await text()).toBe(edited);
  });

  it('takes the new version once the editor has taken the change back', async () => {
    const written = await text();
    await writeFile(file, `${written}\nA note of ours.\n`);
    servePage(SECOND);
    await refresh(at(2));
    await writeFile(file, written);
    expect(countsIn(await refresh(at(100)))).toEqual([0, 1, 0, 0, 0, 0]);
    expect(await text()).toContain('Nine buyers');
  });

  it('is looked after again once the editor has added the new version', async () => {
    await writeFile(file, (await text()).replace('Seven', 'Six'));
    servePage(SECOND);
    await refresh(at(2));
    const material = {
      text: pageWith(TITLE, SECOND),
      name: null,
      address: `${site.url}/light`,
      contentType: null,
    };
    await (await openShelver(library.path)).shelve(readMaterial(material), {
      story: 'harbour',
      from: { kind: 'page', name: null },
    });
    expect(countsIn(await refresh(at(3)))).toEqual([0, 0, 1, 0, 0, 0]);
    servePage([...SECOND, 'The sale will end on the last day of May, the letter says, at noon.']);
    expect(countsIn(await refresh(at(4)))).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('is told apart from one that another feed of the story has written', async () => {
    site.serve('/other', {
      body: rssWith(site.url, [{ id: 'x', title: TITLE, path: '/light', published: thursday }]),
    });
    const other = refresher(library.path, `${site.url}/other`);
    expect(countsIn(await other(at(2)))).toEqual([0, 0, 1, 0, 0, 0]);
    servePage(SECOND);
    expect(countsIn(await other(at(3)))).toEqual([0, 1, 0, 0, 0, 0]);
    await writeFile(file, (await text()).replace('Nine', 'Ten'));
    servePage(FIRST);
    expect(countsIn(await other(at(4)))).toEqual([0, 0, 0, 1, 0, 0]);
  });

  it('is not written into a story that has been taken away meanwhile', async () => {
    serveFeed('Lighthouse to be sold, nine buyers ask');
    servePage(SECOND);
    const asked = site.asked('/feed');
    const looking = refresh({ ...at(2), everything: true });
    while (site.asked('/feed') === asked) await new Promise((resolve) => setTimeout(resolve, 1));
    await rm(join(library.path, 'harbour'), { recursive: true });
    expect(reportIn(await looking).failed).toMatchObject([{ reason: expect.stringContaining('taken away') }]);
    expect(await readdir(library.path)).toEqual([]);
  });

  it('that was never written by a feed is kept too', async () => {
    await rm(join(library.path, 'harbour', feedStateFile(`${site.url}/feed`)));
    await writeFile(file, (await text()).replace('Seven', 'Six'));
    expect(countsIn(await refresh(at(2)))).toEqual([0, 0, 0, 1, 0, 0]);
    expect(await text()).toContain('Six');
  });

  it('is not brought back when it was deleted, unless its item changes', async () => {
    await rm(file);
    expect(countsIn(await refresh({ ...at(2), everything: true }))).toEqual([0, 0, 1, 0, 0, 0]);
    servePage(SECOND);
    await refresh(at(3));
    expect(await articlesIn(library.path)).toEqual({});
    serveFeed('Lighthouse to be sold, nine buyers ask');
    expect(countsIn(await refresh(at(4)))).toEqual([1, 0, 0, 0, 0, 0]);
  });
});
