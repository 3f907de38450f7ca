import { measure, type Outcome } from '../../src/evaluation/measures.ts';
import type { SetQuestion } from '../../src/evaluation/question-set.ts';
import { grown } from '../grown.ts';
import type { BenchSentence, Search } from '../peer.ts';
import { PEERS, type PeerName } from '../peers.ts';
import type { Measured } from '../results.ts';
import { memory } from './memory.ts';
import { answers, evenly, readSet, sentencesIn } from './set.ts';

/** What one process measures. */
export interface Job {
  readonly peer: PeerName;
  /** Path of the set. */
  readonly set: string;
  /** The most questions; `null` for all. */
  readonly limit: number | null;
  /** How many sentences the library is cut or grown to; `null` for the set's own. */
  readonly size: number | null;
}

const BEST = 10;
/** Put before the clock runs, so that the compiler has seen the code: a service runs for days. */
const WARM_UP = 20;
const SEED = 1;

/** What has been built stays here: else it might be thrown away before it is weighed. */
const kept: unknown[] = [];

/**
 * Builds a peer's index and puts the questions. To be run in a process of its own, with `--expose-gc`.
 *
 * @param job what to measure
 * @returns what was measured
 */
export async function measured({ peer: name, set: path, limit, size }: Job): Promise<Measured> {
  const set = await readSet(path);
  const stories = size === null ? set.stories : grown(set.stories, size, SEED);
  const sentences = sentencesIn(stories);
  const { held: before } = memory();

  const peer = await PEERS[name]();
  const questions = evenly(evenly(set.questions, limit), peer.most);
  const started = performance.now();
  const search = await peer.build(sentences, stories);
  const build = performance.now() - started;
  kept.push(search);

  for (const { text } of questions.slice(0, WARM_UP)) await search(text, BEST);
  const outcomes = await asked(search, sentences, questions);
  // What is weighed also holds the outcomes, some 100 bytes a question: 1 MB of 10,000.
  const after = memory();

  const { precisionAt1, mrrAt10, p50, p95 } = measure(outcomes, 0);
  return {
    name: peer.name,
    version: await peer.version(),
    setup: peer.setup,
    documentation: peer.documentation,
    sentences: sentences.length,
    questions: questions.length,
    precisionAt1,
    mrrAt10,
    p50,
    p95,
    build,
    held: after.held - before,
    resident: after.resident,
  };
}

async function asked(
  search: Search,
  sentences: readonly BenchSentence[],
  questions: readonly SetQuestion[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const started = performance.now();
    const found = await search(question.text, BEST);
    const took = performance.now() - started;
    const at = found.slice(0, BEST).findIndex((index) => answers(sentences[index], question));
    outcomes.push({
      answerable: question.gold !== null,
      rightAt: at < 0 ? null : at,
      inParagraph: null,
      confidence: 0,
      took,
    });
  }
  return outcomes;
}
