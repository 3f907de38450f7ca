import type { Ledger, Post } from '../../../ledger/ledger.ts';

/** What is done once, and for which message. */
export interface Once {
  readonly what: string;
  readonly message: string;
}

/** What is being done. A second press comes within a moment, before anything is written. */
const underWay = new WeakMap<Ledger['posts'], Map<string, Promise<unknown>>>();

/**
 * Does something once for a message, however often and by whom ever its button is pressed, also after a restart. Where
 * it failed it may be tried again.
 *
 * @param ledger where it is remembered
 * @param name what and for which message
 * @param work does it, and says where what came of it stands
 * @returns `null` where it was done now; otherwise where what came of it stands since then
 * @throws what `work` threw
 */
export async function once(
  { posts }: Pick<Ledger, 'posts'>,
  { what, message }: Once,
  work: () => Promise<Post>,
): Promise<Post | null> {
  const name = `discord:${what}:${message}`;
  const doing = underWay.get(posts) ?? new Map<string, Promise<unknown>>();
  underWay.set(posts, doing);
  while (doing.has(name)) await doing.get(name);
  const now = done(posts, name, work);
  const settled = now.then(
    () => undefined,
    () => undefined,
  );
  doing.set(name, settled);
  try {
    return await now;
  } finally {
    doing.delete(name);
  }
}

async function done(posts: Ledger['posts'], name: string, work: () => Promise<Post>): Promise<Post | null> {
  const before = await posts.get(name);
  if (before !== null) return before;
  await posts.set(name, await work());
  return null;
}
