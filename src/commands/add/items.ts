import { basename, extname } from 'node:path';
import type { Fetcher } from '../../fetch/fetch.ts';
import { FetchError } from '../../fetch/fetch-error.ts';
import {
  type Details,
  type Draft,
  IntakeError,
  type IntakeSource,
  openShelver,
  readMaterial,
  type Shelved,
  type Shelver,
  WriteError,
} from '../../knowledge/intake/index.ts';
import { printable, printableLine } from '../../printable.ts';
import { type Io, paperOf } from '../command.ts';
import { progressOn } from '../progress.ts';
import { type Outcome, reportOf, shortLineOf, summaryOf, withHint } from './report.ts';
import { type Item, materialOf, nameOf } from './sources.ts';

/** How items are to be added. */
export interface Adding {
  /** The library's folder. */
  readonly data: string;
  readonly story: string | null;
  readonly given: Partial<Details>;
  readonly keepCaptions: boolean;
  readonly dryRun: boolean;
  /** Tell of each of many what a single one is told of. */
  readonly verbose: boolean;
  readonly allowPrivate: boolean;
}

/**
 * Adds items one after the other. What goes wrong with one is said and does not stop the rest.
 *
 * @param items what to add
 * @param adding how
 * @param io where outcomes are told
 * @returns the exit code
 */
export async function addItems(items: readonly Item[], adding: Adding, io: Io): Promise<number> {
  const fetching = lazyFetcher(adding.allowPrivate);
  try {
    return await addEach(items, adding, io, fetching.open);
  } finally {
    await fetching.close();
  }
}

async function addEach(
  items: readonly Item[],
  adding: Adding,
  io: Io,
  fetcher: () => Promise<Fetcher>,
): Promise<number> {
  const shelver = await openShelver(adding.data);
  const progress = progressOn(io.stderr);
  const outcomes: Outcome[] = [];
  const failed: string[] = [];
  for (const item of items) {
    progress.show(outcomes.length, items.length, nameOf(item));
    try {
      const material = await materialOf(item, { stdin: io.stdin, fetcher });
      const draft = readMaterial(material, adding.given);
      const shelved = await shelve(shelver, draft, adding, item);
      outcomes.push(shelved.outcome);
      const lines = linesOf(draft, shelved, items.length, adding, io);
      if (lines !== null) {
        progress.clear();
        io.stdout.write(`${printable(lines)}\n`);
      }
    } catch (error) {
      outcomes.push('failed');
      failed.push(nameOf(item));
      progress.clear();
      io.stderr.write(`${printableLine(`${nameOf(item)}: ${sentenceOf(error)}`)}\n`);
      // A disk that has no room for one article has none for the next.
      if (error instanceof WriteError && error.code === 'disk-full') break;
    }
  }
  progress.clear();
  if (items.length > 1) io.stdout.write(`${summaryOf(outcomes, items.length, adding)}\n`);
  if (items.length > MANY && failed.length > 0)
    io.stderr.write(`${printableLine(`Failed: ${failed.join(', ')}`)}\n`);
  if (failed.length === outcomes.length) return 2;
  return failed.length > 0 || outcomes.length < items.length ? 1 : 0;
}

/** So many lines and what failed has left the screen. */
const MANY = 20;

/** What is told of an article; nothing of one among many on a terminal, where the progress is shown. */
function linesOf(draft: Draft, shelved: Shelved, total: number, adding: Adding, io: Io): string | null {
  const { width } = paperOf(io, 'auto');
  if (total === 1 || adding.verbose) return reportOf(draft, shelved, { ...adding, width });
  return io.stdout.isTTY && total > MANY ? null : shortLineOf(draft, shelved, adding);
}

function shelve(shelver: Shelver, draft: Draft, adding: Adding, item: Item): Promise<Shelved> {
  const { story, keepCaptions, dryRun } = adding;
  const name = item.kind === 'file' ? basename(item.path, extname(item.path)) : null;
  return shelver.shelve(draft, { story, keepCaptions, dryRun, name, from: sourceOf(item) });
}

function sourceOf(item: Item): IntakeSource {
  switch (item.kind) {
    case 'file':
      return { kind: 'file', name: basename(item.path) };
    case 'address':
      return { kind: 'page', name: item.url };
    case 'stdin':
      return { kind: 'stdin', name: null };
  }
}

/** In words for the person. What is none of these is a mistake of ours: nothing of the item was written. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof FetchError) return withHint(error.code, message);
  if (error instanceof IntakeError || error instanceof WriteError) return message;
  return `It was not added, by a mistake of Nutgraf's own (${message}): please report it with the file.`;
}

/** What fetches is large, and files have no use for it. */
function lazyFetcher(allowPrivate: boolean) {
  let fetcher: Fetcher | null = null;
  return {
    async open(): Promise<Fetcher> {
      const { openFetcher } = await import('../../fetch/fetch.ts');
      fetcher ??= openFetcher({ allowPrivate });
      return fetcher;
    },
    async close(): Promise<void> {
      await fetcher?.close();
    },
  };
}
