import { type Knowledge, openKnowledge, type Story } from '../../../src/knowledge/index.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import type { Json } from '../../support/slack-server/json.ts';
import { mentionEvent, messageEvent } from '../../support/slack-server/message-events.ts';
import type { Kept } from '../../support/slack-server/messages.ts';
import { slashCommand } from '../../support/slack-server/payloads.ts';
import type { Person } from '../../support/slack-server/person.ts';
import { press, submit } from '../../support/slack-server/press.ts';
import type { View } from '../../support/slack-server/views.ts';
import { type Mode, type Started, startBot } from './harness.ts';

/** A workspace with the real bot in it, which answers from a real library. */
export interface Newsroom {
  readonly started: Started;
  readonly slack: Started['slack'];
  readonly ledger: Ledger;
  readonly knowledge: Knowledge;
  readonly stories: readonly Story[];
  /** Somebody mentions the bot in a channel; resolves with the answer. */
  mention(
    channel: string,
    text: string,
    more?: { readonly thread?: string; readonly ts?: string },
  ): Promise<Kept>;
  /** Somebody uses `/ask`; resolves with what only they see. */
  ask(channel: string, text: string, person?: Person): Promise<Kept>;
  /** Somebody writes a message; resolves once it is acknowledged. */
  write(channel: string, text: string, more?: Json): Promise<void>;
  /** Somebody presses a button; resolves once it is acknowledged. */
  press(on: Kept | View, label: string, person?: Person): Promise<void>;
  /** Somebody submits a modal; resolves with what the bot acknowledged it with. */
  submit(view: View, answers?: Readonly<Record<string, string | Json>>, person?: Person): Promise<unknown>;
  /** Delivers something interactive. */
  interact(payload: Json): Promise<string>;
  /** Delivers an event. */
  happen(payload: Json): Promise<void>;
  /** A message as it stands now. */
  now(kept: Kept): Kept;
  /** The newest of what only one person sees in a channel, waiting for the n-th. */
  whisper(channel: string, count?: number, user?: string): Promise<Kept>;
  /** Waits until everything that was delivered has been handled. */
  settled(): Promise<void>;
}

/** Opens a newsroom around a library's folder. */
export async function openNewsroom(
  data = 'tests/fixtures/library',
  { mode = 'socket' as Mode, ledger }: { readonly mode?: Mode; readonly ledger?: Ledger } = {},
): Promise<Newsroom> {
  const knowledge = await openKnowledge({ data });
  const started = await startBot(knowledge.ask, mode, {
    storiesOpenTo: knowledge.storiesOpenTo,
    ...(ledger && { ledger }),
  });
  const { slack } = started;
  const event = (payload: Json) => started.deliver({ type: 'events_api', payload, posts: () => [] });

  async function nthMessage(channel: string, count: number, thread?: string): Promise<Kept> {
    await slack.until(() => slack.messages(channel, thread).length >= count);
    const found = slack.messages(channel, thread)[count - 1];
    if (found === undefined) throw new Error('no message');
    return found;
  }

  const room: Newsroom = {
    started,
    slack,
    ledger: started.ledger,
    knowledge,
    stories: knowledge.stories,
    async mention(channel, text, { thread, ts = slack.ts() } = {}) {
      const before = slack.messages(channel, thread ?? ts).length;
      const writing = { channel, text, ts, ...(thread === undefined ? {} : { thread }) };
      await event(mentionEvent(slack, writing));
      return nthMessage(channel, before + 1, thread ?? ts);
    },
    async ask(channel, text, person = {}) {
      const before = slack.ephemerals(channel, person.user ?? 'U1').length;
      const payload = slashCommand(slack, channel, text, person);
      await started.deliver({ type: 'slash_commands', payload, posts: () => [] });
      return room.whisper(channel, before + 1, person.user ?? 'U1');
    },
    write: (channel, text, more = {}) =>
      event(messageEvent(slack, { channel, text, ts: slack.ts(), ...more })),
    press: async (on, label, person) => {
      await room.interact(press(slack, on, label, person));
    },
    async submit(view, answers, person) {
      const id = await slack.deliver('interactive', submit(slack, view, answers, person));
      return slack.acknowledgement(id);
    },
    interact: async (payload) => {
      if (mode === 'socket') return slack.deliver('interactive', payload);
      await started.deliver({ type: 'interactive', payload, posts: () => [] });
      return '';
    },
    happen: event,
    now: ({ ts }) => {
      const kept = slack.message(ts);
      if (kept === undefined) throw new Error('the message is gone');
      return kept;
    },
    async whisper(channel, count = 1, user = 'U1') {
      await slack.until(() => slack.ephemerals(channel, user).length >= count);
      const found = slack.ephemerals(channel, user)[count - 1];
      if (found === undefined) throw new Error('no whisper');
      return found;
    },
    settled: () => started.settled(),
  };
  return room;
}
