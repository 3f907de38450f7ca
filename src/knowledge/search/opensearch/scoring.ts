import type { Article } from '../../article.ts';
import type { Corpus, Paragraph } from '../../corpus.ts';
import { type Hit, picked } from '../candidates.ts';
import type { Candidate, SearchTerm } from '../engine.ts';
import { dampingOf, HEADLINE, matchOf, rarityOf } from '../memory/bm25.ts';
import { headlineTermsOf } from '../memory/segment.ts';
import type { Totals } from './totals.ts';

/** A term that is looked for, and what a match of it counts where: rarity × weight. */
interface Sought {
  readonly inSentence: number;
  readonly inParagraph: number;
  readonly inHeadline: number;
}

/**
 * Scores what the cluster has found as the engines in memory do, number for number: the cluster's own scores know
 * nothing of how many terms match, and differ with the shard that an article lies on. Some 5 µs a sentence.
 *
 * @param corpus where it was found
 * @param totals of this corpus
 * @param terms what was looked for
 * @param found paragraphs that were found or hold a sentence that was, as indexes into the corpus
 * @returns the candidates
 */
export function candidatesAmong(
  corpus: Corpus,
  totals: Totals,
  terms: readonly SearchTerm[],
  found: ReadonlySet<number>,
): Candidate[] {
  const sought = soughtIn(corpus, totals, terms);
  const sentences: Hit[] = [];
  const paragraphs: Hit[] = [];
  const headlines = new Map<Article, readonly Match[]>();
  const headlineOver = (article: Article): readonly Match[] => {
    const known = headlines.get(article);
    if (known) return known;
    const made = matchesIn(headlineTermsOf(article), sought, 'inHeadline', totals.average.headline);
    headlines.set(article, made);
    return made;
  };
  for (const at of found) {
    const paragraph = corpus.paragraphs[at];
    if (paragraph === undefined) continue;
    const texts = textsOf(paragraph, corpus);
    texts.forEach((text, position) => {
      const score = scoreOf(matchesIn(text, sought, 'inSentence', totals.average.sentence));
      if (score > 0) sentences.push({ at: paragraph.from + position, score });
    });
    const inText = matchesIn(texts.flat(), sought, 'inParagraph', totals.average.paragraph);
    const score = scoreOf([...inText, ...headlineOver(paragraph.article)]);
    if (score > 0) paragraphs.push({ at, score });
  }
  return picked(corpus, sentences, paragraphs);
}

/** @returns those of the terms that there are; of one that is named twice, the last weight counts */
function soughtIn(corpus: Corpus, totals: Totals, terms: readonly SearchTerm[]): ReadonlyMap<string, Sought> {
  const sought = new Map<string, Sought>();
  for (const { term, weight } of terms) {
    sought.set(term, {
      inSentence: weight * rarityOf(corpus.frequency.get(term) ?? 0, totals.sentences),
      inParagraph: weight * rarityOf(totals.texts.get(term) ?? 0, totals.paragraphs),
      inHeadline: weight * HEADLINE * rarityOf(totals.headlines.get(term) ?? 0, totals.paragraphs),
    });
  }
  return sought;
}

function textsOf({ from, to }: Paragraph, corpus: Corpus): (readonly string[])[] {
  return Array.from({ length: to - from }, (_, at) => corpus.indexedTermsOf(from + at));
}

interface Match {
  readonly term: string;
  readonly score: number;
}

function matchesIn(
  text: readonly string[],
  sought: ReadonlyMap<string, Sought>,
  where: keyof Sought,
  average: number,
): Match[] {
  const times = new Map<string, number>();
  for (const term of text) if (sought.has(term)) times.set(term, (times.get(term) ?? 0) + 1);
  if (times.size === 0) return [];
  const damping = dampingOf(new Set(text).size, average);
  return [...times].map(([term, count]) => ({
    term,
    score: (sought.get(term)?.[where] ?? 0) * matchOf(count, damping),
  }));
}

/** Digits beyond which the order shows in which terms were added up. */
const DIGITS = 9;

/** As in MiniSearch: what the terms that match come to, times their number. */
function scoreOf(matches: readonly Match[]): number {
  const sum = matches.reduce((total, { score }) => total + score, 0);
  return Number((sum * new Set(matches.map(({ term }) => term)).size).toFixed(DIGITS));
}
