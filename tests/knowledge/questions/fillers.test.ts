import { describe, expect, it } from 'vitest';
import { isIdle, withoutFillers } from '../../../src/knowledge/questions/fillers.ts';

describe('what people put around a question', () => {
  it.each([
    'hey, who won?',
    'Hi all! who won?',
    'hey who won?',
    'hello everyone, quick question: who won?',
    'quick one: who won?',
    'Just a quick question - who won?',
    'one more question, who won?',
    'sorry if this was asked already, but who won?',
    'Sorry, who won?',
    'pls tell me who won?',
    'please can you tell me who won?',
    'can u pls tell me who won?',
    'could someone remind me who won?',
    'does anyone know who won?',
    'do you happen to know who won?',
    'anyone know who won?',
    'any idea who won?',
    'I was wondering who won?',
    "I'm just curious, who won?",
    "i'd like to know who won?",
    'I want to know who won?',
    "ok so I don't know who won?",
    'just wondering who won?',
    'Can I ask who won?',
    'tell us who won?',
    'hm, who won?'.replace('hm', 'hmm'),
  ])('is taken away before it: %s', (text) => {
    expect(withoutFillers(text).replace(/^so /, '')).toBe('who won?');
  });

  it.each([
    'who won thanks',
    'who won, please?',
    'who won? thx!',
    'who won? Thanks in advance.',
    'who won, anyone?',
    'who won lol',
    'who won? does anyone know?',
    'who won by any chance?',
  ])('is taken away behind it: %s', (text) => {
    expect(withoutFillers(text)).toMatch(/^who won\??$/);
  });

  it.each([
    ['do you know if they won?', 'whether they won?'],
    ['I was wondering whether they won', 'whether they won'],
    ['can you tell me the vote count', 'the vote count'],
  ])('leaves what is asked: %s', (text, left) => {
    expect(withoutFillers(text)).toBe(left);
  });

  it.each([
    'who won?',
    'Did anyone know about the leak?',
    'Can anyone get a ticket?',
    'Whom did they thank?',
    'Will you sail in fog?',
    'If the dam breaks, what happens?',
    'What is the question on the ballot?',
    'please',
    '???',
  ])('is not found where there is none: %s', (text) => {
    expect(withoutFillers(text)).toBe(text);
  });

  it('knows a sentence that is nothing else', () => {
    for (const text of ['Hey all!', 'Thanks so much!', 'good morning everyone', '🙂', 'Quick question:']) {
      expect(isIdle(text), text).toBe(true);
    }
    for (const text of ['Hey, who won?', 'The thanks of the mayor', 'all boats']) {
      expect(isIdle(text), text).toBe(false);
    }
  });
});
