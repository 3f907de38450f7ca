import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/knowledge/answer.ts';
import { MAX_QUESTION_LENGTH } from '../../src/knowledge/answer.ts';
import type { Story } from '../../src/knowledge/article.ts';
import { ask, rank } from '../../src/knowledge/ask.ts';
import type { ExplainedCandidate, Shown } from '../../src/knowledge/explain.ts';
import { explain } from '../../src/knowledge/explain.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Question } from '../../src/knowledge/question.ts';
import { askEach } from '../../src/knowledge/questions/several.ts';
import { FEATURE_WORDS } from '../../src/knowledge/ranking/feature-words.ts';
import { FEATURE_NAMES, SIGN_NAMES } from '../../src/knowledge/ranking-list.ts';
import { articleOf, storyOf } from '../support/articles.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';
import { shelfOf } from '../support/shelf.ts';

const FERRY = storyOf([
  articleOf({
    body: `The council voted for a night ferry on Sunday. The motion passed by 11 votes to 4.

Mayor Tomas Hale said the boat would begin on June 1. A ticket will cost $3.50.`,
  }),
  articleOf({
    id: 'radio',
    outlet: 'Bay Radio',
    body: 'The motion passed by 11 votes to 4. Fishers fear for their nets. The mayor was not in the hall.',
  }),
]);
const BRIDGE = storyOf(
  [articleOf({ story: 'bridge', id: 'bridge', body: 'The old bridge was closed in 1974 because of rust.' })],
  { slug: 'bridge', title: 'The old bridge' },
);
const STORIES = [FERRY, BRIDGE];

const QUESTIONS = [
  'how many votes did the motion get?',
  'what does a ticket cost?',
  'who is the mayor',
  'why was the bridge closed?',
  'What do fishers fear?',
  'Where is the hall of the mayor of Lisbon?',
  'Who is the CEO of Amazon?',
  'How many people live there?',
];

function asked(text: string, more: Partial<Question> = {}): Question {
  return { text, scope: { place: { bot: 'terminal' }, story: null }, earlier: [], ...more };
}

const explained = async (question: Question, stories: readonly Story[] = STORIES, most = 100) =>
  explain(await shelfOf(stories), question, most);
const sum = (parts: readonly { readonly contribution: number }[]) =>
  parts.reduce((total, { contribution }) => total + contribution, 0);
const placeOf = ({ citation, start }: ExplainedCandidate['quote']) => `${citation.article} ${start}`;
const shownAs = (candidates: readonly ExplainedCandidate[], shown: Shown) =>
  candidates.filter((each) => each.shown === shown).map(({ quote }) => quote);

describe('an explanation', () => {
  it.each(QUESTIONS)('has the order, the scores and the confidences of the ranking: %s', async (text) => {
    const shelf = await shelfOf(STORIES);
    const ranked = await rank(shelf, asked(text));
    const { candidates, judged } = await explain(shelf, asked(text), 5);
    expect(judged).toBe(ranked.length);
    expect(candidates.map(({ score, confidence, quote }) => [score, confidence, quote.text])).toEqual(
      ranked.slice(0, 5).map(({ score, confidence, pair: { corpus, candidate } }) => {
        const { article, start, end } = corpus.sentences[candidate.sentence] ?? { start: 0, end: 0 };
        return [score, confidence, article?.body.slice(start, end)];
      }),
    );
  });

  it.each(QUESTIONS)('has contributions that add up: %s', async (text) => {
    const { candidates } = await explained(asked(text));
    expect(candidates.length).toBeGreaterThan(0);
    for (const { score, features, together, confidence, sureness } of candidates) {
      expect(sum(features) + together).toBeCloseTo(score, 6);
      const odds = sureness.base + sum(sureness.features) + sum(sureness.signs);
      expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(confidence, 6);
      for (const { value, weight, contribution } of [...features, ...sureness.features, ...sureness.signs]) {
        expect(contribution).toBe(value * weight);
      }
      expect(features.map(({ name }) => name)).toEqual(FEATURE_NAMES);
      expect(sureness.signs.map(({ name }) => name)).toEqual(SIGN_NAMES);
    }
  });

  it.each(QUESTIONS)('shows what the answer shows: %s', async (text) => {
    const shelf = await shelfOf(STORIES);
    const answer: Answer = await ask(shelf, asked(text));
    const { status, reason, confidence, candidates } = await explain(shelf, asked(text), 100);
    expect({ status, confidence }).toEqual({ status: answer.status, confidence: answer.confidence });
    expect(reason).toBe(answer.status === 'answered' ? null : answer.reason);
    expect([...shownAs(candidates, 'answer'), ...shownAs(candidates, 'beside')]).toEqual(answer.quotes);
    expect(shownAs(candidates, 'nearest')).toEqual(answer.status === 'answered' ? [] : answer.nearest);
  });

  it('tells a copy, of which only the outlet is named, from what is not shown', async () => {
    const { candidates } = await explained(asked('how many votes did the motion get?'));
    const [answer] = shownAs(candidates, 'answer');
    const copies = shownAs(candidates, 'copy');
    expect(copies.map(({ citation }) => citation.article)).toEqual(
      answer?.also.map(({ article }) => article),
    );
    expect(copies).toHaveLength(1);
    expect(shownAs(candidates, 'not').every(({ emphasis }) => emphasis.length === 0)).toBe(true);
  });

  it('says in what the first and the second differ most', async () => {
    const { candidates, won } = await explained(asked('what does a ticket cost?'));
    const [first, second] = candidates;
    const parts = (one: ExplainedCandidate | undefined) =>
      new Map([
        ...(one?.features ?? []).map(({ name, contribution }) => [name, contribution] as const),
        ['together', one?.together ?? 0],
      ]);
    const [ours, theirs] = [parts(first), parts(second)];
    const differences = [...ours].map(([name, value]) => Math.abs(value - (theirs.get(name) ?? 0)));
    expect(won).toHaveLength(6);
    expect(won.map(({ difference }) => Math.abs(difference))).toEqual(
      differences.sort((a, b) => b - a).slice(0, 6),
    );
    for (const { name, first: own, second: other, difference } of won) {
      expect([own, other]).toEqual([ours.get(name), theirs.get(name)]);
      expect(difference).toBe(own - other);
    }
  });

  it('has nothing that won where there is one candidate or none', async () => {
    expect((await explained(asked('why was the bridge closed?'), [BRIDGE])).won).toEqual([]);
    expect(await explained(asked('why?'), [])).toMatchObject({ candidates: [], won: [], reason: 'no-story' });
  });

  it('says what was understood', async () => {
    const { read } = await explained(asked('Hello! how many votes did the motion of Tomas Hale get?'));
    expect(read).toMatchObject({
      text: 'how many votes did the motion of Tomas Hale get?',
      kind: 'number',
      names: ['Tomas', 'Hale'],
      counted: ['votes'],
      leansOn: null,
      person: null,
      byNetwork: false,
    });
    const weights = read?.terms.map(({ weight }) => weight) ?? [];
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    const votes = read?.terms.find(({ word }) => word === 'votes');
    expect(votes?.matches.map(({ word }) => word)).toContain('votes');
  });

  it('writes what a question leans on as people write it, and whom "he" means', async () => {
    const told = await explained(asked('when did this happen?'), [
      storyOf(FERRY.articles, { title: 'The Alderman’s decisions' }),
    ]);
    expect(told.read).toMatchObject({ leansOn: 'topic', names: [] });
    expect(told.read?.terms.map(({ word }) => word)).toEqual(
      expect.arrayContaining(['Alderman’s', 'decisions']),
    );
    const body = FERRY.articles[0]?.body ?? '';
    const quote = 'Mayor Tomas Hale said the boat would begin on June 1.';
    const start = body.indexOf(quote);
    const quoted = { story: 'ferry-vote', article: 'post-2024-03-03', start, end: start + quote.length };
    const earlier = [{ question: 'when does the boat begin?', quoted }];
    expect((await explained(asked('what did he say?', { earlier }))).read?.person).toContain('Hale');
  });

  it('explains each question of a message as it was asked, behind those before it', async () => {
    const text = 'why was the bridge closed? and when?';
    const shelf = await shelfOf(STORIES);
    const answer = await askEach(asked(text), shelf.corpus, (part) => ask(shelf, part));
    const { further, ...first } = await explain(shelf, asked(text), 3);
    expect(
      [first, ...further].map(({ question, status, confidence }) => [question, status, confidence]),
    ).toEqual(
      [answer, ...answer.further].map(({ question, status, confidence }) => [question, status, confidence]),
    );
    expect(further).toHaveLength(1);
    expect(further[0]?.read?.leansOn).toBe('question');
  });

  it('leaves out what shall not be quoted again, as the answer does', async () => {
    const question = asked('what does a ticket cost?');
    const before = await explained(question);
    const best = before.candidates[0]?.quote;
    const except = [
      {
        story: 'ferry-vote',
        article: best?.citation.article ?? '',
        start: best?.start ?? 0,
        end: best?.end ?? 0,
      },
    ];
    const after = await explained({ ...question, except });
    expect(after.candidates.map(({ quote }) => placeOf(quote))).not.toContain(best && placeOf(best));
    expect(shownAs(after.candidates, 'nearest')).not.toEqual([]);
  });

  it.each([
    ['', 'empty'],
    ['x'.repeat(MAX_QUESTION_LENGTH + 1), 'too-long'],
  ])('of what is no question has only the reason', async (text, reason) => {
    expect(await explained(asked(text))).toMatchObject({
      status: 'unanswered',
      reason,
      read: null,
      judged: 0,
      candidates: [],
      further: [],
    });
  });

  it('is, where a story is closed to the place, as if there were no such story', async () => {
    const open = {
      'ferry/post.md': articleFile('The council voted for a night ferry. The captain is Ada Berg.'),
    };
    const closed = {
      'bridge/story.yaml': 'audience:\n  slack:\n    workspaces: [T1]\n',
      'bridge/post.md': articleFile('Engineer Zoltan Quimby sabotaged the drawbridge.'),
    };
    const [all, less] = await Promise.all(
      [{ ...open, ...closed }, open].map(async (files) =>
        openKnowledge({ data: (await libraryFolder(files)).path }),
      ),
    );
    for (const text of ['who sabotaged the drawbridge?', 'who is Zoltan Quimby?', 'who is the captain?']) {
      const question = asked(text);
      expect(await all?.explain(question, 50)).toEqual(await less?.explain(question, 50));
    }
    const inside = { place: { bot: 'slack', workspace: 'T1', channel: 'C1' }, story: null } as const;
    const { candidates = [] } =
      (await all?.explain(asked('who sabotaged the drawbridge?', { scope: inside }), 1)) ?? {};
    expect(candidates.map(({ quote }) => quote.citation.story)).toEqual(['bridge']);
  });
});

it('every feature and every sign is described once, each in words of its own, and nothing else is', () => {
  expect(Object.keys(FEATURE_WORDS).sort()).toEqual([...FEATURE_NAMES, ...SIGN_NAMES].sort());
  const words = Object.values(FEATURE_WORDS);
  expect(new Set(words).size).toBe(words.length);
  for (const each of words) expect(each).toMatch(/^["A-Z].{10,}[^.]$/);
});
