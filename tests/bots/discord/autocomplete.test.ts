import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { questionChoices, storyChoices } from '../../../src/bots/discord/commands/autocomplete.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { openServerRoom, type ServerRoom } from './server-room.ts';

const names = (choices: readonly { readonly name: string }[]) => choices.map(({ name }) => name);

describe('what is offered while somebody types', () => {
  let room: ServerRoom;
  beforeEach(async () => {
    room = await openServerRoom();
  });
  afterEach(async () => {
    expect(room.faults()).toEqual([]);
    await room.started.stop();
  });

  it('is every question before anything is typed, then those that hold what is typed, best first', async () => {
    const offered = async (question: string) => names(await room.offered('ask', { question }, 'question'));
    expect(await offered('')).toHaveLength(3);
    expect(await offered('FERRY beg')).toEqual([
      'When does the ferry begin?',
      'How many council members voted for the ferry?',
    ]);
    expect(await offered('tick')).toEqual(['What does a ticket cost?']);
    expect(await offered('zeppelin')).toEqual([]);
  });

  it('is a question that can be asked as it is', async () => {
    const [first] = await room.offered('ask', { question: 'ticket' }, 'question');
    expect((await room.ask(first?.value ?? '')).to).toBeNull();
  });

  it('is stories by title and alias, and in settings every story', async () => {
    const title = 'The night ferry of Port Ellery';
    expect(await room.offered('ask', { question: 'x', story: 'night f' }, 'story')).toEqual([
      { name: title, value: 'ferry-vote' },
    ]);
    expect(names(await room.offered('nutgraf', { story: '' }, 'story'))).toEqual(['Every story', title]);
  });

  it.each(['.*', '\\', '@everyone', '(', '\u0000', '𝕏'.repeat(2_000), 'a '.repeat(3_000), '__proto__'])(
    'is within what Discord takes, whatever is typed: %j',
    async (typed) => {
      await room.offered('ask', { question: typed }, 'question');
      await room.offered('ask', { question: 'x', story: typed }, 'story');
      await room.offered('nutgraf', { story: typed }, 'story');
    },
  );

  it('is nothing where Discord does not say what is typed', async () => {
    expect(await room.offered('ask', { question: 'x' }, 'nothing')).toEqual([]);
  });

  it('is offered while answers are being made', async () => {
    const asking = Array.from({ length: 10 }, (_, user) =>
      room.ask(
        'How many council members voted for the ferry?',
        { private: true },
        { user: String(400 + user) },
      ),
    );
    const typing = Array.from({ length: 30 }, () => room.offered('ask', { question: 'f' }, 'question'));
    for (const choices of await Promise.all(typing)) expect(choices.length).toBeGreaterThan(0);
    await Promise.all(asking);
  });
});

describe('choices', () => {
  const stories = (count: number, questions: readonly string[]) =>
    Array.from({ length: count }, (_, index) =>
      storyOf([articleOf()], {
        slug: `story-${index}`,
        title: `Story ${index} ${'of a long title '.repeat(8)}`,
        questions: questions.map((question) => `${question} ${index}?`),
      }),
    );

  it('are at most 25, each within 100 characters and none twice, for any library and any typing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 150 })),
        fc.string(),
        (questions, typed) => {
          const library = [...stories(20, questions), ...stories(20, questions)];
          for (const choices of [questionChoices(typed, library), storyChoices(typed, library, true)]) {
            for (const { name, value } of choices) {
              expect(name.length).toBeGreaterThan(0);
              expect(name.length).toBeLessThanOrEqual(100);
              expect(value.length).toBeLessThanOrEqual(100);
            }
          }
          const values = questionChoices(typed, library).map(({ value }) => value);
          expect(new Set(values).size).toBe(values.length);
          expect(values.length).toBeLessThanOrEqual(25);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('leave out a question that would lose its end', () => {
    const library = [storyOf([articleOf()], { questions: ['x'.repeat(101), 'y'.repeat(100)] })];
    expect(questionChoices('', library).map(({ value }) => value)).toEqual(['y'.repeat(100)]);
  });

  it('of a chosen story are its questions alone', async () => {
    const room = await openServerRoom('tests/fixtures/closed-library');
    const options = { question: '', story: 'harbour' };
    expect(names(await room.offered('ask', options, 'question'))).toEqual([
      'How many berths does the harbour have?',
    ]);
    await room.started.stop();
  });
});
