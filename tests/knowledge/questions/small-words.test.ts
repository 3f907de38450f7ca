import { describe, expect, it } from 'vitest';
import { withSmallWordsMended } from '../../../src/knowledge/questions/small-words.ts';

const mended = (text: string, held: readonly string[] = []) =>
  withSmallWordsMended(text, (word) => held.includes(word));

describe('small words of a question', () => {
  it.each([
    ['hwo many came', 'how many came'],
    ['hwo mnay peopel came', 'how many people came'],
    ['hwo won', 'who won'],
    ['hwo is the captain', 'who is the captain'],
    ['hwo long did it take', 'how long did it take'],
    ['waht was teh vote count', 'what was the vote count'],
    ['wath happend', 'what happened'],
    ['whne did it sink', 'when did it sink'],
    ['wehn was it', 'when was it'],
    ['wher is the pier', 'where is the pier'],
    ['wich pier', 'which pier'],
    ['whhat was it', 'what was it'],
    ['wht was it', 'what was it'],
    ['whixh boat', 'which boat'],
    ['waht was hte reasno', 'what was the reason'],
    ['who voted agianst it', 'who voted against it'],
    ['thier boat adn thier crew', 'their boat and their crew'],
    ['what percentge took part', 'what percentage took part'],
    ['TEH VOTE COUNT', 'THE VOTE COUNT'],
    ['Waht Was Teh Count', 'What Was The Count'],
    ['WHO CAME W/ HALE', 'WHO CAME WITH HALE'],
    ['howw mnay', 'how many'],
  ])('are mended where fingers slipped: %s', (typed, meant) => {
    expect(mended(typed)).toBe(meant);
  });

  it.each([
    ['whos the captain', "who's the captain"],
    ['why didnt they sail', "why didn't they sail"],
    ['whats the count', "what's the count"],
    ['what r u saying', 'what are you saying'],
    ['what did they say abt fog', 'what did they say about fog'],
    ['who came w/ the mayor', 'who came with the mayor'],
    ['# of votes', 'number of votes'],
    ['y did they stop', 'why did they stop'],
    ['how many ppl', 'how many people'],
    ['what did the govt do', 'what did the government do'],
    ['who is the prez', 'who is the president'],
  ])('are written out where they are short: %s', (typed, meant) => {
    expect(mended(typed)).toBe(meant);
  });

  it.each([
    'what form did it take',
    'who is the heir',
    'which three boats sank',
    'how hard did it rain',
    'who died',
    'how was the rice',
    'what is the y-axis',
    'what did Teh say',
    'who is Manny',
    'who is manny',
    'does HQ know',
    'how many 4th graders',
    'who washed the deck',
    'was it a protest or a contest',
  ])('are left as they are where they are spelled well, or are names: %s', (text) => {
    expect(mended(text)).toBe(text);
  });

  it('are left as they are where the library holds them', () => {
    expect(mended('what did the govt do', ['govt'])).toBe('what did the govt do');
    expect(mended('where is the hte', ['hte'])).toBe('where is the hte');
  });
});
