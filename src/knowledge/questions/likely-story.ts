import type { Story } from '../article.ts';
import { contentWords, countedOf } from '../corpus.ts';
import { backgroundFrequency } from '../meaning/background.ts';

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
  const held = stories.map((story) => ({ slug: story.slug, terms: termsOf(story) }));
  return (question) => {
    const terms = new Set(contentWords(question).map(({ term }) => term));
    const weights = [...terms].map((term) => ({ term, weight: -Math.log(backgroundFrequency(term)) }));
    const sumOf = (some: typeof weights) => some.reduce((sum, { weight }) => sum + weight, 0);
    const [best, second] = held
      .map((story) => ({
        slug: story.slug,
        weight: sumOf(weights.filter(({ term }) => story.terms.has(term))),
      }))
      .sort((a, b) => b.weight - a.weight);
    if (best === undefined || best.weight === 0 || best.weight < LEAST_HELD * sumOf(weights)) return null;
    return second?.weight === best.weight ? null : best.slug;
  };
}

function termsOf({ title, aliases, articles }: Story): ReadonlySet<string> {
  const named = [title, ...aliases, ...articles.map(({ headline }) => headline ?? '')];
  return new Set([
    ...named.flatMap((name) => contentWords(name).map(({ term }) => term)),
    ...articles.flatMap((article) => countedOf(article).terms.flat()),
  ]);
}
