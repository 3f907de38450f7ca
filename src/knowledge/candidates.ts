import { type Corpus, indexesIn } from './corpus.ts';
import { meaningOf, sentenceVectorsOf } from './meaning/sentence-vectors.ts';
import { type Candidate, withReplies } from './search/engine.ts';
import { tokens } from './words/terms.ts';

/**
 * Sentences that are added by meaning, whatever words they hold: on `train-wiki` the right one is then among
 * the candidates in 97.8 of 100 questions, instead of 97.2.
 */
const BY_MEANING = 10;
/** A library is looked through sentence by sentence, at 60 ns each; in a larger one words have to do. */
const LOOKED_THROUGH = 40_000;
/** Stories of so few sentences are judged whole: in a short one the answer may share no word with the question. */
const WHOLE = 100;

/**
 * Adds what no search engine finds by words: what follows a host's question, what is near in meaning, and
 * all of a short story.
 *
 * @param found what the engine found
 * @param text the question in plain words
 * @param corpus the library
 * @param stories slugs of the stories that may be looked in
 * @returns the candidates to be judged, each sentence once
 */
export function candidatesFor(
  found: readonly Candidate[],
  text: string,
  corpus: Corpus,
  stories: ReadonlySet<string>,
): readonly Candidate[] {
  const open = corpus.stretches.filter(({ article }) => stories.has(article.story));
  const sentences = open.reduce((total, stretch) => total + stretch.sentences.to - stretch.sentences.from, 0);
  const more =
    sentences <= WHOLE
      ? open.flatMap((stretch) => indexesIn(stretch.sentences))
      : sentences <= LOOKED_THROUGH
        ? sentenceVectorsOf(corpus).nearest(meaningOf(tokens(text)), BY_MEANING, ({ story }) =>
            stories.has(story),
          )
        : [];
  return withReplies(withSentences(found, more), corpus);
}

/** @returns the candidates with these sentences among them, each once */
export function withSentences(
  candidates: readonly Candidate[],
  sentences: readonly number[],
): readonly Candidate[] {
  const found = new Set(candidates.map(({ sentence }) => sentence));
  const missing = sentences.filter((sentence) => !found.has(sentence));
  return [...candidates, ...missing.map((sentence) => ({ sentence, score: 0, paragraphScore: 0 }))];
}
