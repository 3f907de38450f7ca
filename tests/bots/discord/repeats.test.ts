import { describe, expect, it } from 'vitest';
import { openRepeats } from '../../../src/bots/discord/manners/repeats.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import { openServerRoom, shown } from './server-room.ts';

describe('a question that was answered in a channel a moment ago', () => {
  const found = (asked: string, again: string) => {
    const repeats = openRepeats();
    const spot = { channel: '600', story: null };
    repeats.add(spot, asked, '1');
    return repeats.find(spot, again);
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

describe('a question that was answered before the channel was set to another story', () => {
  const QUESTION = 'How many berths does the harbour have?';

  it.each(['mention', 'command'] as const)('is answered anew, and then the same again: %s', async (way) => {
    const berths = (count: number) =>
      articleFile(`The harbour has ${count} berths. They are let by the year.`);
    const files = { 'north/post.md': berths(340), 'south/post.md': berths(125) };
    const room = await openServerRoom((await libraryFolder(files)).path);
    const bob = { user: '301', name: 'bob' };
    const ask = async () =>
      shown(await (way === 'mention' ? room.mention(QUESTION, bob) : room.ask(QUESTION, {}, bob)));
    for (const [story, count] of [
      ['north', '340'],
      ['south', '125'],
    ] as const) {
      await room.ledger.settings.change('discord/channel/600', { story });
      expect((await ask()).quotes).toEqual([`The harbour has ${count} berths.`]);
      await room.started.settled();
      expect((await ask()).text).toMatch(/answered here a moment ago/);
    }
    await room.started.stop();
  });
});
