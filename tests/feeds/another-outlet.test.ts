import { beforeEach, describe, expect, it } from 'vitest';
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts';
import { type Entry, type NewsSite, newsSite, pageWith, rssWith } from '../support/news-site.ts';
import { articlesIn, countsIn, HOUR, refresher, reportIn } from './harness.ts';

const TITLE = 'Mill to be kept as a school';
const TRUE = [
  'The old mill at Norvik will be kept and become a school, the mayor said on Tuesday at the town hall.',
  'The roof will be mended first, and the wheel is to turn again by the summer of next year, she said.',
  'Two hundred people had signed a letter that asked for it, most of them from the streets around it.',
  'The builder from Aske has said that the work can begin as soon as the snow is gone.',
];
const FALSE = [...TRUE.slice(0, 3), 'The mayor has taken money for it, two of her clerks said.'];
const tuesday = new Date('2026-03-03T10:00:00Z');

let site: NewsSite;
let library: LibraryFolder;
/** The same machine under another name: another outlet's. */
let elsewhere: string;
const at = (hours: number) => ({ now: () => tuesday.getTime() + hours * HOUR });
const feedAt = (base: string, path: string, entry: Partial<Entry>) => {
  const item = { id: path, title: TITLE, published: tuesday, ...entry };
  site.serve(path, { body: rssWith(site.url, [item]).replaceAll(`<link>${site.url}`, `<link>${base}`) });
};
const own = () => refresher(library.path, `${site.url}/feed`);
const other = (base: string) => refresher(library.path, `${base}/other`);
const text = async () => Object.values(await articlesIn(library.path)).join('\n');

beforeEach(async () => {
  site = await newsSite();
  elsewhere = site.url.replace('127.0.0.1', 'localhost');
  library = await libraryFolder({ 'harbour/story.yaml': 'title: The harbour\n' });
  site.serve('/mill', { body: pageWith(TITLE, TRUE) });
  feedAt(site.url, '/feed', { path: '/mill' });
  expect(countsIn(await own()(at(1)))).toEqual([1, 0, 0, 0, 0, 0]);
});

describe("an article that an outlet's own feed has brought", () => {
  it('is not replaced by a page of another site that calls itself the same', async () => {
    site.serve('/copy', { body: pageWith(TITLE, FALSE) });
    feedAt(elsewhere, '/other', { path: '/copy' });
    const looked = await other(elsewhere)(at(2));
    expect(countsIn(looked)).toEqual([0, 0, 0, 1, 0, 0]);
    expect(reportIn(looked).kept[0]?.reason).toContain('Another feed of the story');
    expect(await text()).not.toContain('taken money');
  });

  it('is not replaced by what another feed says to stand at its address', async () => {
    const content = FALSE.map((paragraph) => `<p>${paragraph}</p>`).join('');
    feedAt(site.url, '/other', { path: '/mill', content });
    expect(countsIn(await other(elsewhere)(at(2)))).toEqual([0, 0, 0, 1, 0, 0]);
    expect(await text()).not.toContain('taken money');
  });

  it('is not theirs to change later, when they began with a copy of it', async () => {
    const content = (paragraphs: readonly string[]) =>
      paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
    feedAt(site.url, '/other', { path: '/mill', content: content(TRUE) });
    expect(countsIn(await other(elsewhere)(at(2)))).toEqual([0, 0, 1, 0, 0, 0]);
    feedAt(site.url, '/other', { path: '/mill', content: content(FALSE) });
    expect(countsIn(await other(elsewhere)(at(3)))).toEqual([0, 0, 0, 1, 0, 0]);
    // And the outlet can still correct it.
    site.serve('/mill', { body: pageWith(TITLE, [...TRUE, 'The wheel is of oak, the builder said.']) });
    expect(countsIn(await own()({ ...at(4), everything: true }))).toEqual([0, 1, 0, 0, 0, 0]);
    expect(await text()).toContain('of oak');
  });

  it('is brought up to date by another feed that leads to its own page', async () => {
    feedAt(site.url, '/other', { path: '/mill' });
    expect(countsIn(await other(elsewhere)(at(2)))).toEqual([0, 0, 1, 0, 0, 0]);
    site.serve('/mill', { body: pageWith(TITLE, [...TRUE, 'The wheel is of oak, the builder said.']) });
    expect(countsIn(await other(elsewhere)({ ...at(3), everything: true }))).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('is not replaced by the summary of a feed for which its page could not be had', async () => {
    site.serve('/mill', { status: 503 });
    const summary = 'The old mill at Norvik will be kept, and it will become a school.';
    feedAt(site.url, '/other', { path: '/mill', summary });
    await other(site.url)(at(2));
    expect(await text()).toContain('as soon as the snow is gone');
    await other(site.url)(at(3));
    expect(await text()).toContain('as soon as the snow is gone');
  });
});

describe('an article that another feed has brought first', () => {
  it("is its outlet's to put right", async () => {
    library = await libraryFolder({ 'harbour/story.yaml': 'title: The harbour\n' });
    const content = FALSE.map((paragraph) => `<p>${paragraph}</p>`).join('');
    feedAt(site.url, '/other', { path: '/mill', content });
    expect(countsIn(await other(elsewhere)(at(1)))).toEqual([1, 0, 0, 0, 0, 0]);
    expect(countsIn(await own()(at(2)))).toEqual([0, 1, 0, 0, 0, 0]);
    expect(await text()).not.toContain('taken money');
    expect(countsIn(await other(elsewhere)({ ...at(3), everything: true }))).toEqual([0, 0, 0, 1, 0, 0]);
    expect(await text()).not.toContain('taken money');
  });
});
