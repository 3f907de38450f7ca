import type { Story } from './article.ts';
import { contentWords } from './corpus.ts';

const AT_MOST = 3;

/** A question that an editor has put down. */
interface Suggestion {
  readonly question: string;
  /** Its words alone, to tell whether it was asked just now. */
  readonly plain: string;
  /** How many words say what it is about. */
  readonly words: number;
}

/** All suggestions of some stories, in order and each once, and which of them hold a term, each as often as they do. */
interface Suggestions {
  readonly all: readonly Suggestion[];
  readonly holding: ReadonlyMap<string, readonly number[]>;
}

/**
 * Picks suggestions: questions that editors know the stories answer, nearest to what was asked first. Of a thousand
 * stories only those suggestions are looked at that hold a word of the question.
 *
 * @param text what was asked
 * @param stories the stories that may be asked about
 * @returns at most three questions, none of them the one just asked
 */
export function relatedTo(text: string, stories: readonly Story[]): string[] {
  const { all, holding } = suggestionsOf(stories);
  const asked = new Set(contentWords(text.slice(0, 1000)).map((word) => word.term));
  const same = plain(text);
  const shared = new Map<number, number>();
  for (const term of asked) {
    for (const at of holding.get(term) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  /** The share of the suggestion's words that were asked for. */
  const near = (at: number) => (shared.get(at) ?? 0) / Math.max(1, all[at]?.words ?? 0);
  const isOther = (at: number) => all[at]?.plain !== same;
  const nearest = [...shared.keys()].filter(isOther).sort((a, b) => near(b) - near(a) || a - b);
  const picked = nearest.slice(0, AT_MOST);
  for (let at = 0; at < all.length && picked.length < AT_MOST; at += 1) {
    if (!shared.has(at) && isOther(at)) picked.push(at);
  }
  return picked.map((at) => all[at]?.question ?? '');
}

const known = new WeakMap<readonly Story[], Suggestions>();

/** Made once for the same stories: a few µs a question. */
function suggestionsOf(stories: readonly Story[]): Suggestions {
  const made = known.get(stories);
  if (made) return made;
  const all: Suggestion[] = [];
  const holding = new Map<string, number[]>();
  const seen = new Set<string>();
  for (const question of stories.flatMap((story) => story.questions)) {
    const same = plain(question);
    // Two stories may well have the same; it is asked of both.
    if (seen.has(same)) continue;
    seen.add(same);
    const words = contentWords(question);
    for (const { term } of words) {
      const others = holding.get(term);
      if (others) others.push(all.length);
      else holding.set(term, [all.length]);
    }
    all.push({ question, plain: same, words: words.length });
  }
  const suggestions = { all, holding };
  known.set(stories, suggestions);
  return suggestions;
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
