import { describe, expect, it } from 'vitest';
import { looksLikeTranscript, readTranscript } from '../../../../src/knowledge/intake/transcript.ts';

const TURNS = [
  'Q: When did you see the plan?',
  'A: In March.',
  'Q: Who ordered it?',
  'A: The mayor did.',
  'Q: And you said nothing?',
  'A: 42 times.',
];

/** The same turns with the second pair written in another way. */
const written = (question: string, answer: string): string[] => [
  ...TURNS.slice(0, 2),
  `${question} Who ordered it?`,
  `${answer} The mayor did.`,
  ...TURNS.slice(4),
];

describe('questions and answers by their letters', () => {
  it.each([
    ['Q.', 'A.'],
    ['Q.', 'A:'],
    ['Q -', 'A -'],
    ['Q –', 'A –'],
    ['Q)', 'A)'],
    ['**Q.**', '**A.**'],
  ])('are turns of their own where "Q:" mixes with "%s" and "%s"', (question, answer) => {
    const text = written(question, answer).join('\n');
    expect(readTranscript(text).paragraphs).toEqual(TURNS);
    expect(looksLikeTranscript(text)).toBe(true);
  });

  it('are found on one line', () => {
    expect(readTranscript(written('Q.', 'A.').join(' ')).paragraphs).toEqual(TURNS);
  });

  it('are no turns inside a sentence, nor where nobody asks so', () => {
    const graded = [...TURNS.slice(0, 2), 'Q. Your grade?', 'A. It was an A - Nobody cared.'];
    expect(readTranscript(graded.join('\n')).paragraphs.at(-1)).toBe('A: It was an A - Nobody cared.');
    const line = 'The class was over. A. Lindt left.';
    expect(readTranscript(`ADA LUND: Why?\n\nBO RAND: ${line}\n\nADA LUND: I see.`).paragraphs[1]).toBe(
      `BO RAND: ${line}`,
    );
  });
});

describe('a transcript’s line of outlet and date', () => {
  const talk = 'DORA LINDT, HOST: Why did it stop?\n\nJO HALE: It lost money.\n\nDORA LINDT: I see.';

  it.each([
    'Radio Ellery, May 6, 2024',
    'Radio Ellery | May 6, 2024',
    '6 May 2024, Radio Ellery',
    'Radio Ellery, Port Lisk, May 6, 2024',
    'Radio Ellery\nMay 6, 2024',
  ])('%s', (line) => {
    const { details, paragraphs } = readTranscript(`${line}\nWho owns the night ferry?\n\n${talk}`);
    expect(details).toMatchObject({
      outlet: 'Radio Ellery',
      published: '2024-05-06',
      headline: 'Who owns the night ferry?',
    });
    expect(paragraphs).toHaveLength(3);
  });

  it('stands under a headline that asks', () => {
    const text = `Who owns the night ferry?\nRadio Ellery, May 6, 2024\n\n${talk}`;
    expect(readTranscript(text).details).toMatchObject({
      headline: 'Who owns the night ferry?',
      outlet: 'Radio Ellery',
    });
  });
});
