import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { type Library, readLibrary } from '../library.ts';
import { LibraryError } from './library-error.ts';

/** A library that is looked at again whenever its files change. */
export interface LibraryWatch {
  /** Resolves once no look is under way. */
  close(): Promise<void>;
}

/** What the file system says is a hint, and comes in bursts: wait this long in ms for the burst to end. */
const AFTER_HINT = 100;
/**
 * Hints do not come from every file system (network drives, some containers), so the folder is also looked
 * at without any, in ms. A look takes some 50 µs a file; with thousands of files looks are further apart, up
 * to 1.5 s and never less than three times as long as a look takes.
 */
const WITHOUT_HINT = 1_000;
const AT_MOST = 1_500;
const SHARE = 20;

/** How long, in ms, a look is followed by none without a hint; what is made of what it found does not count. */
function pauseAfter(took: number): number {
  return Math.max(WITHOUT_HINT, Math.min(took * SHARE, AT_MOST), took * 3);
}

/** Linux counts watched folders by user (ENOSPC), and open files by process. */
function isUsedUp(error: unknown): boolean {
  return /^(?:ENOSPC|EMFILE|ENFILE)$/.test((error as NodeJS.ErrnoException).code ?? '');
}

/**
 * Follows a library's files. One watcher for each folder: the library is two levels deep, and files appear
 * in their folder's.
 *
 * @param folder the library's folder
 * @param first what was read of it
 * @param onRead told each time that something has changed; the next look waits until it is done, and tells
 *   of the same again when it rejects
 * @param onError told when the folder cannot be looked into or `onRead` rejects; once, until it works again
 * @param onLook told each time that it could be looked into
 * @param onDeaf told once when no more folders can be watched: what changes in the others is found by looking
 * @returns the watch
 */
export function watchLibrary(
  folder: string,
  first: Library,
  onRead: (library: Library) => Promise<void>,
  onError: (error: unknown) => void,
  onLook: () => void = () => undefined,
  onDeaf: (error: LibraryError) => void = () => undefined,
): LibraryWatch {
  let library = first;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let hinted = false;
  let failing = false;
  let deaf = false;
  let planned = Number.POSITIVE_INFINITY;
  let pause = WITHOUT_HINT;
  const watchers = new Map<string, FSWatcher>();

  function hint(): void {
    hinted = true;
    if (looking === null) plan(AFTER_HINT);
  }

  /** The next look: earlier than planned, but never later. Hints without end must not keep it away. */
  function plan(delay: number): void {
    const at = performance.now() + delay;
    if (closed || at >= planned) return;
    planned = at;
    clearTimeout(timer);
    timer = setTimeout(() => {
      looking = look().finally(() => {
        looking = null;
        plan(pause);
      });
    }, delay).unref();
  }

  async function look(): Promise<void> {
    planned = Number.POSITIVE_INFINITY;
    const expected = hinted || library.unsettled.size > 0;
    hinted = false;
    const started = performance.now();
    try {
      const next = await readLibrary(folder, library);
      pause = pauseAfter(performance.now() - started);
      if (next !== library && !closed) await onRead(next);
      // A change that nobody has hinted at: the watchers are deaf, or watch folders that have been replaced.
      if (next !== library && !expected) forgetWatchers();
      library = next;
      rewatch();
      failing = false;
      onLook();
    } catch (error) {
      if (!failing) onError(error);
      failing = true;
    }
    if (hinted || library.unsettled.size > 0) pause = AFTER_HINT;
  }

  function forgetWatchers(): void {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  }

  /** Watches the folders that are there now; one that cannot be watched is looked at without hints. */
  function rewatch(): void {
    if (closed) return;
    const wanted = new Set([folder]);
    let last = '';
    for (const { found } of library.files.values()) {
      if (found.slug !== last) wanted.add(join(folder, found.slug));
      last = found.slug;
    }
    for (const [path, watcher] of watchers) {
      if (wanted.has(path)) continue;
      watcher.close();
      watchers.delete(path);
    }
    for (const path of wanted) {
      if (watchers.has(path)) continue;
      try {
        const watcher = watch(path, { persistent: false }, hint);
        watcher.on('error', () => {
          watcher.close();
          watchers.delete(path);
        });
        watchers.set(path, watcher);
      } catch (error) {
        // No more watches to be had, or the folder has just gone: the regular look finds what changes.
        if (!deaf && isUsedUp(error)) onDeaf(LibraryError.deaf(error, watchers.size));
        deaf ||= isUsedUp(error);
      }
    }
  }

  rewatch();
  plan(library.unsettled.size > 0 ? AFTER_HINT : WITHOUT_HINT);
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      forgetWatchers();
      await looking;
    },
  };
}
