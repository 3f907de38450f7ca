import { EXAMPLES } from './examples.ts';
import type { Operation } from './operation.ts';
import { contentOf, errorOf, headersOf, refusals, UNCHANGED } from './responses.ts';

/** What only programs ask for. */
export const FOR_PROGRAMS: Readonly<Record<string, Operation>> = {
  '/api/ask': {
    id: 'ask',
    tag: 'programs',
    summary: 'Answer a question',
    description:
      'The Answer, as `nutgraf ask --json` prints it. That no story answers is an answer too, with status 200.',
    parameters: ['q', 'story', 'after'],
    responses: {
      200: {
        description: 'Quotations that answer, or why there are none.',
        headers: headersOf('x-nutgraf-after'),
        content: contentOf('Answer', { answered: EXAMPLES.answered, unanswered: EXAMPLES.unanswered }),
      },
      ...refusals('Error'),
    },
  },
  '/api/stories': {
    id: 'listStories',
    tag: 'programs',
    summary: 'List the stories that can be asked about here',
    parameters: ['held'],
    responses: {
      200: {
        description: 'The stories with their articles, without the text.',
        headers: headersOf('etag'),
        content: contentOf('ListedStories', { stories: EXAMPLES.stories }),
      },
      304: UNCHANGED,
      ...refusals('Error'),
    },
  },
  '/api/suggest': {
    id: 'suggest',
    tag: 'programs',
    summary: 'Suggest questions that the stories answer',
    description:
      'At most eight: those first that hold all words of what was typed, then those that hold some.',
    parameters: ['typed', 'story'],
    responses: {
      200: {
        description: 'The questions, each with its story.',
        headers: headersOf(),
        content: contentOf('Suggestions', { suggestions: EXAMPLES.suggestions }),
      },
      ...refusals('Error'),
    },
  },
  '/api/openapi.json': {
    id: 'describe',
    tag: 'programs',
    summary: 'This document',
    parameters: ['held'],
    responses: {
      200: {
        description: 'OpenAPI 3.1.',
        headers: headersOf('etag'),
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      304: UNCHANGED,
      ...refusals('Error'),
    },
  },
  '/feed/{story}/unanswered.json': {
    id: 'unansweredFeed',
    tag: 'desk',
    summary: 'What was asked of a story and no story answers, as a JSON Feed',
    description:
      'Of the last 30 days; questions that ask the same are one item. Of many wordings those that were used most are counted, which the description then says. What is told may be a minute old.',
    parameters: ['slug', 'held'],
    security: [{ deskToken: [] }, { deskPassword: [] }],
    responses: {
      200: {
        description: 'The feed.',
        headers: headersOf('etag'),
        content: contentOf('UnansweredFeed', { feed: EXAMPLES.feed }, 'application/feed+json'),
      },
      304: UNCHANGED,
      401: errorOf('The desk token is missing or another.', 'www-authenticate'),
      404: errorOf('There is no such story, or no desk (`DESK_TOKEN`).'),
      ...refusals('Error'),
    },
  },
  '/metrics': {
    id: 'metrics',
    tag: 'running',
    summary: 'Figures for Prometheus',
    responses: {
      200: {
        description: "Prometheus' text format.",
        headers: headersOf(),
        content: { 'text/plain': { schema: { type: 'string' } } },
      },
      403: errorOf('It is asked from outside: figures are for networks of one’s own.'),
      ...refusals('Error'),
    },
  },
  '/healthz': {
    id: 'health',
    tag: 'running',
    summary: 'Whether the process is alive, and what in it is well',
    responses: {
      200: {
        description: 'It is alive. Which bots are connected stands in the body.',
        headers: headersOf(),
        content: contentOf('Health', {
          well: { status: 'connected', bots: { web: 'connected' } },
          ill: { status: 'connecting', bots: { web: 'connected', slack: 'connecting' } },
        }),
      },
      503: { description: 'The process ends; there is no body.', headers: headersOf('retry-after') },
      408: { $ref: '#/components/responses/TooSlow' },
      431: { $ref: '#/components/responses/HeadersTooLarge' },
    },
  },
  '/readyz': {
    id: 'readiness',
    tag: 'running',
    summary: 'Whether the process is to be sent questions',
    description: 'For load balancers: it says no as soon as the process is told to stop.',
    responses: {
      200: {
        description: 'The library is loaded, every bot is connected, and the search engine answers.',
        headers: headersOf(),
        content: contentOf('Readiness', { ready: { status: 'ready', missing: [] } }),
      },
      503: {
        description: 'Something is missing, which the body names; at the very end there is none.',
        headers: headersOf(),
        content: contentOf('Readiness', {
          starting: { status: 'not-ready', missing: ['library'] },
          stopping: { status: 'not-ready', missing: ['stopping'] },
        }),
      },
      408: { $ref: '#/components/responses/TooSlow' },
      431: { $ref: '#/components/responses/HeadersTooLarge' },
    },
  },
};
