import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PERMISSIONS, USUAL } from '../../support/discord-server/permissions.ts';
import { openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'What does a ticket cost?';
const LOCKED = USUAL & ~PERMISSIONS.sendMessages;

let room: ServerRoom;
beforeEach(async () => {
  room = await openServerRoom();
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

describe('a channel that somebody may no longer write in', () => {
  it.each([
    ['none of the permissions to write', LOCKED & ~PERMISSIONS.sendMessagesInThreads],
    ['that of threads only', LOCKED],
    ['no permission at all', 0n],
  ])('is not written in for them by “Share”: %s', async (_, permissions) => {
    const answer = await room.ask(QUESTION, { private: true });
    const [told] = await room.press(answer, 'Share', { permissions });
    expect(told?.to).toBe('300');
    expect(told && shown(told).text).toMatch(/may not write here/);
    expect(room.discord.messages('600').filter(({ to }) => to === null)).toEqual([]);
  });

  it('still answers them alone, and lets administrators share', async () => {
    const answer = await room.ask(QUESTION, { private: true });
    await room.press(answer, 'More context', { permissions: LOCKED });
    expect(shown(room.now(answer)).buttons.map(({ label }) => label)).toContain('Less context');
    const [shared] = await room.press(answer, 'Share', { permissions: PERMISSIONS.administrator });
    expect(shared?.to).toBeNull();
  });

  it('is none in its threads, which have a permission of their own', async () => {
    const answer = await room.ask(QUESTION, { private: true }, { channel: '700' });
    const [shared] = await room.press(answer, 'Share', { channel: '700', permissions: LOCKED });
    expect(shared?.to).toBeNull();
  });

  it('is none in direct messages with others, which have no permissions', async () => {
    const among = { channel: '951', amongOthers: true, installed: 'user' } as const;
    const answer = await room.ask(QUESTION, { private: true }, among);
    const [shared] = await room.press(answer, 'Share', among);
    expect(shared?.to).toBeNull();
  });
});
