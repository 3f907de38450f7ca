import { describe, expect, it } from 'vitest';
import { looksLikeQuestion } from '../../src/bots/follow-up.ts';

describe('in a thread of ours, a message', () => {
  it.each([
    'and how many were against?',
    'When was that?',
    'how many were against',
    'who announced it first?',
    'what about the mayor',
    'and in Boston',
    'and against',
    'when is the next vote',
    'did it pass',
    'turnout?',
    'Is that final? ',
    '“Who said that?”',
    'who’s the mayor',
    'why',
    'and when',
    'who else voted',
    'who said that',
    'any reaction from the mayor',
    'Thanks! And how many were against?',
  ])('asks: %s', (text) => expect(looksLikeQuestion(text)).toBe(true));

  it.each([
    '',
    '👍',
    '???',
    'Thanks, that helps.',
    'thanks!',
    'What a day.',
    'who knows',
    'what a mess lol',
    'We run it at five.',
    'and then we publish',
    'and I agree',
    'When we publish, tell Ada.',
    'How strange!',
    'Anna, can you send me the invoice?',
    'Can you send it?',
    'Could somebody check?',
    'https://elsewhere.example/story/?',
    `Is this long? ${'No, it is a note. '.repeat(30)}`,
  ])('asks nothing: %s', (text) => expect(looksLikeQuestion(text)).toBe(false));
});
