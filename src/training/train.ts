import {
  AGAINST,
  type DeepMeaning,
  FEATURE_NAMES,
  FOR,
  FULL,
  PRIOR_DOUBTS,
  PRIOR_WEIGHTS,
  readHidden,
  SIGN_NAMES,
  type Story,
  type WrittenHidden,
} from '../knowledge/index.ts';
import { calibrationOf, type Step } from './calibration.ts';
import { type Bounds, type Judged, judgedOf, learnOdds } from './confidence.ts';
import { type Example, examplesOf } from './examples.ts';
import { type Learning, learn } from './learn.ts';
import { readMap, type WrittenMap, withMap, writtenMap } from './learned-map.ts';
import { precisionOf } from './scores.ts';
import {
  emptied,
  HELD_OUT,
  isHeldOut,
  numberOf,
  type Setting,
  type Sources,
  settingsOf,
} from './settings.ts';
import { writtenHidden } from './written.ts';

/** Chosen on the held-out articles of `train-wiki`. */
const LEARNING: Learning = {
  epochs: 8,
  rates: { weights: 0.02, hidden: 0.004, map: 0.005 },
  pulls: { weights: 0.0001, hidden: 0.001, map: 0.002 },
  units: 16,
  batch: 128,
  seed: 1,
};

/**
 * What these sets hold too little of stays as set by hand: transcripts, follow-ups, what people said. So does what a
 * kind of question asks for: news is asked for numbers, dates and names more than encyclopaedias are.
 */
const FIXED: ReadonlySet<string> = new Set([...Object.keys(PRIOR_WEIGHTS), 'answers']);

/**
 * What a question about news counts for when sureness is learned. Little: the ranker has seen these questions, and
 * is right about them more often than about others.
 */
const NEWS_JUDGED = 0.3;

/** What training has come to, as it is written beside the code. */
export interface Trained {
  readonly trainedOn: readonly string[];
  /** How many questions of each set at most. */
  readonly questions: number | 'all';
  readonly learning: Learning;
  /** Share of questions about held-out articles whose best sentence is right, 0 to 1, by setting. */
  readonly heldOut: Readonly<Record<string, number>>;
  /** Of the answers given to held-out questions with about this confidence, the share that is right. */
  readonly calibration: readonly Step[];
  readonly weights: Readonly<Record<string, number>>;
  readonly hidden: WrittenHidden;
  /** Not with a network: the map that was learned without it serves there too. */
  readonly answering?: WrittenMap;
  readonly confidence: Readonly<Record<string, number>>;
}

/** A network, and what waits until it has a vector of every sentence of some stories. */
export interface Network {
  readonly deep: DeepMeaning;
  prepared(stories: readonly Story[]): Promise<void>;
}

export type Progress = (done: number, total: number, what: string) => void;

/**
 * Learns the weights of the ranker, and then how sure to be of what it ranks first.
 *
 * @param sources where the sets are
 * @param network a network whose cosines are features too; `null` to learn without
 * @param onProgress told what is being done
 * @returns the weights, and how they do on articles that they have not seen
 * @throws {QuestionSetError} when a set cannot be read
 * @throws {LibraryError} when the newsroom's library cannot be read
 */
export async function train(
  sources: Sources,
  network: Network | null,
  onProgress: Progress,
): Promise<Trained> {
  const { wiki, settings } = await settingsOf(sources);
  const taken = new Map<Setting, readonly Example[]>();
  for (const setting of settings) taken.set(setting, await examplesIn(setting, network, onProgress));
  const seen = settings.flatMap((setting) =>
    (taken.get(setting) ?? [])
      .filter((example) => teaches(example) && !(setting.held && isHeldOut(example)))
      .flatMap((example) => new Array<Example>(setting.weight).fill(example)),
  );
  const start = FEATURE_NAMES.map((name) => PRIOR_WEIGHTS[name] ?? 0);
  const learned = learn(
    seen,
    start,
    FEATURE_NAMES.map((name) => FIXED.has(name) && !(network && name === 'answers')),
    network ? { ...LEARNING, rates: { ...LEARNING.rates, map: 0 } } : LEARNING,
  );
  // From here on as they will be read: what is measured is what is shipped.
  const answering = writtenMap(learned.map);
  const map = readMap(answering);
  const weights = FEATURE_NAMES.map((name, at) =>
    name === 'answers' && !network ? FULL : rounded(learned.weights[at] ?? 0),
  );
  const hidden = writtenHidden(learned);
  const ranker = { weights, hidden: readHidden(hidden) };

  const heldOut = new Map<string, number>();
  const unseen: { readonly judged: Judged; readonly story: string | null }[] = [];
  for (const setting of [...settings, ...emptied(wiki)]) {
    const examples = taken.get(setting) ?? (await examplesIn(setting, network, onProgress));
    const own = setting.held ? examples.filter(isHeldOut) : examples;
    const used = own.map((example) => (network ? example : withMap(example, map)));
    if (setting.held && settings.includes(setting)) {
      heldOut.set(setting.name, thousandths(precisionOf(used, ranker)));
    }
    unseen.push(
      ...used.map((example) => ({
        judged: judgedOf(example, ranker, setting.held ? 1 : NEWS_JUDGED),
        story: setting.held ? example.story : null,
      })),
    );
  }
  const bounds = [...FEATURE_NAMES, ...SIGN_NAMES].map(boundsOf);
  // News, of which all was learned from, is not what calibration is measured on.
  const [some, others] = parted(
    unseen,
    ({ story }) => story === null || numberOf(story) % (2 * HELD_OUT) === 0,
  );
  const odds = learnOdds(
    unseen.map(({ judged }) => judged),
    bounds,
  );
  const trial = learnOdds(
    some.map(({ judged }) => judged),
    bounds,
  );
  return {
    trainedOn: settings.map(({ name }) => name),
    questions: sources.limit ?? 'all',
    learning: LEARNING,
    heldOut: Object.fromEntries(heldOut),
    calibration: calibrationOf(
      trial,
      others.map(({ judged }) => judged),
    ),
    weights: named(FEATURE_NAMES, weights),
    hidden,
    ...(network ? {} : { answering }),
    confidence: {
      bias: rounded(odds.bias),
      ...named([...FEATURE_NAMES, ...SIGN_NAMES], odds.weights.map(rounded)),
    },
  };
}

async function examplesIn(
  { name, set, among }: Setting,
  network: Network | null,
  onProgress: Progress,
): Promise<readonly Example[]> {
  await network?.prepared(set.stories);
  return examplesOf(set, { among, deep: network?.deep ?? null }, (done, total) =>
    onProgress(done, total, name),
  );
}

/** Whether there is something to be told apart. */
function teaches({ right }: Example): boolean {
  return right.includes(true) && right.includes(false);
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** What a weight of the confidence may be: given, of one direction, or 0. */
function boundsOf(name: string): Bounds {
  const given = PRIOR_DOUBTS[name];
  if (given !== undefined) return { from: given, to: given };
  return {
    from: AGAINST.includes(name) ? Number.NEGATIVE_INFINITY : 0,
    to: FOR.includes(name) ? Number.POSITIVE_INFINITY : 0,
  };
}

function named(names: readonly string[], values: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0]));
}

const rounded = (weight: number) => Math.round(weight * 100) / 100;
const thousandths = (share: number) => Math.round(share * 1000) / 1000;
