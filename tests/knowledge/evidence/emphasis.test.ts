import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/knowledge/ask.ts';
import { textOf } from '../../../src/knowledge/corpus.ts';
import { emphasisOf } from '../../../src/knowledge/evidence/emphasis.ts';
import { quoteOf } from '../../../src/knowledge/quote.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { shelfOf } from '../../support/shelf.ts';

/** What is emphasised in a sentence when it answers a question. */
async function emphasised(question: string, sentence: string): Promise<string[]> {
  const shelf = await shelfOf([storyOf([articleOf({ body: sentence })])]);
  const scope = { place: { bot: 'terminal' }, story: null } as const;
  const [found] = await rank(shelf, { text: question, scope, earlier: [] });
  if (!found) throw new Error('the sentence was not found');
  expect(textOf(shelf.corpus.sentences[0])).toBe(sentence);
  const { text, emphasis } = quoteOf(shelf.corpus, 0, { spans: emphasisOf(found.pair) });
  return emphasis.map(({ start, end }) => text.slice(start, end));
}

type Row = readonly [question: string, sentence: string, ...emphasis: string[]];

const BOTH_SIDES = 'At the plant 1,798 workers voted against the union and 738 voted in favor.';

describe('the words that answer', () => {
  it.each<Row>([
    ['How much did the bridge cost?', 'The bridge did not cost $5 million.'],
    ['How much did the bridge cost?', 'It is false that the bridge cost $5 million, Hale said.'],
    ['How much did the bridge cost?', 'Hale denied the bridge had cost $5 million.'],
    ['How much did the bridge cost?', 'The bridge didn’t cost $5 million.'],
    ['How much did the bridge cost?', 'The bridge was not new, and cost $5 million.', '$5 million'],
    ['How much did the bridge cost?', 'The bridge did not cost little but $5 million.', '$5 million'],
    ['How much did the bridge cost?', 'The bridge cost not only $5 million but a year.', 'only $5 million'],
    ['How much did the bridge not cost?', 'The bridge did not cost $5 million.', '$5 million'],
  ])('are none that the sentence denies: %s %s', async (question, sentence, ...words) => {
    expect(await emphasised(question, sentence)).toEqual(words);
  });

  it.each<Row>([
    ['What was the vote count?', BOTH_SIDES, '1,798', '738'],
    ['How many voted against the union?', BOTH_SIDES, '1,798'],
    ['How many workers voted in favor?', BOTH_SIDES, '738'],
    ['How many voted for the union?', BOTH_SIDES, '738'],
    ['What was the vote count?', 'The motion passed by 11 votes to 4.', '11', '4'],
    ['What was the vote?', 'The council voted 11 to 4 for the ferry.', '11 to 4'],
    ['What was the score in Ellery?', 'Ellery beat Karst 3-1 on Saturday.', '3-1'],
    ['What was the final score?', 'After 90 minutes the score was 2-2.', '2-2'],
    [
      'What was the result?',
      'The result was 52 percent for Ruiz and 48 percent for Vale.',
      '52 percent',
      '48 percent',
    ],
    [
      'What was the vote count?',
      'Of 6,000 members, 310 voted yes, 290 voted no and 12 abstained.',
      '310',
      '290',
      '12',
    ],
    ['How many voted no?', 'Of 6,000 members, 310 voted yes, 290 voted no and 12 abstained.', '290'],
    ['How many were against?', 'The dockers rejected the offer by 340 to 211.', '340'],
    ['What was the count against the deal?', 'There were 340 votes against the deal and 211 for it.', '340'],
  ])('of a vote or a score: %s %s', async (question, sentence, ...words) => {
    expect(await emphasised(question, sentence)).toEqual(words);
  });

  it.each<Row>([
    ['How many people work there?', 'Nearly 6,000 people work at the plant.', 'Nearly 6,000'],
    ['How many people came?', 'On May 3, 2021, about 340 people came to the pier.', 'about 340'],
    ['How many people died?', 'The crash on Route 9 hurt 14 people, and two people died.', 'two'],
    ['How many people were hurt?', 'The crash on Route 9 hurt 14 people, and two died.', '14'],
    ['How many members came?', 'A dozen members came.', 'A dozen'],
    ['How many members were absent?', 'None of the members were absent.', 'None'],
    ['How many people were hurt?', 'No one was hurt in the fire.', 'No one'],
    ['How many passengers were aboard?', 'Nobody was aboard when the ferry sank.', 'Nobody'],
    ['How many boats sank?', 'Twenty-one boats sank in the storm.', 'Twenty-one'],
    ['How many members agreed?', 'Two thirds of the members agreed.', 'Two thirds'],
    ['How many of the homes have power?', 'Half of the homes have power again.', 'Half'],
    ['How many jobs will go?', 'Larch Motors said that 1.2 million jobs will go.', '1.2 million'],
    [
      'How many sections were found void?',
      'The court found four sections void, Section 11 among them.',
      'four',
    ],
    ['How many ferries are there in Karst?', 'There are 3 ferries in Ellery and 5 ferries in Karst.', '5'],
    ['How tall is the tower?', 'The tower is 212 feet tall.', '212 feet'],
    ['How far is the island?', 'The island lies 12 miles (19 km) off the coast.', '12 miles'],
    ['How many times has he run for mayor?', 'He is running for mayor for the third time.', 'third'],
    ['How many people were there in 2009?', 'There were 431 people in 2007 and 535 people in 2009.', '535'],
  ])('of a count: %s %s', async (question, sentence, ...words) => {
    expect(await emphasised(question, sentence)).toEqual(words);
  });

  it.each<Row>([
    ['What does the ferry cost?', 'The ferry costs $4.2 billion to build.', '$4.2 billion'],
    ['What is the fee?', 'The fee is £3.50.', '£3.50'],
    ['How much did the city pay?', 'The city paid about 40 million euros for it.', 'about 40 million euros'],
    [
      'How much was spent on the pier?',
      'It spent $2 million on the pier and $9 million on the road.',
      '$2 million',
    ],
    ['What is the wage?', 'The wage is $15 an hour.', '$15 an hour'],
    ['What was the turnout?', 'Turnout was 34.5 percent.', '34.5 percent'],
    ['What share of the members voted?', 'Some 54 per cent of the members voted.', 'Some 54 per cent'],
    ['What percentage did Ruiz get?', 'Ruiz got 52% and Vale got 48%.', '52%'],
    ['What was the turnout?', 'Turnout rose by 3.1 percentage points.', '3.1 percentage points'],
    ['What share of the workers voted?', 'More than half of the workers voted.', 'More than half'],
    [
      'What percentage voted against it?',
      'In the end 61 percent voted against it and 39 percent for it.',
      '61 percent',
    ],
  ])('of money and of shares: %s %s', async (question, sentence, ...words) => {
    expect(await emphasised(question, sentence)).toEqual(words);
  });

  it.each<Row>([
    ['When was the vote?', 'The vote was held on Monday, Nov. 29, 2021.', 'Monday, Nov. 29, 2021'],
    ['When does the boat begin?', 'The boat begins on June 1.', 'June 1'],
    ['When was the bridge closed?', 'The old bridge was closed in 1974.', '1974'],
    ['What year was the bridge closed?', 'The bridge was closed on 3 March 1974 after a storm.', '1974'],
    ['When was the last vote?', 'The last vote was in the spring.', 'the spring'],
    ['When did they meet?', 'They met on Tuesday evening.', 'Tuesday evening'],
    ['What time does it start?', 'The meeting starts at 6:30 p.m. on Friday.', '6:30 p.m. on Friday'],
    ['When did the war last?', 'The war lasted from 1914–1918.', '1914–1918'],
    [
      'When did the mill close?',
      'The mill opened in 1902, and the mill did not close until 1988.',
      'until 1988',
    ],
    ['How long did the strike last?', 'The strike lasted nine days.', 'nine days'],
    ['How long will it take?', 'It will take two to three weeks.', 'two to three weeks'],
    ['How long has the firm campaigned?', 'The firm has campaigned for about a year.', 'about a year'],
    ['How long did voting go on?', 'The voting went on for several weeks.', 'several weeks'],
    ['When did the mill close?', 'The mill did not close in 1988.'],
    ['When did the mill not run?', 'The mill did not run in 1988.', '1988'],
  ])('of time: %s %s', async (question, sentence, ...words) => {
    expect(await emphasised(question, sentence)).toEqual(words);
  });

  it.each<Row>([
    ['Who is the mayor?', 'Mayor Ana Ruiz opened the market.', 'Ana Ruiz'],
    ['Who is the mayor?', 'Varga, the mayor, said no.', 'Varga'],
    ['Who founded the firm?', 'The firm was founded by Dr. Ruth Odalys.', 'Ruth Odalys'],
    ['Who chairs the board?', 'Judge Ruth T. Odalys chairs the board.', 'Ruth T. Odalys'],
    ['Who chairs the board?', 'Vice President Tom Vale chairs the board.', 'Tom Vale'],
    ['Who opened the market?', 'Ana Ruiz and Tom Vale opened the market.', 'Ana Ruiz', 'Tom Vale'],
    ['Where is the plant?', 'The plant is in Bessemer.', 'Bessemer'],
    ['Which state is it in?', 'The plant is in Bessemer, in the state of Alabama.', 'Alabama'],
    ['Which agency ruled on it?', 'The National Labor Board ruled on it.', 'National Labor Board'],
    ['What did the president say?', 'The president said: “We were cheated.”', '“We were cheated.”'],
    ['How old is the captain?', 'The captain, aged 52, was at the wheel.', '52'],
  ])('of names and words: %s %s', async (question, sentence, ...words) => {
    expect(await emphasised(question, sentence)).toEqual(words);
  });

  it.each<Row>([
    ['Why was the bridge closed?', 'The bridge was closed in 1974 because of rust.'],
    ['What did the council decide?', 'The council decided on the night ferry by 11 to 4.'],
    ['Which ferry was bought?', 'The council bought the Larch ferry for $4 million.'],
    ['Did the mayor agree?', 'Mayor Ana Ruiz agreed on Monday.'],
    ['Who spoke when the market opened?', 'A baker spoke when the market opened on June 1.'],
    ['What happened in 1974?', 'In 1974 the bridge was closed.'],
    ['How many voted against it?', 'In all, 738 voted in favor of it.'],
    ['How many people live on the island?', 'The island got 3 boats and 5 cars for its people.'],
    ['Who leads the union?', 'Ana Ruiz met Tom Vale before the union vote.'],
    ['Who is Ana Ruiz?', 'Ana Ruiz is the mayor of the town.'],
    ['Was it the 11 members?', 'It was the 11 members.'],
    ['How many of the 12 members came?', 'The 12 members were asked to come.'],
    ['Where does the mayor live?', 'The mayor lives with friends from Ellery and Karst.'],
    ['Which company built it?', 'It was built by friends of Varga.'],
    ['How did the fire start?', 'The fire started at 6 p.m. in the kitchen.'],
  ])('are none where it is not sure: %s %s', async (question, sentence) => {
    expect(await emphasised(question, sentence)).toEqual([]);
  });
});
