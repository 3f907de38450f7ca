import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../src/knowledge/question-kind.ts';
import { fragmentKind } from '../../../src/knowledge/questions/fragment.ts';

describe('a question that is only a noun', () => {
  it.each([
    ['turnout?', 'share'],
    ['the turnout', 'share'],
    ['vote count', 'score'],
    ['result?', 'score'],
    ['final tally', 'score'],
    ['number of boats', 'number'],
    ['date?', 'date'],
    ['Date of the hearing', 'date'],
    ['deadline for the vote', 'date'],
    ['location?', 'place'],
    ['ticket price?', 'money'],
    ['cost of the pier', 'money'],
    ['reason?', 'reason'],
    ['cause of the fire?', 'reason'],
    ['reasons for the strike', 'reason'],
    ['motive?', 'reason'],
    ['mayor of Dorben?', 'name'],
    ['winner?', 'person'],
    ['suspects?', 'person'],
    ['reaction of the mayor', 'statement'],
    ["the mayor's statement", 'statement'],
    ['impact on the town?', 'effect'],
    ['next steps', 'thing'],
    ['age of the captain', 'age'],
    ['why?', 'reason'],
    ['how so?', 'reason'],
    ['since when?', 'date'],
    ['who won', 'person'],
    ['by how much?', 'score'],
    ["what's the mayor's reaction", 'statement'],
    ['whether it will sail again', 'yes-no'],
  ])('has its kind from the noun: %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    'for the price',
    'considering the cost',
    'The mayor gave a reason',
    'I read about the result',
    'fog in the harbour',
    '',
  ])('is none: %j', (text) => {
    expect(fragmentKind(text)).toBeNull();
  });
});
