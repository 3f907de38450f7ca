import { isRight, type QuestionSet, type SetQuestion } from '../evaluation/question-set.ts';
import {
  type DeepMeaning,
  FEATURE_NAMES,
  openEngines,
  openRankingList,
  type RankedQuote,
  type RankingList,
  SIGN_NAMES,
  type Story,
} from '../knowledge/index.ts';

/** Numbers in a vector of what is left of a text. */
export const REST = 64;
/** What 1 is in those vectors here: as bytes a quarter of the memory. */
export const ONE = 127;

/** A question with its candidates, best first as they are ranked now. */
export interface Example {
  /** Slug of the story that it is about. */
  readonly story: string;
  readonly candidates: number;
  /** Values of the features, candidate by candidate, in the order of `FEATURE_NAMES`. */
  readonly features: Float32Array;
  /** Values of the signs, in the same way, in the order of `SIGN_NAMES`. */
  readonly signs: Float32Array;
  /** What is left of the question and of the sentence, candidate by candidate, as bytes. */
  readonly rests: Int8Array;
  /** Whether each candidate is right; none is for a question without an answer. */
  readonly right: readonly boolean[];
}

/** Where candidates come from: all articles, or the story that the question is about, as in a small library. */
export type Among = 'all' | 'one';

/** How a set is asked. */
export interface Asking {
  readonly among: Among;
  /** Meaning by a network; `null` to do without. */
  readonly deep: DeepMeaning | null;
}

/**
 * Asks the questions of a set, and takes what is judged of each candidate.
 *
 * @param set the set
 * @param asking how
 * @param onProgress told after each question
 * @returns an example for each question that has a candidate
 */
export async function examplesOf(
  set: QuestionSet,
  asking: Asking,
  onProgress: (done: number, total: number) => void,
): Promise<Example[]> {
  const examples: Example[] = [];
  const listFor = listsOf(set, asking);
  for (const [done, question] of set.questions.entries()) {
    onProgress(done, set.questions.length);
    const story = storyOf(question);
    if (asking.among === 'one' && story === null) continue;
    const list = await listFor(story ?? '');
    const scope = { place: { bot: 'terminal' as const }, story: null };
    const ranked = await list.rank({ text: question.text, scope, earlier: [] }, Number.POSITIVE_INFINITY);
    if (ranked.length > 0) examples.push(exampleOf(question, story ?? '', ranked));
  }
  return examples;
}

function storyOf({ story, gold }: SetQuestion): string | null {
  return story ?? (gold?.kind === 'sentences' ? gold.story : null);
}

function exampleOf(question: SetQuestion, story: string, ranked: readonly RankedQuote[]): Example {
  const { gold } = question;
  const features = new Float32Array(ranked.length * FEATURE_NAMES.length);
  const signs = new Float32Array(ranked.length * SIGN_NAMES.length);
  const rests = new Int8Array(ranked.length * 2 * REST);
  for (const [at, quote] of ranked.entries()) {
    features.set(quote.features, at * FEATURE_NAMES.length);
    signs.set(quote.signs, at * SIGN_NAMES.length);
    const { question: asked, sentence } = quote.rest();
    rests.set(bytes(asked), at * 2 * REST);
    rests.set(bytes(sentence), (at * 2 + 1) * REST);
  }
  const isHere = ({ quote }: RankedQuote) =>
    question.story === null || quote.citation.story === question.story;
  return {
    story,
    candidates: ranked.length,
    features,
    signs,
    rests,
    right: ranked.map((one) => gold !== null && isHere(one) && isRight(one.quote, gold)),
  };
}

function bytes(vector: Float32Array): Int8Array {
  return Int8Array.from(vector, (value) => Math.round(value * ONE));
}

function listsOf({ stories }: QuestionSet, { among, deep }: Asking): (slug: string) => Promise<RankingList> {
  const engines = openEngines('memory', null);
  const open = (some: readonly Story[]) => engines.then(({ make }) => openRankingList(some, make(), deep));
  const made = new Map<string, Promise<RankingList>>();
  return (slug) => {
    const key = among === 'all' ? '' : slug;
    const known =
      made.get(key) ?? open(among === 'all' ? stories : stories.filter((story) => story.slug === slug));
    made.set(key, known);
    return known;
  };
}
