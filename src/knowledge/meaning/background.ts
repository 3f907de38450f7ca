import { readFileSync } from 'node:fs';
import type { Story } from '../article.ts';
import { corpusOf } from '../corpus.ts';
import { shippedFile } from './shipped-file.ts';

/** In how many sentences of general English each term stands, and how many there are. */
interface Background {
  readonly sentences: number;
  readonly counts: ReadonlyMap<string, number>;
}

let background: Background | undefined;

/** Of a term that is not in the table: it has those that stand in five sentences or more. */
const UNLISTED = 1;

/**
 * How often a term stands in general English: `models/background-frequencies.txt`, counted by `npm run train`
 * over the sentences of the sets that it trains on. Read at the first question: 7,000 terms, 2 ms.
 *
 * @param term as `words/terms.ts` makes it
 * @returns the share of sentences that hold it, above 0 and below 1
 */
export function backgroundFrequency(term: string): number {
  background ??= readBackground();
  return (background.counts.get(term) ?? UNLISTED) / background.sentences;
}

/** The first line has the number of sentences; each other a count, and the terms that have it. */
function readBackground(): Background {
  const [first = '1', ...lines] = readFileSync(shippedFile('background-frequencies.txt'), 'utf8').split('\n');
  const counts = new Map<string, number>();
  for (const line of lines) {
    const [count, ...terms] = line.split(' ');
    for (const term of terms) counts.set(term, Number(count));
  }
  return { sentences: Number(first), counts };
}

/** Terms that stand in fewer sentences are left out: they are as rare as those that stand in none. */
const LEAST = 5;

/**
 * @param stories texts of general English
 * @returns the table, as it is written: made anew by `npm run train`
 */
export function writtenBackground(stories: readonly Story[]): string {
  const { sentences, frequency } = corpusOf(stories);
  const byCount = new Map<number, string[]>();
  for (const [term, count] of frequency) {
    if (count < LEAST) continue;
    const same = byCount.get(count) ?? [];
    byCount.set(count, same);
    same.push(term);
  }
  const lines = [...byCount]
    .sort(([a], [b]) => b - a)
    .map(([count, terms]) => [count, ...terms.sort()].join(' '));
  return `${[sentences.length, ...lines].join('\n')}\n`;
}
