import { LRUCache } from 'lru-cache';
import type { Embedder } from './embedder.ts';

/** Questions come again. 1,000 of them take 2 MB. */
const REMEMBERED = 1_000;

/** More that wait at once would wait longer than anybody does: each takes some 22 ms. */
const AT_ONCE = 16;

/**
 * @param embedder the network
 * @param patience how long, in ms, a vector is waited for
 * @returns gives a question's vector, or `null` when it does not come in time; it is remembered all the same
 */
export function questionVectors(
  embedder: Embedder,
  patience: number,
): (question: string) => Promise<Float32Array | null> {
  const known = new LRUCache<string, Float32Array>({ max: REMEMBERED });
  const coming = new Map<string, Promise<Float32Array | null>>();

  async function ask(question: string): Promise<Float32Array | null> {
    const [vector = null] = (await embedder.embed([question])) ?? [];
    coming.delete(question);
    if (vector) known.set(question, vector);
    return vector;
  }

  return async (question) => {
    const remembered = known.get(question);
    if (remembered) return remembered;
    if (!coming.has(question)) {
      if (coming.size >= AT_ONCE) return null;
      coming.set(question, ask(question));
    }
    return inTime(patience, coming.get(question) ?? null);
  };
}

async function inTime<T>(ms: number, work: Promise<T | null> | null): Promise<T | null> {
  let late: NodeJS.Timeout | undefined;
  const limit = new Promise<null>((resolve) => {
    late = setTimeout(resolve, ms, null);
  });
  const first = await Promise.race([work, limit]);
  clearTimeout(late);
  return first;
}
