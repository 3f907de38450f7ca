import type { Answer, Quote } from '../../../knowledge/index.ts';
import type { UnansweredFeed } from '../feeds/unanswered.ts';
import type { ApiError } from './error.ts';
import type { ListedStories } from './stories.ts';
import type { Suggested } from './suggest.ts';

/** What the document shows, of a story that was invented for it. A test asks that story, and gets the same. */

const QUESTIONS = [
  'How did the board vote?',
  'When will the night ferry sail again?',
  'What will a single ticket cost?',
];
const URL = 'https://courier.example/night-ferry';

const VOTE: Quote = {
  text: 'The board voted 7 to 2 for the new timetable.',
  emphasis: [],
  before: 'The night ferry to Holm Island will sail again from 14 March, the harbour board said on Monday.',
  after: 'A single ticket will cost 12 crowns.',
  citation: {
    article: 'courier-2026-03-02',
    story: 'night-ferry',
    outlet: 'The Harbour Courier',
    kind: 'report',
    headline: 'Night ferry to Holm Island returns',
    published: '2026-03-02',
    updated: null,
    speaker: null,
    turn: null,
    caption: false,
    url: URL,
    link: `${URL}#:~:text=The%20board%20voted%207%20to%202%20for%20the%20new%20timetable.`,
  },
  start: 96,
  end: 141,
  also: [],
  relation: null,
  newest: false,
};

const answered: Answer = {
  status: 'answered',
  question: 'How did the board vote?',
  confidence: 0.932,
  related: QUESTIONS.slice(1),
  stale: [],
  tookMs: 0.84,
  further: [],
  quotes: [VOTE],
  difference: null,
};

const unanswered: Answer = {
  status: 'unanswered',
  question: 'Which penguins rehearsed the opera?',
  confidence: 0.067,
  related: QUESTIONS,
  stale: [],
  tookMs: 0.61,
  further: [],
  reason: 'not-in-story',
  quotes: [],
  nearest: [],
};

const stories: ListedStories = {
  stories: [
    {
      slug: 'night-ferry',
      title: 'The night ferry to Holm Island',
      questions: QUESTIONS,
      articles: [
        {
          id: 'courier-2026-03-02',
          headline: 'Night ferry to Holm Island returns',
          outlet: 'The Harbour Courier',
          byline: null,
          kind: 'report',
          published: '2026-03-02',
          updated: null,
          url: URL,
          page: '/story/night-ferry/courier-2026-03-02',
        },
      ],
    },
  ],
};

const suggestions: Suggested = {
  suggestions: [{ question: 'What will a single ticket cost?', story: 'night-ferry' }],
};

const feed: UnansweredFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The night ferry to Holm Island: what no story answers',
  description: 'Asked in the last 30 days and not answered, the most asked first.',
  feed_url: 'https://answers.courier.example/feed/night-ferry/unanswered.json',
  items: [
    {
      id: '6e9ff1e84f4ad773ebc39b42e6b4a7c5',
      title: 'Is the night ferry heated?',
      content_text: 'Asked 3 times.\nIs the night ferry heated? (twice)\nNight ferry: heated? (once)',
      date_modified: '2026-03-05T18:20:00.000Z',
    },
  ],
};

const badAfter: ApiError = {
  error: {
    code: 'bad-after',
    message: 'after should be what an answer gave as x-nutgraf-after: leave it away to begin anew.',
    id: '8d1c5c62-6c0e-4a52-9a27-0e5f0f6f3a11',
  },
};

export const EXAMPLES = { answered, unanswered, stories, suggestions, feed, badAfter } as const;

/** What a follow-up to {@link EXAMPLES.answered} hands back. */
export const EXAMPLE_AFTER =
  'W3sicSI6IkhvdyBkaWQgdGhlIGJvYXJkIHZvdGU_IiwiYSI6WyJuaWdodC1mZXJyeSIsImNvdXJpZXItMjAyNi0wMy0wMiIsOTYsMTQxXX1d';
