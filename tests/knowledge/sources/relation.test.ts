import { describe, expect, it } from 'vitest';
import type { Relation } from '../../../src/knowledge/answer.ts';
import type { Article } from '../../../src/knowledge/article.ts';
import { rank } from '../../../src/knowledge/ask.ts';
import { textOf } from '../../../src/knowledge/corpus.ts';
import { relationOf, tellingOf } from '../../../src/knowledge/sources/relation.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { shelfOf } from '../../support/shelf.ts';

const MONDAY = '2024-03-04';
const TUESDAY = '2024-03-05';

/** How the second sentence stands to the first, for a question; the second is of the next day. */
async function relation(
  question: string,
  first: string,
  other: string,
  dates: { first?: string | null; other?: string | null; stories?: [string, string] } = {},
): Promise<Relation | null> {
  const [one = '', two = one] = dates.stories ?? ['ferry-vote'];
  const at = (id: string, story: string, body: string, published: string | null): Article =>
    articleOf({ id, story, body, published });
  const articles = [
    at('a', one, first, dates.first === undefined ? MONDAY : dates.first),
    at('b', two, other, dates.other === undefined ? TUESDAY : dates.other),
  ];
  const stories = [...new Set([one, two])].map((slug) =>
    storyOf(
      articles.filter((article) => article.story === slug),
      { slug },
    ),
  );
  const shelf = await shelfOf(stories);
  const scope = { place: { bot: 'terminal' }, story: null } as const;
  const ranked = await rank(shelf, { text: question, scope, earlier: [] });
  const pairOf = (text: string) =>
    ranked.find(({ pair }) => textOf(shelf.corpus.sentences[pair.candidate.sentence]) === text)?.pair;
  const [a, b] = [pairOf(first), pairOf(other)];
  if (!a || !b) throw new Error('a sentence was not found');
  return relationOf(tellingOf(a), tellingOf(b));
}

describe('two sources with numbers', () => {
  it.each([
    ['How many people died?', 'At least 12 people died in the mill fire.', '17 people died in the fire.'],
    [
      'How many people died?',
      'At least 12 people died in the mill fire.',
      'Seventeen people were killed in the fire.',
    ],
    [
      'How many were hurt in the crash?',
      'The crash hurt 14 people and killed two.',
      'Two people died in the crash and 15 people were hurt.',
    ],
    [
      'How many voted against the plan?',
      'In all, 1,798 voted against the plan.',
      'The count was 1,811 against the plan and 738 in favor.',
    ],
    ['What was the vote count?', 'The vote count was 11 to 4.', 'The final vote count was 12 to 3.'],
    [
      'What was the vote count?',
      'The vote count was 1,798 against and 738 in favor.',
      'The vote count was 1,798 against and 745 in favor.',
    ],
    [
      'What does the ferry cost?',
      'The ferry costs $4.2 million a year.',
      'The ferry costs $4.8 million a year.',
    ],
    [
      'What does the ferry cost?',
      'The ferry costs $4.2 million a year.',
      'The ferry costs $4.2 billion a year.',
    ],
    ['What was the turnout?', 'Turnout was 54 percent of voters.', 'Turnout was 61 per cent of voters.'],
    [
      'How long did the strike last?',
      'The dockers’ strike lasted nine days.',
      'The dockers’ strike lasted eleven days.',
    ],
    [
      'How many jobs were cut?',
      'Larch Motors cut 400 jobs at its plant.',
      'Larch Motors cut 550 jobs at its plant in all.',
    ],
    [
      'What happened in the fire?',
      'A fire at the mill killed 12 people.',
      'A fire at the mill killed 17 people.',
    ],
  ])('differ: %s %s | %s', async (question, first, other) => {
    expect(await relation(question, first, other)).toBe('other-number');
  });

  it.each([
    [
      'How many people died?',
      'In all, 17 people died in the fire.',
      'Seventeen people were killed in the fire.',
    ],
    [
      'How many voted against the plan?',
      'In all, 1,798 voted against the plan.',
      'About 1,800 voted against the plan.',
    ],
    [
      'How many people work there?',
      'Nearly 6,000 people work at the plant.',
      'The plant is where 5,950 people work.',
    ],
    ['What was the vote count?', 'The vote count was 11 to 4.', 'It passed by 11 votes to 4.'],
    [
      'What was the vote count?',
      'The vote count was 1,798 against and 738 in favor.',
      'The vote count was 738 for and 1,798 against.',
    ],
    [
      'What does the ferry cost?',
      'The ferry costs $4.2 million a year.',
      'A year of the ferry costs about $4.2 million.',
    ],
    ['What share voted?', 'Two thirds of the members voted.', 'About 67 percent of the members voted.'],
    ['How many members voted for it?', 'A dozen members voted for it.', 'Twelve members voted for it.'],
  ])('say the same: %s %s | %s', async (question, first, other) => {
    expect(await relation(question, first, other)).toBe('same');
  });

  it.each([
    ['sides', 'How many voted?', '1,798 voted against the plan.', '738 voted in favor of the plan.'],
    [
      'a proportion',
      'What was the vote count?',
      'The vote was 1,798 to 738 against it.',
      'The vote was 2-1 against it.',
    ],
    [
      'a proportion in words',
      'How many voted against it?',
      '1,798 voted against it.',
      'They voted against it by more than two to one.',
    ],
    ['dead and hurt', 'How many people?', '12 people died in the fire.', '17 people were hurt in the fire.'],
    [
      'a part',
      'How many people died in the fire?',
      '12 people died in the fire.',
      'Of those who died in the fire, 5 people were guests.',
    ],
    [
      'an addition',
      'How many people died in the fire?',
      '12 people died in the fire.',
      'Another 5 people died in the fire.',
    ],
    [
      'other heads',
      'How many died in the fire?',
      '12 people died in the fire.',
      '3 children died in the fire.',
    ],
    [
      'other years',
      'How many people died?',
      '12 people died in the 1998 flood.',
      '17 people died in the 2021 flood.',
    ],
    [
      'other days',
      'How many were arrested?',
      '12 people were arrested on Monday.',
      '17 people were arrested on Tuesday.',
    ],
    ['other places', 'How many people died?', '12 people died in Ellery.', '17 people died in Karst.'],
    [
      'other rates',
      'What does the ferry cost?',
      'The ferry costs $4 million a year.',
      'The ferry costs $9 a person.',
    ],
    [
      'another size',
      'What does the ferry cost?',
      'The ferry costs $4.2 million.',
      'A ticket for the ferry costs $3.50.',
    ],
    [
      'rounding',
      'How many people work at the plant?',
      'Nearly 6,000 people work at the plant.',
      'More than 5,000 people work at the plant.',
    ],
    [
      'vague words',
      'How many people came?',
      'Dozens of people came to the meeting.',
      '340 people came to the meeting.',
    ],
    [
      'a change',
      'How many people died?',
      'The number of people who died rose from 12 to 17.',
      '12 people died in the fire.',
    ],
    [
      'other doings',
      'How many workers are at the plant?',
      'The plant has 5,912 workers.',
      'The union needs 2,000 workers to sign cards at the plant.',
    ],
    ['an age', 'How old is the mayor?', 'The mayor is 52 years old.', 'The mayor has a 14-year-old son.'],
  ])('are not held against each other: %s', async (_, question, first, other) => {
    expect(await relation(question, first, other)).toBeNull();
  });

  it('differ only within one story', async () => {
    const told = [
      'How many people died?',
      '12 people died in the fire.',
      '17 people died in the fire.',
    ] as const;
    expect(await relation(...told)).toBe('other-number');
    expect(await relation(...told, { stories: ['mill', 'market'] })).toBeNull();
  });
});

describe('two sources of which one tells what came of it', () => {
  const ADVISED = 'A labor official recommended a new election at the plant.';
  const ORDERED = 'The labor board ordered a new election at the plant.';
  const QUESTION = 'Will there be a new election at the plant?';

  it('is told by words and by dates', async () => {
    expect(await relation(QUESTION, ADVISED, ORDERED)).toBe('later');
    expect(await relation(QUESTION, ORDERED, ADVISED, { first: TUESDAY, other: MONDAY })).toBe('earlier');
  });

  it.each([
    [null, TUESDAY],
    [MONDAY, null],
    [null, null],
    [MONDAY, MONDAY],
  ])('claims no order that is not known: %s, %s', async (first, other) => {
    expect(await relation(QUESTION, ADVISED, ORDERED, { first, other })).toBe('other-step');
  });

  it('claims nothing where the dates speak against it', async () => {
    expect(await relation(QUESTION, ADVISED, ORDERED, { first: TUESDAY, other: MONDAY })).toBeNull();
  });

  it.each([
    ['The council is expected to vote on the night ferry.', 'The council voted for the night ferry.'],
    ['The council will vote on the night ferry on Sunday.', 'The night ferry was approved by the council.'],
    ['The company plans to appeal the ruling on the ferry.', 'The company appealed the ruling on the ferry.'],
    ['The company may close the ferry line in spring.', 'The company closed the ferry line.'],
    ['The union asked the court and proposed a ferry strike.', 'The court dismissed the ferry strike.'],
  ])('knows %s | %s', async (first, other) => {
    expect(await relation('What about the ferry?', first, other)).toBe('later');
  });

  it.each([
    ['other doings', 'The council plans to repair the ferry pier.', 'The council closed the ferry pier.'],
    ['other things', 'The council will vote on the night ferry.', 'The council voted for a new school.'],
    [
      'other places',
      'The company plans to open a ferry office in Karst.',
      'The company opened a ferry office in Ellery.',
    ],
    [
      'the month of May',
      'The ferry was inspected in May by the board.',
      'The ferry was inspected by the board again.',
    ],
    [
      'a denial',
      'The board recommended a new ferry election.',
      'The company denied that a new ferry election was needed.',
    ],
    ['both still to come', 'The council may vote on the ferry.', 'The council plans to vote on the ferry.'],
  ])('is not misled by %s', async (_, first, other) => {
    expect([null, 'same']).toContain(await relation('What about the ferry?', first, other));
  });
});

describe('two sources that say the same in words', () => {
  it.each([
    ['Who is the mayor?', 'Mayor Ana Ruiz opened the market.', 'Ana Ruiz, the mayor, cut the ribbon.'],
    [
      'When does the market open?',
      'The market opens on June 1.',
      'The market opens on Saturday, June 1, 2024.',
    ],
    [
      'Why was the bridge closed?',
      'The bridge was closed because inspectors found cracks in its beams.',
      'Inspectors found cracks in the beams of the bridge, and it was closed.',
    ],
  ])('are known: %s', async (question, first, other) => {
    expect(await relation(question, first, other)).toBe('same');
  });

  it.each([
    ['Who is the mayor?', 'Mayor Ana Ruiz opened the market.', 'Mayor Tom Vale closed the market.'],
    ['When does the market open?', 'The market opens on June 1.', 'The market opens on June 11.'],
    ['When does the market open?', 'The market is open until June 1.', 'The market opens on June 1.'],
    [
      'Why was the bridge closed?',
      'The bridge was closed because of cracks in its beams.',
      'The bridge was closed because of a strike of its keepers.',
    ],
    [
      'Did the firm press its workers?',
      'The firm denied that it pressed its workers before the vote.',
      'The official found that the firm pressed its workers before the vote.',
    ],
    [
      'Is the pier safe?',
      'The board found the old wooden pier safe for visitors.',
      'The board found the old wooden pier not safe for visitors.',
    ],
    [
      'What did the mayor do?',
      'The mayor opened the old wooden pier on the north shore.',
      'The mayor closed the old wooden pier on the north shore.',
    ],
  ])('are not mixed up with those that do not: %s %s', async (question, first, other) => {
    expect(await relation(question, first, other)).toBeNull();
  });
});
