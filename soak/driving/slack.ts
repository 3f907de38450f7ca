import { eventCallback } from '../../tests/support/slack-server/event.ts';
import type { Json } from '../../tests/support/slack-server/json.ts';
import { mentionEvent, messageEvent } from '../../tests/support/slack-server/message-events.ts';
import { slashCommand } from '../../tests/support/slack-server/payloads.ts';
import { press } from '../../tests/support/slack-server/press.ts';
import type { SlackServer } from '../../tests/support/slack-server/server.ts';
import { seen } from '../../tests/support/slack-server/shown.ts';
import { fateOf } from '../counting/sum.ts';
import type { Question, Tally } from '../counting/tally.ts';
import { oneOf, type Random } from '../random.ts';
import type { Witness } from './canary.ts';
import { type Mischief, mischievously } from './mischief.ts';
import type { Asked } from './questions.ts';
import { someFollowUp } from './questions.ts';
import { recent } from './recent.ts';
import type { Carrying } from './slack-carrying.ts';
import { hearSlack, type SlackKeys, slackKeys } from './slack-hearing.ts';
import type { Street } from './street.ts';

/** What there is to work with. */
export interface SlackAround {
  /** `slack` or `slack http`. */
  readonly name: string;
  readonly slack: SlackServer;
  readonly carrying: Carrying;
  readonly tally: Tally;
  readonly mischief: Mischief;
  readonly random: Random;
}

/** Slack takes a message a second in each. */
const CHANNELS = 60;
/** People, and conversations with them. */
const PEOPLE = 600;
/** Of what can be pressed, what changes the message itself; the other is answered beside it. */
const CHANGING = ['More context', 'Other sources', 'Tell the desk'];
const PRESSED = [...CHANGING, 'Not what I asked'];

/**
 * People in Slack.
 *
 * @param around the server, and how it delivers
 * @returns ways to ask
 */
export function slackStreet(
  around: SlackAround,
): Street & { readonly stop: () => void; readonly forget: () => void; readonly witness: Witness } {
  const { name, slack, tally, random, carrying, mischief } = around;
  const keys: SlackKeys = slackKeys(name);
  const answered = recent<{ readonly channel: string; readonly thread: string; readonly ts: string }>();
  let count = 0;

  const stop = hearSlack(slack, keys, tally, ({ args, ts }) => {
    const [channel, text] = [String(args.channel), String(args.text ?? '')];
    const thread = args.thread_ts === undefined ? {} : { thread_ts: String(args.thread_ts) };
    if (ts === null) return;
    if (args.thread_ts !== undefined) answered.add({ channel, thread: String(args.thread_ts), ts });
    // Slack tells an app of its own messages, too.
    const event = { type: 'message', user: 'UBOT', bot_id: 'BBOT', channel, ts, text, ...thread };
    void carrying.carry('events_api', eventCallback(slack, event));
  });

  async function send(
    question: Question,
    ...deliveries: (readonly ['events_api' | 'slash_commands' | 'interactive', Json])[]
  ) {
    for (const [, payload] of deliveries) slack.note(payload);
    const taken = await Promise.all(
      deliveries.map(([type, payload]) =>
        mischievously(mischief, random, () => carrying.carry(type, payload)),
      ),
    );
    if (!taken.includes(true)) question.excuse = 'untaken';
  }

  function mention({ text, expects }: Asked): Question {
    count += 1;
    const [channel, ts, user] = [`C${count % CHANNELS}`, slack.ts(), `U${count % PEOPLE}`];
    const said = { channel, ts, user };
    const question = tally.ask(
      `${name} mention`,
      [keys.thread(channel, ts), keys.whisper(channel, user), keys.direct(`D${user}`)],
      expects,
    );
    // A mention comes twice, as an app is told of it that hears messages as well.
    void send(
      question,
      ['events_api', mentionEvent(slack, { ...said, text })],
      ['events_api', messageEvent(slack, { ...said, text: `<@UBOT> ${text}` })],
    );
    return question;
  }

  /** An answer in a conversation names no question: whoever waits for one writes nothing else there. */
  function direct({ text, expects }: Asked): Question {
    let tries = 0;
    do {
      count += 1;
      tries += 1;
    } while (tries < PEOPLE && isWaiting(`D${count % PEOPLE}`));
    const [channel, user] = [`D${count % PEOPLE}`, `U${count % PEOPLE}`];
    const question = tally.ask(`${name} direct message`, [keys.direct(channel)], expects);
    void send(question, ['events_api', messageEvent(slack, { channel, text, user })]);
    return question;
  }

  function isWaiting(conversation: string): boolean {
    const before = tally.find(keys.direct(conversation));
    return before !== undefined && fateOf(before) === 'lost';
  }

  function command({ text, expects }: Asked): Question {
    count += 1;
    const [channel, user] = [`C${count % CHANNELS}`, `U${count % PEOPLE}`];
    const payload = slashCommand(slack, channel, text, { user });
    const names = [keys.address(payload.response_url), keys.whisper(channel, user), keys.direct(`D${user}`)];
    const question = tally.ask(`${name} command`, names, expects);
    void send(question, ['slash_commands', payload]);
    return question;
  }

  function followUp(): Question | null {
    const under = answered.take(random);
    if (under === null) return null;
    const { channel, thread } = under;
    const { text, expects } = someFollowUp(random);
    count += 1;
    const user = `U${count % PEOPLE}`;
    const names = [keys.thread(channel, thread), keys.whisper(channel, user), keys.direct(`D${user}`)];
    const question = tally.ask(`${name} follow-up`, names, expects);
    const said = { channel, text, thread, user };
    void send(question, ['events_api', messageEvent(slack, said)]);
    return question;
  }

  function button(): Question | null {
    const on = answered.take(random);
    const kept = on === null ? undefined : slack.message(on.ts);
    if (on === null || kept === undefined) return null;
    const labels = seen(kept.message)
      .buttons.map(({ label }) => label)
      .filter((label) => PRESSED.includes(label));
    if (labels.length === 0) return null;
    count += 1;
    const user = `U${count % PEOPLE}`;
    const label = oneOf(random, labels);
    const payload = press(slack, kept, label, { user });
    const { channel, ts } = on;
    const names = [
      ...(CHANGING.includes(label) ? [keys.update(channel, ts)] : []),
      ...[keys.address(payload.response_url), keys.whisper(channel, user), keys.direct(`D${user}`)],
    ];
    const question = tally.ask(`${name} button`, names);
    void send(question, ['interactive', payload]);
    return question;
  }

  return {
    stop,
    /** Nobody asks below, or presses a button of, what was answered until now. */
    forget: answered.forget,
    witness: {
      way: `${name} mention`,
      ask: mention,
      look: ({ answers }) => JSON.stringify(slack.message([...answers][0] ?? '')?.message ?? null),
    },
    ways: [
      { weight: 3, ask: mention },
      { weight: 2, ask: direct },
      { weight: 2, ask: command },
      { weight: 2, ask: followUp },
      { weight: 2, ask: button },
    ],
  };
}
