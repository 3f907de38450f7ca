import { join } from 'node:path';
import { type Reply, replyTo } from '../../src/bots/reply.ts';
import { type Knowledge, openKnowledge, type Place, type QuotedAt } from '../../src/knowledge/index.ts';

/** The libraries that the samples ask. */
const FOLDERS = {
  /** The one that ships. */
  shipped: 'data',
  /** Three invented reports on a bridge, which agree in one thing and differ in another. */
  bridge: 'preview/library',
  /** An article that holds everything that a platform would act on. */
  ferry: 'tests/fixtures/library',
} as const;

export type LibraryName = keyof typeof FOLDERS;

/** Gives a library by its name. */
export type Libraries = (name: LibraryName) => Promise<Knowledge>;

/**
 * @param root the repository's folder
 * @returns the libraries; each is read when it is wanted first
 */
export function libraries(root: string): Libraries {
  const opened = new Map<LibraryName, Promise<Knowledge>>();
  return (name) => {
    const library = opened.get(name) ?? openKnowledge({ data: join(root, FOLDERS[name]) });
    opened.set(name, library);
    return library;
  };
}

/**
 * @param library a library
 * @param place where it is asked
 * @param question what is asked
 * @param except sentences that are not to be quoted again
 * @returns what a person is shown
 */
export async function found(
  library: Knowledge,
  place: Place,
  question: string,
  except: readonly QuotedAt[] = [],
): Promise<Reply> {
  return replyTo(await library.ask({ text: question, scope: { place, story: null }, earlier: [], except }));
}
