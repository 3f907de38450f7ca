import type { Story } from '../article.ts';
import type { Shelf } from '../ask.ts';

/** A shelf that is filled, or being filled. */
export interface Kept {
  readonly stories: readonly Story[];
  readonly shelf: Promise<Shelf>;
  /** In sentences, once it is filled. */
  size: number;
  users: number;
  gone: boolean;
  /** The shelf that this one was turned into. */
  successor: Kept | null;
}

/** The shelves there are, the one used last first. What is taken away is closed when its last user is done. */
export interface Stock {
  /** The shelf with exactly these stories, if there is one. */
  find(stories: readonly Story[]): Kept | undefined;
  /** Takes a shelf to the front. */
  front(one: Kept): void;
  /** A shelf that is not at the front yet. One that cannot be filled is taken away. */
  make(stories: readonly Story[], shelf: Promise<Shelf>): Kept;
  removeWhere(unwanted: (stories: readonly Story[]) => boolean, which?: 'all' | 'unused'): void;
  /** Puts a shelf in the place of the one that it was made from. */
  succeed(from: Kept, to: Kept): void;
  enter(one: Kept): void;
  leave(one: Kept): void;
}

/** Most libraries need one or two; the one used longest ago goes. */
const AT_MOST = 16;
/** Of all shelves together, beside the two used last: with MiniSearch a shelf takes some 3 KB a sentence. */
const SENTENCES = 80_000;
const ALWAYS = 2;

/** @returns the stock, empty */
export function openStock(): Stock {
  let kept: readonly Kept[] = [];

  function remove(those: readonly Kept[]): void {
    kept = kept.filter((one) => !those.includes(one));
    for (const one of those) {
      one.gone = true;
      void closeIfUnused(one);
    }
  }

  async function closeIfUnused(one: Kept): Promise<void> {
    if (!one.gone || one.users > 0 || one.successor !== null) return;
    const shelf = await one.shelf.catch(() => null);
    await shelf?.engine.close();
  }

  function removeSurplus(): void {
    let sentences = 0;
    const surplus = kept.filter(({ size }, index) => {
      sentences += size;
      return index >= AT_MOST || (index >= ALWAYS && sentences > SENTENCES);
    });
    remove(surplus.filter(({ users }) => users === 0));
  }

  return {
    find: (stories) => kept.find((one) => isSame(one.stories, stories)),
    front(one) {
      kept = [one, ...kept.filter((other) => other !== one)];
    },
    make(stories, shelf) {
      const one: Kept = { stories, shelf, size: 0, users: 0, gone: false, successor: null };
      shelf.then(
        ({ corpus }) => {
          one.size = corpus.sentences.length;
          removeSurplus();
        },
        () => remove([one]),
      );
      return one;
    },
    removeWhere(unwanted, which = 'all') {
      remove(kept.filter((one) => (which === 'all' || one.users === 0) && unwanted(one.stories)));
    },
    succeed(from, to) {
      from.successor = to;
      from.gone = true;
      kept = [to, ...kept.filter((one) => one !== from)];
    },
    enter(one) {
      one.users += 1;
    },
    leave(one) {
      one.users -= 1;
      void closeIfUnused(one);
    },
  };
}

/** Whether two sets hold the same stories in the same state. */
export function isSame(a: readonly Story[], b: readonly Story[]): boolean {
  return a.length === b.length && a.every((story, index) => story === b[index]);
}
