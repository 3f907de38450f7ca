import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, questionIn } from '../../../src/knowledge/questions/parts.ts';
import { withSmallWordsMended } from '../../../src/knowledge/questions/small-words.ts';
import { watched } from '../../support/watchdog.ts';

const parts = (message: string) => partsOf(message, (text) => withSmallWordsMended(text, () => false));

describe('the questions of a message', () => {
  it.each<[string, string[]]>([
    ['Who won? And by how much?', ['Who won?', 'And by how much?']],
    ['who won and what was the count', ['who won', 'what was the count']],
    [
      'who won, what was the count, and when is the next vote?',
      ['who won', 'what was the count', 'when is the next vote?'],
    ],
    ['1) when was it 2) where', ['when was it', 'where']],
    ['1. Who won?\n2. What was the count?', ['Who won?', 'What was the count?']],
    ['1) who won 2) the count 3) what next', ['who won', 'the count', 'what next']],
    ['a) who won b) who lost', ['who won', 'who lost']],
    ['who won\nwhat was the count', ['who won', 'what was the count']],
    ['- who won?\n- why?', ['who won?', 'why?']],
    ['what was the count, and when is the next vote?', ['what was the count', 'when is the next vote?']],
    ['When did it sink & how many were on board?', ['When did it sink', 'how many were on board?']],
    [
      'Did the mayor resign and will there be a new vote?',
      ['Did the mayor resign', 'will there be a new vote?'],
    ],
    ['Was it Hale? Did Berg sail?', ['Was it Hale?', 'Did Berg sail?']],
    ['hwo won and waht was teh count', ['hwo won', 'waht was teh count']],
    ['Two questions: who won? why?', ['Two questions: who won?', 'why?']],
    ['Hey all! Who won? Thanks! Why?', ['Who won?', 'Why?']],
    ['turnout and date?', ['turnout', 'date?']],
    [
      'I read about the ferry. Who won? What was the count?',
      ['I read about the ferry. Who won?', 'What was the count?'],
    ],
    ['Who won. What was the count', ['Who won.', 'What was the count']],
    [
      'In what year did the pier open, and who built it?',
      ['In what year did the pier open', 'who built it?'],
    ],
    ['can you tell me who won and by how much', ['can you tell me who won', 'by how much']],
  ])('are found in %j', (message, found) => {
    expect(parts(message)).toEqual(found);
  });

  it.each([
    'who won',
    'When and where did it sink?',
    'How and why did the pier burn?',
    'I saw the news about the plant. How many voted?',
    'How many voted? I saw it on the radio.',
    'What did the mayor say about how many came and how much it cost?',
    'Who is the man who built the pier and who was drowned there?',
    'What is the ferry that sank in 1990 and was raised again?',
    'Which boats are safe and have a motor?',
    'When he came, who was there?',
    'For the price, which boat is best?',
    'Who and what was on the boat?',
    'What did Mr. Hale and Mrs. Berg say?',
    'How long does it take a 5 lb. bird?',
    'Who asked “Where are we? What now?” on the radio?',
    'What do dockers and sailors want?',
    'What year was the pier built, 1901 or 1902?',
    'What was the vote in the U.S. Senate?',
    'In the vote of Nov. 3, how many came?',
    'Hey! Who won? Thanks!',
    'Who built the pier, which was closed in 1974?',
    '',
    '???',
    'vote 1) and 3)',
  ])('are one in %j', (message) => {
    expect(parts(message)).toEqual([message]);
  });

  it('are slices of it, in order, whatever it is', () => {
    const words = fc.constantFrom(
      'who won',
      '? ',
      ' and ',
      'what was it',
      ', ',
      '\n',
      '1) ',
      '2) ',
      '. ',
      '“',
      '"',
      'Hi! ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 3 })), { maxLength: 20 }), (pieces) => {
        const message = pieces.join('');
        let at = 0;
        for (const part of parts(message)) {
          const place = message.indexOf(part, at);
          expect(place).toBeGreaterThanOrEqual(at);
          at = place + part.length;
        }
      }),
    );
  });

  it('are found in time even where everything could be one', () => {
    for (const piece of ['who won and ', 'hey ', '1) who ', 'what, ', '? ', 'sorry ', 'if ']) {
      watched(piece, () => parts(piece.repeat(1000).slice(0, 1000)));
    }
  });
});

describe('what is stated beside a question', () => {
  it.each([
    ['I saw the news about the plant. How many voted?', 'How many voted?', 'I saw the news about the plant.'],
    ['How many voted? It was on the radio.', 'How many voted?', 'It was on the radio.'],
    ['Hi all. How many voted? Thanks!', 'How many voted?', ''],
    ['How many voted?', 'How many voted?', ''],
    ['the vote in Dr. Hale’s ward', 'the vote in Dr. Hale’s ward', ''],
    ['', '', ''],
  ])('is parted from it: %j', (part, question, context) => {
    const parted = questionIn(part);
    expect([parted.question.trim(), parted.context]).toEqual([question, context]);
  });
});
