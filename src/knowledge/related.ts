import type { Story } from './article.ts';
import { contentWords } from './corpus.ts';

const AT_MOST = 3;

/**
 * Picks suggestions: questions that editors know the stories answer, nearest to what was asked first.
 *
 * @param text what was asked
 * @param stories the stories that may be asked about
 * @returns at most three questions, none of them the one just asked
 */
export function relatedTo(text: string, stories: readonly Story[]): string[] {
  const asked = new Set(contentWords(text.slice(0, 1000)).map((word) => word.term));
  const same = plain(text);
  return stories
    .flatMap((story) => story.questions)
    .filter((question) => plain(question) !== same)
    .map((question, index) => ({ question, index, near: shared(question, asked) }))
    .sort((a, b) => b.near - a.near || a.index - b.index)
    .slice(0, AT_MOST)
    .map(({ question }) => question);
}

/** The share of the suggestion's words that were asked for. */
function shared(question: string, asked: ReadonlySet<string>): number {
  const words = contentWords(question);
  return words.filter((word) => asked.has(word.term)).length / Math.max(1, words.length);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
