import type { Story } from '../../src/knowledge/article.ts';
import type { Shelf } from '../../src/knowledge/ask.ts';
import { corpusOf } from '../../src/knowledge/corpus.ts';
import { learnedModel } from '../../src/knowledge/ranking/model.ts';
import { memoryEngine } from '../../src/knowledge/search/memory.ts';

/** Stories made ready to be asked, without files. */
export async function shelfOf(stories: readonly Story[]): Promise<Shelf> {
  const corpus = corpusOf(stories);
  const engine = memoryEngine();
  await engine.load(corpus);
  return { stories, corpus, engine, model: learnedModel(), deep: null };
}
