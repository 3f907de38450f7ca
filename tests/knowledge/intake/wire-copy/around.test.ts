import { describe, expect, it } from 'vitest';
import { sift } from '../../../../src/knowledge/intake/wire-copy/sift.ts';
import { reasonsOf, STORY } from './between.ts';

const [FIRST, SECOND, THIRD] = STORY;

describe('inline credits', () => {
  it.each([
    'Ruth Odalys in her laboratory in 1968. (Family photo)',
    'Ruth Odalys (Submitted photo)',
    'The ferry on its last run. (Courtesy photo)',
    'The ferry on its last run. (Handout)',
    'The ferry on its last run. (File)',
    'The ferry on its last run. (Provided)',
    'The ferry on its last run. (Contributed)',
    'The chair says that the ferry lost money. (Submitted by Daniel Moar)',
    'The ferry shows its new colors. Ines Calder',
    'The old ferry. Photo: iStock',
    "A swift's nest under the eaves; right, the notebooks of the chair.",
    'Photo courtesy of Harlow Museum / The ferry in its first year.',
    'Clockwise from top left: Hull, 2011; Anchor, 2014; Bilge, 2020.',
  ])('caption: %s', (line) => {
    expect(reasonsOf(line)).toEqual(['caption']);
  });

  it.each([
    'It hangs in the hall. Courtesy of the post office, it is lit until nine.',
    'Image: that was the word she hated most.',
    'The judge asked whether the form had been filed (it had).',
    'She wrote on the back: "Photo by Ruth Odalys, all rights reserved."',
    'I disagree with all of you, and so does my dog. Ruth Odalys',
  ])('story: %s', (line) => {
    expect(reasonsOf(line)).toEqual([null]);
  });
});

describe('labels on a line of their own', () => {
  const line = 'A woman carries her dog through floodwater in Brask on Friday';

  it.each([
    [
      ['Image caption,', line],
      ['caption', 'caption'],
    ],
    [
      ['Media caption,', line],
      ['caption', 'caption'],
    ],
    [
      ['Caption:', line],
      ['caption', 'caption'],
    ],
    [
      ['Photo:', line],
      ['caption', 'caption'],
    ],
    [
      ['Photo:', 'Ines Calder'],
      ['credit', 'credit'],
    ],
    [
      ['Image source,', 'Harlow Wildlife Trust'],
      ['credit', 'credit'],
    ],
    [
      ['Photo:', 'He said that nobody would ever sail there again.'],
      ['caption', null],
    ],
  ])('%j', (lines, reasons) => {
    expect(reasonsOf(...lines)).toEqual(reasons);
  });

  it('an organisation in capitals beside what says that it is a picture', () => {
    expect(reasonsOf('RSPB', 'The chick, seen here at three days old, has been ringed')).toEqual([
      'credit',
      'caption',
    ]);
    expect(reasonsOf('RSPB')).toEqual([null]);
  });

  it('a caption that stands twice is one both times', () => {
    expect(reasonsOf(line, 'Image source, Getty Images', 'Image caption,', line)).toEqual([
      'caption',
      'credit',
      'caption',
      'caption',
    ]);
  });
});

describe('galleries', () => {
  it('with numbered pictures', () => {
    const lines = [
      'Pumpkin festival in Osterby',
      '1 of 3',
      'Grower Hanne Lisk with her pumpkin.',
      'Bo Ekman',
      '2 of 3',
      'A brass band in orange hats on Main Street.',
      'Bo Ekman',
    ];
    expect(sift([FIRST, SECOND, ...lines, THIRD]).leftOut.map(({ reason }) => reason)).toEqual([
      'gallery',
      'navigation',
      'caption',
      'credit',
      'navigation',
      'caption',
      'credit',
    ]);
  });

  it('without a credit, to the last phrase and no further', () => {
    const captions = [
      'Acrobats wave from a fire engine.',
      'A clown hands balloons to children on the High Street.',
      'Two horses wait outside the bakery.',
      'Confetti on the steps of the town hall.',
    ];
    expect(reasonsOf('PHOTOS: Circus parade', ...captions)).toEqual([
      'gallery',
      ...captions.map(() => 'caption'),
    ]);
    expect(sift([FIRST, 'PHOTOS: Circus parade', ...captions, SECOND, THIRD]).story).toEqual(STORY);
  });
});

describe('subheadings in capitals under captions', () => {
  it('are not photographers', () => {
    expect(reasonsOf('Bears: Mel Stone (hamstring) runs the bases on Tuesday.', 'UP NEXT')).toEqual([
      null,
      null,
    ]);
  });
});

describe('what readers wrote under a heading that counts them', () => {
  it('is left out to the end', () => {
    const { story, leftOut } = sift([
      ...STORY,
      'Comments (48)',
      'bluearmy67: robbed!!!',
      'Jan T: Best ever.',
    ]);
    expect(story).toEqual(STORY);
    expect(leftOut.every(({ reason }) => reason === 'comments')).toBe(true);
  });

  it('is not the story that goes on under such a button', () => {
    expect(sift([FIRST, 'Comments (48)', SECOND, THIRD]).story).toEqual(STORY);
  });
});
