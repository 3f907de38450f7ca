import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import { backgroundFrequency, writtenBackground } from '../../../src/knowledge/meaning/background.ts';
import { termOf } from '../../../src/knowledge/words/terms.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { libraryFolder } from '../../support/library-folder.ts';

const frequency = (word: string) => backgroundFrequency(termOf(word));

describe('how often a word stands in general English', () => {
  it.each(['people', 'time', 'year', 'city', 'first'])('is often for an everyday word: %s', (word) => {
    expect(frequency(word)).toBeGreaterThan(0.003);
    expect(frequency(word)).toBeLessThan(1);
  });

  it.each(['zyzzogeton', 'constructor', '__proto__', 'toString', ''])(
    'is seldom, but not never, for one that is not listed: %j',
    (word) => {
      expect(backgroundFrequency(word)).toBeGreaterThan(0);
      expect(backgroundFrequency(word)).toBeLessThan(0.0002);
    },
  );

  it('is less for a rarer word', () => {
    const words = ['people', 'council', 'walrus'].map(frequency);
    expect(words).toEqual([...words].sort((a, b) => b - a));
    expect(new Set(words).size).toBe(3);
  });
});

describe('a written table', () => {
  afterEach(() => {
    vi.doUnmock('../../../src/knowledge/meaning/shipped-file.ts');
    vi.resetModules();
  });

  const BODY = `${'A walrus slept. '.repeat(6)}${'A constructor sang. '.repeat(5)}${'An otter sang. '.repeat(4)}`;
  const STORIES = [storyOf([articleOf({ body: BODY })])];

  it('has the number of sentences, then counts from the highest, without what is rare', () => {
    expect(writtenBackground(STORIES)).toBe(
      `15\n9 ${termOf('sang')}\n6 ${[termOf('slept'), termOf('walrus')].sort().join(' ')}\n5 constructor\n`,
    );
  });

  it('says the same when it is read again', async () => {
    const folder = await libraryFolder();
    const file = join(folder.path, 'table.txt');
    writeFileSync(file, writtenBackground(STORIES));
    vi.resetModules();
    vi.doMock('../../../src/knowledge/meaning/shipped-file.ts', () => ({ shippedFile: () => file }));
    const read = await import('../../../src/knowledge/meaning/background.ts');
    const { sentences, frequency: counts } = corpusOf(STORIES);
    for (const [term, count] of counts) {
      expect(read.backgroundFrequency(term)).toBeCloseTo((count < 5 ? 1 : count) / sentences.length, 12);
    }
    expect(read.backgroundFrequency('zyzzogeton')).toBeCloseTo(1 / 15, 12);
  });
});
