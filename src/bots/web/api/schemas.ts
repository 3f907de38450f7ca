import { z } from 'zod';
import type { UnansweredFeed } from '../feeds/unanswered.ts';
import { ANSWER_SCHEMAS, date, kind, maybe, slug, text } from './answer-schemas.ts';
import type { ApiError } from './error.ts';
import { exact } from './exact.ts';
import type { ListedArticle, ListedStories, ListedStory } from './stories.ts';
import type { Suggested } from './suggest.ts';

/**
 * What programs are told, as zod schemas: the OpenAPI document is generated from them. Each is held to the type of the
 * same thing when it is compiled.
 */

const article = exact<ListedArticle>()(
  z.strictObject({
    id: text.describe('Unique within its story.'),
    headline: maybe,
    outlet: maybe,
    byline: maybe,
    kind,
    published: date,
    updated: date,
    url: maybe,
    page: text.describe('Path of the page here on which it can be read.'),
  }),
);

const story = exact<ListedStory>()(
  z.strictObject({
    slug,
    title: text,
    questions: z.array(text).describe('Some that it answers.'),
    articles: z.array(article),
  }),
);

const stories = exact<ListedStories>()(z.strictObject({ stories: z.array(story) }));

const suggestions = exact<Suggested>()(
  z.strictObject({
    suggestions: z.array(z.strictObject({ question: text, story: slug })).max(8),
  }),
);

const error = exact<ApiError>()(
  z.strictObject({
    error: z.strictObject({
      code: text.describe('For programs; it stays the same.'),
      message: text.describe('One sentence for a person.'),
      id: text.describe('Id of the request, which the log has as well.'),
    }),
  }),
);

const feed = exact<UnansweredFeed>()(
  z
    .strictObject({
      version: z.literal('https://jsonfeed.org/version/1.1'),
      title: text,
      description: text,
      feed_url: text,
      items: z.array(
        z.strictObject({
          id: text.describe('Of what is asked; it stays as long as its first wording is counted.'),
          title: text.describe('The wording that was used most.'),
          content_text: text,
          date_modified: text.describe('When it was asked last.').meta({ format: 'date-time' }),
        }),
      ),
    })
    .describe('A JSON Feed: https://jsonfeed.org/version/1.1'),
);

const state = z.enum(['connected', 'connecting', 'stopped']);
const health = z.strictObject({ status: state, bots: z.record(text, state) });
const readiness = z.strictObject({
  status: z.enum(['ready', 'not-ready']),
  missing: z.array(text).describe('`library`, `engine`, the name of a bot, `stopping`.'),
});

const NAMED = {
  ...ANSWER_SCHEMAS,
  ListedArticle: article,
  ListedStory: story,
  ListedStories: stories,
  Suggestions: suggestions,
  Error: error,
  UnansweredFeed: feed,
  Health: health,
  Readiness: readiness,
};
export type SchemaName = keyof typeof NAMED;

/** @returns the schemas as OpenAPI 3.1 wants its components: JSON Schema 2020-12, which point to each other */
export function componentSchemas(): Readonly<Record<string, object>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override({ jsonSchema }) {
      // Every integer of JavaScript would be said to end there.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      // JSON Schema wants one item or more there.
      if (jsonSchema.prefixItems?.length === 0) delete jsonSchema.prefixItems;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
