import { describe, expect, test } from 'vitest';
import { suggestions, wordsOf } from '../../src/bots/suggestions.ts';
import { EVERYONE, type Story } from '../../src/knowledge/index.ts';

function story(slug: string, ...questions: readonly string[]): Story {
  return { slug, title: slug, aliases: [], questions, audience: EVERYONE, feeds: [], articles: [] };
}
const FERRY = story(
  'ferry',
  'When does the ferry sail?',
  'What does a ticket cost?',
  'Who steers the ferry?',
);
const MILL = story('mill', 'Who bought the mill?', '  ', 'What does a ticket cost?');

function offered(typed: string, most = 8, stories: readonly Story[] = [FERRY, MILL]): readonly string[] {
  return suggestions(typed, stories, most).map(({ question, story: slug }) => `${slug}: ${question}`);
}

describe('suggestions', () => {
  test('are all questions in their order while nothing is typed, each once, none of them blank', () => {
    const all = [
      'ferry: When does the ferry sail?',
      'ferry: What does a ticket cost?',
      'ferry: Who steers the ferry?',
      'mill: Who bought the mill?',
    ];
    expect(offered('')).toEqual(all);
    expect(offered(' ?! ')).toEqual(all);
    expect(offered('', 2)).toEqual(all.slice(0, 2));
  });

  test('are those first that hold every word, then those that hold some', () => {
    expect(offered('who ferry')).toEqual([
      'ferry: Who steers the ferry?',
      'ferry: When does the ferry sail?',
      'mill: Who bought the mill?',
    ]);
    expect(offered('penguin')).toEqual([]);
  });

  test('are found by beginnings of words, in any case', () => {
    expect(offered('TICK')).toEqual(['ferry: What does a ticket cost?']);
    expect(offered('icket')).toEqual([]);
  });

  test('are found however their letters are put together', () => {
    const island = story('island', 'Wer fährt zur Insel Öland?', 'हिंदी में टिकट कितने का है?');
    expect(offered('o\u0308la fa\u0308hrt', 8, [island])).toEqual(['island: Wer fährt zur Insel Öland?']);
    expect(offered('टिकट', 8, [island])).toEqual(['island: हिंदी में टिकट कितने का है?']);
    expect(wordsOf('टिकट')).toEqual(['टिकट']);
  });

  test('of a question that two stories answer name the first story', () => {
    expect(offered('ticket', 8, [MILL, FERRY])).toEqual(['mill: What does a ticket cost?']);
  });

  test('are at most as many as are wanted, the better ones', () => {
    const many = Array.from({ length: 50 }, (_, index) => `Is cabin ${index} free?`);
    const cabins = story('cabins', ...many, 'Which cabin has a window?');
    expect(offered('cabin window', 3, [cabins])).toEqual([
      'cabins: Which cabin has a window?',
      'cabins: Is cabin 0 free?',
      'cabins: Is cabin 1 free?',
    ]);
  });

  test('do not change what is typed with the names of things that objects have', () => {
    expect(offered('constructor __proto__ toString')).toEqual([]);
  });

  test('read no more of a long text than is needed', () => {
    expect(offered(`ticket ${'x'.repeat(20)} `.repeat(5_000))).toEqual(['ferry: What does a ticket cost?']);
  });
});
