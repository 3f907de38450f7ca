import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Article } from '../article.ts';
import { breaths } from '../breath.ts';
import { type Corpus, contentWords, indexesIn, type Stretch } from '../corpus.ts';
import { type Hit, picked } from './candidates.ts';
import type { SearchEngine, SearchTerm } from './engine.ts';

interface Entry {
  /** Unique in its index, and never used again: an index into the corpus would move with every change. */
  readonly id: number;
  /** Terms, separated by spaces: they are made by `words/terms.ts` alone, so that all engines agree. */
  readonly text: string;
  readonly headline: string;
}

/** What an article has in the two indexes. */
interface Entries {
  readonly sentences: readonly Entry[];
  readonly paragraphs: readonly Entry[];
}

interface Loaded {
  readonly corpus: Corpus;
  readonly sentences: MiniSearch<Entry>;
  readonly paragraphs: MiniSearch<Entry>;
  readonly entries: Map<Article, Entries>;
  /** From ids to indexes into the corpus. */
  readonly sentenceAt: ReadonlyMap<number, number>;
  readonly paragraphAt: ReadonlyMap<number, number>;
}

const AS_GIVEN = { tokenize: (text: string) => text.split(' '), processTerm: (term: string) => term || null };

/** Adding a sentence takes some 25 µs and taking one away as long: together no more than a question. */
const UPDATES = 400;

/**
 * MiniSearch, in this process's memory: one index over sentences and one over paragraphs with their
 * article's headline. About 1 KB a sentence.
 *
 * @returns the engine, empty until it is loaded
 */
export function miniSearchEngine(): SearchEngine {
  let loaded: Loaded | null = null;
  let lastId = 0;
  const newId = () => {
    lastId += 1;
    return lastId;
  };

  return {
    name: 'minisearch',
    updates: UPDATES,

    async load(corpus) {
      const breath = breaths();
      const sentences = new MiniSearch<Entry>({ fields: ['text'], ...AS_GIVEN });
      const paragraphs = new MiniSearch<Entry>({ fields: ['text', 'headline'], ...AS_GIVEN });
      const entries = new Map<Article, Entries>();
      for (const stretch of corpus.stretches) {
        const own = entriesOf(corpus, stretch, newId);
        entries.set(stretch.article, own);
        for (const entry of own.sentences) {
          sentences.add(entry);
          await breath();
        }
        for (const entry of own.paragraphs) {
          paragraphs.add(entry);
          await breath();
        }
      }
      loaded = { corpus, sentences, paragraphs, entries, ...placesOf(corpus, entries) };
    },

    update(corpus) {
      if (!loaded) throw new Error('an engine that holds nothing cannot be updated');
      const { sentences, paragraphs, entries } = loaded;
      const wanted = new Set(corpus.stretches.map(({ article }) => article));
      for (const [article, own] of entries) {
        if (wanted.has(article)) continue;
        // Not `discard`, which leaves traces in the scores until they are found.
        for (const entry of own.sentences) sentences.remove(entry);
        for (const entry of own.paragraphs) paragraphs.remove(entry);
        entries.delete(article);
      }
      for (const stretch of corpus.stretches) {
        if (entries.has(stretch.article)) continue;
        const own = entriesOf(corpus, stretch, newId);
        entries.set(stretch.article, own);
        sentences.addAll(own.sentences);
        paragraphs.addAll(own.paragraphs);
      }
      loaded = { corpus, sentences, paragraphs, entries, ...placesOf(corpus, entries) };
    },

    async search(terms, stories) {
      if (!loaded || terms.length === 0) return [];
      const { corpus, sentences, paragraphs, sentenceAt, paragraphAt } = loaded;
      const open = (paragraph = -1) => stories.has(corpus.paragraphs[paragraph]?.article.story ?? '');
      const foundParagraphs = run(paragraphs, terms, paragraphAt, open);
      const foundSentences = run(sentences, terms, sentenceAt, (at) => open(corpus.paragraphOf[at ?? -1]));
      return picked(corpus, foundSentences, foundParagraphs);
    },

    async close() {
      loaded = null;
    },
  };
}

/** Digits: beyond them an index that was updated and one that was loaded are rounded differently. */
const EXACT = 9;

/** Best first, as indexes into the corpus. */
function run(
  index: MiniSearch<Entry>,
  terms: readonly SearchTerm[],
  places: ReadonlyMap<number, number>,
  open: (place: number | undefined) => boolean,
): Hit[] {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const options: SearchOptions = {
    ...AS_GIVEN,
    combineWith: 'OR',
    boost: { headline: 0.5 },
    boostTerm: (term) => weights.get(term) ?? 1,
    filter: ({ id }) => open(places.get(id)),
  };
  const found = index.search([...weights.keys()].join(' '), options);
  return found.map(({ id, score }) => ({ at: places.get(id) ?? -1, score: Number(score.toFixed(EXACT)) }));
}

function entriesOf(corpus: Corpus, { article, ...stretch }: Stretch, newId: () => number): Entries {
  const headline = contentWords(article.headline ?? '')
    .map((word) => word.term)
    .join(' ');
  const { sentences, paragraphs } = stretch;
  return {
    sentences: indexesIn(sentences).map((at) => ({
      id: newId(),
      text: termsOf(corpus, at, at + 1),
      headline: '',
    })),
    paragraphs: indexesIn(paragraphs).map((at) => {
      const paragraph = corpus.paragraphs[at];
      return { id: newId(), text: termsOf(corpus, paragraph?.from ?? 0, paragraph?.to ?? 0), headline };
    }),
  };
}

function placesOf(corpus: Corpus, entries: ReadonlyMap<Article, Entries>) {
  const sentenceAt = new Map<number, number>();
  const paragraphAt = new Map<number, number>();
  for (const { article, sentences, paragraphs } of corpus.stretches) {
    const own = entries.get(article);
    own?.sentences.forEach(({ id }, position) => void sentenceAt.set(id, sentences.from + position));
    own?.paragraphs.forEach(({ id }, position) => void paragraphAt.set(id, paragraphs.from + position));
  }
  return { sentenceAt, paragraphAt };
}

function termsOf(corpus: Corpus, from: number, to: number): string {
  const terms: string[] = [];
  for (let sentence = from; sentence < to; sentence += 1) {
    for (const term of corpus.indexedTermsOf(sentence)) terms.push(term);
  }
  return terms.join(' ');
}
