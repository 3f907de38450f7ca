import { beforeEach, describe, expect, it } from 'vitest';
import { held } from '../../../support/held.ts';
import type { Json } from '../../../support/slack-server/json.ts';
import {
  mentionEvent,
  messageChanged,
  messageDeleted,
  messageEvent,
} from '../../../support/slack-server/message-events.ts';
import { slashCommand } from '../../../support/slack-server/payloads.ts';
import { press } from '../../../support/slack-server/press.ts';
import { seen } from '../../../support/slack-server/shown.ts';
import { echo } from '../samples.ts';
import { type Office, openOffice, type Process } from './office.ts';

const PRICE = 'What does a ticket cost?';

describe('two processes that serve one workspace', () => {
  let office: Office;
  let [one, other]: Process[] = [];
  const both = () => [one, other] as [Process, Process];
  beforeEach(async () => {
    office = await openOffice();
    [one, other] = await Promise.all([office.start(), office.start()]);
  });

  /** Both are given it at the same moment. */
  async function toBoth(payload: Json, type?: 'slash_commands' | 'interactive', second = payload) {
    const [first, last] = both();
    await Promise.all([first.deliver(payload, type), last.deliver(second, type)]);
  }
  /** Everything that they have in hand is answered. */
  async function settled(): Promise<void> {
    const { slack, taken } = office;
    const before = taken('chat.postMessage').length;
    await Promise.all(
      both().map((each, index) => each.deliver(messageEvent(slack, { channel: `D${index}`, text: PRICE }))),
    );
    await slack.until(() => taken('chat.postMessage').length >= before + 2);
  }

  it('answer a mention once that comes to both', async () => {
    await toBoth(mentionEvent(office.slack, { channel: 'C1', text: PRICE }));
    await settled();
    expect(office.slack.messages('C1')).toHaveLength(1);
  });

  it('answer it once where one is told of a mention, and the other of a message', async () => {
    const { slack } = office;
    const ts = slack.ts();
    const mention = mentionEvent(slack, { channel: 'C1', text: PRICE, ts });
    const message = messageEvent(slack, { channel: 'C1', text: `<@UBOT> ${PRICE}`, ts });
    await toBoth(mention, undefined, message);
    await settled();
    expect(slack.messages('C1')).toHaveLength(1);
  });

  it('answer a command once, to the one who asked', async () => {
    await toBoth(slashCommand(office.slack, 'C1', PRICE), 'slash_commands');
    await settled();
    expect(office.slack.ephemerals('C1')).toHaveLength(1);
  });

  it('go on in a thread that the other has begun, with what was asked there last', async () => {
    const { slack } = office;
    const ts = slack.ts();
    const [first, second] = both();
    await first.deliver(mentionEvent(slack, { channel: 'C1', text: 'How did the council vote?', ts }));
    await slack.until(() => slack.messages('C1').length === 1);
    await second.deliver(messageEvent(slack, { channel: 'C1', text: PRICE, thread: ts }));
    await slack.until(() => slack.messages('C1').length === 2);
    const thread = await office.ledger.threads.get(`slack:C1:${ts}`);
    expect(thread?.turns.map(({ question }) => question)).toEqual(['How did the council vote?', PRICE]);
  });

  it('change the answer of the other where its question is edited, and take it away with it', async () => {
    const { slack } = office;
    const said = { channel: 'C1', ts: slack.ts(), text: `<@UBOT> ${PRICE}` };
    const [first, second] = both();
    await first.deliver(mentionEvent(slack, { ...said, text: PRICE }));
    await slack.until(() => slack.messages('C1').length === 1);
    const before = seen(slack.messages('C1')[0]?.message ?? {}).text;
    await second.deliver(messageChanged(slack, said, '<@UBOT> How did the council vote?'));
    await slack.until(() => office.taken('chat.update').length === 1);
    expect(seen(slack.messages('C1')[0]?.message ?? {}).text).not.toBe(before);
    await first.deliver(messageDeleted(slack, said));
    await slack.until(() => slack.messages('C1').length === 0);
  });

  it('wait for the answer of the other where its question is edited or deleted meanwhile', async () => {
    const { slack } = office;
    const hold = held();
    const slow = await office.start({
      ask: async (question) => {
        await hold.until;
        return echo(question);
      },
    });
    const edited = { channel: 'C1', ts: slack.ts(), text: '<@UBOT> Is it blue?' };
    const deleted = { channel: 'C2', ts: slack.ts(), text: '<@UBOT> Is it red?' };
    await slow.deliver(mentionEvent(slack, { ...edited, text: 'Is it blue?' }));
    await slow.deliver(mentionEvent(slack, { ...deleted, text: 'Is it red?' }));
    const [first] = both();
    await first.deliver(messageChanged(slack, edited, `<@UBOT> ${PRICE}`));
    await first.deliver(messageDeleted(slack, deleted));
    hold.release();
    await slack.until(() => office.taken('chat.update').length + office.taken('chat.delete').length === 2);
    expect(slack.messages('C1')).toHaveLength(1);
    expect(slack.messages('C2')).toEqual([]);
  });

  it('answer a question that the other could not post, once it is edited', async () => {
    const { slack } = office;
    const said = { channel: 'C1', ts: slack.ts(), text: `<@UBOT> ${PRICE}` };
    slack.channels.set('C1', { is_member: false });
    const [first, second] = both();
    const mention = mentionEvent(slack, { ...said, text: PRICE });
    await first.deliver(mention);
    await office.until(`slack:C1:${said.ts}`);
    slack.channels.delete('C1');
    await second.deliver(messageChanged(slack, said, `<@UBOT> ${PRICE} Please.`));
    await slack.until(() => slack.messages('C1').length === 1);
  });

  it('share what only one person sees once, although both are told of a press', async () => {
    const { slack } = office;
    const [first] = both();
    await first.deliver(slashCommand(slack, 'C1', PRICE), 'slash_commands');
    await slack.until(() => slack.ephemerals('C1').length === 1);
    const [whisper] = slack.ephemerals('C1');
    if (whisper === undefined) throw new Error('no answer');
    const twice = [0, 1].map(() => press(slack, whisper, 'Share in channel')) as [Json, Json];
    await toBoth(twice[0], 'interactive', twice[1]);
    await settled();
    expect(slack.messages('C1')).toHaveLength(1);
  });

  it('take on what is asked of them, and nothing of what people say to each other', async () => {
    const { slack } = office;
    const [first] = both();
    const thread = slack.ts();
    const talk = [
      messageEvent(slack, { channel: 'C1', text: 'Lunch at noon, and what will it cost?' }),
      messageEvent(slack, { channel: 'C1', text: 'Who votes?', thread }),
      messageChanged(slack, { channel: 'C1', ts: slack.ts(), text: 'Good morning' }, 'Good evening'),
    ];
    for (const payload of talk) await first.deliver(payload);
    await settled();
    const payloads = office.offered.map(({ payload }) => payload).join('\n');
    expect(payloads).toContain(PRICE);
    expect(payloads).not.toMatch(/Lunch|Who votes|Good evening|verification-token/);
  });
});
