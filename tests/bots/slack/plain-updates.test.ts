import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Newsroom, openNewsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.started.stop());

// Unless told otherwise, chat.update makes mentions and channels of what looks like them, as a person's client does.
it('Slack is told to look for no names in a message that is changed', async () => {
  const answer = await room.mention('C1', 'What does a ticket cost?');
  room.slack.plan('chat.update', { body: { ok: false, error: 'invalid_blocks' } });
  await room.press(answer, 'More context');
  const updates = () => room.slack.calls.filter(({ method }) => method === 'chat.update');
  await room.slack.until(() => updates().length === 2);
  expect(updates().map(({ args }) => args.parse)).toEqual(['none', 'none']);
});
