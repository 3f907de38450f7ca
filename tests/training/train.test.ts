import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { FEATURE_NAMES, readHidden, SIGN_NAMES } from '../../src/knowledge/index.ts';
import learned from '../../src/knowledge/ranking/learned.json' with { type: 'json' };
import { SETS } from '../../src/training/settings.ts';
import { ioWith } from '../support/io.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';

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

/** A folder with these sets, all alike, and a newsroom: a library, and questions about it. */
function trainingFolder(names: readonly string[]) {
  const { articles, questions } = smallSet();
  const sets = names.flatMap((name) => [
    [`${name}.articles.jsonl.gz`, articles],
    [`${name}.questions.jsonl.gz`, questions],
  ]);
  return libraryFolder({
    ...Object.fromEntries(sets),
    'news/library/ferry/post.md': articleFile('The motion passed by 11 votes to 4. It rained.'),
    'news/library/bridge/post.md': articleFile('The old bridge was closed in 1974. It is red with rust.'),
    'news/questions.jsonl': [
      {
        id: '1',
        question: 'How many votes did it get?',
        story: 'ferry',
        answerable: true,
        expect: '11 votes',
      },
      { id: '2', question: 'When was the bridge closed?', answerable: true, expect: '1974' },
      { id: '3', question: 'Who won the marathon?', answerable: false },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  });
}

async function trained(...args: readonly string[]) {
  const { io, written } = ioWith();
  const code = await run(['train', ...args], io);
  return { code, ...written };
}

const ON_SETS = ['train-wiki, all articles', 'train-wiki, one article', 'train-reviews, one article'];

describe('nutgraf train', () => {
  it('writes weights for every feature, with what they were trained on and how they do', async () => {
    const { path } = await trainingFolder(SETS);
    const out = join(path, 'out.json');
    const { code, stderr } = await trained('--sets', path, '--out', out);
    expect(code).toBe(0);
    expect(stderr).toMatch(/train-wiki, one article: P@1 on held-out articles \d/);
    const weights = JSON.parse(await readFile(out, 'utf8'));
    expect(Object.keys(weights.weights)).toEqual(FEATURE_NAMES);
    expect(Object.keys(weights.confidence)).toEqual(['bias', ...FEATURE_NAMES, ...SIGN_NAMES]);
    expect(weights.trainedOn).toEqual(ON_SETS);
    expect(Object.keys(weights.heldOut)).toEqual(ON_SETS);
    expect(JSON.parse((await trained('--sets', path)).stdout)).toEqual(weights);
  });

  it('learns from questions about news too, and measures on none of them', async () => {
    const { path } = await trainingFolder(SETS);
    const { stdout } = await trained('--sets', path, '--newsroom', join(path, 'news'));
    const weights = JSON.parse(stdout);
    expect(weights.trainedOn).toEqual([...ON_SETS, 'newsroom, all stories', 'newsroom, one story']);
    expect(Object.keys(weights.heldOut)).toEqual(ON_SETS);
    const without = JSON.parse((await trained('--sets', path)).stdout);
    expect(weights.weights).not.toEqual(without.weights);
  });

  it('writes how often words stand in general English, over the sentences of the sets', async () => {
    const { path } = await trainingFolder([...SETS, 'train-forum']);
    const out = join(path, 'background.txt');
    expect((await trained('--sets', path, '--background', out)).code).toBe(0);
    const [sentences, ...lines] = (await readFile(out, 'utf8')).trim().split('\n');
    const times = TOWNS.length * (SETS.length + 1);
    expect(sentences).toBe(String(4 * times));
    const counts = lines.flatMap((line) => {
      const [count = '', ...terms] = line.split(' ');
      return terms.map((term) => [term, Number(count)] as const);
    });
    expect(Object.fromEntries(counts)).toMatchObject({ bridg: times, rain: times });
    expect(Object.keys(Object.fromEntries(counts))).not.toContain('1903');
  });

  it('needs one more set for that, and says so', async () => {
    const { path } = await trainingFolder(SETS);
    const { code, stderr } = await trained('--sets', path, '--background', join(path, 'background.txt'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/train-forum\.articles\.jsonl\.gz cannot be read/);
  });

  it.each([
    [[], /--sets should name the folder/],
    [['--sets', 'no/such'], /train-wiki\.articles\.jsonl\.gz cannot be read/],
  ])('says with 2 what it needs: %j', async (args, message) => {
    const { code, stderr } = await trained(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('the weights that serve', () => {
  it('are those of all features and of no others, and so are those of how sure to be', () => {
    expect(Object.keys(learned.weights)).toEqual(FEATURE_NAMES);
    expect(Object.keys(learned.confidence)).toEqual(['bias', ...FEATURE_NAMES, ...SIGN_NAMES]);
    const { weights, biases, outputs } = readHidden(learned.hidden);
    expect(weights).toHaveLength(FEATURE_NAMES.length * biases.length);
    expect(outputs).toHaveLength(biases.length);
  });

  it('are numbers', () => {
    const { weights, confidence, hidden } = learned;
    for (const value of [weights, confidence].flatMap((named) => Object.values(named))) {
      expect(Number.isFinite(value)).toBe(true);
    }
    for (const value of readHidden(hidden).weights) expect(Number.isFinite(value)).toBe(true);
  });

  it('come from development sets alone', () => {
    expect(learned.trainedOn.length).toBeGreaterThan(0);
    expect(JSON.stringify(learned.trainedOn)).not.toMatch(/test/);
  });

  it('are small enough to lie beside the code', () => {
    expect(statSync('src/knowledge/ranking/learned.json').size).toBeLessThan(20_000);
  });
});
