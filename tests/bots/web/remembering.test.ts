import { describe, expect, it } from 'vitest';
import { remembering } from '../../../src/bots/web/remembering.ts';
import type { Answer, Place, Question, Story } from '../../../src/knowledge/index.ts';
import { articleOf, storyOf } from '../../support/articles.ts';

const WEB: Place = { bot: 'web' };
const asking = (text: string, more: Partial<Question> = {}): Question => ({
  text,
  scope: { place: WEB, story: null },
  earlier: [],
  ...more,
});

/** A library that answers with the number of the time that it was asked. */
function library() {
  const state = {
    asked: 0,
    stories: [storyOf([articleOf()])] as readonly Story[],
    hold: Promise.resolve() as Promise<unknown>,
  };
  const known = remembering({
    storiesOpenTo: () => [...state.stories],
    async ask({ text }) {
      state.asked += 1;
      const confidence = state.asked;
      await state.hold;
      return { question: text, confidence, tookMs: 100 } as Answer;
    },
  });
  const ask = async (question: Question) => (await known.ask(question)).confidence;
  return { state, known, ask };
}

describe('an answer is remembered', () => {
  it('for whoever asks the same, and takes no time then', async () => {
    const { state, known, ask } = library();
    expect([await ask(asking('who?')), await ask(asking('who?'))]).toEqual([1, 1]);
    expect(state.asked).toBe(1);
    expect((await known.ask(asking('who?'))).tookMs).toBeLessThan(100);
  });

  it('apart for another question, story, place, and for what was asked before', async () => {
    const { ask } = library();
    const earlier = [{ question: 'where?', quoted: null }];
    const questions = [
      asking('who?'),
      asking('who'),
      asking('who?', { scope: { place: WEB, story: 'a' } }),
      asking('who?', { scope: { place: { bot: 'terminal' }, story: null } }),
      asking('who?', { earlier }),
      asking('who?', { except: [{ story: 'a', article: 'b', start: 0, end: 1 }] }),
    ];
    for (const [index, question] of questions.entries()) expect(await ask(question)).toBe(index + 1);
    for (const [index, question] of questions.entries()) expect(await ask(question)).toBe(index + 1);
  });

  it('while it is being looked for, by all who ask meanwhile', async () => {
    const { state, ask } = library();
    let answerIt = () => {};
    state.hold = new Promise<void>((resolve) => {
      answerIt = resolve;
    });
    const readers = Promise.all([1, 2, 3].map(() => ask(asking('who?'))));
    answerIt();
    expect([await readers, state.asked]).toEqual([[1, 1, 1], 1]);
  });
});

describe('an answer is forgotten', () => {
  it.each([
    ['an article is corrected', (stories: readonly Story[]) => stories.map((story) => ({ ...story }))],
    ['a story is closed, or its audience no longer holds the page', () => []],
    [
      'an embargo ends',
      (stories: readonly Story[]) => [...stories, storyOf([articleOf()], { slug: 'late' })],
    ],
    ['another story takes its place', () => [storyOf([articleOf()], { slug: 'other' })]],
  ])('when %s', async (_, change) => {
    const { state, ask } = library();
    await ask(asking('who?'));
    state.stories = change(state.stories);
    expect([await ask(asking('who?')), await ask(asking('who?'))]).toEqual([2, 2]);
  });

  it('also while it is being looked for: who asks after a correction gets what is right then', async () => {
    const { state, ask } = library();
    const before = ask(asking('who?'));
    state.stories = state.stories.map((story) => ({ ...story }));
    expect([await before, await ask(asking('who?')), await ask(asking('who?'))]).toEqual([1, 2, 2]);
  });

  it('with all that was found in the stories before, whose texts it would keep in memory', async () => {
    const { state, ask } = library();
    const before = state.stories;
    await ask(asking('who?'));
    state.stories = [];
    await ask(asking('where?'));
    state.stories = before;
    expect(await ask(asking('who?'))).toBe(3);
  });

  it('when it was a failure', async () => {
    const { state, ask } = library();
    state.hold = Promise.reject(new Error('for the test'));
    await expect(ask(asking('who?'))).rejects.toThrow('for the test');
    state.hold = Promise.resolve();
    expect([await ask(asking('who?')), await ask(asking('who?'))]).toEqual([2, 2]);
  });

  it('and an older failure does not take the newer answer with it', async () => {
    const { state, ask } = library();
    let fail = (_: Error) => {};
    state.hold = new Promise((_, reject) => {
      fail = reject;
    });
    const older = ask(asking('who?'));
    state.stories = [];
    state.hold = Promise.resolve();
    expect(await ask(asking('who?'))).toBe(2);
    fail(new Error('for the test'));
    await expect(older).rejects.toThrow('for the test');
    expect(await ask(asking('who?'))).toBe(2);
  });

  it('when there are many long ones: what is remembered is bounded by its size', async () => {
    const { ask } = library();
    const turns = Array.from({ length: 3 }, () => ({ question: 'x'.repeat(1_000), quoted: null }));
    await ask(asking('first'));
    for (let index = 0; index < 1_900; index += 1)
      await ask(asking(`${index} ${'x'.repeat(990)}`, { earlier: turns }));
    expect(await ask(asking('first'))).toBe(1_902);
    expect(await ask(asking(`1899 ${'x'.repeat(990)}`, { earlier: turns }))).toBe(1_901);
  });

  it('one at a time when there are many short ones, those first that nobody asked for longest', async () => {
    const { ask } = library();
    for (let index = 0; index < 2_001; index += 1) await ask(asking(`${index}`));
    expect([await ask(asking('1')), await ask(asking('0'))]).toEqual([2, 2_002]);
  });
});

it('passes on which stories are open', () => {
  const { state, known } = library();
  expect(known.storiesOpenTo(WEB)).toEqual(state.stories);
});
