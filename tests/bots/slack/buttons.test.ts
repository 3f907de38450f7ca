import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import type { Kept } from '../../support/slack-server/messages.ts';
import { press } from '../../support/slack-server/press.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const QUESTION = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';
const BEFORE = 'Mayor Tomas Hale said that the boat would begin on June 1.';

const shown = ({ message }: Kept) => seen(message);
const labels = (kept: Kept) => shown(kept).buttons.map(({ label }) => label);

describe('the buttons under an answer', () => {
  let room: Newsroom;
  beforeEach(async () => {
    room = await openNewsroom();
  });
  afterEach(() => room.started.stop());

  const until = (kept: Kept, holds: (now: Kept) => boolean) => room.slack.until(() => holds(room.now(kept)));

  it('are those that have something to show', async () => {
    const answer = await room.mention('C1', QUESTION);
    expect(labels(answer)).toEqual(['More context', 'Not what I asked', 'Helpful', 'Not helpful']);
  });

  it('open the sentences around the quotation in the message itself, and close them again', async () => {
    const answer = await room.mention('C1', QUESTION);
    expect(shown(answer).quotes).toEqual([ANSWER]);
    await room.press(answer, 'More context', { user: 'U7' });
    await until(answer, (now) => labels(now).includes('Less context'));
    const opened = room.now(answer);
    expect(shown(opened).text).toContain(`${BEFORE}\n${ANSWER}`);
    expect(String(opened.message.text)).toContain(BEFORE);
    expect(shown(opened).bold).toEqual(shown(answer).bold);
    await room.press(opened, 'Less context');
    await until(answer, (now) => labels(now).includes('More context'));
    expect(shown(room.now(answer))).toEqual({ ...shown(answer), buttons: expect.anything() });
    expect(room.now(answer).message.text).toBe(answer.message.text);
  });

  it('work the same after a restart, when nothing is remembered', async () => {
    const answer = await room.mention('C1', QUESTION);
    const payload = press(room.slack, answer, 'More context');
    const other = await openNewsroom();
    try {
      // The same message, in a workspace whose bot has never seen it.
      await other.interact({ ...payload, response_url: other.slack.responseUrl('later') });
      await other.slack.until(() => other.slack.calls.some(({ method }) => method === 'chat.update'));
      const { args } = other.slack.calls.find(({ method }) => method === 'chat.update') ?? { args: {} };
      expect(seen(args).text).toContain(`${BEFORE}\n${ANSWER}`);
    } finally {
      await other.started.stop();
    }
  });

  it('do a thing once, however often a press is delivered', async () => {
    const answer = await room.mention('C1', QUESTION);
    const payload = press(room.slack, answer, 'More context');
    await room.interact(payload);
    await room.interact(payload);
    await room.settled();
    expect(labels(room.now(answer))).toContain('Less context');
    expect(room.slack.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(1);
  });

  it('show the next best sentences to the one who did not ask that', async () => {
    const answer = await room.mention('C1', QUESTION);
    await room.press(answer, 'Not what I asked', { user: 'U7' });
    const others = await room.whisper('C1', 1, 'U7');
    expect(others.thread).toBe(answer.thread);
    expect(shown(others).quotes.length).toBeGreaterThan(0);
    expect(shown(others).quotes).not.toContain(ANSWER);
    expect(shown(others).bold).toEqual([]);
    expect(labels(others)).toEqual(['Tell the desk']);
    expect(room.now(answer)).toEqual(answer);
    expect(await room.ledger.journal.list('feedback', 5)).toMatchObject([
      { outcome: 'not-what-i-asked', question: QUESTION, quoted: { article: 'courier' } },
    ]);
  });

  it('tell the desk what was not answered, and say so in the message', async () => {
    const unanswered = await room.mention('C1', 'Who is the president of the union?');
    expect(labels(unanswered)).toContain('Tell the desk');
    await room.press(unanswered, 'Tell the desk');
    await until(unanswered, (now) => !labels(now).includes('Tell the desk'));
    expect(shown(room.now(unanswered)).text).toMatch(/editors have been told/);
    expect(await room.ledger.journal.list('for-the-desk', 5)).toMatchObject([
      { question: 'Who is the president of the union?', place: 'slack:T1/C1' },
    ]);
  });

  it.each([
    ['Helpful', 'helpful'],
    ['Not helpful', 'not-helpful'],
  ])('keep what somebody says of an answer: %s', async (label, outcome) => {
    const answer = await room.mention('C1', QUESTION);
    await room.press(answer, label, { user: 'U7' });
    expect(shown(await room.whisper('C1', 1, 'U7')).text).toMatch(/^Thank you/);
    expect(await room.ledger.journal.list('feedback', 5)).toMatchObject([{ outcome, question: QUESTION }]);
    expect(room.now(answer)).toEqual(answer);
  });

  it('say that they are too old when they were written by another version', async () => {
    const answer = await room.mention('C1', QUESTION);
    const payload = press(room.slack, answer, 'More context') as { actions: { value: string }[] };
    const actions = payload.actions.map((action) => ({ ...action, value: '{"version":0}' }));
    await room.interact({ ...payload, actions });
    expect(shown(await room.whisper('C1')).text).toMatch(/older version/);
  });

  it('show nothing of a story that was closed since', async () => {
    const answer = await room.mention('C1', QUESTION);
    await room.started.stop();
    room = await openNewsroom('tests/fixtures/closed-library');
    const payload = press(room.slack, answer, 'More context');
    await room.interact({ ...payload, response_url: room.slack.responseUrl('later') });
    await room.slack.until(() => room.slack.calls.some(({ method }) => method === 'chat.update'));
    const { args } = room.slack.calls.find(({ method }) => method === 'chat.update') ?? { args: {} };
    expect(seen(args).quotes).not.toContain(ANSWER);
  });

  it('lean on what was asked before, as the answer did', async () => {
    const ledger = await memoryLedger(null);
    await room.started.stop();
    room = await openNewsroom('tests/fixtures/library', { ledger });
    const first = await room.mention('C1', 'How many council members voted for the ferry?');
    const thread = first.thread ?? '';
    const second = await room.mention('C1', 'and when does it begin?', { thread });
    expect(shown(second).quotes).toEqual([BEFORE]);
    await room.press(second, 'More context');
    await until(second, (now) => labels(now).includes('Less context'));
    expect(shown(room.now(second)).text).toContain(`${BEFORE}\n${ANSWER}`);
  });
});
