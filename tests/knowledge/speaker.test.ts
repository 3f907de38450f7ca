import { describe, expect, it } from 'vitest';
import { isLabel, speechOf } from '../../src/knowledge/speaker.ts';

describe('how a paragraph says who speaks', () => {
  it.each([
    ['RUTH ODALYS: It sank.', 'RUTH ODALYS'],
    ['Speaker 1: It sank.', 'Speaker 1'],
    ['UNIDENTIFIED PERSON #2: It sank.', 'UNIDENTIFIED PERSON #2'],
    ['Sofía de la Peña: It sank.', 'Sofía de la Peña'],
    ['de la Peña: It sank.', 'de la Peña'],
    ['AL-MASRI: It sank.', 'AL-MASRI'],
    ['JO "RED" HALE: It sank.', 'JO "RED" HALE'],
    ['HALE (on tape): It sank.', 'HALE (on tape)'],
    ['THE MINISTER: It sank.', 'THE MINISTER'],
    ['MAY: It sank.', 'MAY'],
  ])('%s', (paragraph, name) => {
    expect(speechOf(paragraph)).toEqual({ name, asks: false, length: paragraph.indexOf('It sank') });
  });

  it.each([
    ['Q: Why?', true, 3],
    ['A: It rained.', false, 3],
    ['QUESTION: Your vote, please.', true, 10],
  ])('names nobody in %s', (paragraph, asks, length) => {
    expect(speechOf(paragraph)).toEqual({ name: null, asks, length });
  });

  it.each([
    'Note: it sank.',
    'Editor’s note: it sank.',
    'Update: it sank.',
    'Look: it sank.',
    'So: it sank.',
    'Remember this if you can: it sank.',
    'It began at 10:30 in the morning.',
    'https://courier.example/ferry',
  ])('does not take %s for a speaker', (paragraph) => {
    expect(speechOf(paragraph)).toBeNull();
  });

  it('tells labels from names', () => {
    expect(['Correction', 'Photo by', 'Air date', 'Prep time'].every(isLabel)).toBe(true);
    expect(['Hale', 'Ada Note', 'HOST', 'A'].some(isLabel)).toBe(false);
  });
});
