import { expect, it } from 'vitest';
import { weeklyMessage } from '../../../../src/bots/slack/rendering/weekly.ts';
import { messageRefusal } from '../../../support/slack-server/blocks.ts';
import { coldText } from '../../../support/slack-server/cold-text.ts';
import { pingsIn, seen } from '../../../support/slack-server/shown.ts';

it('tells the desk what was asked, letter for letter, and notifies nobody', () => {
  const lines = [
    { text: '40 questions of 9 people: 31 answered (78 %)', quoted: null },
    { text: 'Not answered, asked 7 times:', quoted: '<!channel> *who* <@U1> paid? @here' },
    { text: 'Most quoted, 12 times:', quoted: 'x'.repeat(2_000) },
  ];
  const { blocks, text } = weeklyMessage({ title: 'Questions of 2 to 8 Mar 2026', lines });
  const message = { channel: 'C1', blocks, text };
  expect(messageRefusal(message)).toBeNull();
  expect(pingsIn(message)).toEqual([]);
  expect(coldText(message)).toEqual([]);
  expect(seen(message).text).toContain('Not answered, asked 7 times: <!channel> *who* <@U1> paid? @here');
});
