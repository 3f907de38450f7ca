import type { Corpus } from '../corpus.ts';

/** A term to look for, with how much a match counts. */
export interface SearchTerm {
  readonly term: string;
  /** Above 0; 1 is what an exact, ordinary word counts. */
  readonly weight: number;
}

/** A sentence that the engine found, and how well it and its paragraph match, both BM25, 0 and up. */
export interface Candidate {
  /** Index into {@link Corpus.sentences}. */
  readonly sentence: number;
  readonly score: number;
  readonly paragraphScore: number;
}

/** The port that every search engine implements: it finds candidates; judging them is not its business. */
export interface SearchEngine {
  readonly name: string;
  /** Indexes a corpus, in place of what was indexed. Questions are answered meanwhile. */
  load(corpus: Corpus): Promise<void>;
  /**
   * The most sentences by which a corpus may differ from the one that is indexed for {@link update}. 0 for an engine
   * whose `search` does not look everything up before its first `await`: a question in flight would see a mix.
   */
  readonly updates: number;
  /**
   * Turns the index to a corpus that differs little from the one that is indexed, before it returns: no
   * question comes in between. Finds and scores as if the corpus had been loaded.
   */
  update(corpus: Corpus): void;
  /**
   * @param terms what to look for; any of them may match
   * @param stories slugs of the stories that may be looked in
   * @returns candidates: the best sentences, and every sentence of the best paragraphs; in no order
   */
  search(terms: readonly SearchTerm[], stories: ReadonlySet<string>): Promise<readonly Candidate[]>;
  close(): Promise<void>;
}

/**
 * How many candidates are judged. On 10,252 sentences the 40 best by sentence and paragraph together and
 * all sentences of the four best paragraphs hold the right one 97 % of the time (docs/design.md).
 */
export const CANDIDATES = { sentences: 40, paragraphs: 4, paragraphWeight: 0.3 } as const;

/** A reply seldom repeats the words of the question that it answers, so no engine finds it by them. */
const REPLIES = 2;

/**
 * Puts what follows a host's question in the place of the question: in a transcript, a question answers
 * nobody, and the sentences after it answer it.
 *
 * @param candidates what an engine found
 * @param corpus where it was found
 * @returns the candidates with replies and without questions of transcripts, each sentence once
 */
export function withReplies(candidates: readonly Candidate[], corpus: Corpus): readonly Candidate[] {
  const found = new Map(candidates.map((candidate) => [candidate.sentence, candidate]));
  for (const { sentence } of candidates) {
    const question = corpus.sentences[sentence];
    if (!question?.asks || question.article.kind !== 'transcript') continue;
    found.delete(sentence);
    for (let next = sentence + 1; next <= sentence + REPLIES; next += 1) {
      const reply = corpus.sentences[next];
      if (reply?.article !== question.article || reply.asks) break;
      if (!found.has(next)) found.set(next, { sentence: next, score: 0, paragraphScore: 0 });
    }
  }
  return [...found.values()];
}
