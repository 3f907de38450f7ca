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

/** Nothing of what is changed is taken until all is told, however long that takes; then Slack wants a second's pause. */
function busy(): () => void {
  let free = (): void => undefined;
  const after = new Promise<void>((resolve) => {
    free = resolve;
  });
  room.slack.plan('chat.update', { after, status: 429, headers: { 'retry-after': '1' }, body: '' });
  return free;
}

const labels = (kept: Kept) => seen(room.now(kept).message).buttons.map(({ label }) => label);
const text = (kept: Kept) => seen(room.now(kept).message).text;
function edited(ts: string, from: string, to: string, at: string): Json {
  const payload = messageChanged(room.slack, { channel: 'C1', ts, text: `<@UBOT> ${from}` }, `<@UBOT> ${to}`);
  const event = payload.event as { message: Json };
  return { ...payload, event: { ...event, message: { ...event.message, edited: { user: 'U1', ts: at } } } };
}

it('a question that is edited without an end takes few of the changes that Slack allows', async () => {
  const ts = room.slack.ts();
  const answer = await room.mention('C1', QUESTION, { ts });
  const free = busy();
  const at = (edit: number) => `${1_700_000_000 + edit}.000100`;
  for (let edit = 0; edit < 40; edit += 1) {
    await room.happen(edited(ts, `${QUESTION} ${edit}`, `${QUESTION} ${edit + 1}`, at(edit)));
  }
  await room.happen(edited(ts, `${QUESTION} 40`, OTHER, at(40)));
  free();
  await room.slack.until(() => /11 votes/.test(text(answer)));
  await room.settled();
  expect(text(answer)).toMatch(/11 votes/);
  expect(room.slack.calls.filter(({ method }) => method === 'chat.update').length).toBeLessThan(20);
  // Nor does it ask as often: what was left out was never a question of anybody's.
  expect((await room.ledger.journal.list('question', 99)).length).toBeLessThan(30);
});

it('what is asked below it leans on what it reads in the end, and not on what it read at first', async () => {
  const ts = room.slack.ts();
  const answer = await room.mention('C1', QUESTION, { ts });
  const free = busy();
  const at = (edit: number) => `${1_700_000_000 + edit}.000100`;
  const readings = [QUESTION, 'Who said so?', 'Who paid for it?', OTHER];
  for (let edit = 1; edit < readings.length; edit += 1) {
    await room.happen(edited(ts, readings[edit - 1] ?? '', readings[edit] ?? '', at(edit)));
  }
  free();
  await room.slack.until(() => /11 votes/.test(text(answer)));
  await expect
    .poll(async () =>
      (await room.ledger.threads.get(`slack:C1:${ts}`))?.turns.map(({ question }) => question),
    )
    .toEqual([OTHER]);
});

it('the same button of a message that is pressed without an end takes few of them, and ends as it was pressed last', async () => {
  const answer = await room.mention('C1', QUESTION);
  const updates = () => room.slack.calls.filter(({ method }) => method === 'chat.update');
  const free = busy();
  for (let times = 0; times < 100; times += 1) {
    await room.press(answer, 'More context', { user: `U${times}` });
  }
  free();
  await room.slack.until(() => labels(answer).includes('Less context'));
  await room.settled();
  expect(updates().length).toBeLessThan(20);
});
