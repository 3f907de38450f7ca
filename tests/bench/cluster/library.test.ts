import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inReports, writeArticle, writeLibrary } from '../../../bench/cluster/library.ts';
import { sentencesIn } from '../../../bench/run/set.ts';
import { storyOf } from '../../../src/evaluation/marked-articles.ts';
import { openKnowledge } from '../../../src/knowledge/index.ts';

const paragraphs = Array.from(
  { length: 12 },
  (_, at) => `Pier ${at} *was* mended, they say. It took [${at}] days & cost <much>.`,
);
const story = storyOf({ id: 'pier', title: 'Piers: 12 of them', paragraphs }, 3);

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'nutgraf-bench-test-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

describe('the library that changes', () => {
  it('has a report for each five paragraphs, and the same sentences', () => {
    const parted = inReports(story);
    expect(parted.articles.map(({ body }) => body.split('\n\n').length)).toEqual([5, 5, 2]);
    expect(new Set(parted.articles.map(({ id }) => id)).size).toBe(3);
    const texts = (one: typeof story) => sentencesIn([one]).map(({ text }) => text);
    expect(texts(parted)).toEqual(texts(story));
  });

  it('is read from disk as it was written, letter for letter', async () => {
    const data = await folder();
    const parted = inReports(story);
    await writeLibrary(data, [parted]);
    const knowledge = await openKnowledge({ data });
    expect(knowledge.problems).toEqual([]);
    expect(knowledge.stories).toEqual([parted]);
    await knowledge.close();
  });

  it('takes another version of an article in the place of the old one', async () => {
    const data = await folder();
    const parted = inReports(story);
    await writeLibrary(data, [parted]);
    const [first] = parted.articles;
    if (first === undefined) throw new Error('there is no article');
    await writeArticle(data, { ...first, body: `${first.body}\n\nThe last pier is closed.` });
    const knowledge = await openKnowledge({ data });
    expect(knowledge.stories[0]?.articles).toHaveLength(3);
    expect(knowledge.stories[0]?.articles[0]?.body).toContain('The last pier is closed.');
    await knowledge.close();
  });
});
