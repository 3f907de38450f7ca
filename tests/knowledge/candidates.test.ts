import { describe, expect, it } from 'vitest';
import { candidatesFor } from '../../src/knowledge/candidates.ts';
import { corpusOf, textOf } from '../../src/knowledge/corpus.ts';
import { articleOf, storyOf } from '../support/articles.ts';

const SHORT = ['The vessel sank.', 'Barley was cheap.', 'It rained.'];
const PAPERS = ['ledger', 'receipt', 'voucher', 'invoice', 'permit'];

/** A long story in which one sentence stands among 150 about something else. */
const LONG = Array.from({ length: 150 }, (_, at) =>
  at === 90 ? 'They sent for a physician.' : `A ${PAPERS[at % PAPERS.length]} lay in drawer ${at}.`,
);

const storyWith = (slug: string, sentences: readonly string[], kind: 'report' | 'transcript' = 'report') =>
  storyOf([articleOf({ id: slug, story: slug, body: sentences.join(' '), kind })], { slug });
const CORPUS = corpusOf([storyWith('ferry', SHORT), storyWith('office', LONG)]);

const textsFor = async (question: string, slugs: readonly string[], found: readonly number[] = []) => {
  const hits = found.map((sentence) => ({ sentence, score: 2, paragraphScore: 3 }));
  const candidates = await candidatesFor(hits, question, CORPUS, new Set(slugs));
  return candidates.map(({ sentence }) => textOf(CORPUS.sentences[sentence]));
};

describe('what is judged beside what the engine found', () => {
  it('is all of a short story, though no word is shared', async () => {
    expect(await textsFor('Did the boat go under?', ['ferry'])).toEqual(SHORT);
  });

  it('is what is near in meaning in a long one, and not all of it', async () => {
    const texts = await textsFor('Was a doctor called?', ['office']);
    expect(texts).toContain('They sent for a physician.');
    expect(texts.length).toBeLessThan(50);
  });

  it.each([
    ['ferry', 'Was a doctor called?', LONG],
    ['office', 'Did the boat sink?', SHORT],
  ])('is nothing outside the stories that are asked: %s', async (slug, question, elsewhere) => {
    const texts = await textsFor(question, [slug]);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => elsewhere.includes(text))).toEqual([]);
  });

  it('is nothing where no story is asked', async () => {
    expect(await textsFor('Did the boat sink?', [])).toEqual([]);
  });

  it('has each sentence once, with what the engine gave it', async () => {
    const candidates = await candidatesFor(
      [{ sentence: 1, score: 2, paragraphScore: 3 }],
      'Was barley cheap?',
      CORPUS,
      new Set(['ferry']),
    );
    expect([...candidates].sort((a, b) => a.sentence - b.sentence)).toEqual([
      { sentence: 0, score: 0, paragraphScore: 0 },
      { sentence: 1, score: 2, paragraphScore: 3 },
      { sentence: 2, score: 0, paragraphScore: 0 },
    ]);
  });

  it('keeps what the engine found in a long story', async () => {
    const found = await textsFor('Was a doctor called?', ['office'], [SHORT.length + 7]);
    expect(found).toContain(LONG[7]);
    expect(found).toContain('They sent for a physician.');
  });

  it('is of the library that is asked, though another was asked about the same stories', async () => {
    const slugs = new Set(['ferry']);
    for (const text of ['It sank.', 'It floats.', 'It was sold.']) {
      const corpus = corpusOf([storyWith('office', LONG), storyWith('ferry', [text])]);
      const [only, ...others] = await candidatesFor([], 'Did the boat go under?', corpus, slugs);
      expect(textOf(corpus.sentences[only?.sentence ?? -1])).toBe(text);
      expect(others).toEqual([]);
    }
  });

  it('is no question of a host', async () => {
    const corpus = corpusOf([storyWith('talk', ['Q: Did it sink?', '\n\nA: It went under.'], 'transcript')]);
    const candidates = await candidatesFor([], 'Did the boat sink?', corpus, new Set(['talk']));
    expect(candidates.map(({ sentence }) => textOf(corpus.sentences[sentence]))).toEqual(['It went under.']);
  });
});
