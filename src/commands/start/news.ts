import { type DeepMeaningNews, type Following, LibraryError } from '../../knowledge/index.ts';
import type { Log } from '../../log.ts';

/** When something was last seen of the library, in ms since the epoch. */
export interface LibraryTimes {
  changed: number;
  looked: number;
}

/**
 * What happens to the files of the library, told in the log.
 *
 * @param log where it is told
 * @param times set whenever something is seen
 * @param onChange done when the library has changed
 * @returns who wants to know
 */
export function followingIn(log: Log, times: LibraryTimes, onChange: () => void): Following {
  let known = 0;
  let isAway = false;
  return {
    changed({ added, changed, removed, broken }, problems) {
      times.changed = Date.now();
      log.info({ added, changed, removed }, 'the library has changed');
      onChange();
      const about = problems.filter(({ file }) => broken.includes(file));
      for (const problem of about) log.warn(problem, 'a file of the library cannot be read as it is now');
      if (problems.length === 0 && known > 0) log.info({}, 'every file of the library can be read again');
      known = problems.length;
    },
    failed(error) {
      isAway = error instanceof LibraryError;
      log.error({ err: error }, 'the library cannot be read: what was read last is served');
    },
    looked() {
      times.looked = Date.now();
      if (isAway) log.info({}, 'the library can be read again');
      isAway = false;
    },
    deaf: (error) => log.warn({ err: error }, 'not every folder of the library can be watched'),
  };
}

/** What becomes of the network of `SEMANTIC`, told in the log. */
export function newsIn(log: Log): DeepMeaningNews {
  return {
    trouble: (message, cause) => log.warn({ err: cause }, message),
    settled: (sentences) => log.info({ sentences }, 'all sentences are compared by meaning'),
  };
}
