import { expect, it } from 'vitest';
import { likelyStory } from '../../../src/knowledge/index.ts';
import { articleOf, storyOf } from '../../support/articles.ts';

const story = (slug: string, body: string, more: { title?: string; aliases?: string[] } = {}) =>
  storyOf([articleOf({ id: 'a', story: slug, body, headline: null })], {
    slug,
    aliases: [],
    title: slug,
    ...more,
  });

const FERRY = story('ferry', 'The council voted for a night ferry to Vik. A ticket costs $3.50.');
const MILL = story('mill', 'Sparks set the old mill on fire. Nobody was hurt in the blaze.', {
  title: 'Fire at the mill',
  aliases: ['Grindstone'],
});

it.each([
  ['How much is a ferry ticket?', 'ferry'],
  ['Was anybody hurt when the mill burnt?', 'mill'],
  // A name of the story that no article says.
  ['What happened to Grindstone?', 'mill'],
])('tells which story a question is about: %s', (question, slug) => {
  expect(likelyStory([FERRY, MILL])(question)).toBe(slug);
});

it.each([
  ['holds most of its words', 'Who won the chess tournament in Reykjavik?'],
  // One word of six, and a usual one.
  ['holds half of what they weigh', 'Which ticket did the senator of Montana buy for the opera gala?'],
  ['is asked of', '???'],
])('tells none where no story %s', (_, question) => {
  expect(likelyStory([FERRY, MILL])(question)).toBeNull();
});

it('tells none where two hold as much, and none of no stories', () => {
  const twin = story('twin', 'The council voted for a night ferry to Vik. A ticket costs $3.50.');
  expect(likelyStory([FERRY, twin])('How much is a ferry ticket?')).toBeNull();
  expect(likelyStory([])('How much is a ferry ticket?')).toBeNull();
});

it('weighs rare words more than usual ones', () => {
  const usual = story('usual', 'People said that the year was good for the city and its people.');
  const rare = story('rare', 'The trawlermen of Vik repaired their nets.');
  expect(likelyStory([usual, rare])('Did the trawlermen have a good year?')).toBe('rare');
});
