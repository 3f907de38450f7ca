import { describe, expect, it } from 'vitest';
import { corpusOf } from '../../src/knowledge/corpus.ts';
import { answered, decide } from '../../src/knowledge/decision.ts';
import type { Ranked } from '../../src/knowledge/ranking/model.ts';
import { articleOf, storyOf } from '../support/articles.ts';
import { asked } from '../support/pairs.ts';

const CORPUS = corpusOf([
  storyOf([articleOf({ body: 'One sank. Two sank. Three sank. Four sank. Five sank. Six sank.' })]),
]);
const PAIR = asked('how many ferries sank?', 'One sank.').pairs[0];

/** Judged sentences, best first; each says how well it fits what is asked for, and its score and confidence. */
function ranked(...those: { fit?: number; score?: number; confidence?: number }[]): Ranked[] {
  return those.map(({ fit = 1, score = 9, confidence = 0.3 }, sentence) => {
    if (!PAIR) throw new Error('no pair');
    const pair = { ...PAIR, candidate: { ...PAIR.candidate, sentence }, evidence: { fit, spans: [] } };
    return { pair, score, confidence, features: new Float32Array(), signs: new Float32Array() };
  });
}
const bestOf = (...those: Parameters<typeof ranked>) => decide(ranked(...those), CORPUS).best;
const placeOf = (one: Ranked | undefined) => one?.pair.candidate.sentence;

describe('the sentence that answers', () => {
  it('is the first in rank where it holds what is asked for, or form cannot tell', () => {
    for (const fit of [1, 0.5, 0]) expect(placeOf(bestOf({ fit }, { fit: 1 }))).toBe(0);
  });

  it('is the next that holds what is asked for, where the first holds none or only something near it', () => {
    for (const fit of [-1, 0.25]) expect(placeOf(bestOf({ fit }, { fit: 0.5 }, { fit: 1 }))).toBe(2);
  });

  it('is the first all the same where the next stand too far down or too far behind', () => {
    const wrong = { fit: -1 };
    expect(placeOf(bestOf(wrong, wrong, wrong, wrong, {}))).toBe(4);
    expect(placeOf(bestOf(wrong, wrong, wrong, wrong, wrong, {}))).toBe(0);
    expect(placeOf(bestOf({ fit: -1, score: 9 }, { score: 6 }))).toBe(1);
    expect(placeOf(bestOf({ fit: -1, score: 9 }, { score: 5.9 }))).toBe(0);
  });

  it('is nearly as sure as the first, or as sure as it is itself', () => {
    expect(bestOf({ fit: -1, confidence: 0.4 }, { confidence: 0.2 })?.confidence).toBeCloseTo(0.34);
    expect(bestOf({ fit: -1, confidence: 0.4 }, { confidence: 0.5 })?.confidence).toBe(0.5);
  });

  it('is none where there is nothing to judge', () => {
    expect(decide([], CORPUS)).toEqual({ best: undefined, sides: null, near: [] });
  });
});

describe('what is shown', () => {
  const shown = (...those: Parameters<typeof ranked>) => {
    const { sides, near } = decide(ranked(...those), CORPUS, 0.2);
    return { answers: sides !== null, near: near.map(placeOf) };
  };

  it('is an answer only from 0.55 on, and the closest only from what is asked of it', () => {
    expect(shown({ confidence: 0.55 })).toEqual({ answers: true, near: [] });
    expect(shown({ confidence: 0.549 })).toEqual({ answers: false, near: [0] });
    expect(shown({ confidence: 0.2 })).toEqual({ answers: false, near: [0] });
    expect(shown({ confidence: 0.199 }, { confidence: 0.1 })).toEqual({ answers: false, near: [] });
  });

  it('is at most three of the closest, each of them close enough', () => {
    expect(shown({}, {}, {}, {}).near).toEqual([0, 1, 2]);
    expect(shown({}, { confidence: 0.1 }, {}).near).toEqual([0, 2]);
  });

  it('says "unsure" with the closest and "not in the story" without, its confidence to three digits', () => {
    const base = (confidence: number) => ({
      question: '',
      confidence,
      related: [],
      stale: [],
      tookMs: 0,
      further: [],
    });
    const answer = (confidence: number) => answered(base, decide(ranked({ confidence }), CORPUS), CORPUS);
    expect(answer(0.33333)).toMatchObject({
      reason: 'unsure',
      confidence: 0.333,
      nearest: [{ text: 'One sank.', emphasis: [] }],
    });
    expect(answer(0.0566)).toMatchObject({ reason: 'not-in-story', confidence: 0.057, nearest: [] });
    expect(answered(base, decide([], CORPUS), CORPUS)).toMatchObject({
      reason: 'not-in-story',
      confidence: 0,
    });
    expect(answer(0.9)).toMatchObject({ status: 'answered', quotes: [{ text: 'One sank.' }] });
  });
});
