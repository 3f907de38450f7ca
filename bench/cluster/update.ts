import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Article, type Knowledge, openKnowledge } from '../../src/knowledge/index.ts';
import { evenly } from '../run/set.ts';
import { questionOf } from './contender.ts';
import { type LibraryJob, libraryOf, writeArticle, writeLibrary } from './library.ts';
import { paced } from './paced.ts';
import type { Update } from './results.ts';

/** So many articles change, but no more than half of them. */
const MOST = 10_000;
/** Questions a second: some 400,000 a day. */
const RATE = 5;
/** In ms: how long it is asked at that rate before anything changes. */
const BEFORE = 60_000;
/** Of the articles that have changed, so many are asked for. */
const CHECKED = 20;
/** The number of the first note; the text has none like it. */
const FIRST_NOTE = 7_000_000;

/**
 * Changes many articles of a library that is served with OpenSearch, on disk, where the process finds the change as
 * it finds any: by looking. Questions are asked all the while.
 *
 * @param job the library, and the cluster that has its index
 * @returns what became of it
 */
export async function update(job: LibraryJob): Promise<Update> {
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-bench-'));
  // Also where nobody waits for it any more.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { stories, questions, warmUp } = await libraryOf(job);
  await writeLibrary(folder, stories);
  const articles = stories.flatMap((story) => story.articles);
  const changing = evenly(articles, Math.min(MOST, Math.ceil(articles.length / 2)));
  const { knowledge, steps, taken } = await followed(folder, job, changing.length);
  try {
    const ask = (text: string) => knowledge.ask(questionOf(text));
    for (const text of warmUp) await ask(text);
    const stopBefore = paced(ask, questions, RATE);
    await setTimeout(BEFORE);
    const before = await stopBefore();

    const stop = paced(ask, questions, RATE);
    const started = performance.now();
    for (const [at, article] of changing.entries()) await writeArticle(folder, withNote(article, at));
    const written = performance.now();
    await taken;
    const ended = performance.now();
    const during = await stop();
    const asked = evenly([...changing.keys()], CHECKED);
    return {
      sentences: knowledge.sentences,
      articles: articles.length,
      changed: changing.length,
      rate: RATE,
      before,
      during,
      writing: written - started,
      taking: ended - written,
      steps: steps(),
      checked: asked.length,
      right: await answeredFrom(knowledge, asked),
    };
  } finally {
    await knowledge.close();
  }
}

/** Opens a library that is followed; `taken` resolves when so many files have changed in what is answered from. */
async function followed(data: string, { cluster }: LibraryJob, count: number) {
  const changed = new Set<string>();
  let steps = 0;
  let resolve = () => {};
  let reject = (_: unknown) => {};
  const taken = new Promise<void>((isTaken, failed) => {
    resolve = isTaken;
    reject = failed;
  });
  // It may fail before anybody waits for it.
  taken.catch(() => {});
  const knowledge = await openKnowledge({
    data,
    engine: 'opensearch',
    cluster,
    following: {
      changed(changes) {
        steps += 1;
        for (const path of [...changes.changed, ...changes.added]) changed.add(path);
        if (changed.size >= count) resolve();
      },
      failed: (error) => reject(error),
    },
  });
  return { knowledge, taken, steps: () => steps };
}

/** An article that was put right: with one paragraph more, as a correction is made. */
function withNote(article: Article, at: number): Article {
  return {
    ...article,
    body: `${article.body}\n\nNote ${FIRST_NOTE + at} says that the desk has read this report once more.`,
  };
}

/** @returns how many of those notes are quoted when they are asked for */
async function answeredFrom(knowledge: Knowledge, notes: readonly number[]): Promise<number> {
  let right = 0;
  for (const at of notes) {
    const note = String(FIRST_NOTE + at);
    const answer = await knowledge.ask(questionOf(`What does note ${note} say?`));
    const first = answer.status === 'answered' ? answer.quotes[0] : answer.nearest[0];
    if (first?.text.includes(note)) right += 1;
  }
  return right;
}
