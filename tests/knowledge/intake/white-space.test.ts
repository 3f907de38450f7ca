import { expect, it } from 'vitest';
import { hasText, withPlainSpaces } from '../../../src/knowledge/intake/white-space.ts';

it('what is text is what is left once spaces are plain, of every character', () => {
  const differing = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (letter) => hasText(letter) !== (withPlainSpaces(letter).trim() !== ''),
  );
  expect(differing).toEqual([]);
  expect([hasText(''), hasText('\u200b\r\n'), hasText('\u200b\r\n.')]).toEqual([false, false, true]);
});
