import { describe, expect, it } from 'vitest';
import { isSmallTalk } from '../../../src/knowledge/questions/small-talk.ts';

describe('small talk', () => {
  it.each([
    'hi',
    'Hello there!',
    'thanks a lot',
    'ok thanks',
    'help',
    'what can you do?',
    'stop',
    'how are you?',
    'lol',
    '👋',
    '',
  ])('asks nothing of a story: %s', (text) => expect(isSmallTalk(text, false)).toBe(true));

  it.each([
    'turnout?',
    'help for flood victims',
    'who are you voting for?',
    'right to work?',
    'stop signs',
    'no votes?',
    'why?',
  ])('is not what asks of one: %s', (text) => expect(isSmallTalk(text, false)).toBe(false));

  it('is not "what?" after an answer', () => {
    expect(isSmallTalk('what?', false)).toBe(true);
    expect(isSmallTalk('what?', true)).toBe(false);
    expect(isSmallTalk('thanks', true)).toBe(true);
  });
});
