import MiniSearch, { type SearchOptions } from 'minisearch';
import { type Corpus, contentWords, type Paragraph } from '../corpus.ts';
import { CANDIDATES, type Candidate, type SearchEngine, type SearchTerm } from './engine.ts';

interface Entry {
  readonly id: number;
  /** Terms, separated by spaces: they are made by `words/terms.ts` alone, so that all engines agree. */
  readonly text: string;
  readonly headline: string;
}

const AS_GIVEN = { tokenize: (text: string) => text.split(' '), processTerm: (term: string) => term || null };

/**
 * MiniSearch, in this process's memory: one index over sentences and one over paragraphs with their
 * article's headline. About 1 KB a sentence.
 *
 * @returns the engine, empty until it is loaded
 */
export function miniSearchEngine(): SearchEngine {
  let loaded: { corpus: Corpus; sentences: MiniSearch<Entry>; paragraphs: MiniSearch<Entry> } | null = null;

  return {
    name: 'minisearch',

    async load(corpus) {
      const sentences = new MiniSearch<Entry>({ fields: ['text'], ...AS_GIVEN });
      sentences.addAll(
        corpus.sentences.map((_, id) => ({ id, text: termsOf(corpus, id, id + 1), headline: '' })),
      );
      const paragraphs = new MiniSearch<Entry>({ fields: ['text', 'headline'], ...AS_GIVEN });
      paragraphs.addAll(corpus.paragraphs.map((paragraph, id) => entryOf(corpus, paragraph, id)));
      loaded = { corpus, sentences, paragraphs };
    },

    async search(terms, stories) {
      if (!loaded || terms.length === 0) return [];
      const { corpus, sentences, paragraphs } = loaded;
      const open = (paragraph: number) => stories.has(corpus.paragraphs[paragraph]?.article.story ?? '');
      const found = new Map<number, number>();
      for (const { id, score } of run(paragraphs, terms, open)) found.set(id, score);
      const scored = run(sentences, terms, (id) => open(corpus.paragraphOf[id] ?? -1));
      return pick(corpus, scored, found);
    },

    async close() {
      loaded = null;
    },
  };
}

function run(
  index: MiniSearch<Entry>,
  terms: readonly SearchTerm[],
  open: (id: number) => boolean,
): { id: number; score: number }[] {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const options: SearchOptions = {
    ...AS_GIVEN,
    combineWith: 'OR',
    boost: { headline: 0.5 },
    boostTerm: (term) => weights.get(term) ?? 1,
    filter: ({ id }) => open(id),
  };
  return index.search([...weights.keys()].join(' '), options).map(({ id, score }) => ({ id, score }));
}

function pick(
  corpus: Corpus,
  scored: readonly { id: number; score: number }[],
  paragraphScores: ReadonlyMap<number, number>,
): Candidate[] {
  const picked = new Map<number, Candidate>();
  const add = (sentence: number, score: number) => {
    const paragraphScore = paragraphScores.get(corpus.paragraphOf[sentence] ?? -1) ?? 0;
    if (!picked.has(sentence)) picked.set(sentence, { sentence, score, paragraphScore });
  };
  const together = ({ id, score }: { id: number; score: number }) =>
    score + CANDIDATES.paragraphWeight * (paragraphScores.get(corpus.paragraphOf[id] ?? -1) ?? 0);
  const best = scored
    .map((hit) => ({ ...hit, sum: together(hit) }))
    .sort((a, b) => b.sum - a.sum || a.id - b.id);
  for (const { id, score } of best.slice(0, CANDIDATES.sentences)) add(id, score);
  const scores = new Map(scored.map(({ id, score }) => [id, score]));
  // The search returns paragraphs best first, and a Map keeps that order.
  for (const paragraph of [...paragraphScores.keys()].slice(0, CANDIDATES.paragraphs)) {
    const { from, to } = corpus.paragraphs[paragraph] ?? { from: 0, to: 0 };
    for (let sentence = from; sentence < to; sentence += 1) {
      add(sentence, scores.get(sentence) ?? 0);
    }
  }
  return [...picked.values()];
}

function entryOf(corpus: Corpus, paragraph: Paragraph, id: number): Entry {
  return {
    id,
    text: termsOf(corpus, paragraph.from, paragraph.to),
    headline: contentWords(paragraph.article.headline)
      .map((word) => word.term)
      .join(' '),
  };
}

function termsOf(corpus: Corpus, from: number, to: number): string {
  const terms: string[] = [];
  for (let sentence = from; sentence < to; sentence += 1) {
    terms.push(...corpus.wordsOf(sentence).map((word) => word.term));
  }
  return terms.join(' ');
}
