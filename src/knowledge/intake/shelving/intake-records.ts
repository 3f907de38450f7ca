import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Draft, LeftOut } from '../draft.ts';
import { locked } from './locked.ts';
import { WriteError, writeFileWhole } from './write-file.ts';

/** Where an article's material is from. */
export interface IntakeSource {
  /** `pasted`: by a person, into a page of ours. */
  readonly kind: 'file' | 'page' | 'feed' | 'stdin' | 'pasted';
  /** The file's name without its folder, or the address of the page or the feed; `null` where there is none. */
  readonly name: string | null;
}

/** What is kept of how an article came into the library. */
export interface IntakeRecord {
  /** ISO 8601, UTC: when the article was written last. */
  readonly at: string;
  readonly from: IntakeSource;
  /** How many pieces of the material were left out. */
  readonly pieces: number;
  /** The first of them, in the order of the material. */
  readonly leftOut: readonly {
    readonly text: string;
    /** A `LeftOutReason`, or one that only a newer version knows. */
    readonly reason: string;
  }[];
  /** What was stated and could not be read: one sentence each. */
  readonly doubts: readonly string[];
}

const Fields = z.object({
  at: z.iso.datetime(),
  from: z.object({
    kind: z.enum(['file', 'page', 'feed', 'stdin', 'pasted']),
    name: z.string().nullable(),
  }),
  pieces: z.int().min(0),
  leftOut: z.array(z.object({ text: z.string(), reason: z.string() })),
  doubts: z.array(z.string()),
});

/** In the story's folder; the library reads no file whose name begins with a dot. */
const FILE = '.intake.json';
/** Beside it while it is written. */
const LOCK = '.intake.lock';

/** Of each article: a page that is one long list of comments must not make a file of many MB. */
const MOST_PIECES = 200;
/** Of each article, in UTF-16 code units. The file is written anew for each article, and a feed may bring thousands. */
const MOST_TEXT = 40_000;
/**
 * Of a story, in UTF-16 code units: some 4,000 articles. The file is read and written whole for each, on the thread that
 * answers: 1,500 articles that came with all that one may leave out took 0.7 s and 600 MB each time.
 */
const MOST_OF_STORY = 4_000_000;
/** In UTF-16 code units: longer than any paragraph that somebody would paste back. */
const LONGEST_PIECE = 4_000;

/**
 * Reads what is kept of how the articles of a story came into the library.
 *
 * @param folder the story's folder
 * @returns records by the articles' ids. What cannot be read counts as absent: each costs only itself. A record of an
 *   article that has been deleted is there until the next one of the story is written
 */
export async function readIntakeRecords(folder: string): Promise<ReadonlyMap<string, IntakeRecord>> {
  const records = new Map<string, IntakeRecord>();
  for (const [id, value] of await written(folder)) {
    const { data } = Fields.safeParse(value);
    if (data !== undefined) records.set(id, data);
  }
  return records;
}

/** How an article came into the library. */
interface Intake {
  readonly draft: Draft;
  readonly from: IntakeSource;
  /** Pieces that were kept after all. */
  readonly kept: readonly LeftOut[];
}

/**
 * Keeps how an article came into the library, once it is written. The file is read right before it is written, whole,
 * while no other process does the same (`locked.ts`): `add` may run beside feeds that are followed. What can be lost is
 * the record of one intake, and never an article: where a lock cannot be had in five seconds, or the file cannot be
 * written, since the article is there already.
 *
 * Costs a write of the file, some 1 KB for each article of the story.
 *
 * @param folder the story's folder
 * @param id the article's id
 * @param intake what there is to keep
 */
export async function keepIntake(folder: string, id: string, intake: Intake): Promise<void> {
  await inTurn(resolve(folder), () => locked(join(folder, LOCK), () => put(folder, id, recordOf(intake))));
}

async function put(folder: string, id: string, record: IntakeRecord): Promise<void> {
  const articles = await articlesIn(folder);
  // Taken away meanwhile: a folder is not made anew for this.
  if (!articles.has(id)) return;
  // As they were written, so that what a newer version has put there stays.
  const records = (await written(folder)).filter(([other]) => other !== id && articles.has(other));
  const all = Object.fromEntries(newest([...records, [id, record]]));
  try {
    await writeFileWhole(join(folder, FILE), `${JSON.stringify(all, null, 1)}\n`, true);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
  }
}

/** Without the oldest where all of them are too long: each that is absent costs only itself. */
function newest(records: readonly (readonly [string, unknown])[]): typeof records {
  let length = 0;
  const beyond = records.findLastIndex(([id, record]) => {
    length += id.length + JSON.stringify(record, null, 1).length;
    return length > MOST_OF_STORY;
  });
  return records.slice(beyond + 1);
}

function recordOf({ draft, from, kept }: Intake): IntakeRecord {
  const leftOut = draft.leftOut.filter((piece) => !kept.includes(piece));
  return {
    at: new Date().toISOString(),
    from,
    pieces: leftOut.length,
    leftOut: withinBounds(leftOut.map(({ text, reason }) => ({ text: cut(text), reason }))),
    doubts: draft.doubts ?? [],
  };
}

function withinBounds(pieces: IntakeRecord['leftOut']): IntakeRecord['leftOut'] {
  let length = 0;
  const beyond = pieces.findIndex((piece, at) => {
    length += piece.text.length;
    return at === MOST_PIECES || length > MOST_TEXT;
  });
  return beyond === -1 ? pieces : pieces.slice(0, beyond);
}

function cut(text: string): string {
  return text.length <= LONGEST_PIECE
    ? text
    : `${text.slice(0, LONGEST_PIECE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

async function articlesIn(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(folder).catch(() => []);
  return new Set(names.filter((name) => /\.md$/i.test(name)).map((name) => name.replace(/\.md$/i, '')));
}

/** What stands in the file, unread. */
async function written(folder: string): Promise<readonly (readonly [string, unknown])[]> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, FILE), 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  } catch {
    return [];
  }
}

const last = new Map<string, Promise<void>>();

/** Two feeds of one story, and a person beside them, write from one process. */
function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  const next = (last.get(name) ?? Promise.resolve()).then(work, work);
  last.set(name, next);
  const done = () => {
    if (last.get(name) === next) last.delete(name);
  };
  next.then(done, done);
  return next;
}
