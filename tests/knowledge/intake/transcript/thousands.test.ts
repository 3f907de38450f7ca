import { expect, it } from 'vitest';
import type { Item } from '../../../../src/knowledge/intake/transcript/items.ts';
import { paragraphsOf } from '../../../../src/knowledge/intake/transcript/paragraphs.ts';
import { withTurns } from '../../../../src/knowledge/intake/transcript/turns.ts';
import { watched } from '../../../support/watchdog.ts';

const said = (text: string): Item => ({ at: 'said', text, afterSpaces: false });

it('more names in brackets than a call can have arguments are read as any others', () => {
  const lines = Array.from({ length: 130_000 }, (_, at) => {
    const letters = [...at.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
    return said(`[B${letters.join('')}] a`);
  });
  expect(withTurns(lines, false)).toHaveLength(lines.length);
  const back = withTurns([...lines.slice(0, 3), ...lines.slice(0, 3)], false);
  expect(back.filter(({ at }) => at === 'turn')).toHaveLength(6);
});

it('hours of captions that end no sentence are read in time that grows with their number', () => {
  const captions = Array.from({ length: 100_000 }, (_, at): Item[] => [
    { at: 'left', left: { text: '00:00:01', reason: 'sound' } },
    said(`and the ferry sailed ${at}`),
  ]).flat();
  const { paragraphs, leftOut } = watched('captions', () =>
    paragraphsOf(captions, { wrapped: true, timed: true }),
  );
  expect(paragraphs).toHaveLength(1);
  expect(leftOut).toHaveLength(100_000);
});
