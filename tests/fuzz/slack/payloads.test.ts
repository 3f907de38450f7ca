import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedLibrary, QUESTION, SECRET } from '../../bots/slack/closed-library.ts';
import { appUninstalled, homeOpened, linkShared } from '../../support/slack-server/app-events.ts';
import type { Json } from '../../support/slack-server/json.ts';
import {
  mentionEvent,
  messageChanged,
  messageDeleted,
  messageEvent,
} from '../../support/slack-server/message-events.ts';
import type { Kept } from '../../support/slack-server/messages.ts';
import {
  globalShortcut,
  messageActions,
  messageShortcut,
  slashCommand,
} from '../../support/slack-server/payloads.ts';
import { pingsIn } from '../../support/slack-server/pings.ts';
import { press, submit } from '../../support/slack-server/press.ts';
import { blockSuggestion } from '../../support/slack-server/view-payloads.ts';
import { holdsLater } from '../support/holds.ts';
import { hostileText } from '../support/hostile.ts';
import { changes, mutated } from './mutated.ts';
import { type Opened, openBolt } from './opened.ts';

const BERTHS = 'How many berths does the harbour have?';

let bolt: Opened;
let answer: Kept;
let whisper: Kept;

/** @param everybody what Slack tells of a person, whoever it is */
async function open(workspace: string, everybody: Json): Promise<void> {
  bolt = await openBolt(await closedLibrary(workspace));
  const { slack } = bolt;
  slack.users.get = () => everybody;
  slack.channels.set('C1', {});
  await bolt.deliver(mentionEvent(slack, { channel: 'C1', text: BERTHS }));
  await bolt.deliver(slashCommand(slack, 'C1', BERTHS));
  answer = only(slack.messages('C1'));
  whisper = only(slack.ephemerals('C1'));
}

function only(found: readonly Kept[]): Kept {
  const [first] = found;
  if (first === undefined) throw new Error('nothing was posted');
  return first;
}

/** A modal as it stands before somebody. */
async function modal(open: Json) {
  await bolt.deliver(open);
  const view = bolt.slack.views.modal('U1');
  if (view === undefined) throw new Error('no modal was opened');
  return view;
}

const asking = () => modal(globalShortcut(bolt.slack, 'ask'));
/** To guests no such modal is opened: theirs is forged. */
async function setting() {
  const view = await asking();
  await bolt.deliver(slashCommand(bolt.slack, 'C1', 'stories'));
  const opened = bolt.slack.views.modal('U1') ?? view;
  return { ...opened, callback_id: 'settings', private_metadata: 'C1' };
}
const action = (name: string, value: string) => ({ type: 'button', action_id: name, block_id: 'b', value });

/** What people do, as Slack tells it. */
const DONE: Readonly<Record<string, (text: string) => Json | Promise<Json>>> = {
  mention: (text) => mentionEvent(bolt.slack, { channel: 'C1', text }),
  'direct message': (text) => messageEvent(bolt.slack, { channel: 'D1', text }),
  'message in a thread': (text) =>
    messageEvent(bolt.slack, { channel: 'C1', text, thread: answer.thread ?? '' }),
  'message of a stranger': (text) => mentionEvent(bolt.slack, { channel: 'C1', text, strangerOf: 'T9' }),
  edit: (text) =>
    messageChanged(bolt.slack, { channel: 'C1', ts: bolt.slack.ts(), text: 'before' }, `<@UBOT> ${text}`),
  deletion: (text) => messageDeleted(bolt.slack, { channel: 'C1', ts: bolt.slack.ts(), text }),
  'home tab': () => homeOpened(bolt.slack, 'home'),
  'messages tab': () => homeOpened(bolt.slack, 'messages'),
  link: () =>
    linkShared(bolt.slack, ['https://radio.example/harbour'], 'conversations_history', { channel: 'C1' }),
  removal: () => appUninstalled(bolt.slack),
  command: (text) => slashCommand(bolt.slack, 'C1', text),
  settings: () => slashCommand(bolt.slack, 'C1', 'stories'),
  'message shortcut': (text) =>
    messageShortcut(bolt.slack, 'find', { channel: 'C1', ts: bolt.slack.ts(), text }),
  'global shortcut': () => globalShortcut(bolt.slack, 'ask'),
  'more context': () => press(bolt.slack, answer, 'More context'),
  'not what I asked': () => press(bolt.slack, answer, 'Not what I asked'),
  helpful: () => press(bolt.slack, answer, 'Helpful'),
  share: () => press(bolt.slack, whisper, 'Share in channel'),
  'more context alone': () => press(bolt.slack, whisper, 'More context'),
  'tell the desk': (text) =>
    messageActions(bolt.slack, answer, [action('tell-the-desk', JSON.stringify({ q: text }))]),
  'question of the home tab': (text) =>
    messageActions(bolt.slack, answer, [action('ask-this-recent-0', JSON.stringify({ q: text }))]),
  'who may change': (text) => messageActions(bolt.slack, answer, [action('may-change', text)]),
  question: async (text) => submit(bolt.slack, await asking(), { question: text }),
  'what is set': async () => submit(bolt.slack, await setting()),
  menu: async (text) => blockSuggestion(await setting(), { action_id: 'story', block_id: 'story' }, text),
};

/** Often what the closed story answers. */
const asked = fc.oneof(hostileText(), fc.constantFrom(QUESTION, BERTHS));
/** Without ids, which nobody reads as text. */
function contentOf({ text, blocks, view, unfurls, prompts, title, status }: Json): Json {
  return { text, blocks, view, unfurls, prompts, title, status };
}
/** Refusals by which the server says that something was made wrong, and not that it is not there. */
const MADE_WRONG = /^(?:invalid_(?!trigger)|msg_|too_|no_text|unknown_argument|message_limit|view_too)/;

interface Input {
  readonly what: string;
  readonly text: string;
  readonly made: Parameters<typeof mutated>[1];
}

const KEPT: readonly Input[] = [
  // Without `user_id`: who nobody is was taken for a member of the workspace.
  { what: 'command', text: '', made: [{ at: 5, how: 'drop', value: null }] },
  // As `team_id`: Bolt keeps its clients by it in an object, and wrote it into what we authorised for good.
  { what: 'mention', text: BERTHS, made: [{ at: 1, how: 'replace', value: 'constructor' }] },
  // What a guest was told is found again under the rights of the channel.
  { what: 'tell the desk', text: QUESTION, made: [] },
];

async function holdsForAll(): Promise<void> {
  const { slack } = bolt;
  const input = fc.record({ what: fc.constantFrom(...Object.keys(DONE)), text: asked, made: changes() });
  await holdsLater(
    input,
    async ({ what, text, made }) => {
      const payload = mutated((await DONE[what]?.(text)) ?? {}, made);
      const [before, messages] = [slack.calls.length, slack.messages('C1').length];
      const { acknowledged } = await bolt.deliver(payload);
      for (const { method, args, refusal, why } of slack.calls.slice(before)) {
        const told = `${method} ${refusal} ${why}`;
        expect(pingsIn(contentOf(args)), told).toEqual([]);
        expect(refusal ?? '', told).not.toMatch(MADE_WRONG);
        const read = JSON.stringify(args);
        expect(read, told).not.toMatch(SECRET);
        expect(read, told).not.toMatch(/\bat \S+ \(|\bnode:|[a-z]Error:|src\/bots|xox[bp]-/);
      }
      expect(JSON.stringify(acknowledged)).not.toMatch(SECRET);
      expect(acknowledged.length).toBeLessThanOrEqual(1);
      expect(slack.messages('C1').length - messages).toBeLessThanOrEqual(1);
      expect(({} as Json).polluted).toBeUndefined();
    },
    { share: 0.2, kept: KEPT },
  );
}

// A promise that nobody minds, or an exception that nobody catches, makes the run fail.
describe('any payload, in a workspace that a story is closed to', () => {
  beforeAll(() => open('TCLOSED', { is_admin: true }));
  afterAll(() => bolt.close());

  it('does nothing that it should not', holdsForAll);
});

describe('any payload of a guest, in the workspace that a story is open to', () => {
  beforeAll(() => open('T1', { is_restricted: true }));
  afterAll(() => bolt.close());

  it('does nothing that it should not', holdsForAll);
});
