import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../../src/knowledge/intake/transcript.ts';
import { onOneLine } from '../../../../src/knowledge/intake/white-space.ts';

const turnsOf = (text: string): readonly string[] => readTranscript(text).paragraphs;

describe('a transcript that names nobody', () => {
  const turns = [
    'The ferry may stop. Two villages would be cut off. Hi, Ines.',
    'Hi, Tom.',
    'Tell us what the council did.',
    'It voted to end it. Eleven were for it. Four were not. It ends in May.',
    'Thanks.',
  ];

  it.each([
    ['by two spaces', turns.join('  ')],
    ['by lines', turns.join('\n')],
    ['by blank lines', turns.join('\n\n')],
    ['by ">>"', turns.map((turn) => `>> ${turn}`).join('\n')],
    [
      'by three spaces, where two stand after every full stop',
      turns.map((turn) => turn.replaceAll('. ', '.  ')).join('   '),
    ],
    ['by blank lines, and wrapped', turns.map((turn) => turn.replace(/(.{22}\w*) /g, '$1\n')).join('\n\n')],
  ])('has its turns divided %s', (_means, text) => {
    expect(turnsOf(text)).toEqual(turns);
  });

  it('is not divided by the two spaces that somebody types after every full stop', () => {
    const text = 'I grew up by the canal.  My father kept a lock.  Who slept?  Nobody did.  I read.';
    expect(turnsOf(text)).toEqual([onOneLine(text)]);
  });

  it('is not divided by two spaces inside a sentence', () => {
    expect(turnsOf('The ferry  sank. It rained. Nobody saw it.')).toHaveLength(1);
  });

  it('is divided by two spaces also where half of all sentences end a turn, if these ask', () => {
    const short = [
      'The polls open on Sunday. Hi, Milan.',
      'Good morning.',
      'Tell us who is running.',
      'The same people. Two have lost. One is new.',
      'Remind us why the last vote failed.',
      'Few came. It rained.',
      'Thank you, Milan.',
    ];
    expect(turnsOf(short.join('  '))).toEqual(short);
  });

  it('keeps a first turn that is typed with two spaces, and takes it for no title', () => {
    const text = 'Good evening.  The tunnel leaks.  How did it happen?\n\nA pump failed.\n\nThank you.';
    expect(turnsOf(text)[0]).toBe('Good evening. The tunnel leaks. How did it happen?');
  });

  it('joins the lines of captions in capitals', () => {
    expect(turnsOf('>> THE DAM AT CORRIE\nHOLDS.\n>> HOW LONG?')).toEqual([
      'THE DAM AT CORRIE HOLDS.',
      'HOW LONG?',
    ]);
  });
});
