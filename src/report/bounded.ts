import { setImmediate } from 'node:timers/promises';
import type { Entry } from '../ledger/ledger.ts';

/**
 * Different texts that are grouped, of questions without an answer and of answers that were marked. Grouping cannot be
 * interrupted and takes half a ms for each text: some 200 ms in all, in which nobody else is answered.
 */
const UNANSWERED = 300;
const MARKED = 100;
/** Texts whose story is looked for before others are let through: 10 µs each for a story. */
const AT_ONCE = 50;

/** Entries of a period, with as many texts as can be grouped without keeping others waiting. */
export interface Bounded {
  readonly entries: readonly Entry[];
  /** How many different texts there were, and how many of them are still there. */
  readonly texts: number;
  readonly grouped: number;
}

/**
 * Keeps the texts that were used most, and of those that were used as often the latest. The others stay without a text:
 * they are counted, and stand in no group.
 *
 * @param entries those of a period, oldest first
 * @param story slug of the only story that is wanted; `null` for all
 * @param storyOf tells by a question's words which story it is about
 * @returns as many entries as were given, or those of the story
 */
export async function boundedEntries(
  entries: readonly Entry[],
  story: string | null,
  storyOf: (question: string) => string | null,
): Promise<Bounded> {
  const wanted = story === null ? entries : await entriesOf(entries, story, storyOf);
  const kept = [
    { most: UNANSWERED, uses: usesOf(wanted, isUnanswered) },
    { most: MARKED, uses: usesOf(wanted, isMarked) },
  ].map(({ most, uses }) => ({
    all: uses.size,
    texts: new Set(most < uses.size ? mostOf(uses, most) : uses.keys()),
  }));
  const [unanswered, marked] = kept;
  const isLeft = (entry: Entry) =>
    isUnanswered(entry)
      ? !unanswered?.texts.has(entry.question)
      : isMarked(entry) && !marked?.texts.has(entry.question);
  return {
    entries: wanted.map((entry) => (isLeft(entry) ? { ...entry, question: '' } : entry)),
    texts: kept.reduce((sum, { all }) => sum + all, 0),
    grouped: kept.reduce((sum, { texts }) => sum + texts.size, 0),
  };
}

async function entriesOf(
  entries: readonly Entry[],
  story: string,
  storyOf: (question: string) => string | null,
): Promise<readonly Entry[]> {
  const known = new Map<string, string | null>();
  const wanted: Entry[] = [];
  for (const entry of entries) {
    const { quoted, question } = entry;
    if (quoted === null && !known.has(question)) {
      known.set(question, storyOf(question));
      if (known.size % AT_ONCE === 0) await setImmediate();
    }
    if ((quoted?.story ?? known.get(question)) === story) wanted.push(entry);
  }
  return wanted;
}

interface Use {
  readonly count: number;
  readonly last: number;
}

function usesOf(entries: readonly Entry[], isOne: (entry: Entry) => boolean): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const entry of entries) {
    if (!isOne(entry)) continue;
    uses.set(entry.question, { count: (uses.get(entry.question)?.count ?? 0) + 1, last: entry.at });
  }
  return uses;
}

function mostOf(uses: ReadonlyMap<string, Use>, most: number): readonly string[] {
  return [...uses]
    .sort(([, a], [, b]) => b.count - a.count || b.last - a.last)
    .slice(0, most)
    .map(([text]) => text);
}

function isUnanswered({ kind, outcome, question }: Entry): boolean {
  const isOne = kind === 'for-the-desk' || (kind === 'question' && outcome !== 'answered');
  return isOne && question.trim() !== '';
}

function isMarked({ kind, outcome, question }: Entry): boolean {
  return kind === 'feedback' && outcome !== 'helpful' && question.trim() !== '';
}
