import { fileURLToPath } from 'node:url';

/** What is wrong with the operating system that the program meets (`broken-system.js`). */
export interface Faults {
  /** Calls of `node:fs` that fail, or wait. */
  readonly files?: readonly {
    /** Part of the path. */
    readonly path: string;
    /** Names without `Sync`; all of them without it. */
    readonly calls?: readonly string[];
    /** As the system says it, such as `EACCES`. */
    readonly code?: string;
    /** In ms, of what is waited for without blocking. */
    readonly delay?: number;
    /** Only while there is such a file. */
    readonly while?: string;
  }[];
  /** By how many ms the clock is ahead; or a file that says so, for one that changes. */
  readonly clock?: number | string;
  /** Whether no name of a machine is found; or a file: only while there is such a file. */
  readonly names?: true | string;
  /** The version that Node says it is. */
  readonly node?: string;
  /** At which signal something is thrown that nobody catches. */
  readonly mistake?: NodeJS.Signals;
}

const BROKEN_SYSTEM = fileURLToPath(new URL('./broken-system.js', import.meta.url));

/**
 * @param faults what is wrong
 * @returns variables for the program, which make it so
 */
export function withFaults(faults: Faults): Readonly<Record<string, string>> {
  return { FAULTS: JSON.stringify(faults), NODE_OPTIONS: `--import=${BROKEN_SYSTEM}` };
}
