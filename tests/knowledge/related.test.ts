import { describe, expect, it } from 'vitest';
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

  it('are there when nothing was asked', () => {
    expect(relatedTo('', STORIES)).toHaveLength(3);
    expect(relatedTo('', [])).toEqual([]);
  });
});
