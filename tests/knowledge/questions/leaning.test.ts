import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/knowledge/answer.ts';
import { ask } from '../../../src/knowledge/ask.ts';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import type { EarlierTurn } from '../../../src/knowledge/question.ts';
import { readQuestion } from '../../../src/knowledge/question.ts';
import { turnsBefore, turnsOf } from '../../../src/knowledge/questions/turns.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { shelfOf } from '../../support/shelf.ts';

const FERRY = storyOf([
  articleOf({
    body: `Dockers in Ellery voted on Tuesday to strike, 812 to 344. Some 1,300 people work in the harbour.

Union leader Ruth Odalys said the port had refused to talk about pay. "They left us no choice," she said. She asked the governor for help.

The strike will begin on June 1 because the contract ends then. A mediator, Tomas Berg, was called on May 20.`,
  }),
]);
const BRIDGE = storyOf(
  [
    articleOf({
      story: 'bridge',
      id: 'bridge',
      body: 'The old bridge of Dorben was closed in 1974 because of rust. Engineer Ada Quimby found it.',
    }),
  ],
  { slug: 'bridge', title: 'The old bridge' },
);
const shelf = await shelfOf([FERRY, BRIDGE]);

/** Asks one after the other, as in a thread; the last answer. */
async function thread(questions: readonly string[], story: string | null = null): Promise<Answer> {
  let earlier: readonly EarlierTurn[] = [];
  let last: Answer | undefined;
  for (const text of questions) {
    last = await ask(shelf, { text, scope: { place: { bot: 'terminal' }, story }, earlier });
    earlier = [...earlier, ...turnsOf(last)];
  }
  if (!last) throw new Error('nothing was asked');
  return last;
}
const shown = (answer: Answer) =>
  answer.status === 'answered' ? answer.quotes[0].text : (answer.nearest[0]?.text ?? '');

describe('a follow-up in a thread', () => {
  it.each<[string[], RegExp]>([
    [['what was the vote count of the dockers?', 'when was that?'], /on Tuesday/],
    [['what was the vote count of the dockers?', 'and how many work there?'], /1,300/],
    [['what did the union leader say about pay?', 'what else did she say?'], /^"They left us no choice/],
    [['what did the union leader say about pay?', 'who is she?'], /^Union leader Ruth Odalys/],
    [['what did the union leader say about pay?', 'who did she ask for help?'], /asked the governor/],
    [['when was the old bridge closed?', 'why?'], /because of rust/],
    [['why was the old bridge closed?', 'since when?'], /1974/],
    [['why was the bridge of Dorben closed?', 'When will the strike begin?'], /June 1/],
  ])('is understood by what came before it: %j', async (questions, text) => {
    const answer = await thread(questions);
    expect(answer.status).toBe('answered');
    expect(shown(answer)).toMatch(text);
  });

  it('is not answered by what was quoted already, unless that holds what it asks for', async () => {
    const why = await thread(['who was called as a mediator?', 'why?']);
    expect(shown(why)).not.toMatch(/mediator, Tomas Berg/);
    const when = await thread(['who was called as a mediator?', 'when?']);
    expect(shown(when)).toMatch(/May 20/);
  });

  it('asks the whole of it again of another place', async () => {
    const answer = await thread(['how many people work in the harbour of Ellery?', 'and in Dorben?']);
    expect(answer.status).toBe('unanswered');
  });

  it('that stands by itself leans on nothing', () => {
    const corpus = corpusOf([FERRY, BRIDGE]);
    const earlier = [{ question: 'what was the vote count of the dockers?', sentence: 0 }];
    for (const text of [
      'Where is Dorben?',
      'who closed the old bridge?',
      'And when was the bridge of Dorben closed?',
    ]) {
      expect(readQuestion({ text, earlier, topic: null }, corpus).leansOn, text).toBeNull();
    }
    for (const text of ['why?', 'and against?', 'when was that?', 'what did they say about it?', 'how so?']) {
      expect(readQuestion({ text, earlier, topic: null }, corpus).leansOn, text).toBe('question');
    }
  });

  it('leans through a question that leans itself, and on what answered less than on what was asked', () => {
    const corpus = corpusOf([FERRY, BRIDGE]);
    const earlier = [
      { question: 'how many dockers voted?', sentence: 0 },
      { question: 'when was that?', sentence: 0 },
    ];
    const { terms } = readQuestion({ text: 'why?', earlier, topic: null }, corpus);
    const importance = new Map(terms.map((term) => [term.term, term.importance]));
    expect(importance.get('docker')).toBeGreaterThan(
      importance.get('elleri') ?? importance.get('ellery') ?? 1,
    );
    expect([...importance.values()].every((value) => value < 1)).toBe(true);
  });

  it('knows its kind from before only where it has no word that asks', () => {
    const corpus = corpusOf([FERRY]);
    const earlier = [{ question: 'how many people voted?', sentence: null }];
    const kind = (text: string) => readQuestion({ text, earlier, topic: null }, corpus).kind;
    expect(kind('and against?')).toBe('number');
    expect(kind('what about the captains?')).toBe('number');
    expect(kind('what happens next?')).toBe('thing');
  });
});

describe('what was quoted before', () => {
  const corpus = corpusOf([BRIDGE]);
  const sentence = 'The old bridge of Dorben was closed in 1974 because of rust.';
  const at = (more: object) => ({
    question: 'why?',
    quoted: { story: 'bridge', article: 'bridge', start: 0, end: sentence.length, ...more },
  });
  const found = (turn: EarlierTurn, open = ['bridge'], among = corpus) =>
    turnsBefore([turn], new Set(open), among)[0]?.sentence;

  it('is found where it stood', () => {
    expect(found(at({}))).toBe(0);
  });

  it.each([
    ['the article is gone', at({ article: 'gone' }), ['bridge']],
    ['the article has changed', at({ end: 12 }), ['bridge']],
    ['another story is asked', at({}), ['ferry-vote']],
    ['nothing was quoted', { question: 'why?', quoted: null }, ['bridge']],
  ])('is not where %s', (_, turn, open) => {
    expect(found(turn, open)).toBeNull();
  });

  it('is not in a story that is closed', () => {
    expect(found(at({}), ['bridge'], corpusOf([FERRY]))).toBeNull();
  });

  it('widens nothing: a story that was asked by name stays the only one', async () => {
    const [turn] = turnsOf(await thread(['why was the old bridge closed?']));
    if (!turn) throw new Error('it was asked');
    const scope = { place: { bot: 'terminal' as const }, story: 'ferry-vote' };
    const answer = await ask(shelf, { text: 'and why was it closed?', scope, earlier: [turn] });
    const quotes = answer.status === 'answered' ? answer.quotes : answer.nearest;
    expect(quotes.every(({ citation }) => citation.story === 'ferry-vote')).toBe(true);
  });
});
