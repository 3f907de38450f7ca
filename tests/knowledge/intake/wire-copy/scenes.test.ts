import { describe, expect, it } from 'vitest';
import { sift } from '../../../../src/knowledge/intake/wire-copy/sift.ts';

const BEFORE = [
  'Eleven people were hurt on Thursday when a tram jumped the rails in Lowry and slid into a bakery.',
  'The tram had been inspected in April and was found to be in good order, the operator said.',
  'Police Chief Ned Aldous told reporters on Thursday that its brakes would be taken apart.',
];
const AFTER = [
  'The line was closed for six hours and reopened in time for the evening rush, the operator said.',
  'The baker was serving a customer at the time of the crash. Both were unhurt, and left on foot.',
];

const isCaption = (line: string, after = AFTER): boolean =>
  sift([...BEFORE, line, ...after]).leftOut.some(({ text, reason }) => text === line && reason === 'caption');

describe('a scene in the present tense in a report in the past', () => {
  it.each([
    'A firefighter climbs through the broken window of a bakery on Station Road',
    'Onlookers stand behind a cordon on Station Road as cranes lift the tram',
    'Police Chief Ned Aldous speaks to reporters outside the bakery.',
    'Ned Aldous at the window of the bakery.',
    'Ned Aldous on the steps of the bakery. He has been its customer since 1989.',
  ])('is a caption: %s', (line) => {
    expect(isCaption(line)).toBe(true);
  });

  it.each([
    'Trams leave Lowry for the coast every ten minutes.',
    'A tram leaves for the coast at 9 a.m.',
    'Two doctors live above the bakery.',
    'A hearing begins on Friday at the court in Lowry.',
    'Ned Aldous works in the station on the square.',
    'Ned Aldous returns to the council on Monday.',
    'Three trams still wait in the depot.',
    'A helicopter carries the mail and the sick.',
    'The statue of a baker stands in the square.',
  ])('is story: %s', (line) => {
    expect(isCaption(line)).toBe(false);
  });

  it('is story where the next paragraph goes on about it', () => {
    const line = 'A man in a white coat stands at the window.';
    expect(isCaption(line)).toBe(true);
    expect(isCaption(line, ['He said that he had baked for the whole street on Friday.', ...AFTER])).toBe(
      false,
    );
    expect(isCaption(line, ['"The oven held," he said. "That was built in 1912."', ...AFTER])).toBe(false);
  });

  it('is story at its beginning and its end', () => {
    const line = 'A man in a white coat stands at the window.';
    expect(sift([line, ...BEFORE, ...AFTER]).story).toContain(line);
    expect(sift([...BEFORE, ...AFTER, line]).story).toContain(line);
  });

  it('is story in an essay that is in the present tense itself', () => {
    const essay = [
      'The machine weighs two tonnes and smells of hot lead, and nobody else in the town can run it.',
      'The owner sets wedding invitations now, and once a year the programme of the village fair.',
      'A boy in a red coat stands at the window.',
      'The owner waves at him and goes on with his work, which takes all morning and half of the afternoon.',
      'The lead cools slowly, and the letters come out of it one after the other, bright as coins.',
    ];
    expect(sift(essay).story).toEqual(essay);
  });
});

describe('a phrase without a full stop between paragraphs', () => {
  const phrase = 'Children of class 4b with the last loaf of the day';

  it('is a caption where the report has no subheadings', () => {
    expect(isCaption(phrase)).toBe(true);
  });

  it('is story where it has, and where it is short or asks', () => {
    expect(isCaption(phrase, [AFTER[0] ?? '', 'Back to work', ...AFTER])).toBe(false);
    expect(isCaption('The loaf that was left')).toBe(false);
    expect(isCaption('How the town got through a night without bread')).toBe(false);
  });
});

describe('a credit', () => {
  const credit = 'Photo: Ines Calder';

  it.each(['Back on the rails', 'What the brakes showed', 'Redesigned Trams Fail to Stop Old Problems'])(
    'does not make a caption of the subheading "%s"',
    (line) => {
      expect(sift([...BEFORE, line, credit, ...AFTER]).story).toContain(line);
    },
  );

  it('takes the few words above it where another stands under a caption', () => {
    const { leftOut } = sift([
      ...BEFORE,
      'A firefighter climbs through a window. ',
      credit,
      ...AFTER,
      'How it used to look',
      credit,
    ]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['caption', 'credit', 'caption', 'credit']);
  });

  it('takes a label and a name above it, not the paragraph below', () => {
    const below = 'Dorian Pell, 52, of Quarry Road, Aldham, admitted 14 counts of theft at the court.';
    const { story, leftOut } = sift([...BEFORE, 'Jailed: Dorian Pell', 'Pic: Westmark Police', below]);
    expect(story).toEqual([...BEFORE, below]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['caption', 'credit']);
  });

  it('in the form of a name alone takes no letter that it ends', () => {
    const letter =
      'Editor: The winter ferry carries 40 people and a great deal of sentiment. Sentiment can swim.';
    expect(sift([...BEFORE, letter, 'Bill Trask', 'Tarn']).story).toContain(letter);
  });

  it('does not take what an editor adds', () => {
    const note = 'This version corrects the spelling of the street.';
    expect(sift([...BEFORE, credit, note]).story).toContain(note);
  });
});
