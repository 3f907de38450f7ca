import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.ts';
import type { Story } from './article.ts';
import { ask, meantOf, type Shelf } from './ask.ts';
import { countedOf } from './corpus.ts';
import { openEmbargoes } from './embargoes.ts';
import type { Explanation } from './explain.ts';
import { inventoryOf, type StoryInventory } from './inventory.ts';
import { changesBetween, type LibraryChanges } from './library/changes.ts';
import type { LibraryError } from './library/library-error.ts';
import { watchLibrary } from './library/watch.ts';
import { type Library, readLibrary } from './library.ts';
import type { DeepMeaning } from './meaning/deep.ts';
import { isOpenTo, type Place, placeName } from './place.ts';
import type { Problem } from './problem.ts';
import type { Question } from './question.ts';
import { askEach } from './questions/several.ts';
import { type EngineName, openEngines } from './search/engines.ts';
import type { ClusterSettings } from './search/opensearch/settings.ts';
import { openShelves } from './shelves/shelves.ts';
import type { StageListener } from './stages.ts';
import { withStale } from './stale.ts';

/** A library that can be asked. */
export interface Knowledge {
  /** All stories, whoever may see them: for those who keep the library, never for a place. */
  readonly stories: readonly Story[];
  /** Files that could not be used as they stand; the rest of the library is served. */
  readonly problems: readonly Problem[];
  /** How many sentences can be quoted, counted when it is asked for. */
  readonly sentences: number;
  /**
   * Answers a question, or each of a message with several; a value also when there is no answer. Rejects when the
   * search engine does.
   */
  ask(question: Question): Promise<Answer>;
  /**
   * Why {@link ask} answers a question as it does: what was understood, and the candidates in the order of the same
   * ranking with all that it is made of. It takes as long as asking; what makes it is loaded when it is first wanted.
   *
   * @param most candidates to tell of
   */
  explain(question: Question, most: number): Promise<Explanation>;
  /** The stories that may be asked about in a place. */
  storiesOpenTo(place: Place): readonly Story[];
  /** Files that could not be used as they stand, of stories that may be asked about in a place. */
  problemsOpenTo(place: Place): readonly Problem[];
  /** What keeps the search engine from being asked; `null` where nothing is known to. */
  trouble(): string | null;
  /** What the library holds, told to those who keep it. */
  inventory(): readonly StoryInventory[];
  /** Stops following the library's files. */
  close(): Promise<void>;
}

/** Who wants to know what happens to a library that is followed. */
export interface Following {
  /** Told once the library with the change in it is the one that answers. */
  changed(changes: LibraryChanges, problems: readonly Problem[]): void;
  /** The folder cannot be looked into, or what was read cannot be made ready: what was read last is served. */
  failed(error: unknown): void;
  /** Told each time that the folder was looked into, also where nothing has changed. */
  looked?(): void;
  /** No more folders can be watched: what changes in the others is found by looking, and served somewhat later. */
  deaf?(error: LibraryError): void;
}

export interface KnowledgeOptions {
  /** The library's folder. */
  readonly data: string;
  /** What finds candidates. */
  readonly engine?: EngineName;
  /** Where the search cluster is, for the engine that is one. */
  readonly cluster?: ClusterSettings | null;
  /** Follow the folder's files: a change is served within two seconds. Without it they are read once. */
  readonly following?: Following;
  /** Meaning by a network, which whoever opened it closes. */
  readonly deep?: DeepMeaning | null;
  /** Who is told how long each stage of answering takes. */
  readonly stages?: StageListener;
  /** The time, in ms since the epoch: embargoes end. */
  readonly now?: () => number;
}

/** Places whose shelf is made ready before a changed library is served. */
const RECENT = 16;

/** Asks nowhere in particular: what is open to it is open to everyone. */
const ANYWHERE: Place = { bot: 'terminal' };

/** Files that are being written while the library is opened are waited for, this often and this long in ms. */
const LOOKS = 10;
const APART = 100;

async function readSettled(data: string): Promise<Library> {
  let library = await readLibrary(data);
  for (let look = 1; look < LOOKS && library.unsettled.size > 0; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, APART));
    library = await readLibrary(data, library);
  }
  return library;
}

/**
 * Reads a library and makes it ready to be asked.
 *
 * @param options the folder, and what to do with it
 * @returns the library
 * @throws {LibraryError} when the folder cannot be read
 */
export async function openKnowledge(options: KnowledgeOptions): Promise<Knowledge> {
  const { data, engine = 'memory', cluster = null, following, deep = null, stages, now = Date.now } = options;
  const engines = await openEngines(engine, cluster);
  const recent = new LRUCache<string, Place>({ max: RECENT });
  let library = await readSettled(data);
  const openIn = ({ stories }: Library, place: Place, time = now()) =>
    stories.filter((story) => isOpenTo(story, place, time));
  const places = () => [ANYWHERE, ...recent.values()];
  const demanded = () => places().map((place) => openIn(library, place));
  const shelves = openShelves(engines.make, demanded, deep);

  function openTo({ scope: { place } }: Question): readonly Story[] {
    recent.set(placeName(place), place);
    return openIn(library, place);
  }

  /** The library is swapped when everything for it is ready, in one step. */
  async function serve(next: Library): Promise<void> {
    await shelves.prepare(
      places().map((place) => ({ before: openIn(library, place), after: openIn(next, place) })),
    );
    library = next;
    shelves.turn();
    shelves.keepOnly(next.stories);
    engines.keepOnly(next.stories);
    embargoes?.watch(next.stories);
  }

  const embargoes = following
    ? openEmbargoes(now, (end) => {
        const sets = places().map((place) => openIn(library, place, end));
        Promise.all(sets.map((set) => shelves.fill(set))).catch(following.failed);
      })
    : null;

  if (following) await serve(library);
  const watch = following
    ? watchLibrary(
        data,
        library,
        async (next) => {
          const before = library;
          await serve(next);
          const changes = changesBetween(before, next);
          if (changes) following.changed(changes, next.problems);
        },
        following.failed,
        following.looked,
        following.deaf,
      )
    : null;

  return {
    get stories() {
      return library.stories;
    },
    get problems() {
      return library.problems;
    },
    get sentences() {
      const articles = library.stories.flatMap((story) => story.articles);
      return articles.reduce((total, article) => total + countedOf(article).sentences.length, 0);
    },
    ask(question) {
      const current = library;
      const answer = (shelf: Shelf) => {
        const asked = meantOf(shelf.stories, question.scope);
        return askEach(question, shelf.corpus, async (part) =>
          withStale(await ask(shelf, part, stages), asked, current, now()),
        );
      };
      return shelves.use(openTo(question), answer, () => openTo(question));
    },
    async explain(question, most) {
      const { explain } = await import('./explain.ts');
      return shelves.use(
        openTo(question),
        (shelf) => explain(shelf, question, most),
        () => openTo(question),
      );
    },
    storiesOpenTo: (place) => openIn(library, place),
    problemsOpenTo(place) {
      const open = new Set(openIn(library, place).map(({ slug }) => slug));
      // A folder that cannot be read, or a file beside the stories, has no story that is open.
      const slugOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : null);
      return library.problems.filter(({ file }) => open.has(slugOf(file) ?? ''));
    },
    trouble: () => engines.trouble(),
    inventory: () => inventoryOf(library),
    async close() {
      embargoes?.close();
      await watch?.close();
      await engines.close();
    },
  };
}
