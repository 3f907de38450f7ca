import { isGone, type Segment } from './segment.ts';

/** Articles of a segment that are added up together, from one to before another. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * What is added up for so many sentences fits into a processor's nearest caches. Added up for 250,000 at once,
 * a posting took 500 ns on a busy machine, because each of its numbers was fetched from memory. Lucene's
 * `BooleanScorer` has windows of this size for the same reason.
 */
const SENTENCES = 2048;

/** @returns windows over all articles of a segment, in order; larger than usual where one article is */
export function windowsOver(segment: Pick<Segment, 'paragraphsFrom' | 'sentencesFrom'>): Window[] {
  const articles = segment.paragraphsFrom.length - 1;
  const windows: Window[] = [];
  let from = 0;
  for (let to = 1; to <= articles; to += 1) {
    const isFull = to === articles || sentenceFrom(segment, to + 1) - sentenceFrom(segment, from) > SENTENCES;
    if (!isFull) continue;
    windows.push({ from, to });
    from = to;
  }
  return windows;
}

/** @returns the first sentence of an article, or the number of all sentences after the last article */
export function sentenceFrom(
  { paragraphsFrom, sentencesFrom }: Pick<Segment, 'paragraphsFrom' | 'sentencesFrom'>,
  article: number,
): number {
  return sentencesFrom[paragraphsFrom[article] ?? 0] ?? 0;
}

/** Finding an article's part of a list of postings costs about as much as walking so many. */
const LOOKUP = 20;

/**
 * The windows that have to be looked through for a question.
 *
 * @param segment what is looked through
 * @param all windows over all of it
 * @param asked slugs of the stories that may be looked in
 * @param postings how many there are of the terms that are sought
 * @returns one window for each article of the stories where these are few, otherwise all; in order
 */
export function windowsFor(
  segment: Segment,
  all: readonly Window[],
  asked: ReadonlySet<string>,
  postings: number,
): readonly Window[] {
  const articles: number[] = [];
  for (const story of asked) {
    for (const article of segment.stories.get(story) ?? []) articles.push(article);
    if (articles.length * LOOKUP > postings) return all;
  }
  return articles.sort((a, b) => a - b).map((article) => ({ from: article, to: article + 1 }));
}

/**
 * Whether an article is there and of a story that may be looked in. Found out once for each article and set of
 * stories: in a library of 10,000 stories, looking their slugs up took longer than all else.
 *
 * @param segment the articles
 * @returns for a set of stories, whether an article is open
 */
export function opennessOf(segment: Segment): (stories: ReadonlySet<string>) => (article: number) => boolean {
  let asked: ReadonlySet<string> | null = null;
  let known = new Int8Array();
  return (stories) => {
    if (stories !== asked) known = new Int8Array(segment.articles.length);
    asked = stories;
    const own = known;
    return (article) => {
      const before = own[article] ?? 0;
      if (before !== 0) return before > 0;
      const open = !isGone(segment, article) && stories.has(segment.articles[article]?.story ?? '');
      own[article] = open ? 1 : -1;
      return open;
    };
  };
}
