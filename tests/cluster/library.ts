import type { Article, Story } from '../../src/knowledge/article.ts';
import { articleOf, storyOf } from '../support/articles.ts';

const SUBJECTS = [
  'The ferry',
  'A bridge',
  'The mayor',
  'Nobody',
  'The harbour board',
  'A fisherman',
  'The tide',
];
const VERBS = ['carried', 'closed', 'counted', 'repaired', 'promised', 'sold', 'measured', 'forgot'];
const THINGS = [
  'lanterns',
  'tickets',
  'nets',
  'oysters',
  'pilings',
  'complaints',
  'herons',
  'votes',
  'berths',
];
const WHENS = ['on Monday', 'before dawn', 'after the storm', 'last winter', 'at noon', 'in the rain'];

/** The same numbers each time: a linear congruential generator (Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Invents a library: its sentences share most of their words, and each has a number of its own.
 *
 * @param count articles
 * @param seed another one makes other articles
 * @returns stories of ten articles each
 */
export function inventedLibrary(count: number, seed = 1): readonly Story[] {
  const below = numbers(seed);
  const one = (words: readonly string[]) => words[below(words.length)] ?? '';
  const sentence = () => `${one(SUBJECTS)} ${one(VERBS)} ${below(100_000)} ${one(THINGS)} ${one(WHENS)}.`;
  const paragraph = () => Array.from({ length: 1 + below(4) }, sentence).join(' ');
  const made = Array.from(
    { length: count },
    (_, at): Article =>
      articleOf({
        id: `article-${seed}-${at}`,
        story: `story-${Math.floor(at / 10)}`,
        headline: `${one(SUBJECTS)} ${one(VERBS)} ${one(THINGS)}`,
        body: Array.from({ length: 2 + below(5) }, paragraph).join('\n\n'),
      }),
  );
  const slugs = [...new Set(made.map(({ story }) => story))];
  return slugs.map((slug) =>
    storyOf(
      made.filter(({ story }) => story === slug),
      { slug },
    ),
  );
}
