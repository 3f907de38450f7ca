import { afterEach, beforeEach, expect, it } from 'vitest';
import { jsonOf } from '../../support/slack-server/json.ts';
import { messageShortcut } from '../../support/slack-server/payloads.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const QUESTION = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.started.stop());

/** “Find this in our stories” on a message that passes another on, which Slack delivers as an attachment. */
async function found(text: string, attachments: unknown, nth = 1) {
  const payload = messageShortcut(room.slack, 'find', { channel: 'C1', ts: room.slack.ts(), text });
  await room.interact({ ...payload, message: { ...jsonOf(payload.message), attachments } as never });
  return seen((await room.whisper('C1', nth)).message);
}
const passedOn = {
  is_share: true,
  fallback: `[March 3rd] ada: ${QUESTION}`,
  text: QUESTION,
  author_name: 'Ada',
};

it('a message that only passes another on is read as that', async () => {
  expect((await found('', [passedOn])).quotes).toEqual([ANSWER]);
});

it('what somebody writes above it is what they say', async () => {
  const { quotes } = await found('How many council members voted for the ferry?', [passedOn]);
  expect(quotes).toHaveLength(1);
  expect(quotes).not.toContain(ANSWER);
});

it('attachments of another shape are none', async () => {
  for (const [nth, odd] of [null, 7, [7], [{ text: 7 }], [{}], []].entries()) {
    expect((await found('', odd, nth + 1)).text).toMatch(/Ask me a question/);
  }
});
