import { readMarkedSet } from '../evaluation/sets/marked.ts';
import { FEATURE_NAMES, PRIOR_WEIGHTS } from '../knowledge/index.ts';
import { type Example, examplesOf } from './examples.ts';
import { type Learning, learn, precisionOf } from './learn.ts';

/** What is trained on. The names are of development sets; a test set is never among them. */
export const SETS = ['train-wiki', 'train-reviews'] as const;

/**
 * Chosen on the held-out articles of `train-wiki`, of pulls from 0.0001 to 0.005: less forgets what only
 * transcripts and follow-ups need and these sets have nothing of.
 */
const LEARNING: Learning = { epochs: 15, rate: 0.5, pull: 0.001, seed: 1 };

/** News is asked for numbers, dates and names more than encyclopaedias are: these two stay as set by hand. */
const KEPT: ReadonlySet<string> = new Set(['kind', 'lacking']);

/** Every fifth article is held out: what is learned is measured on it. */
const HELD_OUT = 5;

/** What training has come to, as it is written beside the code. */
export interface Trained {
  readonly trainedOn: readonly string[];
  readonly learning: Learning;
  /** Share of questions about held-out articles whose best sentence is right, before and after, by setting. */
  readonly heldOut: Readonly<Record<string, { readonly before: number; readonly after: number }>>;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * Learns the weights of the ranker.
 *
 * @param folder where the sets are
 * @param onProgress told what is being done
 * @returns the weights, and how they do on articles that they have not seen
 * @throws {QuestionSetError} when a set cannot be read
 */
export async function train(
  folder: string,
  onProgress: (done: number, total: number, what: string) => void,
): Promise<Trained> {
  const settings = new Map<string, Example[]>();
  for (const name of SETS) {
    const set = await readMarkedSet(`${folder}/${name}`);
    for (const among of name === 'train-wiki' ? (['all', 'one'] as const) : (['all'] as const)) {
      const setting = `${name}, ${among === 'all' ? 'all articles' : 'one article'}`;
      const progress = (done: number, total: number) => onProgress(done, total, setting);
      settings.set(setting, await examplesOf(set, among, progress));
    }
  }
  const start = FEATURE_NAMES.map((name) => PRIOR_WEIGHTS[name] ?? 0);
  const free = FEATURE_NAMES.map((name) => !KEPT.has(name));
  const seen = [...settings.values()].flat().filter((example) => !isHeldOut(example));
  const learned = learn(seen, start, free, LEARNING).map(rounded);
  const heldOut = [...settings].map(([setting, examples]) => {
    const unseen = examples.filter(isHeldOut);
    const [before, after] = [start, learned].map((weights) => thousandths(precisionOf(unseen, weights)));
    return [setting, { before: before ?? 0, after: after ?? 0 }] as const;
  });
  return {
    trainedOn: [...settings.keys()],
    learning: LEARNING,
    heldOut: Object.fromEntries(heldOut),
    weights: Object.fromEntries(FEATURE_NAMES.map((name, at) => [name, learned[at] ?? 0])),
  };
}

function isHeldOut({ story }: Example): boolean {
  return Number(story.replace(/\D/g, '')) % HELD_OUT === 0;
}

const rounded = (weight: number) => Math.round(weight * 100) / 100;
const thousandths = (share: number) => Math.round(share * 1000) / 1000;
