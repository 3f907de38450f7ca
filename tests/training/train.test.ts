import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { FEATURE_NAMES } from '../../src/knowledge/index.ts';
import learned from '../../src/knowledge/ranking/learned.json' with { type: 'json' };
import { SETS } from '../../src/training/train.ts';
import { ioWith } from '../support/io.ts';
import { libraryFolder } from '../support/library-folder.ts';

const TOWNS = ['Ellery', 'Tarn', 'Brask', 'Lisk', 'Drayton', 'Lowry'];

/** Six invented towns, each with two paragraphs and a question about the second. */
function smallSet() {
  const lines = (objects: readonly unknown[]) =>
    gzipSync(objects.map((one) => JSON.stringify(one)).join('\n'));
  const text = (town: string, at: number) => `The bridge of ${town} was built in ${1900 + at}. It rained.`;
  const articles = TOWNS.map((town, at) => ({
    id: town,
    title: town,
    paragraphs: [`${town} lies by the sea. Its people fish.`, text(town, at)],
  }));
  const questions = TOWNS.map((town, at) => ({
    id: town,
    question: `When was the bridge of ${town} built?`,
    article: town,
    paragraph: 1,
    answerable: true,
    gold: [{ start: 0, end: text(town, at).indexOf('.') + 1 }],
  }));
  return { articles: lines(articles), questions: lines(questions) };
}

describe('nutgraf train', () => {
  it('writes weights for every feature, with what they were trained on and how they do', async () => {
    const { articles, questions } = smallSet();
    const folder = await libraryFolder(
      Object.fromEntries(
        SETS.flatMap((name) => [
          [`${name}.articles.jsonl.gz`, articles],
          [`${name}.questions.jsonl.gz`, questions],
        ]),
      ),
    );
    const out = join(folder.path, 'out.json');
    const { io, written } = ioWith();
    expect(await run(['train', '--sets', folder.path, '--out', out], io)).toBe(0);
    expect(written.stderr).toMatch(/train-wiki, one article: P@1 on held-out articles \d/);
    const trained = JSON.parse(await readFile(out, 'utf8'));
    expect(Object.keys(trained.weights)).toEqual(FEATURE_NAMES);
    expect(trained.trainedOn).toHaveLength(3);
    const again = ioWith();
    await run(['train', '--sets', folder.path], again.io);
    expect(JSON.parse(again.written.stdout)).toEqual(trained);
  });

  it.each([
    [[], /--sets should name the folder/],
    [['--sets', 'no/such'], /train-wiki\.articles\.jsonl\.gz cannot be read/],
  ])('says with 2 what it needs: %j', async (args, message) => {
    const { io, written } = ioWith();
    expect(await run(['train', ...args], io)).toBe(2);
    expect(written.stderr).toMatch(message);
  });
});

describe('the weights that serve', () => {
  it('are those of all features, from development sets alone, and better on articles that were held out', () => {
    expect(Object.keys(learned.weights)).toEqual(FEATURE_NAMES);
    expect(JSON.stringify(learned.trainedOn)).not.toMatch(/test/);
    for (const { before, after } of Object.values(learned.heldOut)) expect(after).toBeGreaterThan(before);
  });
});
