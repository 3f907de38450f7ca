import { describe, expect, it, vi } from 'vitest';
import { allPrepared, openMeaning, withMeaning } from '../../src/commands/meaning.ts';
import { readGeneralConfig } from '../../src/config.ts';
import type { DeepMeaning } from '../../src/knowledge/index.ts';
import { articleOf, storyOf } from '../support/articles.ts';
import { ioWith } from '../support/io.ts';

const OFF = readGeneralConfig({});
const STORIES = [storyOf([articleOf({ body: 'The ferry sank. Nobody drowned.' })])];

/** A network that reads a sentence every so many ms. */
function readingOneEach(ms: number) {
  const prepared: string[] = [];
  let started = 0;
  const deep: DeepMeaning = {
    cosines: async () => null,
    prepare(sentences) {
      prepared.push(...sentences);
      started = performance.now();
    },
    ready: () => ({
      done: Math.min(prepared.length, Math.floor((performance.now() - started) / ms)),
      wanted: prepared.length,
    }),
    close: async () => {},
  };
  return { deep, prepared };
}

describe('a command', () => {
  it('has no network where none is wanted, and waits for none', async () => {
    const news = { trouble: vi.fn(), settled: vi.fn() };
    expect(await openMeaning(OFF, news)).toBeNull();
    const { io, written } = ioWith();
    expect(await withMeaning(OFF, io, async (deep) => deep)).toBeNull();
    await allPrepared(null, STORIES, io);
    expect(written).toEqual({ stdout: '', stderr: '' });
  });

  it('waits until all sentences have been read, without a word when that is quick', async () => {
    const { deep, prepared } = readingOneEach(60);
    const { io, written } = ioWith();
    await allPrepared(deep, STORIES, io);
    expect(prepared).toEqual(['The ferry sank.', 'Nobody drowned.']);
    expect(deep.ready()).toEqual({ done: 2, wanted: 2 });
    expect(written.stderr).toBe('');
  });

  it('says once on stderr what it waits for when that takes long', async () => {
    const { deep } = readingOneEach(1_400);
    const { io, written } = ioWith();
    await allPrepared(deep, STORIES, io);
    expect(written).toEqual({
      stdout: '',
      stderr: 'Before anything is compared by meaning, 1 more sentence must be read, once.\n',
    });
  });
});
