import type { Story } from '../../src/knowledge/article.ts';
import type { Shelf } from '../../src/knowledge/ask.ts';
import { corpusOf } from '../../src/knowledge/corpus.ts';
import { linearModel } from '../../src/knowledge/ranking/model.ts';
import { miniSearchEngine } from '../../src/knowledge/search/minisearch.ts';

/** Stories made ready to be asked, without files. */
export async function shelfOf(stories: readonly Story[]): Promise<Shelf> {
  const corpus = corpusOf(stories);
  const engine = miniSearchEngine();
  await engine.load(corpus);
  return { stories, corpus, engine, model: linearModel() };
}
