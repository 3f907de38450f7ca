import type { Reply } from '../../src/bots/reply.ts';
import type { Place } from '../../src/knowledge/index.ts';
import { found, type Libraries, type LibraryName } from './libraries.ts';

/** A question with its reply, to be shown in some way. */
export interface Shown {
  readonly question: string;
  readonly reply: Reply;
  /** What somebody opened by its buttons: `context0`, `sources0`, `told`. */
  readonly opened?: readonly string[];
}

/** A sample before it is made. */
export interface Row<Surface> {
  readonly slug: string;
  readonly title: string;
  show(open: Libraries): Promise<Surface> | Surface;
}

/**
 * @param place where it is asked
 * @returns makes what a row shows: a question that is put to a library, and shown in some way
 */
export function askedIn<Surface>(place: Place) {
  return (
    library: LibraryName,
    question: string,
    show: (shown: Shown) => Surface,
    ...opened: readonly string[]
  ): Row<Surface>['show'] =>
    async (open) =>
      show({ question, reply: await found(await open(library), place, question), opened });
}

/** What is asked on every platform. */
export const ASKED = {
  count: 'what was the vote count?',
  reopens: 'When will Mill Bridge open again?',
  cracks: 'How many cracks were found in the bridge?',
  crossing: 'How do people cross the river now?',
  hurt: 'did anybody get hurt on the bridge?',
  ceo: 'who is the CEO of Amazon?',
  two: 'how many people work there and why were the results thrown out?',
  sign: 'what does the sign say?',
} as const;
