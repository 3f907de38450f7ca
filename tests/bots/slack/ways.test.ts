import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homeOpened, linkShared } from '../../support/slack-server/app-events.ts';
import type { Json } from '../../support/slack-server/json.ts';
import { messageChanged, messageDeleted } from '../../support/slack-server/message-events.ts';
import type { Kept } from '../../support/slack-server/messages.ts';
import { globalShortcut, messageShortcut, slashCommand } from '../../support/slack-server/payloads.ts';
import { choose } from '../../support/slack-server/press.ts';
import { pingsIn, seen } from '../../support/slack-server/shown.ts';
import type { View } from '../../support/slack-server/views.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const QUESTION = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';
const ARTICLE = 'https://courier.example/ferry-vote';

const shown = ({ message }: Kept) => seen(message);
const labels = (of: Json) => seen(of).buttons.map(({ label }) => label);

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(async () => {
  const { calls } = room.slack;
  // Whatever was done, Slack took all of it and nobody was notified.
  expect(calls.filter(({ why }) => why !== null)).toEqual([]);
  expect(calls.flatMap(({ args }) => pingsIn(args))).toEqual([]);
  await room.started.stop();
});

async function modalOf(user = 'U1'): Promise<View> {
  await room.slack.until(() => room.slack.views.modal(user) !== undefined);
  const view = room.slack.views.modal(user);
  if (view === undefined) throw new Error('no modal');
  return view;
}

async function homeOf(user = 'U1'): Promise<View> {
  await room.slack.until(() => room.slack.views.home(user) !== undefined);
  const view = room.slack.views.home(user);
  if (view === undefined) throw new Error('no home');
  return view;
}

const command = (text: string, channel = 'C1') =>
  room.started.deliver({
    type: 'slash_commands',
    payload: slashCommand(room.slack, channel, text),
    posts: () => [],
  });

describe('/ask', () => {
  it('answers who asks, who may share it with the channel, and then it is gone from where only they saw it', async () => {
    const answer = await room.ask('C1', QUESTION);
    expect(labels(answer.message)).toContain('Share in channel');
    await room.press(answer, 'Share in channel');
    await room.slack.until(() => room.slack.messages('C1').length === 1);
    const [shared] = room.slack.messages('C1');
    expect(seen(shared?.message ?? {}).quotes).toEqual([ANSWER]);
    expect(seen(shared?.message ?? {}).text).toMatch(/^What does a ticket cost\?/);
    expect(seen(shared?.message ?? {}).text).toMatch(/Shared by /);
    expect(labels(shared?.message ?? {})).not.toContain('Share in channel');
    await room.slack.until(() => room.slack.ephemerals('C1', 'U1').length === 0);
  });

  it('offers nothing to share in a direct message', async () => {
    expect(labels((await room.ask('D1', QUESTION)).message)).not.toContain('Share in channel');
  });

  it('says how to be invited where the bot is not in the channel', async () => {
    const answer = await room.ask('C1', QUESTION);
    room.slack.plan('chat.postMessage', { body: { ok: false, error: 'not_in_channel' } });
    await room.press(answer, 'Share in channel');
    expect(shown(await room.whisper('C1', 2)).text).toMatch(/\/invite/);
  });

  it('opens what only one person sees in place', async () => {
    const answer = await room.ask('C1', QUESTION);
    await room.press(answer, 'More context');
    await room.slack.until(() => labels(room.now(answer).message).includes('Less context'));
    expect(room.slack.ephemerals('C1', 'U1')).toHaveLength(1);
    expect(labels(room.now(answer).message)).toContain('Share in channel');
  });
});

describe('the message shortcut', () => {
  const said = (more: Json = {}) => ({ channel: 'C1', ts: room.slack.ts(), text: QUESTION, ...more });

  it('answers in the thread of the message, to who used it', async () => {
    const thread = room.slack.ts();
    await room.interact(messageShortcut(room.slack, 'find', said({ thread })));
    const answer = await room.whisper('C1');
    expect(shown(answer).quotes).toEqual([ANSWER]);
    expect(answer.thread).toBe(thread);
  });

  it('answers in the channel where the message has no thread: there nobody would see it', async () => {
    await room.interact(messageShortcut(room.slack, 'find', said()));
    expect((await room.whisper('C1')).thread).toBeNull();
  });

  it('looks for what a longer message says', async () => {
    const text = 'Did you read this? They want $3.50 for a ticket on the night ferry, :scream: <@U2>';
    await room.interact(messageShortcut(room.slack, 'find', said({ text })));
    expect(shown(await room.whisper('C1')).text).toContain(ANSWER);
  });

  it('says so when there is no word in the message', async () => {
    await room.interact(messageShortcut(room.slack, 'find', said({ text: '!!! …' })));
    expect(shown(await room.whisper('C1')).text).toMatch(/no word in that question/);
  });
});

describe('the global shortcut', () => {
  it('opens a modal that is answered in its place', async () => {
    await room.interact(globalShortcut(room.slack, 'ask'));
    const modal = await modalOf();
    expect(seen(modal).title).toBe('Ask a story');
    await room.submit(modal, { 'Your question': QUESTION });
    await room.slack.until(() => seen(room.slack.views.modal('U1') ?? {}).title === 'Answer');
    const answer = await modalOf();
    expect(seen(answer).quotes).toEqual([ANSWER]);
    expect(seen(answer).text).toContain(QUESTION);

    await room.press(answer, 'More context');
    await room.slack.until(() => labels(room.slack.views.modal('U1') ?? {}).includes('Less context'));
    await room.press(await modalOf(), 'Not what I asked');
    await room.slack.until(() => labels(room.slack.views.modal('U1') ?? {}).includes('Tell the desk'));
    expect(seen(await modalOf()).quotes).not.toContain(ANSWER);
  });

  it('tells in a direct message when it was too late to open the modal', async () => {
    room.slack.plan('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    await room.interact(globalShortcut(room.slack, 'ask'));
    await room.slack.until(() => room.slack.calls.some(({ method }) => method === 'chat.postMessage'));
    const { args } = room.slack.calls.find(({ method }) => method === 'chat.postMessage') ?? {
      args: {} as Json,
    };
    expect(args.channel).toBe('U1');
    expect(seen(args).text).toMatch(/took too long/);
  });

  it('takes an empty question as one', async () => {
    await room.interact(globalShortcut(room.slack, 'ask'));
    await room.submit(await modalOf(), { 'Your question': ' ' });
    await room.slack.until(() => /Ask me a question/.test(seen(room.slack.views.modal('U1') ?? {}).text));
  });
});

describe('the Home tab', () => {
  it('says how to ask, what to ask and what there is', async () => {
    await room.happen(homeOpened(room.slack, 'home'));
    const home = await homeOf();
    expect(labels(home)).toEqual(expect.arrayContaining(['Ask a question', QUESTION]));
    expect(seen(home).text).toMatch(/The night ferry of Port Ellery: 2 articles, the newest of 5 Mar 2024/);
    expect(seen(home).selects).toEqual([]);
  });

  it('answers a suggestion in a modal, and remembers it for that person', async () => {
    await room.happen(homeOpened(room.slack, 'home'));
    await room.press(await homeOf(), QUESTION);
    expect(seen(await modalOf()).quotes).toEqual([ANSWER]);
    await room.ask('C1', 'How many council members voted for the ferry?', { user: 'U7' });
    await room.happen(homeOpened(room.slack, 'home'));
    await room.slack.until(() => /You asked lately/.test(seen(room.slack.views.home('U1') ?? {}).text));
    expect(labels(await homeOf()).filter((label) => label === QUESTION)).toHaveLength(2);
    await room.happen(homeOpened(room.slack, 'home', { user: 'U8' }));
    expect(seen(await homeOf('U8')).text).not.toMatch(/You asked lately/);
  });

  it('opens the modal to ask in', async () => {
    await room.happen(homeOpened(room.slack, 'home'));
    await room.press(await homeOf(), 'Ask a question');
    expect(seen(await modalOf()).title).toBe('Ask a story');
  });

  it('suggests questions in the Messages tab, at most four and in no thread', async () => {
    await room.happen(homeOpened(room.slack, 'messages'));
    await room.slack.until(() => room.slack.prompts.size > 0);
    const { args } = room.slack.calls.find(({ method }) => /setSuggestedPrompts/.test(method)) ?? {
      args: {} as Json,
    };
    expect(args).not.toHaveProperty('thread_ts');
    expect(args.prompts).toHaveLength(3);
  });
});

describe('what is set for a channel', () => {
  const stories = 'Questions here are about';

  it('is the story that is asked about there', async () => {
    await command('story');
    const modal = await modalOf();
    await room.submit(modal, { [stories]: 'The night ferry of Port Ellery' });
    expect(shown(await room.whisper('C1')).text).toMatch(/now about “The night ferry of Port Ellery”/);
    expect(await room.ledger.settings.get('slack/channel/C1')).toEqual({
      story: 'ferry-vote',
      followUps: true,
      unfurl: false,
    });
    await command('story');
    await room.slack.until(() => seen(room.slack.views.modal('U1') ?? {}).title === 'Nutgraf here');
    expect(seen(await modalOf()).selects.find(({ label }) => label === stories)?.chosen).toEqual([
      'The night ferry of Port Ellery',
    ]);
  });

  it('is not for guests', async () => {
    room.slack.users.set('U1', { is_restricted: true });
    await command('story');
    expect(shown(await room.whisper('C1')).text).toMatch(/^Guests may not/);
    expect(room.slack.views.modal('U1')).toBeUndefined();
  });

  it('is for administrators only where one of them says so', async () => {
    room.slack.users.set('U9', { is_admin: true });
    await room.happen(homeOpened(room.slack, 'home', { user: 'U9' }));
    const home = await homeOf('U9');
    await room.interact(choose(room.slack, home, 'may-change', 'Administrators only'));
    await room.slack.until(
      () => room.slack.calls.filter(({ method }) => method === 'views.publish').length === 2,
    );
    await command('story');
    expect(shown(await room.whisper('C1')).text).toMatch(/Only administrators/);
    await room.started.deliver({
      type: 'slash_commands',
      payload: slashCommand(room.slack, 'C1', 'story', { user: 'U9' }),
      posts: () => [],
    });
    expect(seen(await modalOf('U9')).title).toBe('Nutgraf here');
  });

  it('is told when it was too late to open it', async () => {
    room.slack.plan('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    await command('story');
    expect(shown(await room.whisper('C1')).text).toMatch(/took too long/);
  });
});

describe('a thread that began with a question to the bot', () => {
  async function thread(): Promise<string> {
    const { thread } = await room.mention('C1', 'How many council members voted for the ferry?');
    return thread ?? '';
  }

  it('is answered without a new mention when somebody asks further', async () => {
    const ts = await thread();
    await room.write('C1', 'and when does it begin?', { thread: ts, user: 'U5' });
    await room.slack.until(() => room.slack.messages('C1', ts).length === 2);
    expect(seen(room.slack.messages('C1', ts)[1]?.message ?? {}).quotes).toEqual([
      'Mayor Tomas Hale said that the boat would begin on June 1.',
    ]);
  });

  it.each(['Thanks, that helps.', '<@U2> what do you think?', 'We run it at five.', '👍'])(
    'is left alone when nobody asks it anything: %s',
    async (text) => {
      const ts = await thread();
      await room.write('C1', text, { thread: ts });
      await room.settled();
      expect(room.slack.messages('C1', ts)).toHaveLength(1);
    },
  );

  it('is left alone where the channel does not want it', async () => {
    await room.ledger.settings.change('slack/channel/C1', { followUps: false });
    const ts = await thread();
    await room.write('C1', 'and when does it begin?', { thread: ts });
    await room.settled();
    expect(room.slack.messages('C1', ts)).toHaveLength(1);
  });

  it('is none of ours when the mention came later in a thread of others', async () => {
    const ts = room.slack.ts();
    await room.mention('C1', QUESTION, { thread: ts });
    await room.write('C1', 'and when does it begin?', { thread: ts });
    await room.settled();
    expect(room.slack.messages('C1', ts)).toHaveLength(1);
  });

  it('goes on under an answer that was shared', async () => {
    await room.press(await room.ask('C1', QUESTION), 'Share in channel');
    await room.slack.until(() => room.slack.ephemerals('C1', 'U1').length === 0);
    const ts = room.slack.messages('C1')[0]?.ts ?? '';
    await room.write('C1', 'How many council members voted for the ferry?', { thread: ts });
    await room.slack.until(() => room.slack.messages('C1', ts).some((kept) => kept.ts !== ts));
  });
});

describe('an answer follows its question', () => {
  const said = { channel: 'C1', text: `<@UBOT> ${QUESTION}` };

  it('when that is edited', async () => {
    const ts = room.slack.ts();
    const answer = await room.mention('C1', QUESTION, { ts });
    const text = '<@UBOT> How many council members voted for the ferry?';
    await room.happen(messageChanged(room.slack, { ...said, ts }, text));
    await room.slack.until(() => /11 votes to 4/.test(shown(room.now(answer)).text));
    expect(room.slack.messages('C1', ts)).toHaveLength(1);
  });

  it('not when Slack adds a preview to it', async () => {
    const ts = room.slack.ts();
    const answer = await room.mention('C1', QUESTION, { ts });
    await room.happen(messageChanged(room.slack, { ...said, ts }, said.text, false));
    await room.settled();
    expect(room.now(answer)).toEqual(answer);
  });

  it('when that is deleted', async () => {
    const ts = room.slack.ts();
    const answer = await room.mention('C1', QUESTION, { ts });
    await room.happen(messageDeleted(room.slack, { ...said, ts }));
    await room.slack.until(() => room.slack.message(answer.ts) === undefined);
  });

  it('when a message is edited into a question', async () => {
    const ts = room.slack.ts();
    await room.happen(messageChanged(room.slack, { channel: 'C1', ts, text: QUESTION }, said.text));
    await room.slack.until(() => room.slack.messages('C1', ts).length === 1);
  });
});

describe('a link to an article', () => {
  const share = (
    urls: readonly string[],
    source: 'conversations_history' | 'composer' = 'conversations_history',
  ) => room.happen(linkShared(room.slack, urls, source, { channel: 'C1' }));

  it('is shown with headline, date and questions where the channel wants that', async () => {
    await room.ledger.settings.change('slack/channel/C1', { unfurl: true });
    await share([`${ARTICLE}/?utm_source=x#top`, 'https://elsewhere.example/']);
    await room.slack.until(() => room.slack.unfurls.size > 0);
    const { args } = room.slack.calls.find(({ method }) => method === 'chat.unfurl') ?? { args: {} as Json };
    const [[url, preview] = []] = Object.entries(args.unfurls as Record<string, Json>);
    expect(Object.keys(args.unfurls as Json)).toEqual([`${ARTICLE}/?utm_source=x#top`]);
    expect(url).toBeDefined();
    const { text } = seen(preview ?? {});
    expect(text).toMatch(/Council votes for a night ferry/);
    expect(text).toMatch(/3 Mar 2024/);
    expect(text.match(/\?/g)).toHaveLength(3);
  });

  it.each([
    ['where nobody has asked for it', ARTICLE, 'conversations_history', false],
    ['while it is being written', ARTICLE, 'composer', true],
    ['to a page that is in no story', 'https://courier.example/other', 'conversations_history', true],
  ] as const)('is left alone %s', async (_, url, source, unfurl) => {
    await room.ledger.settings.change('slack/channel/C1', { unfurl });
    await share([url], source);
    await room.settled();
    expect(room.slack.calls.some(({ method }) => method === 'chat.unfurl')).toBe(false);
  });
});
