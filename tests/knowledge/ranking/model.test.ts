import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../../src/knowledge/ranking/features.ts';
import { learnedModel } from '../../../src/knowledge/ranking/model.ts';
import type { Learned } from '../../../src/knowledge/ranking/weights.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { type Asked, asked, askedOf } from '../../support/pairs.ts';

const FLAT = { biases: [], outputs: [], weights: new Float32Array(0) };
const modelOf = (learned: Partial<Learned>, deep: Partial<Learned> = {}) => {
  const none: Learned = { ranking: {}, hidden: FLAT, confidence: {} };
  return learnedModel({ ...none, ...learned }, { ...none, ...deep });
};

const BODY = 'It rained. The mayor met 12 men. The mayor left.';
const ask = () => asked('did the mayor leave', BODY);

function order(model: ReturnType<typeof modelOf>, { inquiry, candidates, corpus }: Asked): number[] {
  return model.rank(inquiry, candidates, corpus).map(({ pair }) => pair.candidate.sentence);
}

describe('the order of the candidates', () => {
  it.each([
    [{ coverage: 1 }, [2, 1, 0]],
    [{ coverage: 1, newFigure: 5 }, [1, 2, 0]],
    [{ coverage: -1 }, [0, 1, 2]],
    [{ down: 1 }, [2, 1, 0]],
    [{ nothingOfTheKind: 9, down: 1 }, [2, 1, 0]],
  ])('is that of the weighted sum: %j', (ranking, sentences) => {
    expect(order(modelOf({ ranking }), ask())).toEqual(sentences);
  });

  it('is that of their places where sums are equal, however they were found', () => {
    const { candidates, ...rest } = ask();
    expect(order(modelOf({}), { ...rest, candidates: [...candidates].reverse() })).toEqual([0, 1, 2]);
  });

  it('is taken from scores that are the sums', () => {
    const { inquiry, candidates, corpus } = ask();
    const ranking = { coverage: 2, newFigure: 0.5, around: -0.25 };
    for (const { pair, score } of modelOf({ ranking }).rank(inquiry, candidates, corpus)) {
      const sum = Object.entries(ranking).reduce(
        (total, [name, weight]) => total + weight * (FEATURES[name]?.(pair) ?? Number.NaN),
        0,
      );
      expect(score).toBeCloseTo(sum, 5);
    }
  });

  it('has the hidden layer in it', () => {
    const names = Object.keys(FEATURES);
    const weights = Float32Array.from(names, (name) => (name === 'newFigure' ? 3 : 0));
    const hidden = { biases: [0], outputs: [4], weights };
    expect(order(modelOf({ ranking: { coverage: 1 }, hidden }), ask())).toEqual([1, 2, 0]);
  });

  it('is by other weights where a network has compared them', () => {
    const model = modelOf({ ranking: { down: -1 } }, { ranking: { deep: 1 } });
    const compared = asked('did the mayor leave', BODY, { deep: [0.2, 0.1, 0.9] });
    expect(order(model, ask())).toEqual([0, 1, 2]);
    expect(order(model, compared)).toEqual([2, 0, 1]);
  });

  it('is none of no candidates', () => {
    expect(order(modelOf({}), { ...ask(), candidates: [] })).toEqual([]);
  });
});

describe('how sure the model is', () => {
  const SURE = modelOf({ ranking: { coverage: 20 }, confidence: { bias: -3, chance: 6 } });
  const QUESTION = 'how many votes did the motion get';
  const one = articleOf({ id: 'post', body: 'The motion got 11 votes.' });
  const same = articleOf({ id: 'radio', body: one.body });
  const other = articleOf({ id: 'radio', story: 'bridge', body: one.body });

  const first = (...articles: readonly (typeof one)[]) => {
    const slugs = [...new Set(articles.map(({ story }) => story))];
    const stories = slugs.map((slug) =>
      storyOf(
        articles.filter(({ story }) => story === slug),
        { slug },
      ),
    );
    const { inquiry, candidates, corpus } = askedOf(QUESTION, stories);
    return SURE.rank(inquiry, candidates, corpus)[0]?.confidence ?? Number.NaN;
  };

  it('is the same when another article of the story says the same', () => {
    expect(first(one, same)).toBeCloseTo(first(one), 6);
  });

  it('is less when an article of another story does: only one of them is meant', () => {
    expect(first(one, other)).toBeLessThan(first(one) - 0.2);
  });

  it('is less when a sentence of the same article scores as high', () => {
    const twice = articleOf({ id: 'post', body: `${one.body} The motion got 4 votes.` });
    expect(first(twice)).toBeLessThan(first(one) - 0.2);
  });

  it('follows the odds of its weights, from 0 to 1', () => {
    const { inquiry, candidates, corpus } = ask();
    const confidences = [-30, 0, 30].map(
      (bias) => modelOf({ confidence: { bias } }).rank(inquiry, candidates, corpus)[0]?.confidence,
    );
    expect(confidences[0]).toBeCloseTo(0, 9);
    expect(confidences[1]).toBe(0.5);
    expect(confidences[2]).toBeCloseTo(1, 9);
  });

  it('is less for the one sentence of a story that is about something else', () => {
    const [about, apart] = ['did the motion get 11 votes', 'who won the marathon'].map((question) => {
      const { inquiry, candidates, corpus } = askedOf(question, [storyOf([one])]);
      return learnedModel().rank(inquiry, candidates, corpus)[0]?.confidence ?? Number.NaN;
    });
    expect(apart).toBeLessThan(about ?? 0);
  });
});
