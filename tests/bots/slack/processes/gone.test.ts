import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mentionEvent, messageChanged, messageEvent } from '../../../support/slack-server/message-events.ts';
import { slashCommand } from '../../../support/slack-server/payloads.ts';
import { press } from '../../../support/slack-server/press.ts';
import { seen } from '../../../support/slack-server/shown.ts';
import { type Office, openOffice } from './office.ts';

const PRICE = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';
const HOUR = 3_600_000;

describe('a process that dies', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  const quotes = (channel: string) =>
    office.slack.messages(channel).flatMap(({ message }) => seen(message).quotes);

  it('leaves what it has acknowledged to another, which answers it', async () => {
    const { slack } = office;
    const stuck = await office.startStuck();
    const [mention, direct] = ['C1', 'D1'].map((channel) => ({ channel, text: PRICE, ts: slack.ts() }));
    if (mention === undefined || direct === undefined) throw new Error('two questions');
    await stuck.deliver(mentionEvent(slack, mention));
    await stuck.deliver(messageEvent(slack, direct));
    await stuck.deliver(slashCommand(slack, 'C2', PRICE), 'slash_commands');
    await office.gone();
    await office.start();
    await slack.until(() => quotes('C1').length + quotes('D1').length + slack.ephemerals('C2').length === 3);
    expect(quotes('C1')).toEqual([ANSWER]);
    expect(slack.messages('C1', mention.ts)).toHaveLength(1);
  });

  it('has its answers found where they stand, and not posted again', async () => {
    const { slack, taken } = office;
    const dying = await office.startDying();
    const thread = slack.ts();
    await dying.deliver(mentionEvent(slack, { channel: 'C1', text: PRICE, ts: thread }));
    await slack.until(() => quotes('C1').length === 1);
    // Its thread fills the first page.
    for (let index = 0; index < 120; index += 1) {
      slack.note(messageEvent(slack, { channel: 'C1', text: `Reply ${index}`, thread }));
    }
    const followUp = slack.ts();
    await dying.deliver(messageEvent(slack, { channel: 'C1', text: PRICE, thread, ts: followUp }));
    const direct = slack.ts();
    await dying.deliver(messageEvent(slack, { channel: 'D1', text: PRICE, ts: direct }));
    await slack.until(() => taken('chat.postMessage').length === 3);
    await office.gone();
    await office.start();
    for (const name of [`C1:${thread}`, `C1:${followUp}`, `D1:${direct}`])
      await office.until(`slack:${name}`);
    expect(taken('chat.postMessage')).toHaveLength(3);
    expect(taken('conversations.replies').length + taken('conversations.history').length).toBeGreaterThan(2);
    // An answer that was found is known from now on.
    expect(await office.ledger.posts.get(`slack:D1:${direct}`)).toMatchObject({ channel: 'D1' });
  });

  it('has a question answered all the same where Slack does not let us look', async () => {
    const { slack } = office;
    const stuck = await office.startStuck();
    await stuck.deliver(mentionEvent(slack, { channel: 'C1', text: PRICE }));
    await office.gone();
    slack.plan('conversations.replies', { body: { ok: false, error: 'missing_scope' } });
    const heir = await office.start();
    await slack.until(() => quotes('C1').length === 1);
    expect(heir.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });

  it('has feedback counted once, and said thanks for at least once', async () => {
    const { slack } = office;
    const dying = await office.startDying();
    await dying.deliver(mentionEvent(slack, { channel: 'C1', text: PRICE }));
    await slack.until(() => quotes('C1').length === 1);
    const [answer] = slack.messages('C1');
    if (answer === undefined) throw new Error('no answer');
    await dying.deliver(press(slack, answer, 'Helpful'), 'interactive');
    await slack.until(() => slack.ephemerals('C1').length === 1);
    await office.gone();
    await office.start();
    await slack.until(() => slack.ephemerals('C1').length === 2);
    expect(await office.ledger.journal.list('feedback', 9)).toHaveLength(1);
  });

  it('has no edit done again that another has followed since', async () => {
    const { slack, taken } = office;
    const dying = await office.startDying();
    const said = { channel: 'C1', ts: slack.ts(), text: `<@UBOT> ${PRICE}` };
    await dying.deliver(mentionEvent(slack, { ...said, text: PRICE }));
    await slack.until(() => quotes('C1').length === 1);
    await dying.deliver(messageChanged(slack, said, '<@UBOT> How did the council vote?'));
    await slack.until(() => taken('chat.update').length === 1);
    slack.note(messageChanged(slack, said, '<@UBOT> Who is the mayor?'));
    await office.gone();
    await office.start();
    for (const { names } of office.offered) await office.until(names[0] ?? '');
    expect(taken('chat.update')).toHaveLength(1);
  });

  it('leaves nothing that nobody waits for any more', async () => {
    const { slack, ledger } = office;
    const bodies = {
      late: mentionEvent(slack, { channel: 'C1', text: PRICE }),
      early: mentionEvent(slack, { channel: 'C2', text: PRICE }),
      command: slashCommand(slack, 'C3', PRICE),
    };
    const ages = { late: 1.1 * HOUR, early: 0.9 * HOUR, command: 0.3 * HOUR };
    const stuck = await office.startStuck();
    await stuck.deliver(bodies.late);
    await stuck.deliver(bodies.early);
    await stuck.deliver(bodies.command, 'slash_commands');
    const taken = office.offered.map(({ payload }) => JSON.parse(payload));
    for (const [index, age] of Object.values(ages).entries()) {
      const payload = JSON.stringify({ ...taken[index], at: Date.now() - age });
      await ledger.inbox.accept({ bot: 'slack', names: [`slack:again:${index}`], payload });
      await ledger.inbox.release(`slack:again:${index}`);
    }
    await office.start();
    for (const index of [0, 1, 2]) await office.until(`slack:again:${index}`);
    expect(quotes('C2')).toEqual([ANSWER]);
    expect([...slack.messages('C1'), ...slack.ephemerals('C3')]).toEqual([]);
  });

  it('is not taken for gone where it is told to stop, and leaves what it cannot finish', {
    timeout: 30_000,
  }, async () => {
    const { slack } = office;
    const stuck = await office.startStuck();
    await office.start();
    await stuck.deliver(mentionEvent(slack, { channel: 'C1', text: PRICE }));
    await vi.waitFor(() => expect(office.offered).toHaveLength(1));
    await stuck.stop();
    await slack.until(() => quotes('C1').length === 1);
  });
});

describe('processes in Socket Mode', () => {
  it('each get some of the envelopes, and answer each once', async () => {
    const office = await openOffice();
    const { slack } = office;
    slack.byTurns = true;
    const started = [await office.start({ mode: 'socket' }), await office.start({ mode: 'socket' })];
    const channels = ['C1', 'C2', 'C3', 'C4'];
    const payloads = channels.map((channel) => mentionEvent(slack, { channel, text: PRICE }));
    for (const payload of payloads) await slack.deliver('events_api', payload);
    // Slack did not hear that they had arrived, and sends them again, each to the other.
    await slack.deliver('events_api', messageEvent(slack, { channel: 'C9', text: 'Good morning' }));
    const again = { retry_attempt: 1, retry_reason: 'timeout' };
    for (const payload of payloads) await slack.deliver('events_api', payload, again);
    await slack.until(() => channels.every((channel) => slack.messages(channel).length > 0));
    expect(channels.map((channel) => slack.messages(channel).length)).toEqual([1, 1, 1, 1]);
    const answers = started.map(({ lines }) => lines.filter(({ message }) => message === 'answered').length);
    expect(answers).toEqual([2, 2]);
  });
});
