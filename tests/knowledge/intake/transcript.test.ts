import { describe, expect, it } from 'vitest';
import { IntakeError } from '../../../src/knowledge/intake/intake-error.ts';
import { readTranscript } from '../../../src/knowledge/intake/transcript.ts';

const turnsOf = (text: string): readonly string[] => readTranscript(text).paragraphs;

describe('a transcript that names its speakers', () => {
  it('gives each paragraph of a turn its name, without roles, remarks and sounds', () => {
    const text = `
Quarry workers may vote again

MARTA ELLISON, HOST:

Quarry workers may get another vote. Hi, Pavel.

PAVEL ORSINI, BYLINE (via phone): Hi there.

ELLISON: So what happened today?

ORSINI: A judge threw out the first vote (laughter), in effect.

He said the company had leaned on people.

(SOUNDBITE OF MACHINERY)

UNIDENTIFIED WORKER #1: We knew it. (LAUGHTER)

Copyright © 2023 KXRO. All rights reserved.`;
    const draft = readTranscript(text);
    expect(draft.paragraphs).toEqual([
      'MARTA ELLISON: Quarry workers may get another vote. Hi, Pavel.',
      'PAVEL ORSINI: Hi there.',
      'ELLISON: So what happened today?',
      'ORSINI: A judge threw out the first vote (laughter), in effect.',
      'ORSINI: He said the company had leaned on people.',
      'UNIDENTIFIED WORKER #1: We knew it.',
    ]);
    expect(draft.leftOut).toEqual([
      { text: 'Quarry workers may vote again', reason: 'details' },
      { text: '(SOUNDBITE OF MACHINERY)', reason: 'sound' },
      { text: '(LAUGHTER)', reason: 'sound' },
      { text: 'Copyright © 2023 KXRO. All rights reserved.', reason: 'legal' },
    ]);
  });

  const asked = ['Ada Lund: Were you there?', 'Bo Rand: I was. It rained.', 'Ada Lund: And then?'];

  it.each([
    ['with a colon', 'Ada Lund: Were you there?\nBo Rand: I was. It rained.\nAda Lund: And then?'],
    [
      'with times before',
      '[00:00:01] Ada Lund: Were you there?\n[00:00:04] Bo Rand: I was. It rained.\n[00:00:09] Ada Lund: And then?',
    ],
    [
      'with times after',
      'Ada Lund: [00:00:01] Were you there?\nBo Rand: [00:00:04] I was. It rained.\nAda Lund: [00:00:09] And then?',
    ],
    [
      'with times in brackets and the text below',
      'Ada Lund (00:01):\nWere you there?\n\nBo Rand (00:04):\nI was. It rained.\n\nAda Lund (00:09):\nAnd then?',
    ],
    [
      'above the text with times',
      'Ada Lund  0:01\nWere you there?\n\nBo Rand  0:04\nI was. It rained.\n\nAda Lund  0:09\nAnd then?',
    ],
    [
      'above the text',
      'Ada Lund\n\nWere you there?\n\nBo Rand\n\nI was. It rained.\n\nAda Lund\n\nAnd then?',
    ],
    [
      'in Markdown',
      '**Ada Lund:** Were you there?\n\n**Bo Rand:** I was. It rained.\n\n**Ada Lund:** And then?',
    ],
    [
      'with roles',
      'Ada Lund, host: Were you there?\nBo Rand, sailor from Tarn: I was. It rained.\nAda Lund: And then?\nBo Rand: Nothing.',
    ],
    [
      'in brackets',
      '[Ada Lund] Were you there?\n\n[Bo Rand] I was. It rained.\n\n[MUSIC]\n\n[Ada Lund] And then?',
    ],
    [
      'in columns',
      '00:01\tAda Lund\tWere you there?\n00:04\tBo Rand\tI was. It rained.\n00:09\tAda Lund\tAnd then?',
    ],
    [
      'with a time inside a sentence',
      'Ada Lund (00:01):\nWere you there?\n\nBo Rand (00:04):\nI was. It\n\n(00:06):\nrained.\n\nAda Lund (00:09):\nAnd then?',
    ],
    [
      'as WebVTT',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Lund>Were you\nthere?\n\n00:02.000 --> 00:04.000\n<v Bo Rand>I was. It\n\n00:04.000 --> 00:05.000\nrained.\n\n00:05.000 --> 00:06.000\n<v Ada Lund>And then?</v>',
    ],
    [
      'as SubRip',
      '1\n00:00:01,000 --> 00:00:02,000\n>> Ada Lund: Were you there?\n\n2\n00:00:02,000 --> 00:00:04,000\n>> Bo Rand: I was. It\n\n3\n00:00:04,000 --> 00:00:05,000\nrained.\n\n4\n00:00:05,000 --> 00:00:06,000\n>> Ada Lund: And then?',
    ],
  ])('is read %s', (_form, text) => {
    expect(turnsOf(text).slice(0, 3)).toEqual(asked);
  });

  it.each([
    [
      'in capitals with a colon, on one line',
      'ADA LUND, HOST: Well? BO RAND: I was. It rained. ADA LUND: So.',
    ],
    ['in capitals without one, on one line', 'ADA LUND Well? BO RAND I was. It rained. ADA LUND So.'],
    ['in capitals without one', 'ADA LUND Well?\n\nBO RAND I was. It rained.\n\nADA LUND So.'],
    ['in capitals before a dash', 'ADA LUND — Well?\n\nBO RAND — I was. It rained.\n\nADA LUND — So.'],
    ['in capitals above the text', 'ADA LUND\nWell?\n\nBO RAND\nI was. It rained.\n\nADA LUND\nSo.'],
    [
      'with times before capitals',
      '00:01 ADA LUND\nWell?\n00:03 BO RAND\nI was. It rained.\n00:05 ADA LUND\nSo.',
    ],
  ])('is read %s', (_form, text) => {
    expect(turnsOf(text)).toEqual(['ADA LUND: Well?', 'BO RAND: I was. It rained.', 'ADA LUND: So.']);
  });

  it('joins the lines of a turn that are wrapped, and no paragraphs', () => {
    const text = `ADA LUND: You say that the ferry was late
on every day of that long winter.

BO RAND: It was late, and nobody on the
island was told why.

They told me in May. It was the ice, they
said.`;
    expect(turnsOf(text)).toEqual([
      'ADA LUND: You say that the ferry was late on every day of that long winter.',
      'BO RAND: It was late, and nobody on the island was told why.',
      'BO RAND: They told me in May. It was the ice, they said.',
    ]);
  });

  it('keeps "I" out of a name in capitals', () => {
    expect(turnsOf('ADA LUND I saw it.\n\nBO RAND So did I.\n\nADA LUND Did you?')[0]).toBe(
      'ADA LUND: I saw it.',
    );
  });

  it.each([
    'Q: Why did you leave?\n\nA: It rained.\n\nI was tired.\n\nQ: Describe it.\n\nA: Wet.',
    'Q. Why did you leave?\nA. It rained.\n\nI was tired.\n\nQ. Describe it.\nA. Wet.',
  ])('keeps "Q: " and "A: " where nobody is named', (text) => {
    expect(turnsOf(text)).toEqual([
      'Q: Why did you leave?',
      'A: It rained.',
      'A: I was tired.',
      'Q: Describe it.',
      'A: Wet.',
    ]);
  });

  it('gives a note about the transcript to no speaker', () => {
    const text = 'ADA LUND: Were you there?\n\nBO RAND: I was.\n\nCorrection: the ferry sank in June.';
    expect(turnsOf(text).at(-1)).toBe('Correction: the ferry sank in June.');
  });

  it('gives a question between two turns of one speaker to nobody: some transcripts do not name the host', () => {
    const text =
      'Mr. BO RAND (Author, "Ice: A Life"): I was there.\n\nAnd then?\n\nMr. RAND: It rained.\n\nWhy?\n\nMr. RAND: Ice.\n\nIt melts.\n\nADA LUND: Thanks.';
    expect(turnsOf(text)).toEqual([
      'Mr. BO RAND: I was there.',
      'And then?',
      'Mr. RAND: It rained.',
      'Why?',
      'Mr. RAND: Ice.',
      'Mr. RAND: It melts.',
      'ADA LUND: Thanks.',
    ]);
  });

  it('divides nothing at a colon that no other line has', () => {
    expect(turnsOf('We asked for one thing.\n\nThe Ferry: nobody wanted it back.')).toEqual([
      'We asked for one thing.',
      'The Ferry: nobody wanted it back.',
    ]);
  });
});

it('says that there is nothing to read where nobody says anything', () => {
  for (const text of ['', ' \n ', '(LAUGHTER)\n\n[MUSIC]']) {
    expect(() => readTranscript(text)).toThrow(IntakeError);
  }
});
