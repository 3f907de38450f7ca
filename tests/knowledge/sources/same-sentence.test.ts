import { describe, expect, it } from 'vitest';
import { isSameSentence } from '../../../src/knowledge/sources/same-sentence.ts';

const WIRE =
  'The bridge over the Tamsin was closed on Friday after inspectors found cracks in two of its main beams.';

describe('one sentence in two outlets', () => {
  it.each([
    ['letter for letter', WIRE, WIRE],
    ['other marks', 'He said: “We won’t go.”', 'He said: "We won\'t go."'],
    ['who says it', WIRE, WIRE.replace('.', ', officials said Monday.')],
    ['according to whom', WIRE, WIRE.replace('.', ', according to the county.')],
    ['figures and words', WIRE, WIRE.replace('two', '2')],
    [
      'British spelling',
      'The labor center organized the harbor.',
      'The labour centre organised the harbour.',
    ],
    ['per cent', 'Turnout was 54 percent.', 'Turnout was 54%.'],
    ['a short title', WIRE.replace('inspectors', 'Governor Hale'), WIRE.replace('inspectors', 'Gov. Hale')],
    ['a small addition', WIRE, WIRE.replace('bridge', 'old stone bridge')],
    ['every letter of a list without an end', WIRE.repeat(30), WIRE.repeat(30)],
  ])('is known by %s', (_, a, b) => {
    expect(isSameSentence(a, b)).toBe(true);
    expect(isSameSentence(b, a)).toBe(true);
  });

  it.each([
    ['another number', WIRE, WIRE.replace('two', 'three')],
    ['another day', WIRE, WIRE.replace('Friday', 'Monday')],
    ['another name', WIRE, WIRE.replace('Tamsin', 'Orrin')],
    ['another word', WIRE, WIRE.replace('closed', 'opened')],
    ['a denial', WIRE, WIRE.replace('was closed', 'was not closed')],
    ['a doubt', WIRE, WIRE.replace('was closed', 'may be closed')],
    ['an added number', WIRE, WIRE.replace('inspectors', 'twelve inspectors')],
    ['an added name', WIRE, WIRE.replace('Tamsin', 'Tamsin and the Orrin')],
    ['a change of a short one', 'The ferry sank.', 'The ferry never sank.'],
    [
      'another order',
      'Ellery beat Karst in the last of all the league matches.',
      'Karst beat Ellery in the last of all the league matches.',
    ],
    ['no words', '…', '—'],
    ['its length, where one has no end', WIRE, WIRE.repeat(30)],
  ])('is two by %s', (_, a, b) => {
    expect(isSameSentence(a, b)).toBe(false);
    expect(isSameSentence(b, a)).toBe(false);
  });
});
