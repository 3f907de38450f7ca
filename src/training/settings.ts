import { spread } from '../evaluation/evaluate.ts';
import type { QuestionSet } from '../evaluation/question-set.ts';
import { readMarkedSet } from '../evaluation/sets/marked.ts';
import { readPatternSet } from '../evaluation/sets/patterns.ts';
import { type TakenOut, without } from '../evaluation/taken-out.ts';
import type { Among, Example } from './examples.ts';
import { type Asked, smallStories } from './small-stories.ts';

/** What is trained on. The names are of development sets; a test set is never among them. */
export const SETS = ['train-wiki', 'train-reviews'] as const;

/** Every seventh article is held out: what is learned is measured on it. Not the fifth, which `without` takes out. */
export const HELD_OUT = 7;
/** A question about news counts for so many about other things: there are few, and they are what is asked. */
const NEWS = 4;

/** Where the sets are. */
export interface Sources {
  /** The folder of {@link SETS}. */
  readonly sets: string;
  /** A folder with a library and questions about it; `null` to train without news. */
  readonly newsroom: string | null;
  /** How many questions of each of {@link SETS} at most, evenly spread; `null` for all. */
  readonly limit: number | null;
}

/** Questions, and how they are asked. */
export interface Setting {
  readonly name: string;
  readonly set: QuestionSet;
  readonly among: Among;
  /** How much each of its questions counts. */
  readonly weight: number;
  /** Whether questions are held out of it. */
  readonly held: boolean;
}

/**
 * @param sources where the sets are
 * @returns `train-wiki`, and everything that the order is learned from
 * @throws {QuestionSetError} when a set cannot be read
 */
export async function settingsOf({ sets, newsroom, limit }: Sources) {
  const read = async (name: string) => {
    const set = await readMarkedSet(`${sets}/${name}`);
    return { ...set, questions: spread(set.questions, limit) };
  };
  const [wiki, reviews] = [await read('train-wiki'), await read('train-reviews')];
  const settings: Setting[] = [
    { name: 'train-wiki, all articles', set: wiki, among: 'all', weight: 1, held: true },
    { name: 'train-wiki, one article', set: wiki, among: 'one', weight: 1, held: true },
    { name: 'train-reviews, one article', set: reviews, among: 'one', weight: 1, held: true },
  ];
  if (newsroom !== null) {
    const set = await readPatternSet(`${newsroom}/questions.jsonl`, `${newsroom}/library`);
    settings.push(
      { name: 'newsroom, all stories', set, among: 'all', weight: NEWS, held: false },
      { name: 'newsroom, one story', set, among: 'one', weight: NEWS, held: false },
    );
  }
  return { wiki, settings };
}

/** Questions about held-out articles, of sets in which many of them have no answer any more. */
export function emptied(whole: QuestionSet): Setting[] {
  const questions = whole.questions.flatMap((question) => {
    const story = question.gold?.kind === 'sentences' ? question.gold.story : null;
    return story !== null && numberOf(story) % HELD_OUT === 0 ? [{ ...question, story }] : [];
  });
  const set = { ...whole, questions };
  const of = (what: TakenOut, among: Among): Setting => ({
    name: `${whole.name} without ${what}, ${among}`,
    set: without(set, what),
    among,
    weight: 1,
    held: true,
  });
  const small = (asked: Asked): Setting => ({
    name: `${whole.name}, ${asked} paragraph`,
    set: smallStories({ ...set, questions: set.questions.filter((_, at) => at % SMALL === 0) }, asked),
    among: 'one',
    weight: 1,
    held: true,
  });
  return [
    of('articles', 'all'),
    of('paragraphs', 'all'),
    of('paragraphs', 'one'),
    elsewhere(set),
    ...(['own', 'next', 'other'] as const).map(small),
  ];
}

/** One in so many questions is asked of a story of a few sentences. */
const SMALL = 2;

/** Every question asked of another article, which is about something else altogether. */
function elsewhere(set: QuestionSet): Setting {
  const slugs = set.stories.map(({ slug }) => slug);
  const questions = set.questions.map((question) => {
    const other = slugs[(slugs.indexOf(question.story ?? '') + HELD_OUT) % slugs.length] ?? null;
    return { ...question, story: other, gold: null };
  });
  return {
    name: `${set.name}, of another article`,
    set: { ...set, questions },
    among: 'one',
    weight: 1,
    held: true,
  };
}

/** Whether what is learned is measured on it. */
export function isHeldOut({ story }: Example): boolean {
  return numberOf(story) % HELD_OUT === 0;
}

/** The number of an article, by which it is held out or not. */
export function numberOf(story: string): number {
  return Number(/\d+/.exec(story)?.[0] ?? 0);
}
