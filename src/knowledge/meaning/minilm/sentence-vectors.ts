import { breaths } from '../../breath.ts';
import type { DeepMeaning, DeepMeaningNews } from '../deep.ts';
import { backlog } from './backlog.ts';
import type { Embedder } from './embedder.ts';
import { held } from './held.ts';
import { asBytes, type Bytes, type Key, keyOf } from './vector.ts';
import type { VectorFiles } from './vector-files.ts';

/** Vectors of sentences: in memory, else from disk, else computed in the background. */
export interface SentenceVectors extends Pick<DeepMeaning, 'prepare' | 'ready' | 'close'> {
  /** The vectors of all these texts. `null` when one is not at hand: those are computed next. */
  of(texts: readonly string[]): readonly Bytes[] | null;
}

/**
 * Texts in one request to the thread, a third of a second's work: what a question lacks waits no longer, and what
 * is lost when the thread dies is no more.
 */
const BATCH = 8;

/**
 * @param embedder the network
 * @param files where vectors are kept
 * @param news told when nothing is left to be computed
 * @returns no vectors yet
 */
export function sentenceVectors(
  embedder: Embedder,
  files: VectorFiles,
  news: Pick<DeepMeaningNews, 'settled'>,
): SentenceVectors {
  const vectors = held();
  const lacking = backlog();
  const announced: Iterable<string>[] = [];
  let underWay: ReadonlySet<Key> = new Set();
  let working = Promise.resolve();
  let isWorking = false;
  let closed = false;

  function work(): void {
    if (isWorking || closed) return;
    isWorking = true;
    working = workThrough();
  }

  async function workThrough(): Promise<void> {
    let computed = 0;
    while (!closed) {
      const texts = announced.shift();
      if (texts) await takeIn(texts);
      else if (lacking.size > 0 && !embedder.over) computed += await compute();
      else break;
    }
    isWorking = false;
    if (embedder.over) lacking.clear();
    else if (computed > 0 && !closed) news.settled(vectors.size);
  }

  /** Takes those texts out that need no computing. */
  async function takeIn(texts: Iterable<string>): Promise<void> {
    const breath = breaths();
    const wanted = new Set<Key>();
    let all = 0;
    for (const text of texts) {
      await breath();
      if (closed) return;
      all += 1;
      const key = keyOf(text);
      if (vectors.get(key) || underWay.has(key)) continue;
      wanted.add(key);
      lacking.add(key, text);
    }
    vectors.makeRoomFor(all);
    if (wanted.size === 0) return;
    for (const [key, vector] of await files.read(wanted)) {
      await breath();
      vectors.set(key, vector);
      lacking.remove(key);
    }
  }

  /** Texts by which the thread dies are left out: they would end it again. */
  async function compute(): Promise<number> {
    const texts = lacking.next(BATCH);
    underWay = new Set(texts.map(([key]) => key));
    const made = (await embedder.embed(texts.map(([, text]) => text))) ?? [];
    const entries = made.flatMap((vector, at) => {
      const key = texts[at]?.[0];
      return key === undefined ? [] : [[key, asBytes(vector)] as const];
    });
    for (const [key, vector] of entries) vectors.set(key, vector);
    underWay = new Set();
    await files.write(entries);
    return entries.length;
  }

  return {
    of(texts) {
      const keys = texts.map(keyOf);
      const found = keys.map((key) => vectors.get(key));
      const all = found.filter((vector) => vector !== undefined);
      if (all.length === texts.length) return all;
      if (embedder.over) return null;
      for (const [at, key] of keys.entries()) {
        if (!found[at] && !underWay.has(key)) lacking.hurry(key, texts[at] ?? '');
      }
      work();
      return null;
    },
    prepare(texts) {
      announced.push(texts);
      work();
    },
    ready() {
      const left = lacking.size + underWay.size;
      return { done: vectors.size, wanted: vectors.size + (isWorking ? Math.max(1, left) : left) };
    },
    async close() {
      closed = true;
      await working;
    },
  };
}
