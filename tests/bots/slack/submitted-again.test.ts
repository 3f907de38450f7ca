import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../support/slack-server/json.ts';
import { globalShortcut, slashCommand } from '../../support/slack-server/payloads.ts';
import { submit } from '../../support/slack-server/press.ts';
import type { View } from '../../support/slack-server/views.ts';
import { closedLibrary } from './closed-library.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const TICKET = 'What does a ticket cost?';
const VOTE = 'How many council members voted for the ferry?';

async function modalIn(room: Newsroom): Promise<View> {
  await room.slack.until(() => room.slack.views.modal('U1') !== undefined);
  const view = room.slack.views.modal('U1');
  if (view === undefined) throw new Error('no modal');
  return view;
}

/** What Slack is acknowledged with. A window stays as it was, and its hash, where that comes too late for Slack. */
async function acknowledged(room: Newsroom, view: View, question: string, triggered = true): Promise<string> {
  const payload = submit(room.slack, view, { 'Your question': question });
  return sent(room, triggered ? payload : { ...payload, trigger_id: undefined });
}

async function sent(room: Newsroom, payload: Json): Promise<string> {
  const id = await room.slack.deliver('interactive', payload);
  return JSON.stringify(room.slack.acknowledgement(id));
}

describe('a window to ask in that Slack left open, as its answer came too late', () => {
  let room: Newsroom;
  beforeEach(async () => {
    room = await openNewsroom();
    await room.interact(globalShortcut(room.slack, 'ask'));
  });
  afterEach(async () => {
    await room.started.stop();
  });

  it.each([
    ['with', true],
    ['without', false],
  ])('answers what stands in it now, and not what stood in it before: %s a trigger', async (_, triggered) => {
    const view = await modalIn(room);
    expect(await acknowledged(room, view, TICKET, triggered)).toContain('$3.50');
    const next = await acknowledged(room, view, VOTE, triggered);
    expect(next).toContain(VOTE);
    expect(next).toContain('11 votes to 4');
    expect(next).not.toContain('$3.50');
  });

  it('asks the same once, however often Slack delivers it', async () => {
    const payload = submit(room.slack, await modalIn(room), { 'Your question': TICKET });
    for (let times = 0; times < 3; times += 1) expect(await sent(room, payload)).toContain('$3.50');
    await room.settled();
    const asked = await room.ledger.journal.list('question', 9);
    expect(asked.filter(({ question }) => question === TICKET)).toHaveLength(1);
  });
});

it('a window of settings that was sent twice keeps what stood in it last', async () => {
  const folder = await closedLibrary();
  const room = await openNewsroom(folder);
  const payload = slashCommand(room.slack, 'C1', 'story', {});
  await room.started.deliver({ type: 'slash_commands', payload, posts: () => [] });
  const view = await modalIn(room);
  const chosen: string[] = [];
  for (const story of ['The harbour', 'Every story', 'The harbour']) {
    await room.slack.deliver('interactive', submit(room.slack, view, { 'Questions here are about': story }));
    await room.whisper('C1', chosen.length + 1);
    chosen.push(String((await room.ledger.settings.get('slack/channel/C1')).story));
  }
  expect(chosen).toEqual(['harbour', 'null', 'harbour']);
  await room.started.stop();
  await rm(folder, { recursive: true });
});
