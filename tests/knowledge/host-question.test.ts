import { describe, expect, it } from 'vitest';
import { isHostQuestion } from '../../src/knowledge/host-question.ts';

describe('a host’s question without its mark', () => {
  it.each([
    'Tell us what happened today.',
    'Tell me more.',
    'So talk about the vote.',
    'Talk a little bit about the money.',
    'Walk us through the ruling.',
    'Remind us who owns the ferry.',
    'Give us a sense of the mood there.',
    'Explain that for us.',
    'Help us understand the numbers.',
    'Now bring us up to speed.',
    'Take us back to that night.',
    'Break that down for our listeners.',
    'Lay it out for us.',
    'Fill us in.',
    'Just describe what you saw.',
    'Say more about that.',
    'All right, but first, give us the latest.',
    'Ruth, tell us what you saw.',
    'So, Ruth Hale, please walk us through it.',
    'And Ruth remind us what the case is about.',
    'Could you tell our viewers how it ended.',
    'Let me ask you about the cost.',
  ])('is known: %s', (sentence) => {
    expect(isHostQuestion(sentence)).toBe(true);
  });

  it.each([
    ['others tell', 'Workers tell us they are tired.'],
    ['others tell, after an opening', 'So the sailors tell us they are tired.'],
    ['it is told of the past', 'He told us what happened today.'],
    ['it is quoted', '"Tell us what you want," he said.'],
    ['it is reported', 'Tell us what you want, the sailors shouted, and the mayor left.'],
    ['it is a saying', 'Tell me about it.'],
    ['it is a saying', 'Give me a break.'],
    ['it goes to others', 'Tell them I said hello.'],
    ['it is no request', 'Take a look at the numbers.'],
    ['a noun begins it', 'Talk of a strike has grown.'],
    ['it concedes', 'Describe it as you like, it was a defeat by 400 votes.'],
    [
      'it is long and states much',
      `Tell us what you like, ${'because the council voted in May and the ferry stops, '.repeat(5)}and so on.`,
    ],
  ])('is not seen where %s', (_why, sentence) => {
    expect(isHostQuestion(sentence)).toBe(false);
  });
});
