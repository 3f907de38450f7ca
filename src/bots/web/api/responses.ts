import { EXAMPLES } from './examples.ts';
import type { SchemaName } from './schemas.ts';

/** Part of an OpenAPI document. */
export type Described = Readonly<Record<string, unknown>>;
type Examples = Readonly<Record<string, unknown>>;

/** What a route can answer, by status. */
export type Responses = Readonly<Record<string, Described>>;

const HTML = { 'text/html': { schema: { type: 'string' } } };

/** @returns a pointer to a schema of the document */
function schemaOf(name: SchemaName): Described {
  return { $ref: `#/components/schemas/${name}` };
}

/**
 * @param name of the schema
 * @param examples each by a name
 * @param type the content type
 * @returns what a body holds
 */
export function contentOf(name: SchemaName, examples: Examples, type = 'application/json'): Described {
  const named = Object.entries(examples).map(([key, value]) => [key, { value }]);
  return { [type]: { schema: schemaOf(name), examples: Object.fromEntries(named) } };
}

/** @returns what a header holds, for a part of the document that everything points to */
function header(description: string, schema: Described = { type: 'string' }): Described {
  return { description, schema };
}

export const HEADERS = {
  'x-request-id': header('Id of the request: the log has it as well.'),
  'x-nutgraf-after': header(
    'What a follow-up hands back as `after`: the last questions, and where what was quoted stands. At most 2,000 characters, so that earlier questions give way; absent where there is nothing to lean on.',
  ),
  etag: header('Names this very body, for `If-None-Match`.'),
  'retry-after': header('After how many seconds to ask again.', { type: 'integer', minimum: 1 }),
  'www-authenticate': header('How to say who asks.'),
};

/** @returns the headers of these names, which the document describes once */
export function headersOf(...names: (keyof typeof HEADERS)[]): Described {
  const all = ['x-request-id' as const, ...names];
  return Object.fromEntries(all.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** What every request may meet, whatever it is for: status, name, what it means, and headers besides. */
const REFUSALS = [
  [
    400,
    'BadRequest',
    'A parameter is longer than any of ours, or there are too many, or `after` is none of ours.',
  ],
  [413, 'TooLarge', 'The request has a body, which nothing here wants.'],
  [414, 'AddressTooLong', 'The address is longer than 32 KB.'],
  [421, 'OtherHost', 'The server is open to its own machine only, and was called by another name.'],
  [
    429,
    'TooMany',
    'This address asks too much (`WEB_RATE`), or has sent too many wrong tokens.',
    'retry-after',
  ],
  [500, 'Failed', 'Something went wrong here; the log tells what, under the id.'],
  [503, 'Restarting', 'The process is being restarted; while it ends, there is no body.', 'retry-after'],
] as const;
type Status = (typeof REFUSALS)[number][0];

/** What the server says before anybody has read the request; it has no body. */
const UNREAD = {
  '408': { $ref: '#/components/responses/TooSlow' },
  '431': { $ref: '#/components/responses/HeadersTooLarge' },
};

/**
 * @param form in which somebody is told: programs in JSON, people on a page
 * @param without statuses that cannot be
 * @returns the refusals that every request may meet
 */
export function refusals(form: 'Error' | 'Page', without: readonly Status[] = []): Responses {
  const met = REFUSALS.filter(([status]) => !without.includes(status));
  const told = met.map(([status, name]) => [status, { $ref: `#/components/responses/${form}${name}` }]);
  return { ...Object.fromEntries(told), ...UNREAD };
}

/** @returns what {@link refusals} points to */
export function sharedResponses(): Responses {
  const each = REFUSALS.flatMap(([status, name, description, ...headers]) => [
    [`Error${name}`, { description, headers: headersOf(...headers), content: errorContent(status) }],
    [`Page${name}`, { description, headers: headersOf(...headers), content: HTML }],
  ]);
  return {
    ...Object.fromEntries(each),
    TooSlow: { description: 'The request took too long to arrive.' },
    HeadersTooLarge: {
      description: 'Address and headers together are longer than 48 KB, or there are more than 200 headers.',
    },
  };
}

function errorContent(status: Status): Described {
  return contentOf('Error', status === 400 ? { badAfter: EXAMPLES.badAfter } : {});
}

/** @returns an answer in JSON to a program, that something is not so */
export function errorOf(description: string, ...headers: (keyof typeof HEADERS)[]): Described {
  return { description, headers: headersOf(...headers), content: contentOf('Error', {}) };
}

/** @returns an answer to whoever has it already */
export const UNCHANGED: Described = {
  description: 'What `If-None-Match` names is still the same.',
  headers: headersOf('etag'),
};

/** @returns a page for people */
export function pageOf(description: string, ...headers: (keyof typeof HEADERS)[]): Described {
  return { description, headers: headersOf(...headers), content: HTML };
}

/** @returns something that is sent as it is */
export function fileOf(description: string, type: string, ...headers: (keyof typeof HEADERS)[]): Described {
  return { description, headers: headersOf(...headers), content: { [type]: {} } };
}
