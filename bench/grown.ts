import type { Article, Story } from '../src/knowledge/index.ts';
import { sentencesOf } from '../src/knowledge/sentences.ts';

/** The share of a copy's longer words that become others: no sentence of a copy is found like its original. */
const REPLACED = 0.5;
/**
 * The share that becomes words nobody has used. Vocabulary grows with about the square root of a text's
 * length (Heaps' law, https://nlp.stanford.edu/IR-book/html/htmledition/heaps-law-estimating-the-number-of-terms-1.html):
 * from 10,000 to 250,000 sentences it grows fivefold, which one word in forty brings about.
 */
const UNHEARD = 0.025;
/** Shorter words are mostly grammar, which every text has. */
const WORD = /\p{L}{4,}/gu;
const GAP = '\n\n';

/**
 * Cuts stories to so many sentences, or repeats them with other words until there are so many. A word is
 * replaced by one drawn from all the text there is, so that common words stay as common as they are: they are
 * what a search takes its time for.
 *
 * @param stories where the text is from; not empty
 * @param size how many sentences; there are up to a paragraph more
 * @param seed the same seed makes the same stories
 * @returns the stories, with slugs of their own
 */
export function grown(stories: readonly Story[], size: number, seed: number): Story[] {
  const random = randomFrom(seed);
  const words = stories.flatMap(({ articles }) => articles.flatMap(({ body }) => body.match(WORD) ?? []));
  const made: Story[] = [];
  let count = 0;
  for (let copy = 0; count < size; copy += 1) {
    const before = count;
    for (const story of stories) {
      if (count >= size) break;
      const { cut, sentences } = upTo(copy === 0 ? story : copyOf(story, copy, words, random), size - count);
      made.push(cut);
      count += sentences;
    }
    if (count === before) throw new Error('stories without a sentence cannot be repeated');
  }
  return made;
}

function copyOf(story: Story, copy: number, words: readonly string[], random: () => number): Story {
  const slug = `${story.slug}-${copy}`;
  const other = (text: string) => text.replace(WORD, (word) => otherWord(word, words, random));
  return {
    ...story,
    slug,
    articles: story.articles.map((article) => ({
      ...article,
      story: slug,
      headline: article.headline === null ? null : other(article.headline),
      body: other(article.body),
    })),
  };
}

function otherWord(word: string, words: readonly string[], random: () => number): string {
  const chance = random();
  if (chance >= REPLACED) return word;
  const other =
    chance < UNHEARD ? unheard(random) : (words[Math.floor(random() * words.length)] ?? word).toLowerCase();
  const isCapital = word.charAt(0) !== word.charAt(0).toLowerCase();
  return isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

/** A word of three syllables, of which there are some 400,000. */
function unheard(random: () => number): string {
  const one = (letters: string) => letters.charAt(Math.floor(random() * letters.length));
  return Array.from({ length: 3 }, () => one('bdfgklmnprstvzh') + one('aeiou')).join('');
}

/** As many of a story's paragraphs as it takes to so many sentences. */
function upTo(story: Story, most: number): { readonly cut: Story; readonly sentences: number } {
  const articles: Article[] = [];
  let count = 0;
  for (const article of story.articles) {
    if (count >= most) break;
    const sentences = sentencesOf(article);
    const last = sentences[Math.min(sentences.length, most - count) - 1];
    const end = last === undefined ? 0 : article.body.indexOf(GAP, last.end);
    const cut = end < 0 ? article : { ...article, body: article.body.slice(0, end) };
    articles.push(cut);
    count += cut === article ? sentences.length : sentences.filter((one) => one.end <= end).length;
  }
  return { cut: { ...story, articles }, sentences: count };
}

/** Mulberry32: 32 bits of state are plenty for replacing words. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
