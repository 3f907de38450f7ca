import { basename, extname } from 'node:path';
import type { Fetcher } from '../../fetch/fetch.ts';
import { FetchError } from '../../fetch/fetch-error.ts';
import {
  type Details,
  type Draft,
  IntakeError,
  openShelver,
  readMaterial,
  type Shelved,
  type Shelver,
  WriteError,
} from '../../knowledge/intake/index.ts';
import { type Io, paperOf } from '../command.ts';
import { progressOn } from '../progress.ts';
import { lineOf, reportOf, summaryOf } from './report.ts';
import { type Item, materialOf, nameOf } from './sources.ts';

/** How items are to be added. */
export interface Adding {
  /** The library's folder. */
  readonly data: string;
  readonly story: string | null;
  readonly given: Partial<Details>;
  readonly keepCaptions: boolean;
  readonly dryRun: boolean;
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
  const outcomes: (Shelved['outcome'] | 'failed')[] = [];
  for (const item of items) {
    progress.show(outcomes.length, items.length, nameOf(item));
    try {
      const material = await materialOf(item, { stdin: io.stdin, fetcher });
      const draft = readMaterial(material, adding.given);
      const shelved = await shelve(shelver, draft, adding, item);
      outcomes.push(shelved.outcome);
      progress.clear();
      io.stdout.write(
        items.length === 1
          ? `${reportOf(draft, shelved, { ...adding, width: paperOf(io, 'auto').width })}\n`
          : `${lineOf(shelved, adding)}\n`,
      );
    } catch (error) {
      // A mistake of ours is told with its stack where it concerns all there is, and else stops nothing.
      if (!(error instanceof Error) || (items.length === 1 && !isAboutTheItem(error))) throw error;
      outcomes.push('failed');
      progress.clear();
      io.stderr.write(`${nameOf(item)}: ${error.message}${hintFor(error)}\n`);
      // A disk that has no room for one article has none for the next.
      if (error instanceof WriteError && error.code === 'disk-full') break;
    }
  }
  progress.clear();
  if (items.length > 1) io.stdout.write(`${summaryOf(outcomes, items.length)}\n`);
  const failed = outcomes.filter((outcome) => outcome === 'failed').length;
  if (failed === outcomes.length) return 2;
  return failed > 0 || outcomes.length < items.length ? 1 : 0;
}

function shelve(shelver: Shelver, draft: Draft, adding: Adding, item: Item): Promise<Shelved> {
  const { story, keepCaptions, dryRun } = adding;
  const name = item.kind === 'file' ? basename(item.path, extname(item.path)) : null;
  return shelver.shelve(draft, { story, keepCaptions, dryRun, name });
}

/** Errors of the item or of the disk, in words for the person; any other is a mistake of ours. */
function isAboutTheItem(error: unknown): error is Error {
  return [IntakeError, FetchError, WriteError].some((kind) => error instanceof kind);
}

/** What the command line can do about it, which those who fetch do not know. */
function hintFor(error: Error): string {
  const isPrivate = error instanceof FetchError && error.code === 'private-address';
  return isPrivate ? ' Or allow it with --allow-private.' : '';
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
