import { describe, expect, it } from 'vitest';
import { heldOf, holdingOf } from '../../../src/knowledge/ranking/held.ts';
import { cosinesAround, cosinesTo } from '../../../src/knowledge/ranking/likeness.ts';
import { asked } from '../../support/pairs.ts';

/** A broadcast in one paragraph, in which every sentence may be a candidate. */
const SENTENCES = 300;
const BROADCAST = Array.from(
  { length: SENTENCES },
  (_, at) => `Ward ${at} ${at % 7 === 0 ? 'voted for the ferry' : 'mended its pier'}.`,
).join(' ');

describe('what the paragraph of a sentence holds', () => {
  const { inquiry, corpus } = asked('which ward voted for a ferry at night', BROADCAST);

  it('is what its sentences hold at best', () => {
    const holding = holdingOf(inquiry, corpus);
    const all = Array.from({ length: SENTENCES }, (_, at) => holding.holds(at));
    const best = inquiry.terms.map((_, term) => Math.max(...all.map((held) => held[term] ?? 0)));
    expect(best.some((quality) => quality > 0)).toBe(true);
    for (const at of [0, 1, SENTENCES - 1]) {
      expect(heldOf(inquiry, at, corpus, holding.holds(at), holding).paragraph).toEqual(best);
    }
  });

  it('is looked up once, however many candidates stand in it', () => {
    const holding = holdingOf(inquiry, corpus);
    let looks = 0;
    const holds = (sentence: number) => {
      looks += 1;
      return holding.holds(sentence);
    };
    for (let at = 0; at < SENTENCES; at += 1) {
      heldOf(inquiry, at, corpus, holding.holds(at), { ...holding, holds });
    }
    // The sentences before and after each.
    expect(looks).toBeLessThanOrEqual(2 * SENTENCES);
  });

  it('is as near in meaning as its nearest sentence, which is looked up once', () => {
    const cosines = cosinesTo(inquiry, corpus);
    const nearest = Math.max(...Array.from({ length: SENTENCES }, (_, at) => cosines.of(at)));
    let looks = 0;
    const of = (sentence: number) => {
      looks += 1;
      return cosines.of(sentence);
    };
    for (let at = 0; at < SENTENCES; at += 1) {
      expect(cosinesAround(at, corpus, { ...cosines, of }).paragraph).toBe(nearest);
    }
    expect(looks).toBeLessThanOrEqual(4 * SENTENCES);
  });
});
