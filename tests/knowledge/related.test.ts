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
    const all = [...new Set(stories.flatMap(({ questions }) => questions))];
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

  it('with more of their words asked for come first, and in their order where that is the same', () => {
    const questions = [
      'Who built the old bridge over the river?',
      'What of the mayor?',
      'Is the bridge open?',
    ];
    const asked = (text: string) => relatedTo(text, [storyOf([], { questions })]);
    expect(asked('bridge')).toEqual([questions[2], questions[0], questions[1]]);
    const same = ['Who is on the ferry?', 'Who is on the bridge?', 'Who is on the boat?'];
    expect(relatedTo('boat, bridge, ferry', [storyOf([], { questions: same })])).toEqual(same);
  });

  it('are shown once, though two stories have the same', () => {
    const stories = [
      storyOf([], { questions: ['When does it open?', 'Who is the mayor?'] }),
      storyOf([], {
        slug: 'bridge',
        questions: ['When does it open?', 'when does it open', 'What did it cost?'],
      }),
    ];
    const all = ['When does it open?', 'Who is the mayor?', 'What did it cost?'];
    expect(relatedTo('', stories)).toEqual(all);
    expect(relatedTo('opening', stories)).toEqual(all);
  });

  it('that differ in an accent alone are two, and so is what was asked', () => {
    const questions = ['\u0915\u093e?', '\u0915\u0940?'];
    expect(relatedTo('\u0915\u093e', [storyOf([], { questions })])).toEqual([questions[1]]);
    expect(relatedTo('', [storyOf([], { questions })])).toEqual(questions);
  });

  it('are there when nothing was asked', () => {
    expect(relatedTo('', STORIES)).toHaveLength(3);
    expect(relatedTo('', [])).toEqual([]);
  });
});
