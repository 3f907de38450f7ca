import { describe, expect, it } from 'vitest';
import { contentWords } from '../../src/knowledge/corpus.ts';
import { relatedTo } from '../../src/knowledge/related.ts';
import { storyOf } from '../support/articles.ts';

const STORIES = [
  storyOf([], { questions: ['When does the ferry begin?', 'What does a ticket cost?'] }),
  storyOf([], { questions: ['Why was the bridge closed?', 'Who is the mayor?'] }),
];

describe('suggestions', () => {
  it('are the nearest to what was asked, at most three', () => {
    expect(relatedTo('what is the cost of tickets', STORIES)).toEqual([
      'What does a ticket cost?',
      'When does the ferry begin?',
      'Why was the bridge closed?',
    ]);
  });

  it('do not repeat the question', () => {
    expect(relatedTo('who is the Mayor', STORIES)).not.toContain('Who is the mayor?');
  });

  it('are the same as when each is looked at, with many stories', () => {
    const about = ['ferry', 'bridge', 'mayor', 'ticket', 'harbour'];
    const stories = Array.from({ length: 60 }, (_, at) => {
      const [one, other] = [about[at % 5], about[(at * 3 + 1) % 5]];
      return storyOf([], {
        questions: [`Who saw the ${one} and the ${other}?`, `Why the ${one}, part ${at}?`],
      });
    });
    const all = stories.flatMap(({ questions }) => questions);
    for (const asked of [
      'who saw the mayor',
      'ferry ticket',
      'part 7',
      'Who saw the ferry and the bridge?',
      '',
    ]) {
      const near = (question: string) => {
        const words = contentWords(question);
        const terms = new Set(contentWords(asked).map(({ term }) => term));
        return words.filter(({ term }) => terms.has(term)).length / words.length;
      };
      const others = all.filter((question) => question.toLowerCase() !== asked.toLowerCase());
      const sorted = [...others].sort((a, b) => near(b) - near(a));
      expect(relatedTo(asked, stories)).toEqual(sorted.slice(0, 3));
    }
  });

  it('are there when nothing was asked', () => {
    expect(relatedTo('', STORIES)).toHaveLength(3);
    expect(relatedTo('', [])).toEqual([]);
  });
});
