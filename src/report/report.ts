import type { Story } from '../knowledge/index.ts';
import { likelyStory } from '../knowledge/index.ts';
import type { Entry, Period } from '../ledger/ledger.ts';
import { type ArticleRow, articlesOf } from './articles.ts';
import { type CorrectionRow, correctionsOf } from './corrections.ts';
import { type Day, daysIn } from './days.ts';
import { marksOnce } from './marks.ts';
import { type QuestionGroup, unansweredGroups } from './unanswered.ts';
import { type UnhelpfulGroup, unhelpfulGroups } from './unhelpful.ts';

/** What an editor is told of a period. */
export interface Report {
  /** ISO 8601 date-times; `until` is exclusive. */
  readonly since: string;
  readonly until: string;
  /** Slug of the one story it is about; `null` for all. */
  readonly story: string | null;
  /** The place, or the beginning of places, it is about; `null` for all. */
  readonly place: string | null;
  readonly totals: Totals;
  /** Every day of the period, oldest first; from the first question on, where the period began long before it. */
  readonly days: readonly Day[];
  /** Questions without an answer by what they ask, the most asked first. */
  readonly unanswered: readonly QuestionGroup[];
  /** Answers that somebody marked, by what was asked, the most marked first. */
  readonly unhelpful: readonly UnhelpfulGroup[];
  /** Answers in channels that were brought up to date when their articles changed, newest first. */
  readonly corrections: readonly CorrectionRow[];
  /** The articles that answers quoted first, the most quoted first. */
  readonly quoted: readonly ArticleRow[];
  /** Articles of the library, as it is now, that no answer quoted first. */
  readonly neverQuoted: readonly ArticleRow[];
  /** The most asked first. Of a question without an answer its words tell the story; `null` where they do not. */
  readonly stories: readonly StoryRow[];
}

export interface Totals {
  readonly asked: number;
  readonly answered: number;
  readonly unanswered: number;
  /** Share of the asked that was answered, from 0 to 1; `null` where nothing was asked. */
  readonly answeredShare: number | null;
  /** Different people who asked, as far as they are known. */
  readonly people: number;
  readonly helpful: number;
  readonly notHelpful: number;
  readonly notWhatIAsked: number;
  readonly forTheDesk: number;
  /** Answers that were brought up to date: none of them is a question. */
  readonly corrections: number;
  /** Questions without an answer whose text is not kept: they are counted and in no group. */
  readonly withoutText: number;
}

export interface StoryRow {
  readonly story: string | null;
  /** Its slug where the library no longer has it. */
  readonly title: string;
  readonly asked: number;
  readonly answered: number;
  readonly unanswered: number;
}

export interface ReportWish {
  readonly period: Period;
  readonly story: string | null;
  readonly place: string | null;
  /** The library as it is now. */
  readonly stories: readonly Story[];
}

/**
 * @param entries what the ledger has of the period, in any order
 * @param wish what is wanted of it
 * @returns the report; 20,000 questions take some seconds, nearly all of it for grouping them
 */
export function reportOf(entries: readonly Entry[], wish: ReportWish): Report {
  const { period, story, place, stories } = wish;
  const storyOf = storyFinder(stories);
  const isWanted = (entry: Entry) =>
    isWithin(entry, period) &&
    (place === null || isAt(entry.place, place)) &&
    (story === null || storyOf(entry) === story);
  const wanted = marksOnce(entries.filter(isWanted).sort((a, b) => a.at - b.at));
  const questions = wanted.filter(({ kind }) => kind === 'question');
  const shelf = story === null ? stories : stories.filter(({ slug }) => slug === story);
  return {
    since: new Date(period.from).toISOString(),
    until: new Date(period.to).toISOString(),
    story,
    place,
    totals: totalsOf(wanted, questions),
    days: daysIn(questions, period),
    unanswered: unansweredGroups(wanted, storyOf),
    unhelpful: unhelpfulGroups(wanted, stories),
    corrections: correctionsOf(wanted),
    ...articlesOf(questions, shelf, stories),
    stories: storyRows(questions, storyOf, stories),
  };
}

function totalsOf(wanted: readonly Entry[], questions: readonly Entry[]): Totals {
  const answered = questions.filter(isAnswered).length;
  const marked = (outcome: string) =>
    wanted.filter((entry) => entry.kind === 'feedback' && entry.outcome === outcome).length;
  return {
    asked: questions.length,
    answered,
    unanswered: questions.length - answered,
    answeredShare: questions.length === 0 ? null : answered / questions.length,
    people: new Set(questions.flatMap(({ person }) => person ?? [])).size,
    helpful: marked('helpful'),
    notHelpful: marked('not-helpful'),
    notWhatIAsked: marked('not-what-i-asked'),
    forTheDesk: wanted.filter(({ kind }) => kind === 'for-the-desk').length,
    corrections: wanted.filter(({ kind }) => kind === 'correction').length,
    withoutText: questions.filter((entry) => !isAnswered(entry) && entry.question.trim() === '').length,
  };
}

function isWithin({ at }: Entry, { from, to }: Period): boolean {
  return at >= from && at < to;
}

/** "slack:T1" takes all channels of the workspace T1, and none of T10. */
function isAt(place: string, wanted: string): boolean {
  return place === wanted || (place.startsWith(wanted) && /^[:/]/.test(place.slice(wanted.length)));
}

function isAnswered({ outcome }: Entry): boolean {
  return outcome === 'answered';
}

/** By what was quoted; where nothing was, by its words, which are looked through once for each text. */
function storyFinder(stories: readonly Story[]): (entry: Entry) => string | null {
  const byWords = likelyStory(stories);
  const known = new Map<string, string | null>();
  return ({ quoted, question }) => {
    if (quoted !== null) return quoted.story;
    const found = known.get(question);
    if (found !== undefined) return found;
    const story = byWords(question);
    known.set(question, story);
    return story;
  };
}

function storyRows(
  questions: readonly Entry[],
  storyOf: (entry: Entry) => string | null,
  stories: readonly Story[],
): StoryRow[] {
  const rows = new Map<string | null, { asked: number; answered: number }>();
  for (const entry of questions) {
    const story = storyOf(entry);
    const row = rows.get(story) ?? { asked: 0, answered: 0 };
    rows.set(story, {
      asked: row.asked + 1,
      answered: row.answered + (isAnswered(entry) ? 1 : 0),
    });
  }
  const titles = new Map(stories.map(({ slug, title }) => [slug, title]));
  const titleOf = (slug: string | null) =>
    slug === null ? 'no story of the library' : (titles.get(slug) ?? slug);
  return [...rows]
    .map(([story, { asked, answered }]) => ({
      story,
      title: titleOf(story),
      asked,
      answered,
      unanswered: asked - answered,
    }))
    .sort((a, b) => Number(a.story === null) - Number(b.story === null) || b.asked - a.asked);
}
