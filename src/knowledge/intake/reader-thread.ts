import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { IntakeError, type IntakeErrorCode } from './intake-error.ts';
import { done, type Job, type Reader, readerBy } from './reader.ts';

/** What the thread says when it has done what it was given. */
export type Said =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: IntakeErrorCode; readonly message: string };

/** A reader that can be told to end. Nobody has to: it keeps no process alive. */
export interface ReaderThread extends Reader {
  /** What is being read is given up, and rejects with an `IntakeError` `closed`. Safe to call twice. */
  close(): Promise<void>;
}

/** How a thread is kept. */
export interface ReaderThreadOptions {
  /** The thread's program. */
  readonly program: URL;
  /** In ms: how often it is looked at. */
  readonly every: number;
  /**
   * After so many looks at one piece of work it is given up, and after so many without any the thread ends. Looks are
   * counted, not time: a machine that slept has read nothing.
   */
  readonly patience: number;
}

/** Beside the chunks in `dist/`. Unbuilt there is none, and it is read in the thread that asks. */
const PROGRAM = new URL('./reader-worker.js', import.meta.url);
/** Half a minute: the largest page that is not refused takes some seconds. */
const PATIENCE = { every: 1_000, patience: 30 };
/**
 * In MB: the largest page that is not refused takes less than half of it. Beyond it the thread ends, and not the process,
 * but where one array or map of millions of entries would grow past it: Node gives up altogether then, as it would
 * without a thread.
 */
const MEMORY = { maxOldGenerationSizeMb: 512 };

interface Waiting {
  readonly job: Job;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Opens a reader with a thread of its own, which is started by the first piece of work, does one after another, and
 * ends when there has been none for a while. What takes too long, or too much memory (see `MEMORY`), costs its thread and
 * nothing else.
 *
 * @param options how it is kept
 * @returns the reader
 */
export function openReader(
  { program, every, patience }: ReaderThreadOptions = { program: PROGRAM, ...PATIENCE },
): ReaderThread {
  const isBuilt = existsSync(program);
  const queue: Waiting[] = [];
  let current: Waiting | null = null;
  let worker: Worker | null = null;
  let looking: NodeJS.Timeout | undefined;
  let looks = 0;
  let closed = false;

  function started(): Worker {
    const own = new Worker(program, { resourceLimits: MEMORY });
    let cause: unknown;
    own.on('message', (said: Said) => {
      if (worker !== own) return;
      const asked = current;
      current = null;
      if (said.kind === 'done') asked?.resolve(said.value);
      else asked?.reject(new IntakeError(said.code, said.message));
      next();
    });
    own.on('error', (error) => {
      cause = error;
    });
    own.once('exit', () => leave(own, endedBy(cause)));
    // Last, since whoever listens to its messages keeps the process alive again.
    own.unref();
    looking = setInterval(() => {
      looks += 1;
      if (looks >= patience) void leave(own, endedBy(null));
    }, every).unref();
    return own;
  }

  /** Lets go of the thread; what it had in its hands is answered so. */
  async function leave(own: Worker, error: Error): Promise<void> {
    if (worker !== own) return;
    worker = null;
    clearInterval(looking);
    current?.reject(error);
    current = null;
    next();
    await own.terminate();
  }

  function next(): void {
    looks = 0;
    while (current === null) {
      const asked = queue.shift();
      if (asked === undefined) return;
      try {
        worker ??= started();
        worker.postMessage(asked.job);
        current = asked;
      } catch (error) {
        // The system may let no further thread begin: then the next piece of work tries it again.
        asked.reject(error);
      }
    }
  }

  const reader = readerBy((job) => {
    if (closed) return Promise.reject(over());
    if (!isBuilt) return Promise.resolve(job).then(done);
    return new Promise((resolve, reject) => {
      queue.push({ job, resolve, reject });
      next();
    });
  });
  return {
    ...reader,
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(over());
      if (worker !== null) await leave(worker, over());
    },
  };
}

function over(): IntakeError {
  return new IntakeError('closed', 'It was not read, since Nutgraf is being stopped.');
}

/** By the time, or by its memory; anything else is a mistake of ours. */
function endedBy(cause: unknown): Error {
  const isMistake = cause instanceof Error && !('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY');
  if (isMistake) return cause;
  const sentence =
    'Reading this takes more time or memory than any article does: add the text of the article alone.';
  return new IntakeError('too-much', sentence, cause);
}
