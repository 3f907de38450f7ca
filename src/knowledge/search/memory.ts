import { breaths } from '../breath.ts';
import type { Corpus } from '../corpus.ts';
import type { SearchEngine } from './engine.ts';
import { building } from './memory/building.ts';
import { collecting } from './memory/collector.ts';
import { find, type Part, partOf } from './memory/finding.ts';
import type { InPieces } from './memory/lists.ts';
import { articlesIn, move, type Segment, type Totals, totalsOf } from './memory/segment.ts';
import { soughtIn } from './memory/sought.ts';

interface Loaded {
  readonly corpus: Corpus;
  readonly totals: Totals;
  /** What was loaded, and what has come since. */
  readonly parts: readonly [Part, ...Part[]];
}

/** Indexing a sentence takes some 5 µs: together no more than a question does. */
const UPDATES = 400;
/**
 * Sentences that may have come and gone since the load. What has come is indexed anew with each update, in at
 * most 10 ms, and what has gone still takes memory; beyond it, a shelf is filled anew beside the old one.
 */
const CHANGED = 2000;

/**
 * An inverted index of our own, in this process's memory, in arrays of numbers. Finds and scores what the
 * MiniSearch engine does, which it is compared with.
 *
 * @returns the engine, empty until it is loaded
 */
export function memoryEngine(): SearchEngine {
  let loaded: Loaded | null = null;

  return {
    name: 'memory',

    get updates() {
      return loaded ? Math.min(UPDATES, Math.max(0, CHANGED - changesIn(loaded))) : UPDATES;
    },

    async load(corpus) {
      const breath = breaths();
      const pieces = building(corpus, corpus.stretches);
      let piece = pieces.next();
      for (; !piece.done; piece = pieces.next()) await breath();
      loaded = loadedFrom(corpus, [piece.value]);
    },

    update(corpus) {
      if (!loaded) throw new Error('an engine that holds nothing cannot be updated');
      const [base] = loaded.parts;
      move(base.segment, loaded.corpus, new Map(corpus.stretches.map((one) => [one.article, one])));
      const held = new Set(articlesIn(base.segment));
      const late = corpus.stretches.filter(({ article }) => !held.has(article));
      const come = late.length === 0 ? [] : [atOnce(building(corpus, late))];
      loaded = loadedFrom(corpus, [base.segment, ...come]);
    },

    async search(terms, stories) {
      if (!loaded) return [];
      const { corpus, totals, parts } = loaded;
      const segments = parts.map(({ segment }) => segment);
      const sought = soughtIn(terms, corpus, segments, totals);
      const collector = collecting();
      for (const part of parts) find(part, sought, totals, stories, collector);
      return collector.candidates(corpus);
    },

    async close() {
      loaded = null;
    },
  };
}

function loadedFrom(corpus: Corpus, [base, ...late]: readonly [Segment, ...Segment[]]): Loaded {
  return { corpus, totals: totalsOf([base, ...late]), parts: [partOf(base), ...late.map(partOf)] };
}

/** Sentences that have gone from what was loaded, and those that have come. */
function changesIn({ totals, parts: [base, ...late] }: Loaded): number {
  const come = late.reduce((sum, { segment }) => sum + segment.paragraphOf.length, 0);
  return base.segment.paragraphOf.length - (totals.sentences - come) + come;
}

function atOnce<T>(pieces: InPieces<T>): T {
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
}
