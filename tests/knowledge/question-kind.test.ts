import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/knowledge/question-kind.ts';

describe('the kind of thing that answers', () => {
  it.each([
    ['What was the vote count?', 'score'],
    ['how many people work there', 'number'],
    ['What were the totals?', 'number'],
    ['tell me the results', 'score'],
    ['what was the final score', 'score'],
    ['How old is the mayor?', 'age'],
    ['What share of workers took part?', 'share'],
    ['what was the turnout', 'share'],
    ['How much does a ticket cost?', 'money'],
    ['how much is it', 'money'],
    ['How long was the campaign?', 'duration'],
    ['how many years did it take', 'duration'],
    ['When did it begin?', 'date'],
    ['What year was that?', 'date'],
    ['Where is the pier?', 'place'],
    ['What city is this in?', 'place'],
    ['What state is this happening in?', 'state'],
    ['In which country was it made?', 'country'],
    ['Who is the president of the union?', 'name'],
    ["who's the mayor", 'name'],
    ['Who announced it first?', 'person'],
    ['Which agency confirmed it?', 'body'],
    ['Which company is bigger?', 'organisation'],
    ['What did the mayor say about fog?', 'statement'],
    ['what quote did the president give', 'statement'],
    ['Why was it closed?', 'reason'],
    ['What led to this?', 'reason'],
    ['What does this mean for the town?', 'effect'],
    ['Is there going to be a second election?', 'yes-no'],
    ['does it admit anything', 'yes-no'],
    ['How did they vote?', 'manner'],
    ['What happens next?', 'thing'],
    ['', 'thing'],
  ])('of %j is %s', (question, kind) => {
    expect(kindOf(question)).toBe(kind);
  });
});
