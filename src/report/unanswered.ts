import { groupQuestions } from '../knowledge/index.ts';
import type { Entry } from '../ledger/ledger.ts';
import { usualWordings, type Wording } from './wordings.ts';

/** Questions that ask the same, and had no answer. */
export interface QuestionGroup {
  /** The most usual wording. */
  readonly title: string;
  /** How often it was asked in the period. */
  readonly count: number;
  /** How many different people asked it, as far as they are known. */
  readonly people: number;
  /** How often "Tell the desk" was pressed for it. */
  readonly desk: number;
  /** ISO 8601 date-time when it was asked last, or the desk was told of it. */
  readonly last: string;
  /** Slug of the story, as far as its words tell; `null` where they do not. */
  readonly story: string | null;
  /** Its other wordings, the most usual first. */
  readonly wordings: readonly Wording[];
}

/**
 * @param entries all entries of a period, oldest first
 * @param storyOf the story that an entry is about
 * @returns the groups: the most asked first, then what the desk was told of most, then the latest
 */
export function unansweredGroups(
  entries: readonly Entry[],
  storyOf: (entry: Entry) => string | null,
): readonly QuestionGroup[] {
  const hasText = ({ question }: Entry) => question.trim() !== '';
  const asked = entries.filter(({ kind, outcome }) => kind === 'question' && outcome !== 'answered');
  const told = entries.filter(({ kind }) => kind === 'for-the-desk');
  const all = [...asked, ...partedLike(asked, told)].filter(hasText);
  return groupQuestions(all.map(({ question }) => question))
    .map((indexes) => indexes.flatMap((index) => all[index] ?? []))
    .map((group) => groupOf(group, storyOf))
    .sort((a, b) => b.count - a.count || b.desk - a.desk || b.last.localeCompare(a.last));
}

/** The desk is told of a whole message, which may hold several questions: each that is known is told of. */
function partedLike(asked: readonly Entry[], told: readonly Entry[]): readonly Entry[] {
  const texts = new Set(asked.map(({ question }) => question).filter((text) => text.trim() !== ''));
  return told.flatMap((entry) => {
    if (texts.has(entry.question)) return [entry];
    const parts = [...texts].filter((text) => entry.question.includes(text));
    return parts.length === 0 ? [entry] : parts.map((question) => ({ ...entry, question }));
  });
}

function groupOf(group: readonly Entry[], storyOf: (entry: Entry) => string | null): QuestionGroup {
  const asked = group.filter(({ kind }) => kind === 'question');
  const [title, ...wordings] = usualWordings(
    (asked.length > 0 ? asked : group).map(({ question }) => question),
  );
  const last = group.reduce((latest, { at }) => Math.max(latest, at), 0);
  return {
    title: title?.text ?? '',
    count: asked.length,
    people: new Set(asked.flatMap(({ person }) => person ?? [])).size,
    desk: group.length - asked.length,
    last: new Date(last).toISOString(),
    story: mostOf(group.map(storyOf)),
    wordings,
  };
}

function mostOf(stories: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const story of stories) if (story !== null) counts.set(story, (counts.get(story) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
