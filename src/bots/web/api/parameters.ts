import { MAX_QUESTION_LENGTH } from '../../../knowledge/index.ts';
import { EXAMPLE_AFTER } from './examples.ts';
import type { Described } from './responses.ts';

const text = { type: 'string' };

/** What routes take, each described once. */
export const PARAMETERS = {
  q: {
    name: 'q',
    in: 'query',
    description: `The question, in at most ${MAX_QUESTION_LENGTH} characters; of several in one message each is answered. Without it nothing is asked, which is unanswered as \`empty\`.`,
    schema: { type: 'string', maxLength: 4_000 },
    example: 'How did the board vote?',
  },
  typed: {
    name: 'q',
    in: 'query',
    description: 'What was typed so far; without it the first questions of each story are suggested.',
    schema: { type: 'string', maxLength: 4_000 },
    example: 'ticket',
  },
  story: {
    name: 'story',
    in: 'query',
    description: 'Slug of the one story that is meant; without it every story that is open here.',
    schema: { type: 'string', maxLength: 2_000 },
    example: 'night-ferry',
  },
  after: {
    name: 'after',
    in: 'query',
    description:
      'What the answer before gave as `x-nutgraf-after`: then this is a follow-up, such as "and the year before?".',
    schema: { type: 'string', maxLength: 20_000, pattern: '^[A-Za-z0-9_-]*$' },
    example: EXAMPLE_AFTER,
  },
  at: {
    name: 'at',
    in: 'query',
    description: 'Passage to mark: where it begins and ends in the body, in UTF-16 code units.',
    schema: { type: 'string', maxLength: 2_000 },
    example: '96-141',
  },
  slug: {
    name: 'story',
    in: 'path',
    required: true,
    description: 'Slug of the story.',
    schema: text,
    example: 'night-ferry',
  },
  article: {
    name: 'article',
    in: 'path',
    required: true,
    description: 'Id of the article within its story.',
    schema: text,
    example: 'courier-2026-03-02',
  },
  file: {
    name: 'file',
    in: 'path',
    required: true,
    description: 'Name that a page gives, which changes with the content.',
    schema: text,
  },
  held: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `etag` of what is held already.',
    schema: text,
  },
} as const satisfies Record<string, Described>;

/** @returns pointers to parameters of the document */
export function parametersOf(...names: (keyof typeof PARAMETERS)[]): readonly Described[] {
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}
