import { groupQuestions, type Story } from '../knowledge/index.ts';
import type { Entry } from '../ledger/ledger.ts';
import { type ArticleFinder, type ArticleRow, articleFinder, articleRow, keyOf } from './articles.ts';
import { usualWordings, type Wording } from './wordings.ts';

/** Questions that ask the same, whose answers somebody marked. */
export interface UnhelpfulGroup {
  /** The most usual wording. */
  readonly title: string;
  /** How often an answer was marked, in either way. */
  readonly count: number;
  readonly notHelpful: number;
  readonly notWhatIAsked: number;
  /** ISO 8601 date-time of the last mark. */
  readonly last: string;
  /** The articles whose sentences were shown, with how often each was marked. */
  readonly articles: readonly ArticleRow[];
  /** Its other wordings, the most usual first. */
  readonly wordings: readonly Wording[];
}

/**
 * @param entries all entries of a period, oldest first
 * @param stories the library as it is now
 * @returns the groups, the most marked first, then the latest
 */
export function unhelpfulGroups(
  entries: readonly Entry[],
  stories: readonly Story[],
): readonly UnhelpfulGroup[] {
  const marked = entries.filter(
    ({ kind, outcome, question }) =>
      kind === 'feedback' &&
      (outcome === 'not-helpful' || outcome === 'not-what-i-asked') &&
      question.trim() !== '',
  );
  const find = articleFinder(stories);
  return groupQuestions(marked.map(({ question }) => question))
    .map((indexes) =>
      groupOf(
        indexes.flatMap((index) => marked[index] ?? []),
        find,
      ),
    )
    .sort((a, b) => b.count - a.count || b.last.localeCompare(a.last));
}

function groupOf(group: readonly Entry[], find: ArticleFinder): UnhelpfulGroup {
  const [title, ...wordings] = usualWordings(group.map(({ question }) => question));
  const notHelpful = group.filter(({ outcome }) => outcome === 'not-helpful').length;
  const counts = new Map<string, number>();
  for (const { quoted } of group) {
    if (quoted !== null) counts.set(keyOf(quoted), (counts.get(keyOf(quoted)) ?? 0) + 1);
  }
  return {
    title: title?.text ?? '',
    count: group.length,
    notHelpful,
    notWhatIAsked: group.length - notHelpful,
    last: new Date(group.reduce((latest, { at }) => Math.max(latest, at), 0)).toISOString(),
    articles: [...counts]
      .map(([key, count]) => articleRow(key, count, find))
      .sort((a, b) => b.count - a.count),
    wordings,
  };
}
