import type { DeepMeaning, DeepMeaningOptions } from '../deep.ts';
import { startEmbedder } from './embedder.ts';
import { questionVectors } from './question-vectors.ts';
import { sentenceVectors } from './sentence-vectors.ts';
import { cosine } from './vector.ts';
import { vectorFilesIn } from './vector-files.ts';

/**
 * In ms: a question takes 22, and waits 43 for the sentence that is being computed. A person does not notice,
 * and Slack wants to hear within three seconds.
 */
const PATIENCE = 150;

/** @inheritdoc DeepMeaningOptions */
export interface MiniLmOptions extends DeepMeaningOptions {
  /** Address of a module that stands in for the network in tests. */
  readonly standIn?: string;
}

/**
 * Opens all-MiniLM-L6-v2 (Wang and others 2020, https://arxiv.org/abs/2002.10957), which runs in one thread
 * beside the one that answers: 0.45 s to load, 22 ms a question, 43 ms a sentence, 315 MB.
 *
 * @param options where vectors are kept, how long a question may wait (150 ms), and who is told
 * @returns the network, which is still loading
 * @throws {DeepMeaningError} when its packages are not installed
 */
export async function openMiniLm(options: MiniLmOptions): Promise<DeepMeaning> {
  const { folder, patience = PATIENCE, news, standIn = null } = options;
  const embedder = await startEmbedder({ standIn }, (cause) =>
    news.trouble('The network of SEMANTIC=minilm has ended twice: answers go on without it.', cause),
  );
  const sentences = sentenceVectors(embedder, vectorFilesIn(folder, news), news);
  const questions = questionVectors(embedder, patience);
  return {
    async cosines(question, texts) {
      if (texts.length === 0) return [];
      const vectors = sentences.of(texts);
      const asked = vectors && (await questions(question));
      return asked ? vectors.map((vector) => cosine(asked, vector)) : null;
    },
    prepare: sentences.prepare,
    ready: sentences.ready,
    async close() {
      await embedder.close();
      await sentences.close();
    },
  };
}
