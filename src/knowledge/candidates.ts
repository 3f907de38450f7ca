import { type Corpus, indexesIn, type Stretch } from './corpus.ts';
import { LOOKED_THROUGH, makeVectors, meaningOf, sentenceVectorsOf } from './meaning/sentence-vectors.ts';
import { type Candidate, withReplies } from './search/engine.ts';
import { tokens } from './words/terms.ts';

/**
 * Sentences that are added by meaning, whatever words they hold: on `train-wiki` the right one is then among
 * the candidates in 97.8 of 100 questions, instead of 97.2.
 */
const BY_MEANING = 10;
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
export async function candidatesFor(
  found: readonly Candidate[],
  text: string,
  corpus: Corpus,
  stories: ReadonlySet<string>,
): Promise<readonly Candidate[]> {
  const { stretches, sentences } = openIn(corpus, stories);
  // Of a story in a large library they are made when it is asked for the first time.
  if (sentences > WHOLE && sentences <= LOOKED_THROUGH) await makeVectors(stretches);
  const more =
    sentences <= WHOLE
      ? stretches.flatMap((stretch) => indexesIn(stretch.sentences))
      : sentences <= LOOKED_THROUGH
        ? sentenceVectorsOf(corpus).nearest(meaningOf(tokens(text)), BY_MEANING, stretches)
        : [];
  return withReplies(withSentences(found, more), corpus);
}

/** The articles of some stories, in order, and how many sentences they have. */
interface Open {
  readonly of: Corpus['stretches'];
  readonly stretches: readonly Stretch[];
  readonly sentences: number;
}

const known = new WeakMap<ReadonlySet<string>, Open>();

/** Found out once for the same set of slugs: of 40,000 articles it would take longer than all else. */
function openIn(corpus: Corpus, stories: ReadonlySet<string>): Open {
  const before = known.get(stories);
  if (before?.of === corpus.stretches) return before;
  const own = [...stories].flatMap((story) => corpus.stretchesOf(story));
  const stretches = own.sort((a, b) => a.sentences.from - b.sentences.from);
  const sentences = own.reduce((total, stretch) => total + stretch.sentences.to - stretch.sentences.from, 0);
  const open = { of: corpus.stretches, stretches, sentences };
  known.set(stories, open);
  return open;
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
