import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../src/knowledge/corpus.ts';
import { readQuestion } from '../../src/knowledge/question.ts';
import { articleOf, storyOf } from '../support/articles.ts';

const corpus = corpusOf([
  storyOf([
    articleOf({
      body: `Amazon denied any wrongdoing. The mail box was installed in the warehouse.
      The employer paid 1,798 workers. They voted against the union. The spokeswoman thought so.`,
    }),
  ]),
]);
const read = (text: string, earlier: string[] = [], topic: string | null = null) =>
  readQuestion({ text, earlier: earlier.map((question) => ({ question, sentence: null })), topic }, corpus);
const matchesOf = (text: string) =>
  Object.fromEntries(read(text).terms.map(({ term, matches }) => [term, Object.fromEntries(matches)]));

describe('reading a question', () => {
  it('matches a word in any of its forms', () => {
    expect(matchesOf('vote votes voted voting')).toEqual({ vote: { vote: 1 } });
    expect(matchesOf('who is paying')).toEqual({ pay: { pay: 1 } });
    expect(matchesOf('what does it think')).toMatchObject({ think: { think: 1 } });
    expect(matchesOf('who employs them').employ).toMatchObject({ employ: 1 });
  });

  it('matches compounds that one of them divides', () => {
    expect(matchesOf('the mailbox')).toEqual({ mailbox: { mail: 0.95, box: 0.95 } });
    expect(matchesOf('ware house').ware).toEqual({ warehous: 0.95 });
  });

  it('matches a beginning, a synonym and a slip of the finger less than the word itself', () => {
    expect(matchesOf('anything wrong').wrong).toEqual({ wrongdo: 0.6 });
    expect(matchesOf('who opposed').oppos?.against).toBe(0.6);
    expect(matchesOf('amazn')).toEqual({ amazn: { amazon: 0.85 } });
  });

  it('corrects nothing that the library holds', () => {
    expect(matchesOf('box')).toEqual({ box: { box: 1 } });
  });

  it('reads numbers with and without commas alike', () => {
    expect(matchesOf('1798 workers')).toMatchObject({ 1798: { 1798: 1 } });
  });

  it('finds no match for what the library does not hold', () => {
    expect(matchesOf('quarterback')).toEqual({ quarterback: {} });
    expect(matchesOf('constructor')).toEqual({ constructor: {} });
  });

  it('gives little weight to words that only name what is asked for', () => {
    const terms = read('what was the vote count').terms;
    expect(terms).toMatchObject([
      { term: 'vote', importance: 1, namesKind: false },
      { term: 'count', importance: 0.25, namesKind: true },
    ]);
  });

  it('knows a misspelled question word', () => {
    expect(read('waht was it').kind).toBe('thing');
    expect(read('wehn was it').kind).toBe('date');
  });

  it('knows names by their capitals inside a question, and figures', () => {
    const names = (text: string) => read(text).terms.flatMap(({ term, isName }) => (isName ? [term] : []));
    expect(names('Did Google workers get 12?')).toEqual(['googl', '12']);
    expect(names('Workers voted')).toEqual([]);
    expect(names('DID GOOGLE WORKERS VOTE')).toEqual([]);
  });

  it('leans on the question before it when it says little itself', () => {
    const { terms, leansOn } = read('and against?', ['how many voted for the union?']);
    expect(leansOn).toBe('question');
    expect(terms.filter(({ own }) => !own).map(({ term, importance }) => [term, importance])).toEqual([
      ['vote', 0.5],
      ['union', 0.5],
    ]);
  });

  it('leans on nothing when it says enough itself', () => {
    expect(read('did Amazon install the mailbox', ['how many voted?']).leansOn).toBeNull();
  });

  it('leans on the topic when nothing was asked before', () => {
    expect(read('where did this happen?', [], 'The union vote')).toMatchObject({
      leansOn: 'topic',
      kind: 'place',
    });
    expect(read('where did this happen?').leansOn).toBeNull();
  });

  it('knows when it asks for what is yet to happen', () => {
    expect(read('will they vote again?').future).toBe(true);
    expect(read('did they vote?').future).toBe(false);
  });
});
