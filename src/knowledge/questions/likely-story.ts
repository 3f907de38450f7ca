import type { Story } from '../article.ts';
import { contentWords, countedOf, termNumbersOf } from '../counted.ts';
import { backgroundFrequency } from '../meaning/background.ts';
import { placeOf } from '../search/memory/lists.ts';
import { knownNumberOf, numberedTerms } from '../words/term-numbers.ts';

/** A story that holds less of what a question's words weigh is not what it is about. */
const LEAST_HELD = 0.5;

/**
 * Tells by a question's words which story it is about: for those who keep the stories, where no answer told it.
 *
 * @param stories the stories that it may be about
 * @returns of a question, the slug of the story that holds most of its words, weighed by how rare they are; `null`
 *   where no story holds half of them, or two hold as much
 */
export function likelyStory(stories: readonly Story[]): (question: string) => string | null {
  const seen = new Uint32Array(numberedAfter(stories));
  const held = stories.map((story, at) => ({ slug: story.slug, holds: holdingOf(story, seen, at + 1) }));
  return (question) => {
    const terms = new Set(contentWords(question).map(({ term }) => term));
    const weights = [...terms].map((term) => ({ term, weight: -Math.log(backgroundFrequency(term)) }));
    const sumOf = (some: typeof weights) => some.reduce((sum, { weight }) => sum + weight, 0);
    const [best, second] = held
      .map((story) => ({
        slug: story.slug,
        weight: sumOf(weights.filter(({ term }) => story.holds(term))),
      }))
      .sort((a, b) => b.weight - a.weight);
    if (best === undefined || best.weight === 0 || best.weight < LEAST_HELD * sumOf(weights)) return null;
    return second?.weight === best.weight ? null : best.slug;
  };
}

/** @returns how many terms there are when all of these stories are counted */
function numberedAfter(stories: readonly Story[]): number {
  for (const { articles } of stories) for (const article of articles) countedOf(article);
  return numberedTerms();
}

/**
 * Whether a story holds a term: four bytes for each that it holds, where a set of texts would take some fifty.
 *
 * @param seen for each term, the last story that was looked through and held it
 * @param nth this story, counted from 1
 */
function holdingOf(
  { title, aliases, articles }: Story,
  seen: Uint32Array,
  nth: number,
): (term: string) => boolean {
  const named = [title, ...aliases, ...articles.map(({ headline }) => headline ?? '')];
  const inNames = new Set(named.flatMap((name) => contentWords(name).map(({ term }) => term)));
  const different: number[] = [];
  for (const article of articles) {
    for (const number of termNumbersOf(countedOf(article))) {
      if (seen[number] !== nth) different.push(number);
      seen[number] = nth;
    }
  }
  const sorted = Uint32Array.from(different).sort();
  return (term) => {
    const number = knownNumberOf(term);
    if (inNames.has(term)) return true;
    return number !== undefined && sorted[placeOf(sorted, number, 0, sorted.length)] === number;
  };
}
