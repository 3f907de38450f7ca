import { join } from 'node:path';
import type { GeneralConfig } from '../config.ts';
import { counted } from '../counted-words.ts';
import {
  type DeepMeaning,
  type DeepMeaningNews,
  openDeepMeaning,
  type Story,
  sentenceTexts,
} from '../knowledge/index.ts';
import { printable } from '../printable.ts';
import type { Io } from './command.ts';
import { progressOn } from './progress.ts';

/** In ms. A command that answers and ends has time: the same question gets the same answer each time. */
const UNHURRIED = 10_000;

/** How often, in ms, it is looked whether the vectors are at hand. */
const EVERY = 50;

/** Longer than this, in ms, nobody should wait without a word; a terminal is shown how far it is. */
const SILENT = 2_000;

/**
 * Opens the network that `SEMANTIC` names.
 *
 * @param config whether it is wanted, and where its vectors are kept
 * @param news who is told what becomes of it
 * @param patience how long, in ms, an answer may wait for it; as a bot may when it is left out
 * @returns the network; `null` when none is wanted, and then none is loaded
 * @throws {DeepMeaningError} when it is not installed
 */
export async function openMeaning(
  config: GeneralConfig,
  news: DeepMeaningNews,
  patience?: number,
): Promise<DeepMeaning | null> {
  if (config.semantic === null) return null;
  const folder = join(config.cache, config.semantic);
  return openDeepMeaning({ folder, news, ...(patience === undefined ? {} : { patience }) });
}

/**
 * Does the work of a command that answers and ends, with the network that `SEMANTIC` names.
 *
 * @param config whether it is wanted, and where its vectors are kept
 * @param io where messages go
 * @param work what is done with it; it is closed after that
 * @returns what the work returns
 * @throws {DeepMeaningError} when it is not installed
 */
export async function withMeaning<T>(
  config: GeneralConfig,
  io: Io,
  work: (deep: DeepMeaning | null) => Promise<T>,
): Promise<T> {
  const news: DeepMeaningNews = {
    trouble: (message, cause) =>
      io.stderr.write(printable(`${message} (${cause instanceof Error ? cause.message : String(cause)})\n`)),
    settled: () => {},
  };
  const deep = await openMeaning(config, news, UNHURRIED);
  try {
    return await work(deep);
  } finally {
    await deep?.close();
  }
}

/**
 * Waits until the network has a vector of every sentence, and shows how far it is.
 *
 * @param deep the network; nothing is done for `null`
 * @param stories whose sentences
 * @param io where it is shown
 */
export async function allPrepared(
  deep: DeepMeaning | null,
  stories: readonly Story[],
  io: Io,
): Promise<void> {
  if (deep === null) return;
  deep.prepare(sentenceTexts(stories));
  const progress = progressOn(io.stderr);
  const silentUntil = performance.now() + SILENT;
  let said = io.stderr.isTTY === true;
  for (;;) {
    const { done, wanted } = deep.ready();
    if (done >= wanted) break;
    if (!said && performance.now() > silentUntil) {
      const left = counted(wanted - done, 'more sentence', 'more sentences');
      io.stderr.write(`Before anything is compared by meaning, ${left} must be read, once.\n`);
      said = true;
    }
    progress.show(done, wanted, 'sentences read for their meaning');
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  progress.clear();
}
