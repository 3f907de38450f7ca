import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homeOpened } from '../../support/slack-server/app-events.ts';
import type { Json } from '../../support/slack-server/json.ts';
import { mentionEvent } from '../../support/slack-server/message-events.ts';
import {
  globalShortcut,
  messageActions,
  messageShortcut,
  slashCommand,
} from '../../support/slack-server/payloads.ts';
import { press, submit } from '../../support/slack-server/press.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { viewActions } from '../../support/slack-server/view-payloads.ts';
import { closedLibrary, QUESTION, SECRET } from './closed-library.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const BERTHS = 'How many berths does the harbour have?';

let folder: string;
let room: Newsroom;
afterEach(async () => {
  await room.started.stop();
  await rm(folder, { recursive: true });
});

/** Nobody here belongs to the workspace that the closed story is open to. */
async function open(workspace = 'TCLOSED', mode: 'http' | 'socket' = 'socket'): Promise<void> {
  folder = await closedLibrary(workspace);
  room = await openNewsroom(folder, { mode });
}

const told = async (count: number, user = 'U1') => seen((await room.whisper('C1', count, user)).message).text;

describe('the very same request, played back while its signature is good', () => {
  beforeEach(() => open('TCLOSED', 'http'));

  it('is answered once, whatever it is', { timeout: 30_000 }, async () => {
    const { slack } = room;
    const answer = await room.mention('C1', BERTHS);
    const again = async (type: 'events_api' | 'slash_commands' | 'interactive', payload: Json) => {
      const before = slack.calls.length;
      for (let times = 0; times < 3; times += 1)
        await room.started.deliver({ type, payload, posts: () => [] });
      await slack.until(() => slack.calls.length > before);
      await room.settled();
      return slack.calls.slice(before, -1).map(({ method }) => method);
    };
    expect(await again('events_api', mentionEvent(slack, { channel: 'C3', text: BERTHS }))).toEqual([
      'chat.postMessage',
    ]);
    expect(await again('slash_commands', slashCommand(slack, 'C4', BERTHS))).toEqual(['response_url']);
    expect(await again('interactive', press(slack, answer, 'Not what I asked'))).toEqual(['response_url']);
    expect(await again('interactive', press(slack, answer, 'More context'))).toEqual(['chat.update']);
    expect(await again('interactive', globalShortcut(slack, 'ask'))).toEqual(['views.open']);
    const said = { channel: 'C5', ts: slack.ts(), text: BERTHS };
    expect(await again('interactive', messageShortcut(slack, 'find', said))).toEqual(['response_url']);
  });
});

describe('an address for answers', () => {
  beforeEach(() => open());

  it('is called where it is Slack’s only; who asked is told by name', async () => {
    const calls: (string | undefined)[] = [];
    const elsewhere = createServer((request, response) => {
      calls.push(request.url);
      response.end('ok');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => elsewhere.once('listening', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const payload = {
      ...slashCommand(room.slack, 'C1', BERTHS),
      response_url: `http://127.0.0.1:${port}/internal`,
    };
    await room.started.deliver({ type: 'slash_commands', payload, posts: () => [] });
    expect(await told(1)).toContain('340 berths');
    expect(room.slack.calls.map(({ method }) => method)).toContain('chat.postEphemeral');
    expect(calls).toEqual([]);
    await new Promise((resolve) => elsewhere.close(resolve));
  });

  it('leads nowhere else from there', async () => {
    const away = { status: 307, headers: { location: `${room.slack.apiUrl}auth.test` }, body: '' };
    room.slack.plan('response_url', ...Array.from({ length: 9 }, () => away));
    const before = room.slack.calls.filter(({ method }) => method === 'auth.test').length;
    const payload = slashCommand(room.slack, 'C1', BERTHS);
    await room.started.deliver({ type: 'slash_commands', payload, posts: () => [] });
    expect(await told(1)).toContain('340 berths');
    expect(room.slack.calls.filter(({ method }) => method === 'auth.test')).toHaveLength(before);
  });
});

describe('what a button carries', () => {
  beforeEach(() => open());
  const place = (start: unknown, end: unknown) => [['sluice', 'post', start, end]];

  it.each([
    ['names a closed story', { q: QUESTION, s: 'sluice' }],
    ['leans on a closed article', { q: 'who was it?', e: [{ q: QUESTION, a: ['sluice', 'post', 0, 90] }] }],
    ['leaves a closed sentence out', { q: QUESTION, x: place(0, 90) }],
    ['names a story that is none', { q: QUESTION, s: '../../etc' }],
    ['is kept nowhere', { k: 'AAAAAAAAAAAAAAAA' }],
    ['opens what there is not', { q: BERTHS, o: ['context7', 'sources9', 'told'] }],
    ['has names of prototypes', { q: BERTHS, s: '__proto__', e: [{ q: 'constructor' }] }],
  ])('shows nothing that is closed where it %s', async (_, state) => {
    const answer = await room.mention('C1', BERTHS);
    const value = JSON.stringify(state);
    for (const action_id of [
      'more-context-0',
      'not-what-i-asked',
      'tell-the-desk',
      'share',
      'ask-this-recent-0',
    ]) {
      await room.interact(
        messageActions(room.slack, answer, [{ type: 'button', action_id, block_id: 'b', value }]),
      );
    }
    await room.settled();
    await room.started.bot.stop();
    expect(JSON.stringify(room.slack.calls)).not.toMatch(SECRET);
    expect(room.slack.calls.filter(({ why }) => why !== null)).toEqual([]);
    expect(room.started.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each([
    ['an offset before the beginning', { q: BERTHS, x: place(-1, 5) }],
    ['an offset that is no number', { q: BERTHS, x: place(null, 5) }],
    ['an offset in the middle of a number', { q: BERTHS, x: place(0.5, 5) }],
    ['more than there can be', { q: BERTHS, e: Array.from({ length: 11 }, () => ({ q: 'x' })) }],
    ['something that was never opened', { q: BERTHS, o: ['admin'] }],
    ['nothing', {}],
    ['a number', 5],
    ['a name that is too long', { k: 'x'.repeat(33) }],
  ])('is of another version where it holds %s', async (_, state) => {
    const answer = await room.mention('C1', BERTHS);
    const value = JSON.stringify(state);
    const action = { type: 'button', action_id: 'more-context-0', block_id: 'b', value };
    await room.interact(messageActions(room.slack, answer, [action]));
    expect(await told(1)).toMatch(/older version/);
    expect(room.now(answer)).toEqual(answer);
  });
});

describe('a payload that Slack would never send', () => {
  beforeEach(() => open());

  it('spoils nothing of what comes after it', async () => {
    for (const team of ['constructor', '__proto__', 'toString']) {
      await room.happen(mentionEvent(room.slack, { channel: 'C2', text: BERTHS }, { team }));
    }
    expect(seen((await room.mention('C1', BERTHS)).message).text).toContain('340 berths');
  });

  it('leaves what is set for a channel as it is where it names a story that is not there', async () => {
    await room.interact(
      await settings({ story: { type: 'static_select', selected_option: { value: 'sluice' } } }),
    );
    expect(await told(1)).toMatch(/not open to this place/);
    expect(await room.ledger.settings.get('slack/channel/C1')).toEqual({});
  });

  it.each([
    ['no values', {}],
    ['values of other types', { story: { selected_option: 5 }, habits: { selected_options: 'followUps' } }],
  ])('is read as far as it can be, with %s', async (_, values) => {
    await room.interact(await settings(values));
    expect(await told(1)).toMatch(/about every story/);
  });

  it('has a question that is no text answered as none', async () => {
    await room.interact(globalShortcut(room.slack, 'ask'));
    await room.slack.until(() => room.slack.views.modal('U1') !== undefined);
    const view = room.slack.views.modal('U1');
    if (view === undefined) throw new Error('no modal');
    const payload = submit(room.slack, view, { question: 'x' });
    const state = { values: { question: { question: { type: 'plain_text_input', value: { a: 1 } } } } };
    const id = await room.slack.deliver('interactive', { ...payload, view: { ...view, state } });
    expect(JSON.stringify(room.slack.acknowledgement(id))).toMatch(/Ask me a question/);
  });

  async function settings(values: Json): Promise<Json> {
    const payload = slashCommand(room.slack, 'C1', 'stories');
    await room.started.deliver({ type: 'slash_commands', payload, posts: () => [] });
    await room.slack.until(() => room.slack.views.modal('U1') !== undefined);
    const view = room.slack.views.modal('U1');
    if (view === undefined) throw new Error('no modal');
    const named = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { [name]: value }]),
    );
    return { ...submit(room.slack, view), view: { ...view, state: { values: named } } };
  }
});

describe('somebody of another workspace', () => {
  beforeEach(() => open('T1'));
  const stranger = { id: 'U9', username: 'bo', name: 'bo', team_id: 'T9' };

  it('sets nothing by a modal, whose payload names their own workspace as the team', async () => {
    room.slack.users.set('U9', { team_id: 'T9', is_admin: true });
    const payload = slashCommand(room.slack, 'C1', 'stories');
    await room.started.deliver({ type: 'slash_commands', payload, posts: () => [] });
    await room.slack.until(() => room.slack.views.modal('U1') !== undefined);
    const view = room.slack.views.modal('U1');
    if (view === undefined) throw new Error('no modal');
    await room.interact({
      ...submit(room.slack, view),
      user: stranger,
      team: { id: 'T9', domain: 'others' },
    });
    expect(await told(1, 'U9')).toMatch(/Guests may not/);
    expect(await room.ledger.settings.get('slack/channel/C1')).toEqual({});
  });

  it('has no say in this one as an administrator of theirs', async () => {
    room.slack.users.set('U9', { team_id: 'T9', is_admin: true, is_owner: true });
    await room.happen(homeOpened(room.slack, 'home', { user: 'U9' }));
    await room.slack.until(() => room.slack.views.home('U9') !== undefined);
    const view = room.slack.views.home('U9');
    if (view === undefined) throw new Error('no home');
    expect(seen(view).text).not.toMatch(/For administrators/);
    const action = { type: 'static_select', action_id: 'may-change', selected_option: { value: 'admins' } };
    await room.interact({ ...viewActions(room.slack, view, [action], {}, { user: 'U9' }), user: stranger });
    await room.slack.until(() => room.slack.messages('DU9').length > 0);
    expect(seen(room.slack.messages('DU9')[0]?.message ?? {}).text).toMatch(/Only administrators/);
    expect(await room.ledger.settings.get('slack/group/T1')).toEqual({});
  });

  it('is whoever Slack tells no workspace of', async () => {
    room.slack.plan('users.info', { body: { ok: true, user: { id: 'U1' } } });
    room.slack.channels.set('C1', {});
    await room.started.deliver({
      type: 'slash_commands',
      payload: slashCommand(room.slack, 'C1', QUESTION),
      posts: () => [],
    });
    expect(await told(1)).not.toMatch(SECRET);
  });
});
