import { type Corpus, textOf } from './corpus.ts';
import type { DeepMeaning } from './meaning/deep.ts';
import type { Candidate } from './search/engine.ts';

/** Cosines of a question and sentences by the network, by their index. */
export type DeepCosines = ReadonlyMap<number, number>;

/**
 * @param deep the network, where it is wanted
 * @param text the question in plain words
 * @param candidates sentences that are to be judged
 * @param corpus the library
 * @returns cosines of the candidates and of the sentences before them; `null` where they are not at hand in time
 */
export async function deepCosines(
  deep: DeepMeaning | null,
  text: string,
  candidates: readonly Candidate[],
  corpus: Corpus,
): Promise<DeepCosines | null> {
  if (deep === null || candidates.length === 0) return null;
  const wanted = new Set(candidates.flatMap(({ sentence }) => withBefore(sentence, corpus)));
  const sentences = [...wanted];
  const cosines = await deep.cosines(
    text,
    sentences.map((sentence) => textOf(corpus.sentences[sentence])),
  );
  return cosines && new Map(sentences.map((sentence, at) => [sentence, cosines[at] ?? 0]));
}

function withBefore(sentence: number, corpus: Corpus): number[] {
  const isSame = corpus.sentences[sentence - 1]?.article === corpus.sentences[sentence]?.article;
  return isSame ? [sentence - 1, sentence] : [sentence];
}
