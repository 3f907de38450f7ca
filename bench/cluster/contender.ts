import { ask, rank, type Shelf } from '../../src/knowledge/ask.ts';
import { type EngineName, openEngines, type Story } from '../../src/knowledge/index.ts';
import type { Question } from '../../src/knowledge/question.ts';
import { askEach } from '../../src/knowledge/questions/several.ts';
import { openShelves } from '../../src/knowledge/shelves/shelves.ts';
import { percentile } from '../ledger/percentile.ts';
import { memory } from '../run/memory.ts';
import { type LibraryJob, libraryOf } from './library.ts';
import type { Row } from './results.ts';

export interface ContenderJob extends LibraryJob {
  readonly engine: EngineName;
}

/** What one process measures of Nutgraf. */
export interface Contended
  extends Pick<Row, 'sentences' | 'articles' | 'p50' | 'p95' | 'held' | 'resident' | 'load'> {
  /** Where the sentence stands that is quoted first, a question each. */
  readonly firsts: readonly string[];
}

/** What has been made ready stays here: else it might be thrown away before it is weighed. */
const kept: unknown[] = [];

/**
 * Makes a library ready as a process of Nutgraf does, and asks it. To be run in a process of its own, with
 * `--expose-gc`.
 *
 * @param job the library, and the engine; what the cluster lacks of it is loaded there first
 * @returns what was measured
 */
export async function contender(job: ContenderJob): Promise<Contended> {
  const { stories, questions, warmUp } = await libraryOf(job);
  const before = memory();
  const engines = await openEngines(job.engine, job.cluster);
  const started = performance.now();
  const shelves = openShelves(engines.make, () => [stories]);
  await shelves.fill(stories);
  const load = performance.now() - started;
  kept.push(shelves, stories);

  const asked = (texts: readonly string[]) => shelves.use(stories, (shelf) => timed(shelf, texts));
  await asked(warmUp);
  const times = await asked(questions);
  const firsts = await shelves.use(stories, (shelf) => firstsOf(shelf, questions));
  const { held, resident } = memory();
  await engines.close();
  return {
    ...sizeOf(stories),
    sentences: firsts.sentences,
    firsts: firsts.places,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    held: held - before.held,
    resident,
    load,
  };
}

/** A whole answer each, as whoever asks waits for it. */
async function timed(shelf: Shelf, texts: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    const began = performance.now();
    await askEach(questionOf(text), shelf.corpus, (part) => ask(shelf, part));
    times.push(performance.now() - began);
  }
  return times;
}

/** Also of questions that it would say no to: there, too, engines are to find the same. */
async function firstsOf(shelf: Shelf, texts: readonly string[]) {
  const places: string[] = [];
  for (const text of texts) {
    const [best] = await rank(shelf, questionOf(text));
    const sentence = best && shelf.corpus.sentences[best.pair.candidate.sentence];
    places.push(sentence ? `${sentence.article.story}/${sentence.article.id}:${sentence.start}` : '');
  }
  return { places, sentences: shelf.corpus.sentences.length };
}

export function questionOf(text: string): Question {
  return { text, scope: { place: { bot: 'terminal' }, story: null }, earlier: [] };
}

function sizeOf(stories: readonly Story[]) {
  return { articles: stories.reduce((total, story) => total + story.articles.length, 0) };
}
