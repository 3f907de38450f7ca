import { expect, it } from 'vitest';
import { EVERYONE } from '../../src/knowledge/index.ts';
import { entry, HOUR, NOON, PERIOD, quoted, reported } from './entries.ts';

const answered = { outcome: 'answered', quoted: quoted('a') };

it('counts questions, answers, people and days', () => {
  const { totals, days } = reported([
    entry(answered),
    entry({ ...answered, person: 'p2', at: NOON - 24 * HOUR }),
    entry({ person: null }),
    entry({ person: 'p2', outcome: 'unsure' }),
    entry({ at: PERIOD.to }),
    entry({ at: PERIOD.from - 1 }),
  ]);
  expect(totals).toMatchObject({ asked: 4, answered: 2, unanswered: 2, answeredShare: 0.5, people: 2 });
  expect(days).toEqual([
    { day: '2026-11-24', asked: 1, answered: 1, unanswered: 0 },
    { day: '2026-11-25', asked: 3, answered: 1, unanswered: 2 },
  ]);
});

it('puts each unanswered question once, the most asked first, under its most usual wording', () => {
  const { unanswered } = reported([
    entry({ question: 'Who owns the ferry?', at: NOON + HOUR }),
    entry({ question: 'when does the ferry sail' }),
    entry({ question: 'When does the ferry sail?', person: 'p2' }),
    entry({ question: 'WHEN DOES THE FERRY SAIL' }),
    entry({ question: 'when will the ferry sail' }),
    entry({ question: 'How long is the ferry?' }),
    entry({ question: 'How long is the ferry?', ...answered }),
  ]);
  expect(unanswered.map(({ title, count }) => [title, count])).toEqual([
    ['When does the ferry sail?', 4],
    ['Who owns the ferry?', 1],
    ['How long is the ferry?', 1],
  ]);
  expect(unanswered[0]).toMatchObject({
    people: 2,
    story: 'ferry',
    last: new Date(NOON).toISOString(),
    wordings: [{ text: 'when will the ferry sail', count: 1 }],
  });
});

it('counts for which questions the desk was told, also where a message held several', () => {
  const { unanswered, totals } = reported([
    entry({ question: 'Who owns the ferry?' }),
    entry({ question: 'How long is the ferry?', at: NOON - HOUR }),
    entry({ kind: 'for-the-desk', outcome: '', question: 'how long is the ferry' }),
    entry({ kind: 'for-the-desk', outcome: '', question: 'Who owns the ferry? How long is the ferry?' }),
    entry({ kind: 'for-the-desk', outcome: '', question: 'Why is the mill closed?' }),
  ]);
  expect(totals.forTheDesk).toBe(3);
  expect(unanswered.map(({ title, count, desk }) => [title, count, desk])).toEqual([
    ['How long is the ferry?', 1, 2],
    ['Who owns the ferry?', 1, 1],
    ['Why is the mill closed?', 0, 1],
  ]);
});

it('counts questions whose text is not kept, and groups none of them', () => {
  const { unanswered, totals } = reported([entry({ question: '' }), entry({ question: '' }), entry()]);
  expect(totals).toMatchObject({ unanswered: 3, withoutText: 2 });
  expect(unanswered).toHaveLength(1);
});

it('tells which answers were marked, with what was quoted', () => {
  const mark = { kind: 'feedback', quoted: quoted('a') } as const;
  const { unhelpful, totals } = reported([
    entry({ ...mark, outcome: 'not-helpful', question: 'Who owns the ferry?' }),
    entry({ ...mark, outcome: 'not-what-i-asked', question: 'who owns the ferry', quoted: quoted('gone') }),
    entry({ ...mark, outcome: 'helpful', question: 'How long is the ferry?' }),
  ]);
  expect(totals).toMatchObject({
    helpful: 1,
    notHelpful: 1,
    notWhatIAsked: 1,
    asked: 0,
    answeredShare: null,
  });
  expect(unhelpful).toMatchObject([
    { title: 'Who owns the ferry?', count: 2, notHelpful: 1, notWhatIAsked: 1 },
  ]);
  expect(unhelpful[0]?.articles).toMatchObject([
    { article: 'a', headline: 'About a', gone: false, count: 1 },
    { article: 'gone', headline: null, gone: true, count: 1 },
  ]);
});

it('counts a mark of the same person once, as they last made it', () => {
  const mark = (person: string | null, outcome: string, minute: number, question = 'When does it sail?') =>
    entry({ kind: 'feedback', person, outcome, question, at: NOON + minute * 60_000 });
  const { totals, unhelpful } = reported([
    mark('p1', 'not-helpful', 1),
    mark('p1', 'not-helpful', 2),
    mark('p1', 'not-what-i-asked', 2),
    mark('p2', 'not-helpful', 3),
    mark('p2', 'helpful', 4),
    mark('p1', 'not-helpful', 5, 'Who owns the ferry?'),
    // Of whom nobody knows who they are, each may be another.
    mark(null, 'not-helpful', 6),
    mark(null, 'not-helpful', 7),
  ]);
  expect(totals).toMatchObject({ helpful: 1, notHelpful: 4, notWhatIAsked: 1 });
  expect(unhelpful.map(({ count }) => count)).toEqual([4, 1]);
});

it('tells which articles are quoted most, and which never', () => {
  const { quoted: most, neverQuoted } = reported([
    entry({ outcome: 'answered', quoted: quoted('b') }),
    entry({ outcome: 'answered', quoted: quoted('a') }),
    entry({ outcome: 'answered', quoted: quoted('a') }),
  ]);
  expect(most.map(({ article, count }) => [article, count])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(neverQuoted.map(({ story, article }) => [story, article])).toEqual([['mill', 'c']]);
});

it('orders stories by questions, and tells those of unanswered ones by their words', () => {
  const entries = [
    entry({ question: 'What set the mill on fire?' }),
    entry(answered),
    entry(),
    entry({ question: 'Is there a zebra?' }),
  ];
  expect(reported(entries).stories.map(({ story, asked, unanswered }) => [story, asked, unanswered])).toEqual(
    [
      ['ferry', 2, 1],
      ['mill', 1, 1],
      [null, 1, 1],
    ],
  );
  const { totals, neverQuoted } = reported(entries, { story: 'ferry' });
  expect(totals.asked).toBe(2);
  expect(neverQuoted.map(({ article }) => article)).toEqual(['b']);
});

it.each([
  ['slack', 3],
  ['slack:T1', 2],
  ['slack:T1/C1', 1],
  ['slack:T10', 1],
  ['discord', 0],
  ['terminal', 1],
])('a place takes what is in it: %s', (place, asked) => {
  const entries = ['slack:T1/C1', 'slack:T1/C11', 'slack:T10/C1', 'terminal'].map((each) =>
    entry({ place: each }),
  );
  expect(reported(entries, { place }).totals.asked).toBe(asked);
});

it('shows nothing of what would turn the direction of a text, and every question on one line', () => {
  const { unanswered } = reported([entry({ question: 'Who\u202E owns\n\u0007 the \ud800ferry?' })]);
  expect(unanswered[0]?.title).toBe('Who owns the ferry?');
});

it('lists the answers that were corrected, newest first, and counts none of them as a question', () => {
  const corrected = { kind: 'correction', person: null, confidence: null } as const;
  const entries = [
    entry({ ...corrected, outcome: 'changed', question: 'When does the\nferry sail?', quoted: quoted('a') }),
    entry({ ...corrected, outcome: 'withdrawn', question: '', place: 'discord:1/2', at: NOON + HOUR }),
    entry({ ...corrected, outcome: 'gone', quoted: quoted('c', 'mill'), at: NOON - HOUR }),
    entry({ ...corrected, outcome: 'changed', quoted: quoted('a'), at: PERIOD.to }),
  ];
  const { totals, corrections, ...rest } = reported(entries);
  expect(totals).toMatchObject({ asked: 0, answered: 0, unanswered: 0, people: 0, corrections: 3 });
  expect(rest).toMatchObject({ unanswered: [], unhelpful: [], quoted: [], stories: [] });
  expect(corrections).toEqual([
    {
      at: new Date(NOON + HOUR).toISOString(),
      place: 'discord:1/2',
      question: '',
      outcome: 'withdrawn',
      story: null,
      article: null,
    },
    {
      at: new Date(NOON).toISOString(),
      place: 'slack:T1/C1',
      question: 'When does the ferry sail?',
      outcome: 'changed',
      story: 'ferry',
      article: 'a',
    },
    expect.objectContaining({ outcome: 'gone', story: 'mill', article: 'c' }),
  ]);
  expect(reported(entries, { story: 'mill' }).corrections.map(({ outcome }) => outcome)).toEqual(['gone']);
  expect(reported(entries, { place: 'discord' }).totals.corrections).toBe(1);
});

it('looks through the library once, however many articles and stories it tells of', () => {
  let looks = 0;
  const stories = Array.from({ length: 300 }, (_, at) => ({
    ...{ title: `Story ${at}`, aliases: [], questions: [], audience: EVERYONE, feeds: [], articles: [] },
    get slug() {
      looks += 1;
      return `story-${at}`;
    },
  }));
  const entries = stories.map(({ slug }) => entry({ outcome: 'answered', quoted: quoted('a', slug) }));
  const { stories: rows, quoted: articles } = reported(entries, { stories });
  expect([rows.length, articles.length]).toEqual([300, 300]);
  expect(rows[0]?.title).toBe('Story 0');
  expect(looks).toBeLessThan(20 * stories.length);
});
