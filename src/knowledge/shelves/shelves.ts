import type { Article, Story } from '../article.ts';
import type { Shelf } from '../ask.ts';
import { type Corpus, corpusInPieces, countedOf } from '../corpus.ts';
import { type DeepMeaning, sentenceTexts } from '../meaning/deep.ts';
import { prepareVectors } from '../meaning/sentence-vectors.ts';
import { learnedModel } from '../ranking/model.ts';
import type { SearchEngine } from '../search/engine.ts';
import { isSame, type Kept, openStock } from './stock.ts';

/**
 * A shelf for each set of stories that some place may ask about. What is counted over a library (how rare
 * a word is, how it is spelt) would otherwise let a place feel the stories that are closed to it; so each
 * place asks a shelf on which those do not stand. A story that has changed is another object, and so makes
 * another shelf: a question meets either the old or the new library, never a mix.
 */
export interface Shelves {
  /**
   * Asks the shelf that holds exactly these stories, which is filled first where it is not yet.
   *
   * @param stories those that are open to whoever asks
   * @param work asks it
   * @param anew those that are open in the new library, where the shelf was turned meanwhile: it is turned with those
   *   that are open to another place, and one of them may have been closed to this one; without it, all of them
   */
  use<T>(
    stories: readonly Story[],
    work: (shelf: Shelf) => Promise<T>,
    anew?: () => readonly Story[],
  ): Promise<T>;
  /** Fills the shelf that holds exactly these stories, ahead of the first question to it. */
  fill(stories: readonly Story[]): Promise<void>;
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

/**
 * @param newEngine makes an empty search engine
 * @param demanded the sets of stories that places would ask now; shelves with other sets give way to new
 *   ones, such as the set without a story whose embargo has ended
 * @param deep meaning by a network, which is told of the sentences of each shelf; none when it is left out
 * @returns shelves, none of them filled yet
 */
export function openShelves(
  newEngine: () => SearchEngine,
  demanded: () => readonly (readonly Story[])[],
  deep: DeepMeaning | null = null,
): Shelves {
  const stock = openStock();
  let turns: readonly Turn[] = [];
  /** What is being prepared, and what it is made from: in use until it is turned. */
  let held: readonly Kept[] = [];

  function keptFor(stories: readonly Story[]): Kept {
    const found = stock.find(stories) ?? stock.make(stories, filled(stories, newEngine(), deep));
    stock.front(found);
    return found;
  }

  function hold(one: Kept): void {
    stock.enter(one);
    held = [...held, one];
  }

  function release(): void {
    const released = held;
    held = [];
    turns = [];
    for (const one of released) stock.leave(one);
  }

  async function preparedToTurn(from: Kept, after: readonly Story[]): Promise<boolean> {
    if (!haveSameSlugs(from.stories, after)) return false;
    hold(from);
    const { engine } = await from.shelf;
    if (difference(from.stories, after) > engine.updates) return false;
    const corpus = await corpusInPieces(after);
    deep?.prepare(sentenceTexts(after));
    await prepareVectors(corpus);
    const shelf = Promise.resolve({ stories: after, corpus, engine, model: learnedModel(), deep });
    turns = [...turns, { from, engine, corpus, to: stock.make(after, shelf) }];
    return true;
  }

  return {
    async use(stories, work, anew) {
      if (!stock.find(stories)) {
        const sets = demanded();
        stock.removeWhere((kept) => !sets.some((set) => isSame(set, kept)), 'unused');
      }
      let one = keptFor(stories);
      for (;;) {
        stock.enter(one);
        try {
          const shelf = await one.shelf;
          if (one.successor === null) return await work(shelf);
        } finally {
          stock.leave(one);
        }
        // Turned between the asking and now: its engine speaks of the new library already.
        one = anew === undefined ? one.successor : keptFor(anew());
      }
    },

    async fill(stories) {
      await keptFor(stories).shelf;
    },

    async prepare(changes) {
      release();
      for (const { before, after } of changes) {
        const from = stock.find(before);
        const turning = turns.some(({ to }) => isSame(to.stories, after));
        const turnable = from && !stock.find(after) && !turns.some((turn) => turn.from === from);
        if (turning || (turnable && (await preparedToTurn(from, after)))) continue;
        const one = keptFor(after);
        hold(one);
        await one.shelf;
      }
    },

    turn() {
      for (const { from, engine, corpus, to } of turns) {
        engine.update(corpus);
        stock.succeed(from, to);
      }
      release();
    },

    keepOnly(stories) {
      const current = new Set(stories);
      stock.removeWhere((kept) => kept.some((story) => !current.has(story)));
    },
  };
}

async function filled(
  stories: readonly Story[],
  engine: SearchEngine,
  deep: DeepMeaning | null,
): Promise<Shelf> {
  const corpus = await corpusInPieces(stories);
  deep?.prepare(sentenceTexts(stories));
  await engine.load(corpus);
  await prepareVectors(corpus);
  return { stories, corpus, engine, model: learnedModel(), deep };
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
