import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Json } from '../../support/slack-server/json.ts';
import { messageChanged } from '../../support/slack-server/message-events.ts';
import type { Kept } from '../../support/slack-server/messages.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const QUESTION = 'What does a ticket cost?';
const OTHER = 'How many council members voted for the ferry?';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.started.stop());

const text = (kept: Kept) => seen(room.now(kept).message).text;
function edited(ts: string, from: string, to: string, at: string): Json {
  const payload = messageChanged(room.slack, { channel: 'C1', ts, text: `<@UBOT> ${from}` }, `<@UBOT> ${to}`);
  const event = payload.event as { message: Json };
  return { ...payload, event: { ...event, message: { ...event.message, edited: { user: 'U1', ts: at } } } };
}

it('a question that is edited without an end takes few of the changes that Slack allows', async () => {
  const ts = room.slack.ts();
  const answer = await room.mention('C1', QUESTION, { ts });
  room.slack.plan('chat.update', { status: 429, headers: { 'retry-after': '1' }, body: '' });
  const at = (edit: number) => `${1_700_000_000 + edit}.000100`;
  for (let edit = 0; edit < 40; edit += 1) {
    await room.happen(edited(ts, `${QUESTION} ${edit}`, `${QUESTION} ${edit + 1}`, at(edit)));
  }
  await room.happen(edited(ts, `${QUESTION} 40`, OTHER, at(40)));
  await room.slack.until(() => /11 votes/.test(text(answer)));
  await room.settled();
  expect(text(answer)).toMatch(/11 votes/);
  expect(room.slack.calls.filter(({ method }) => method === 'chat.update').length).toBeLessThan(20);
});
