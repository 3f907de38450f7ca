import { describe, expect, it } from 'vitest';
import { sift } from '../../../../src/knowledge/intake/wire-copy/sift.ts';
import { reasonsOf, STORY } from './between.ts';

describe('what is kept', () => {
  it.each([
    'He refused.',
    'Why now?',
    'A labor official is confirming the election of the new chair on Monday, based on objections.',
    'The two piers, on the left and right banks of the river, have been run separately since 1948.',
    'He cut in from the right and scored with his left foot in the 88th minute.',
    'The fire started on Saturday, March 5, 2022, and burned for nine hours.',
    'Goals by Ned Falk (12) and Bo Hart (7) in the first period sent the Kings past Odell 3-1 on Friday.',
    'In the photo that she liked best, two fishermen stand on a pier at dawn, their backs to the sea.',
    'She took photographs for newspapers in 61 countries and never sold one to an advertiser.',
    'Newsletters mailed to residents in March promised that the pumping would stop.',
    'Subscribers to its battery plan pay $9 a month.',
    'Copyright in her pictures passes to her niece, who says they will be free for schools to use.',
    'Copyright 2021 was the name of the song, and it was a hit.',
    'Sign-up sheets for the contract were altered after the deadline, prosecutors said.',
    'Support for local newspapers has fallen since 2010, the survey found.',
    'Follow the money, people told me, so I did the opposite.',
    '"Sign up for our newsletter," read a note on the door of the burned office.',
    '"Follow us on Twitter," the mayor said, and the crowd laughed.',
    'Listen to the frogs in April and you will know that spring is here.',
    'A third defendant will be sentenced next month (he is being treated in hospital).',
    'Ines Calder contributed to this report.',
    '(Reporting by Ines Calder; Editing by Jon Weir)',
    'UP NEXT',
    'What comes next',
    'The harbor is still dark when the first boat slides into the water below the mill.',
    'Ana Reyes drives a bus and has voted in every election since 1996.',
    'Residents can e-mail comments to council@harlow.example by Friday.',
    'Lauwerszee vaart vandaag niet uit wegens storm',
    'The band plays in the park on Saturday, July 9, 2022, at 7 p.m.',
    'An exhibition of kites runs through Sunday, July 10, 2022, at the town hall.',
    'The trial begins on Monday, Jan. 9, 2023.',
    'In France, the left, which holds 100 seats, sits apart from the rest.',
    'The far right walks out whenever the mayor speaks.',
    'In a video posted on Monday, the mayor says that she is sorry.',
    'A satellite image taken on Monday shows tanks at the border.',
    'The virus poses in winter the greatest risk to the old.',
    'The council looks on the plan with favor.',
    'The result is shown in the second table.',
  ])('%s', (line) => {
    expect(reasonsOf(line)).toEqual([null]);
  });

  it('lists of names', () => {
    const lines = ['They were identified as:', 'Norman Pratt', 'Eileen Stokes', 'Gerald Moffat'];
    expect(reasonsOf(...lines)).toEqual([null, null, null, null]);
  });

  it('names over paragraphs about their bearers', () => {
    const lines = [
      'Ana Reyes',
      'Reyes, 44, drives a bus and walks to church. She wants the tax.',
      'Bob Stott',
      'Stott, 71, works a farm by the river. He is against it.',
    ];
    expect(reasonsOf(...lines)).toEqual([null, null, null, null]);
  });

  it('numbers of a table', () => {
    expect(reasonsOf('Brant', '12', '9')).toEqual([null, null, null]);
  });

  it('a subheading under a caption that names its photographer', () => {
    expect(reasonsOf('A ferry docks at Port Ellery. (AP Photo/Ines Calder)', 'Second Thoughts')).toEqual([
      'caption',
      null,
    ]);
  });

  it('nothing at all of nothing', () => {
    expect(sift([])).toEqual({ story: [], leftOut: [] });
  });
});

describe('what is left out because of what stands next to it', () => {
  it.each([
    ['before', ['The sheep were moved to a barn on June 3, 2021.', 'AP Photo/Ines Calder']],
    ['after', ['Photo: Ines Calder/dpa', 'The hill in 1952, when sheep still kept it bare.']],
  ])('a doubtful caption %s a credit', (_where, lines) => {
    expect(reasonsOf(...lines).toSorted()).toEqual(['caption', 'credit']);
  });

  it('but not a story paragraph beside a credit without a caption', () => {
    const lines = [
      '"We kept it as long as we could," she said.',
      'Getty Images',
      'He wept when it was over, he said.',
    ];
    expect(reasonsOf(...lines)).toEqual([null, 'credit', null]);
  });

  it('nor the paragraph after a credit that is stated twice', () => {
    const lines = [
      'A librarian stands beside the ladders that she lends.',
      'Ines Calder/Getty Images',
      'toggle caption',
      'Ines Calder/Getty Images',
      'In the library, the ladders are next to the atlases.',
    ];
    expect(reasonsOf(...lines)).toEqual(['caption', 'credit', 'navigation', 'credit', null]);
  });

  it('the photographer named once more under a caption', () => {
    expect(reasonsOf('A ferry docks at Port Ellery. (AP Photo/Ines Calder)', 'Ines Calder')).toEqual([
      'caption',
      'credit',
    ]);
  });

  it('captions and names by turns, without agencies or dates', () => {
    const lines = [
      'A whale kite rises over the beach',
      'Jo Marsden',
      'Pia Holm holds the line of a kite shaped like a squid',
      'Jo Marsden',
      'Horses in a paddock by the road to Lowry',
      'Ted Lowe',
    ];
    expect(reasonsOf(...lines)).toEqual(['caption', 'credit', 'caption', 'credit', 'caption', 'credit']);
  });

  it('a gallery under a title, to its last caption and no further', () => {
    const lines = [
      'Top pics from the weekend: Storm damage and more',
      'Residents clear snow from a roof in Tarn, Friday, March 5, 2021. More fell than in 1978. (AP Photo/Omar Petrie)',
      'A vendor arranges oranges at a market in Vessen, Sunday, March 7, 2021.',
      'A dog sits among the wreckage of a barn.',
      'The last boat leaves on April 30.',
    ];
    expect(reasonsOf(...lines)).toEqual(['gallery', 'caption', 'caption', 'caption', null]);
  });

  it('a title of any kind over several captions', () => {
    const lines = [
      'On the fire lines',
      'A helicopter drops water near Orrington, Tuesday, Aug. 11, 2020.',
      'A firefighter rests beside a truck in Orrington, Tuesday, Aug. 11, 2020.',
    ];
    expect(reasonsOf(...lines)).toEqual(['gallery', 'caption', 'caption']);
  });

  it('other headlines under "Read more"', () => {
    expect(
      reasonsOf('Read more:', 'Why the tram never came back', 'The depot that became a ballroom'),
    ).toEqual(['promotion', 'promotion', 'promotion']);
  });

  it('what readers wrote, to the end', () => {
    const { story, leftOut } = sift([
      ...STORY,
      '2 Comments',
      'BusFan says:',
      'About time. It was the worst boat.',
      'Reply',
    ]);
    expect(story).toEqual(STORY);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['comments', 'comments', 'comments', 'comments']);
  });
});
