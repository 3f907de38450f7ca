import { describe, expect, it } from 'vitest';
import { openRoom } from '../../src/feeds/room.ts';
import { libraryFolder } from '../support/library-folder.ts';
import { newsSite, pageWith, rssWith } from '../support/news-site.ts';
import { articlesIn, countsIn, refresher, reportIn } from './harness.ts';

describe('a feed of articles that are as long as books', () => {
  it('is given room for 25 MB, with what it has brought before', async () => {
    const { path } = await libraryFolder({ 'harbour/a.md': 'x'.repeat(5_000_000) });
    const room = openRoom(path, ['harbour/a.md', 'harbour/a.md', 'harbour/gone.md']);
    for (const name of ['b', 'c', 'd', 'e']) await room.take(`harbour/${name}.md`, 'x'.repeat(4_900_000));
    await expect(room.take('harbour/f.md', 'x'.repeat(4_900_000))).rejects.toThrow(
      'more text within a month',
    );
    await room.take('harbour/f.md', 'x'.repeat(5_000));
  });

  it('may make what is there shorter, also when there is no room', async () => {
    const { path } = await libraryFolder({ 'harbour/a.md': 'x'.repeat(5_000_000) });
    const room = openRoom(path, ['harbour/a.md']);
    for (const name of ['b', 'c', 'd', 'e']) await room.take(`harbour/${name}.md`, 'x'.repeat(5_000_000));
    await expect(room.take('harbour/a.md', 'x'.repeat(5_000_001))).rejects.toThrow('more text');
    await room.take('harbour/a.md', 'x'.repeat(1_000));
    await room.take('harbour/f.md', 'x'.repeat(4_000_000));
  });

  it('has less room for sentences of one letter, of which a page can have 25,000', async () => {
    const short = 'x\n\n'.repeat(25_000);
    const { path } = await libraryFolder({ 'harbour/a.md': short, 'harbour/b.md': short });
    const room = openRoom(path, ['harbour/a.md', 'harbour/b.md']);
    for (const name of ['c', 'd', 'e']) await room.take(`harbour/${name}.md`, short);
    await expect(room.take('harbour/f.md', 'x! X '.repeat(25_000))).rejects.toThrow('more text');
    await expect(room.take('harbour/f.md', '对。'.repeat(25_000))).rejects.toThrow('more text');
  });

  it('does not have them divided into sentences while people wait', async () => {
    const { path } = await libraryFolder({ 'harbour/story.yaml': 'title: The harbour\n' });
    const site = await newsSite();
    const line = 'The pier gate was opened by the keeper at noon, and it stayed open until the evening.';
    const book = Array.from({ length: 6_500 }, (_, at) => `${at}. ${line}`);
    site.serve('/book', { body: pageWith('A book of gates', book) });
    site.serve('/gate', { body: pageWith('The gate is open', book.slice(0, 500)) });
    site.serve('/feed', {
      body: rssWith(site.url, [
        { id: '1', title: 'A book of gates', path: '/book' },
        { id: '2', title: 'The gate is open', path: '/gate' },
      ]),
    });
    const looked = await refresher(path, `${site.url}/feed`)();
    expect(countsIn(looked)).toEqual([1, 0, 0, 0, 1, 0]);
    expect(reportIn(looked).failed[0]?.reason).toContain('longer than any article');
    expect(Object.keys(await articlesIn(path))).toHaveLength(1);
  });
});
