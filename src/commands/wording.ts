import { counted } from '../counted-words.ts';
import type { Knowledge, Problem } from '../knowledge/index.ts';
import { printableLine } from '../printable.ts';
import { shortened } from '../shortened.ts';

/** "12 added, 3 failed": what there is none of is not told, except the first. */
export function tallied(counts: readonly (readonly [number, string])[]): string {
  return counts
    .filter(([count], index) => count > 0 || index === 0)
    .map(([count, what]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ');
}

/** "1 story, 2 articles, 53 sentences". */
export function holdings({ stories, sentences }: Knowledge): string {
  const articles = stories.reduce((total, story) => total + story.articles.length, 0);
  return [
    counted(stories.length, 'story', 'stories'),
    counted(articles, 'article', 'articles'),
    counted(sentences, 'sentence', 'sentences'),
  ].join(', ');
}

/** "ferry/a.md:4: …": what is wrong with which file and line, as compilers say it. */
export function problemLines({ problems }: { readonly problems: readonly Problem[] }): string[] {
  return problems.map(({ file, line, reason }) =>
    printableLine(`${file}${line === null ? '' : `:${line}`}: ${reason}`),
  );
}

/** @returns a line, at most so many columns of it; all of it for `null`, where nobody reads it on a screen */
export function fitting(line: string, width: number | null): string {
  return width === null ? line : shortened(line, width);
}
