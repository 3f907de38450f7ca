import type { Article } from '../article.ts';
import type { Corpus, Stretch } from '../corpus.ts';
import type { SearchEngine } from './engine.ts';
import { fingerprintOf } from './opensearch/documents.ts';
import type { LibraryIndex } from './opensearch/port.ts';
import { candidatesAmong } from './opensearch/scoring.ts';
import { type Totals, totalsOf } from './opensearch/totals.ts';

interface Loaded {
  readonly corpus: Corpus;
  readonly totals: Totals;
  readonly articles: readonly Article[];
  /** Articles that are the same word for word are one to the cluster. */
  readonly stretches: ReadonlyMap<string, readonly Stretch[]>;
}

/**
 * OpenSearch: it finds what may be a candidate among all there is, and what it finds is scored here. So it gives what
 * the engines in memory give, whatever else lies in the same index, and however that is spread.
 *
 * @param index the library's index, which other engines may share
 * @returns the engine, empty until it is loaded
 */
export function openSearchEngine(index: LibraryIndex): SearchEngine {
  let loaded: Loaded | null = null;

  function leave(): void {
    if (loaded) index.release(loaded.articles);
    loaded = null;
  }

  return {
    name: 'opensearch',
    // A question that is under way while the library changes holds on to what it began with.
    updates: 0,

    async load(corpus) {
      const articles = corpus.stretches.map(({ article }) => article);
      await index.ensure(articles);
      const stretches = new Map<string, Stretch[]>();
      for (const stretch of corpus.stretches) {
        const name = fingerprintOf(stretch.article);
        const same = stretches.get(name);
        if (same) same.push(stretch);
        else stretches.set(name, [stretch]);
      }
      const totals = await totalsOf(corpus);
      leave();
      index.hold(articles);
      loaded = { corpus, totals, articles, stretches };
    },

    update() {
      throw new Error('an index on a cluster is loaded, not turned');
    },

    async search(terms, stories) {
      if (!loaded) return [];
      const { corpus, totals, stretches } = loaded;
      const there = terms.filter(({ term }) => corpus.frequency.has(term) || totals.headlines.has(term));
      if (there.length === 0 || stories.size === 0) return [];
      const found = new Set<number>();
      for (const { article, kind, at } of await index.find(there, stories)) {
        for (const {
          article: { story },
          sentences,
          paragraphs,
        } of stretches.get(article) ?? []) {
          if (!stories.has(story)) continue;
          const paragraph = kind === 'p' ? paragraphs.from + at : corpus.paragraphOf[sentences.from + at];
          if (paragraph !== undefined && paragraph < paragraphs.to) found.add(paragraph);
        }
      }
      return candidatesAmong(corpus, totals, there, found);
    },

    async close() {
      leave();
    },
  };
}
