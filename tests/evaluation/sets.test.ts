import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import type { QuestionSet } from '../../src/evaluation/question-set.ts';
import { readMarkedSet } from '../../src/evaluation/sets/marked.ts';
import { readPatternSet } from '../../src/evaluation/sets/patterns.ts';
import { readSquad } from '../../src/evaluation/sets/squad.ts';
import { without } from '../../src/evaluation/taken-out.ts';
import { memoryEngine } from '../../src/knowledge/search/memory.ts';
import { miniSearchEngine } from '../../src/knowledge/search/minisearch.ts';
import { articleFile, type LibraryFolder, libraryFolder } from '../support/library-folder.ts';

let folder: LibraryFolder;
beforeEach(async () => {
  folder = await libraryFolder();
});
const at = (name: string) => join(folder.path, name);
const lines = (...objects: readonly unknown[]) =>
  gzipSync(objects.map((one) => JSON.stringify(one)).join('\n'));

const FERRY = [
  'It rained on Sunday. The council sat.',
  'The motion passed\nby 11 votes to 4. All went home.',
];
const BRIDGE = ['The old bridge was closed in 1974.'];

/** What the marked sentences of a question say. */
function marked({ stories, questions }: QuestionSet, id: string): string[] {
  const gold = questions.find((question) => question.id === id)?.gold;
  if (gold?.kind !== 'sentences') return [];
  const body = stories.find(({ slug }) => slug === gold.story)?.articles[0]?.body ?? '';
  return gold.sentences.map(({ start, end }) => body.slice(start, end));
}

async function writeMarked(articles: readonly unknown[]): Promise<string> {
  const question = { id: 'q1', question: 'How many votes did the motion get?', answerable: true };
  const other = { id: 'q2', question: 'When was the bridge closed?', answerable: true };
  await folder.write({
    'set.articles.jsonl.gz': lines(...articles),
    'set.questions.jsonl.gz': lines(
      { ...question, article: 'f', paragraph: 1, gold: [{ paragraph: 1, start: 0, end: 34 }] },
      { ...other, article: 'b', paragraph: 0, gold: [{ paragraph: 0, start: 0, end: 34 }] },
      { id: 'q3', question: 'Who won the marathon?', answerable: false, article: 'f' },
    ),
  });
  return at('set');
}

describe('a set with marked sentences', () => {
  it('keeps every mark in its place, whatever white space a paragraph has', async () => {
    const set = await readMarkedSet(
      await writeMarked([
        { id: 'f', title: 'The ferry', paragraphs: FERRY },
        { id: 'b', title: 'The bridge', paragraphs: BRIDGE },
      ]),
    );
    expect(marked(set, 'q1')).toEqual(['The motion passed by 11 votes to 4']);
    expect(marked(set, 'q2')).toEqual(['The old bridge was closed in 1974.']);
    expect(set.questions[2]).toMatchObject({ gold: null });
    const { measures, misses, sentences } = await evaluate(set, { engine: miniSearchEngine(), limit: null });
    expect({ sentences, misses }).toEqual({ sentences: 5, misses: [] });
    expect(measures).toMatchObject({ precisionAt1: 1, mrrAt10: 1, paragraphPrecisionAt1: 1, auroc: 1 });
  });

  it('takes every paragraph for an article where there is no title', async () => {
    const set = await readMarkedSet(
      await writeMarked([
        { id: 'f', title: '', paragraphs: FERRY },
        { id: 'b', title: '', paragraphs: BRIDGE },
      ]),
    );
    expect(set.stories).toHaveLength(3);
    expect(marked(set, 'q1')).toEqual(['The motion passed by 11 votes to 4']);
  });

  it('can be asked without some of its articles, and without some of their paragraphs', async () => {
    const path = await writeMarked([
      { id: 'f', title: 'The ferry', paragraphs: FERRY },
      { id: 'b', title: 'The bridge', paragraphs: BRIDGE },
    ]);
    const whole = await readMarkedSet(path);
    const less = without(whole, 'articles');
    expect(less.stories.map(({ title }) => title)).toEqual(['The bridge']);
    expect(less.questions.map(({ gold }) => gold !== null)).toEqual([false, true, false]);
    const shorter = without(whole, 'paragraphs');
    expect(shorter.stories.map(({ articles }) => articles[0]?.body)).toEqual([
      'The motion passed by 11 votes to 4. All went home.',
      '',
    ]);
    expect(marked(shorter, 'q1')).toEqual(['The motion passed by 11 votes to 4']);
    expect(shorter.questions.map(({ gold }) => gold !== null)).toEqual([true, false, false]);
  });

  it('says what is wrong with which line', async () => {
    await expect(readMarkedSet(at('none'))).rejects.toThrow(
      /none\.articles\.jsonl\.gz cannot be read \(ENOENT\)/,
    );
    const path = await writeMarked([{ id: 'f', title: 'The ferry', paragraphs: 'x' }]);
    await expect(readMarkedSet(path)).rejects.toThrow(/articles\.jsonl\.gz:1: "paragraphs"/);
    await writeMarked([{ id: 'f', title: 'The ferry', paragraphs: FERRY }]);
    await expect(readMarkedSet(path)).rejects.toThrow(/question q2 is about an article that is not there/);
  });
});

describe('a file of SQuAD', () => {
  it('is read in both versions, with its offsets in characters', async () => {
    const qas = [
      {
        id: '1',
        question: 'How many votes?',
        answers: [{ text: '11', answer_start: 23 }],
        is_impossible: false,
      },
      { id: '2', question: 'Who won?', answers: [], is_impossible: true },
    ];
    const data = [
      { title: 'The_ferry', paragraphs: [{ context: '🛳 The motion passed by 11 votes to 4.', qas }] },
    ];
    await folder.write({ 'dev.json': JSON.stringify({ version: '2.0', data }) });
    const set = await readSquad(at('dev.json'));
    expect(set.stories[0]?.title).toBe('The ferry');
    expect(marked(set, '1')).toEqual(['11']);
    await folder.write({
      'dev.json': JSON.stringify({
        data: data.map((one) => ({
          ...one,
          paragraphs: [
            {
              context: 'It got 11 votes.',
              qas: [{ id: '1', question: 'How many?', answers: [{ text: '11', answer_start: 7 }] }],
            },
          ],
        })),
      }),
    });
    expect(marked(await readSquad(at('dev.json')), '1')).toEqual(['11']);
  });

  it.each(['{', '{"data": 5}', '[]'])('is refused when it is none: %s', async (text) => {
    await folder.write({ 'dev.json': text });
    await expect(readSquad(at('dev.json'))).rejects.toThrow(/not in the form of SQuAD/);
  });
});

describe('questions about a library', () => {
  it('are right when the quotation looks as it should', async () => {
    await folder.write({
      'lib/ferry/post.md': articleFile('The motion passed by 11 votes to 4. It rained.'),
      'q.jsonl':
        '{"id":"1","question":"how many votes did the motion get?","answerable":true,"expect":"11 votes","article":"post"}\n' +
        '{"id":"2","question":"how many votes did it get?","answerable":true,"expect":"12 votes"}\n' +
        '{"id":"3","question":"who won the marathon?","answerable":false}\n',
    });
    const set = await readPatternSet(at('q.jsonl'), at('lib'));
    const { measures, misses } = await evaluate(set, { engine: miniSearchEngine(), limit: null });
    expect(measures).toMatchObject({ precisionAt1: 0.5, paragraphPrecisionAt1: null, answeredWrongly: 0 });
    expect(misses).toMatchObject([{ id: '2', kind: 'wrong', rightAt: null }]);
    expect((await evaluate(set, { engine: miniSearchEngine(), limit: 2 })).measures.questions).toBe(2);
  });

  it.each([
    ['the bridge', '"story":"bridge",', ['The gate was closed in 1974.']],
    ['the ferry', '"story":"ferry",', ['The gate was closed in 1980.']],
    ['all', '', ['The gate was closed in 1974.', 'The gate was closed in 1980.']],
    ['one that is not there', '"story":"harbour",', []],
  ])('are asked of the story that they name alone: %s', async (_name, story, texts) => {
    await folder.write({
      'lib/ferry/post.md': articleFile('The gate was closed in 1980.'),
      'lib/bridge/post.md': articleFile('The gate was closed in 1974.'),
      'q.jsonl': `{"id":"1",${story}"question":"when was the gate closed?","answerable":true,"expect":"1999"}\n`,
    });
    const set = await readPatternSet(at('q.jsonl'), at('lib'));
    const { measures, misses } = await evaluate(set, { engine: memoryEngine(), limit: null });
    expect(measures).toMatchObject({ questions: 1, precisionAt1: 0 });
    expect(misses).toHaveLength(1);
    expect([...texts, null]).toContain(misses[0]?.found);
    expect(misses[0]?.found === null).toBe(texts.length === 0);
  });

  it('have to say what is expected', async () => {
    await folder.write({
      'q.jsonl': '\n{"id":"1","question":"how?","answerable":true}\n',
      'lib/a/a.md': articleFile('x.'),
    });
    await expect(readPatternSet(at('q.jsonl'), at('lib'))).rejects.toThrow(/expect when it is answerable/);
    await folder.write({ 'q.jsonl': 'no json' });
    await expect(readPatternSet(at('q.jsonl'), at('lib'))).rejects.toThrow(/q\.jsonl:1: this is not JSON/);
  });

  it.each(['expect', 'article'])('have to say it in a regular expression: %s', async (field) => {
    const question = { id: '1', question: 'how?', answerable: true, expect: 'x', [field]: '(x' };
    await folder.write({ 'q.jsonl': JSON.stringify(question), 'lib/a/a.md': articleFile('x.') });
    await expect(readPatternSet(at('q.jsonl'), at('lib'))).rejects.toThrow(
      /q\.jsonl:1: expect and article are regular/,
    );
  });
});
