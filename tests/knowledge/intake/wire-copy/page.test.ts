import { describe, expect, it } from 'vitest';
import { sift } from '../../../../src/knowledge/intake/wire-copy/sift.ts';
import { reasonsOf, STORY } from './between.ts';

const [FIRST, SECOND, THIRD] = STORY;

describe('promotion', () => {
  it.each([
    'What did you think of the vote? Have your say in the comments below.',
    '((ines.calder@wire.example; +351 213 000 000))',
    'Was this email forwarded to you? Sign up here.',
    "You're receiving this email because you signed up at harlow.example.",
    'Shared from the Meridian app',
    'Advertisement · Scroll to continue',
    'Ines Calder is the author of "Quiet, Please". Follow her @inescalder',
    'Find more recipes at spoonful.example or subscribe to the magazine.',
    'Sign up to Down to Earth',
    'Subscribe to our press releases',
    'Reach Cal Wirth at 555-0190 or on Twitter @calwirth.',
    'For the latest news, weather, sports and video, head to KXTV.',
  ])('%s', (line) => {
    expect(reasonsOf(line)).toEqual(['promotion']);
  });

  it.each([
    'She read all the threats in the comments below her film.',
    'Voters will have their say in May.',
    'Find more than 40 boats there on any day in May, the chair said.',
  ])('but not: %s', (line) => {
    expect(reasonsOf(line)).toEqual([null]);
  });

  it('an advertisement under its heading', () => {
    const heading = 'A MESSAGE FROM OUR SPONSOR';
    const advert = 'Tired of tangled cables? Loopa keeps your desk tidy. Try it free for 30 days.';
    expect(reasonsOf(heading, advert)).toEqual(['promotion', 'promotion']);
    expect(sift([FIRST, heading, SECOND, THIRD]).story).toEqual(STORY);
  });

  it('whom to call', () => {
    const block = ['Media contacts:', 'Tom Ashdown, Brightwell press office', '+44 20 7946 0000'];
    expect(sift([...STORY, ...block]).leftOut.map(({ reason }) => reason)).toEqual(
      block.map(() => 'promotion'),
    );
    expect(sift([FIRST, 'Contacts', SECOND, THIRD]).story).toEqual([FIRST, 'Contacts', SECOND, THIRD]);
  });

  it('a form between its marks', () => {
    const form = [
      'skip past newsletter promotion',
      'Get all the news of the week',
      'after newsletter promotion',
    ];
    expect(reasonsOf(...form)).toEqual(form.map(() => 'promotion'));
  });
});

describe('navigation', () => {
  it.each([
    '12/4/24, 9:14 AM Snow closes mountain pass - The Summit Mail',
    'https://summitmail.example/news/snow 1/2',
    'BC-ML--Ferry Sinking, 1st Add',
    'bur-kl/tm/jd',
    'View image in fullscreen',
    'Posted in News, Schools',
    'Unsubscribe | Update your preferences',
  ])('%s', (line) => {
    expect(reasonsOf(line)).toEqual(['navigation']);
  });

  it('what is printed on each page', () => {
    const { story } = sift([FIRST, 'The Observer · Page 3', SECOND, 'The Observer · Page 4', THIRD]);
    expect(story).toEqual(STORY);
    expect(sift([FIRST, 'The answer is on page 3', SECOND]).story).toContain('The answer is on page 3');
  });

  it('the times of a running report, but not of a timetable', () => {
    expect(sift([FIRST, '17.45', SECOND, '17.02', THIRD]).story).toEqual(STORY);
    expect(reasonsOf('Tarn', '17.45', 'Skerry', '18.10')).toEqual([null, null, null, null]);
  });

  it('the topics under which a page files a story', () => {
    expect(sift([...STORY, 'Explore more on these topics', 'Wildlife', 'Animals']).story).toEqual(STORY);
  });
});
