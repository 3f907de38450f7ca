import type { Article, Story } from './article.ts';
import type { Shelf } from './ask.ts';
import { type Corpus, corpusInPieces, countedOf } from './corpus.ts';
import { linearModel } from './ranking/model.ts';
import type { SearchEngine } from './search/engine.ts';

/**
 * A shelf for each set of stories that some place may ask about. What is counted over a library (how rare
 * a word is, how it is spelt) would otherwise let a place feel the stories that are closed to it; so each
 * place asks a shelf on which those do not stand. A story that has changed is another object, and so makes
 * another shelf: a question meets either the old or the new library, never a mix.
 */
export interface Shelves {
  /** Asks the shelf that holds exactly these stories, which is filled first where it is not yet. */
  use<T>(stories: readonly Story[], work: (shelf: Shelf) => Promise<T>): Promise<T>;
  /**
   * Makes the shelves that are to follow others ready, in pieces between which questions are answered. Where
   * little has changed, the old shelf will be turned into the new one; otherwise that is filled beside it.
   */
  prepare(changes: readonly Change[]): Promise<void>;
  /** Turns the shelves that were prepared to be turned, at once. */
  turn(): void;
  /** Takes away shelves on which any other story stands, each when the last question to it is answered. */
  keepOnly(stories: readonly Story[]): void;
}

/** The stories that are open to some place, in the old library and in the new. */
export interface Change {
  readonly before: readonly Story[];
  readonly after: readonly Story[];
}

interface Turn {
  readonly from: Kept;
  readonly to: Kept;
  readonly engine: SearchEngine;
  readonly corpus: Corpus;
}

/** Most libraries need one or two; a shelf takes some 2 KB a sentence. The one used longest ago goes. */
const AT_MOST = 16;

interface Kept {
  readonly stories: readonly Story[];
  readonly shelf: Promise<Shelf>;
  users: number;
  gone: boolean;
  /** The shelf that this one was turned into. */
  successor: Kept | null;
}

/**
 * @param newEngine makes an empty search engine
 * @returns shelves, none of them filled yet
 */
export function openShelves(newEngine: () => SearchEngine): Shelves {
  let kept: readonly Kept[] = [];
  let turns: Turn[] = [];

  const keptAs = (stories: readonly Story[]) => kept.find((one) => isSame(one.stories, stories));

  function keptFor(stories: readonly Story[]): Kept {
    const found = keptAs(stories) ?? newlyKept(stories, filled(stories, newEngine()));
    kept = [found, ...kept.filter((one) => one !== found)];
    remove(kept.slice(AT_MOST));
    return found;
  }

  function newlyKept(stories: readonly Story[], shelf: Promise<Shelf>): Kept {
    const one: Kept = { stories, shelf, users: 0, gone: false, successor: null };
    // One that could not be filled is tried again by the next who asks.
    shelf.catch(() => remove([one]));
    return one;
  }

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

  async function preparedToTurn(from: Kept, after: readonly Story[]): Promise<boolean> {
    if (!haveSameSlugs(from.stories, after)) return false;
    const { engine } = await from.shelf;
    if (difference(from.stories, after) > engine.updates) return false;
    const corpus = await corpusInPieces(after);
    const shelf = Promise.resolve({ stories: after, corpus, engine, model: linearModel() });
    turns.push({ from, engine, corpus, to: newlyKept(after, shelf) });
    return true;
  }

  return {
    async use(stories, work) {
      let one = keptFor(stories);
      for (;;) {
        one.users += 1;
        try {
          const shelf = await one.shelf;
          if (one.successor === null) return await work(shelf);
        } finally {
          one.users -= 1;
          void closeIfUnused(one);
        }
        // Turned between the asking and now: its engine speaks of the new library already.
        one = one.successor;
      }
    },

    async prepare(changes) {
      turns = [];
      for (const { before, after } of changes) {
        const from = keptAs(before);
        const turning = turns.some(({ to }) => isSame(to.stories, after));
        const turnable = from && !keptAs(after) && !turns.some((turn) => turn.from === from);
        if (turning || (turnable && (await preparedToTurn(from, after)))) continue;
        await keptFor(after).shelf;
      }
    },

    turn() {
      for (const { from, engine, corpus, to } of turns) {
        engine.update(corpus);
        from.successor = to;
        from.gone = true;
        kept = kept.map((one) => (one === from ? to : one));
      }
      turns = [];
    },

    keepOnly(stories) {
      const current = new Set(stories);
      remove(kept.filter((one) => one.stories.some((story) => !current.has(story))));
    },
  };
}

async function filled(stories: readonly Story[], engine: SearchEngine): Promise<Shelf> {
  const corpus = await corpusInPieces(stories);
  await engine.load(corpus);
  return { stories, corpus, engine, model: linearModel() };
}

/** Only with the same stories: what a story leaves behind in an index would be felt where it is closed. */
function haveSameSlugs(before: readonly Story[], after: readonly Story[]): boolean {
  return before.length === after.length && before.every(({ slug }, index) => slug === after[index]?.slug);
}

/** How many sentences of articles have come and gone. */
function difference(before: readonly Story[], after: readonly Story[]): number {
  const [had, has] = [before, after].map((stories) => new Set(stories.flatMap((story) => story.articles)));
  const lacking = (these: ReadonlySet<Article> | undefined, those: ReadonlySet<Article> | undefined) =>
    [...(these ?? [])].filter((article) => !those?.has(article));
  const changed = [...lacking(had, has), ...lacking(has, had)];
  return changed.reduce((total, article) => total + countedOf(article).sentences.length, 0);
}

function isSame(a: readonly Story[], b: readonly Story[]): boolean {
  return a.length === b.length && a.every((story, index) => story === b[index]);
}
