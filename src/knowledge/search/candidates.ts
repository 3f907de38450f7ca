import type { Corpus } from '../corpus.ts';
import { CANDIDATES, type Candidate } from './engine.ts';

/** A sentence or a paragraph that was found: its index in the corpus, and its score. */
export interface Hit {
  readonly at: number;
  /** BM25, above 0. */
  readonly score: number;
}

/**
 * Sentences of one paragraph that are judged beside its best: ten times what a long paragraph of news copy has. In a
 * transcript without paragraphs each question would judge all of it.
 */
const OF_A_PARAGRAPH = 100;

/**
 * Picks the candidates that are judged from all that was found.
 *
 * @param corpus where it was found
 * @param sentences sentences that were found
 * @param paragraphs paragraphs that were found
 * @returns the best sentences by their own score and their paragraph's together, and every sentence of the
 *   best paragraphs, of very long ones the first hundred
 */
export function picked(corpus: Corpus, sentences: readonly Hit[], paragraphs: readonly Hit[]): Candidate[] {
  const candidates = new Map<number, Candidate>();
  const scores = new Map(sentences.map(({ at, score }) => [at, score]));
  const paragraphScores = new Map(paragraphs.map(({ at, score }) => [at, score]));
  const paragraphScoreOf = (sentence: number) => paragraphScores.get(corpus.paragraphOf[sentence] ?? -1) ?? 0;
  const add = (sentence: number) => {
    if (candidates.has(sentence)) return;
    const [score, paragraphScore] = [scores.get(sentence) ?? 0, paragraphScoreOf(sentence)];
    candidates.set(sentence, { sentence, score, paragraphScore });
  };
  const best = sentences
    .map(({ at, score }) => ({ at, sum: score + CANDIDATES.paragraphWeight * paragraphScoreOf(at) }))
    .sort((a, b) => b.sum - a.sum || a.at - b.at);
  for (const { at } of best.slice(0, CANDIDATES.sentences)) add(at);
  const bestParagraphs = [...paragraphs].sort((a, b) => b.score - a.score || a.at - b.at);
  for (const { at } of bestParagraphs.slice(0, CANDIDATES.paragraphs)) {
    const { from, to } = corpus.paragraphs[at] ?? { from: 0, to: 0 };
    const end = Math.min(to, from + OF_A_PARAGRAPH);
    for (let sentence = from; sentence < end; sentence += 1) add(sentence);
  }
  return [...candidates.values()];
}
