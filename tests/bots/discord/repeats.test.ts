import { describe, expect, it } from 'vitest';
import { openRepeats } from '../../../src/bots/discord/manners/repeats.ts';

describe('a question that was answered in a channel a moment ago', () => {
  const found = (asked: string, again: string) => {
    const repeats = openRepeats();
    repeats.add('600', asked, '1');
    return repeats.find('600', again);
  };

  it.each([
    ['What does a ticket cost?', '  what does a  TICKET cost ?!'],
    ['Where is the café now?', 'Where is the cafe\u0301 now'],
  ])('is the same however it is spelt: %j and %j', (asked, again) => {
    expect(found(asked, again)).toBe('1');
  });

  // Whoever asked the second of each was sent to the answer of the first.
  it.each([
    ['Did turnout change by -5 points?', 'Did turnout change by 5 points?'],
    ['Did the fare rise by 1.5 crowns?', 'Did the fare rise by 1 5 crowns?'],
    ['Were more than <50 people there?', 'Were more than >50 people there?'],
    ['Who writes the C++ course?', 'Who writes the C course?'],
    ['नाव की कीमत क्या?', 'नाव का कीमत क्यों?'],
  ])('is another where a sign or a mark differs: %j and %j', (asked, again) => {
    expect(found(asked, again)).toBeNull();
  });
});
