import { expect, it } from 'vitest';
import { shortened } from '../src/shortened.ts';

const FAMILY = '👩‍👩‍👧‍👦';

it.each([
  ['what fits', 'ferry', 5, 'ferry'],
  ['words', 'the night ferry', 11, 'the night…'],
  ['a family', `a${FAMILY}b`, 12, 'a…'],
  ['a family that just fits', `a${FAMILY}bcd`, 13, `a${FAMILY}…`],
  ['a flag', 'a🇩🇪b', 4, 'a…'],
  ['two flags', 'a🇩🇪🇫🇷b', 8, 'a🇩🇪…'],
  ['a letter with its marks', 'ae\u0301\u0302b', 4, 'a…'],
  ['a skin tone', 'a👍🏽b', 5, 'a…'],
  ['letters of one syllable', '\u0915\u094d\u0937\u093f\u092e', 4, '…'],
])('parts no character as readers see them: %s', (_, text, most, expected) => {
  const line = shortened(text, most);
  expect(line.length).toBeLessThanOrEqual(most);
  if (expected !== '…') expect(line).toBe(expected);
});

it('shows the beginning of one character that is longer than all there is room for, and no half of a pair', () => {
  const chain = '👩\u200d'.repeat(100);
  for (let most = 2; most < 20; most += 1) {
    const line = shortened(chain, most);
    expect(line.length).toBeLessThanOrEqual(most);
    expect(line).not.toMatch(/\p{Surrogate}/u);
  }
});
