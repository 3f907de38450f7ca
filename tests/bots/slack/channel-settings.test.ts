import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slashCommand } from '../../support/slack-server/payloads.ts';
import { seen } from '../../support/slack-server/shown.ts';
import type { View } from '../../support/slack-server/views.ts';
import { closedLibrary } from './closed-library.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const STORIES = 'Questions here are about';
const KEY = 'slack/channel/C1';

let folder: string;
let room: Newsroom;
beforeEach(async () => {
  folder = await closedLibrary();
  room = await openNewsroom(folder);
});
afterEach(async () => {
  await room.started.stop();
  await rm(folder, { recursive: true });
});

async function opened(): Promise<View> {
  const payload = slashCommand(room.slack, 'C1', 'story', {});
  await room.started.deliver({ type: 'slash_commands', payload, posts: () => [] });
  await room.slack.until(() => room.slack.views.modal('U1') !== undefined);
  const view = room.slack.views.modal('U1');
  if (view === undefined) throw new Error('no modal');
  return view;
}

describe('a channel that was set to a story and is shared with others since', () => {
  beforeEach(async () => {
    room.slack.channels.set('C1', { is_ext_shared: true });
    await room.ledger.settings.change(KEY, { story: 'sluice' });
  });

  it('does not tell in its settings which story that is', async () => {
    const modal = await opened();
    expect(JSON.stringify(modal)).not.toMatch(/sluice|Dorben/i);
    expect(seen(modal).selects.find(({ label }) => label === STORIES)?.chosen).toEqual([
      'A story that is not open here, as before',
    ]);
  });

  it('stays so when something else is set', async () => {
    await room.submit(await opened(), {});
    expect(seen((await room.whisper('C1')).message).text).toMatch(/has not changed/);
    expect(await room.ledger.settings.get(KEY)).toEqual({ story: 'sluice', followUps: true, unfurl: false });
  });

  it('can be set to another', async () => {
    await room.submit(await opened(), { [STORIES]: 'The harbour' });
    expect(seen((await room.whisper('C1')).message).text).toMatch(/now about “The harbour”/);
    expect((await room.ledger.settings.get(KEY)).story).toBe('harbour');
  });
});
