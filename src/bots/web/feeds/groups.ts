import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Entry } from '../../../ledger/ledger.ts';
import { type QuestionGroup, unansweredGroups } from '../../../report/unanswered.ts';

/**
 * Different texts that are grouped. Grouping cannot be interrupted, and takes half a ms for each text: 100 ms, in which
 * nobody else is answered.
 */
const MOST_TEXTS = 200;
/** Texts whose story is looked for before others are let through: 10 µs each for a story. */
const AT_ONCE = 50;

/** A group of questions that ask the same, under an id that it keeps. */
export interface NamedGroup extends QuestionGroup {
  readonly id: string;
}

export interface Unanswered {
  readonly groups: readonly NamedGroup[];
  /** How many different texts there were, and how many of them are in the groups. */
  readonly texts: number;
  readonly grouped: number;
}

/**
 * Groups what was asked of a story and is not answered. Where there is too much to be grouped without keeping others
 * waiting, what was asked most is, and of that which was asked as often the latest.
 *
 * @param entries those of a period, oldest first
 * @param slug of the story
 * @param storyOf tells by a question's words which story it is about
 * @returns the groups, the most asked first
 */
export async function unansweredOf(
  entries: readonly Entry[],
  slug: string,
  storyOf: (question: string) => string | null,
): Promise<Unanswered> {
  const byText = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (!isUnanswered(entry)) continue;
    const same = byText.get(entry.question) ?? [];
    byText.set(entry.question, same);
    same.push(entry);
  }
  const about: Entry[][] = [];
  for (const [at, [text, same]] of [...byText].entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const stated = same.find(({ quoted }) => quoted !== null)?.quoted?.story;
    if ((stated ?? storyOf(text)) === slug) about.push(same);
  }
  const lastOf = (same: readonly Entry[]) => same.at(-1)?.at ?? 0;
  const kept = about.sort((a, b) => b.length - a.length || lastOf(b) - lastOf(a)).slice(0, MOST_TEXTS);
  const all = kept.flat().sort((a, b) => a.at - b.at);
  const groups = unansweredGroups(all, () => slug);
  return { groups: named(groups, all, slug), texts: about.length, grouped: kept.length };
}

function isUnanswered({ kind, outcome, question }: Entry): boolean {
  const wanted = kind === 'for-the-desk' || (kind === 'question' && outcome !== 'answered');
  return wanted && question.trim() !== '';
}

/** The most usual wording changes while people ask; the first does not, until it is too old to be counted. */
function named(groups: readonly QuestionGroup[], all: readonly Entry[], slug: string): NamedGroup[] {
  const first = new Map<string, number>();
  for (const [at, { question }] of all.entries()) {
    const words = normalised(question);
    if (!first.has(words)) first.set(words, at);
  }
  const firstOf = ({ title, wordings }: QuestionGroup) => {
    const words = [title, ...wordings.map(({ text }) => text)].map(normalised);
    return words.reduce((best, each) =>
      (first.get(each) ?? all.length) < (first.get(best) ?? all.length) ? each : best,
    );
  };
  const used = new Map<string, number>();
  return groups.map((group) => {
    const words = firstOf(group);
    // Names in capitals may keep two questions apart that are one without them.
    const before = used.get(words) ?? 0;
    used.set(words, before + 1);
    return { ...group, id: hashOf([slug, words, ...(before === 0 ? [] : [String(before)])]) };
  });
}

function normalised(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return words?.join(' ') ?? text.trim();
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
