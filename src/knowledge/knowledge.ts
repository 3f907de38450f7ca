import type { Answer } from './answer.ts';
import type { Story } from './article.ts';
import { ask } from './ask.ts';
import { corpusOf } from './corpus.ts';
import { readLibrary } from './library.ts';
import { isOpenTo, type Place } from './place.ts';
import type { Problem } from './problem.ts';
import type { Question } from './question.ts';
import { linearModel } from './ranking/model.ts';
import type { SearchEngine } from './search/engine.ts';
import { miniSearchEngine } from './search/minisearch.ts';

/** The search engines there are, by the name that `--engine` takes. */
const ENGINES = { minisearch: miniSearchEngine } satisfies Record<string, () => SearchEngine>;

export type EngineName = keyof typeof ENGINES;

/** Names of the search engines, the default first. */
export const ENGINE_NAMES = Object.keys(ENGINES) as readonly EngineName[];

/** A library that can be asked. */
export interface Knowledge {
  readonly stories: readonly Story[];
  /** Files that could not be used as they stand; the rest of the library is served. */
  readonly problems: readonly Problem[];
  /** How many sentences can be quoted. */
  readonly sentences: number;
  /** Answers a question; a value also when there is no answer. Rejects when the search engine does. */
  ask(question: Question): Promise<Answer>;
  /** The stories that may be asked about in a place. */
  storiesOpenTo(place: Place): readonly Story[];
}

/**
 * Reads a library and makes it ready to be asked.
 *
 * @param options `data`: the library's folder; `engine`: what finds candidates
 * @returns the library, ready
 * @throws {LibraryError} when the folder cannot be read
 */
export async function openKnowledge(options: {
  readonly data: string;
  readonly engine?: EngineName;
}): Promise<Knowledge> {
  const { stories, problems } = await readLibrary(options.data);
  const corpus = corpusOf(stories);
  const engine = ENGINES[options.engine ?? 'minisearch']();
  await engine.load(corpus);
  const shelf = { stories, corpus, engine, model: linearModel() };
  return {
    stories,
    problems,
    sentences: corpus.sentences.length,
    ask: (question) => ask(shelf, question),
    storiesOpenTo: (place) => stories.filter((story) => isOpenTo(story, place)),
  };
}
