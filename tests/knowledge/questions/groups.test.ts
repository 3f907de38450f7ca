import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupQuestions } from '../../../src/knowledge/index.ts';

interface Line {
  readonly questions: readonly string[];
}

/** Of all pairs of a set: how many of those put together belong together, and how many that do were. */
function pairsOf(set: string) {
  const lines = readFileSync(`sets/question-groups/${set}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const asked = lines.flatMap(({ questions }, group) => questions.map((text) => ({ text, group })));
  const found = new Map<number, number>();
  for (const [group, indexes] of groupQuestions(asked.map(({ text }) => text)).entries()) {
    for (const index of indexes) found.set(index, group);
  }
  const pairs = asked.flatMap((one, a) =>
    asked.slice(0, a).map((other, b) => ({
      belongs: one.group === other.group,
      together: found.get(a) === found.get(b),
    })),
  );
  const right = pairs.filter(({ belongs, together }) => belongs && together).length;
  return {
    precision: right / pairs.filter(({ together }) => together).length,
    recall: right / pairs.filter(({ belongs }) => belongs).length,
  };
}

/** Texts by group, the largest first. */
function grouped(texts: readonly string[]): string[][] {
  return groupQuestions(texts).map((indexes) => indexes.map((index) => texts[index] ?? ''));
}

describe('questions that were not grouped by anybody', () => {
  it('of the held-out set go together where they should: 92.8 % of pairs are right, 82.4 % are found', () => {
    const { precision, recall } = pairsOf('test');
    expect(precision).toBeGreaterThan(0.92);
    expect(recall).toBeGreaterThan(0.81);
  });

  it('of the development set do better, as they must', () => {
    const { precision, recall } = pairsOf('dev');
    expect(precision).toBeGreaterThan(0.99);
    expect(recall).toBeGreaterThan(0.9);
  });
});

describe('questions that ask the same', () => {
  it.each([
    ['case, marks and spaces', 'Who chairs the harbor board?', '  WHO CHAIRS THE HARBOR BOARD'],
    ['word order', 'What does the night ferry cost?', 'the night ferry, what does it cost?'],
    ['slips of the finger', 'When does the ferry sail?', 'wehn does the ferrry sail'],
    [
      'what stands around them',
      'When does the ferry sail?',
      'hi all, does anyone know when the ferry sails? thx',
    ],
    ['synonyms', "Who is Quell's lawyer?", "who is Quell's attorney"],
    ['a form of the same kind', 'How many crew members are there?', 'number of crew members?'],
  ])('are one in spite of %s', (_, one, other) => {
    expect(grouped([one, other])).toHaveLength(1);
  });
});

describe('questions that ask for something else', () => {
  it.each([
    ['a side', 'How many voted yes?', 'How many voted no?'],
    ['a number', 'How long is pier 4?', 'How long is pier 9?'],
    ['a name', 'What did Quell say about fares?', 'What did Sorrento say about fares?'],
    ['a kind', 'When does the ferry sail?', 'Why does the ferry sail?'],
    ['a length of time', 'When does the repair begin?', 'How long does the repair take?'],
    ['a "not"', 'Which crews were paid?', 'Which crews were not paid?'],
    ['who did it', 'Who beat Quell?', 'Who did Quell beat?'],
    ['the order of names', 'Did Quell sue Sorrento?', 'Did Sorrento sue Quell?'],
  ])('stay apart by %s', (_, one, other) => {
    expect(grouped([one, one, other])).toEqual([[one, one], [other]]);
  });

  it('are not joined by what stands between them', () => {
    const texts = [
      'How many died in the fire?',
      'How many were in the fire?',
      'How many were hurt in the fire?',
    ];
    const groups = grouped(texts);
    const of = (text: string | undefined) => groups.findIndex((group) => group.includes(text ?? ''));
    expect(of(texts[0])).not.toBe(of(texts[2]));
  });
});

it('groups whatever people type, each question once', () => {
  const texts = [
    '',
    '?',
    'constructor',
    '__proto__',
    'مَن فاز؟',
    '\ud800',
    'a'.repeat(5000),
    '1 2 3',
    'constructor',
  ];
  const all = groupQuestions(texts).flat();
  expect(all.toSorted((a, b) => a - b)).toEqual([...texts.keys()]);
  expect(groupQuestions(texts)[0]).toEqual([2, 8]);
  expect(groupQuestions([])).toEqual([]);
});
