import { isRight, type QuestionSet } from '../evaluation/question-set.ts';
import { FEATURE_NAMES, newEngine, openRankingList, type Story } from '../knowledge/index.ts';

/** A question with its candidates. */
export interface Example {
  /** Slug of the story that answers. */
  readonly story: string;
  readonly candidates: number;
  /** Values of the features, candidate by candidate, in the order of `FEATURE_NAMES`. */
  readonly values: Float32Array;
  /** Whether each candidate is right. */
  readonly right: readonly boolean[];
}

/** Candidates beyond these are never first. */
const MOST = 200;

/**
 * Asks the questions of a set, and takes what is judged of each candidate.
 *
 * @param set the set; its unanswerable questions teach nothing about order, and are passed over
 * @param among `all`: candidates come from all articles; `one`: from the article that answers, as in a small
 *   library
 * @param onProgress told after each question
 * @returns an example for each question that has a right candidate
 */
export async function examplesOf(
  set: QuestionSet,
  among: 'all' | 'one',
  onProgress: (done: number, total: number) => void,
): Promise<Example[]> {
  const examples: Example[] = [];
  const asked = set.questions.filter(({ gold }) => gold?.kind === 'sentences');
  const listFor = listsOf(set, among);
  for (const [done, { text, gold }] of asked.entries()) {
    onProgress(done, asked.length);
    if (gold?.kind !== 'sentences') continue;
    const list = await listFor(gold.story);
    const scope = { place: { bot: 'terminal' as const }, story: null };
    const ranked = await list.rank({ text, scope, earlier: [] }, MOST);
    const right = ranked.map(({ quote }) => isRight(quote, gold));
    if (!right.includes(true)) continue;
    const values = new Float32Array(ranked.length * FEATURE_NAMES.length);
    for (const [at, { values: own }] of ranked.entries()) values.set(own, at * FEATURE_NAMES.length);
    examples.push({ story: gold.story, candidates: ranked.length, values, right });
  }
  return examples;
}

type List = Awaited<ReturnType<typeof openRankingList>>;

function listsOf({ stories }: QuestionSet, among: 'all' | 'one'): (slug: string) => Promise<List> {
  const open = (some: readonly Story[]) => openRankingList(some, newEngine('minisearch'));
  const made = new Map<string, Promise<List>>();
  return (slug) => {
    const key = among === 'all' ? '' : slug;
    const known =
      made.get(key) ?? open(among === 'all' ? stories : stories.filter((story) => story.slug === slug));
    made.set(key, known);
    return known;
  };
}
