import { describe, expect, it } from 'vitest';
import { type Held, type Json, no } from './api.ts';
import { discordWith, envOf, examined } from './examined.ts';

const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const HISTORY = 1n << 16n;
const IN_THREADS = 1n << 38n;
const MANAGE_THREADS = 1n << 34n;
const CONNECT = 1n << 20n;
const [EVERYONE, ROLE, BOT] = ['500', '510', '201'];

const overwrite = (id: string, deny: bigint, allow = 0n) => ({
  id,
  type: id === BOT ? 1 : 0,
  deny: String(deny),
  allow: String(allow),
});

/** Changes a channel of the server. */
function channel(id: string, changes: Json) {
  return ({ channels }: Held) =>
    void channels.set(id, { guild_id: '500', id, ...channels.get(id), ...changes });
}

/** Changes what the bot's role may do. */
function role(permissions: bigint, changes: Json = {}) {
  return ({ guilds }: Held) => {
    const guild = guilds.get('500');
    if (guild === undefined) throw new Error('no server');
    const roles = [
      { id: EVERYONE, permissions: '0' },
      { id: ROLE, permissions: String(permissions) },
    ];
    guilds.set('500', { ...guild, roles, ...changes });
  };
}

async function lookAt(id: string, ...changes: readonly ((held: Held) => void)[]) {
  const discord = await discordWith((held) => {
    for (const change of changes) change(held);
  });
  return examined(envOf(discord), '--channel', id);
}

describe('what the bot may do in a channel', () => {
  it.each<readonly [string, readonly Json[], readonly string[]]>([
    ['nothing of its own', [], []],
    ['taken from everyone', [overwrite(EVERYONE, SEND)], ['Permission Send Messages']],
    ['taken from everyone, given to the role', [overwrite(EVERYONE, SEND), overwrite(ROLE, 0n, SEND)], []],
    [
      'given to everyone, taken from the role',
      [overwrite(ROLE, SEND), overwrite(EVERYONE, 0n, SEND)],
      ['Permission Send Messages'],
    ],
    ['taken from the role, given to the bot', [overwrite(ROLE, SEND), overwrite(BOT, 0n, SEND)], []],
    [
      'given to the role, taken from the bot',
      [overwrite(BOT, SEND), overwrite(ROLE, 0n, SEND)],
      ['Permission Send Messages'],
    ],
    ['taken from a role that it has not', [overwrite('599', SEND)], []],
    [
      'several things',
      [overwrite(ROLE, IN_THREADS | HISTORY)],
      ['Permission Send Messages in Threads', 'Permission Read Message History'],
    ],
    ['everything, as it cannot see it', [overwrite(EVERYONE, VIEW)], ['Permission View Channel']],
  ])('follows from roles and overwrites: %s', async (_, permission_overwrites, names) => {
    const { missing, code } = await lookAt('600', channel('600', { permission_overwrites }));
    expect([missing, code]).toEqual([names, names.length === 0 ? 0 : 1]);
  });

  it('is what one of its roles is given, though another is denied it', async () => {
    const twoRoles = role(VIEW | SEND | HISTORY | IN_THREADS, { member: { roles: [ROLE, '511'] } });
    const permission_overwrites = [overwrite('511', 0n, SEND), overwrite(ROLE, SEND)];
    expect((await lookAt('600', twoRoles, channel('600', { permission_overwrites }))).missing).toEqual([]);
  });

  it('is everything for an administrator, and for the owner', async () => {
    const closed = channel('600', { permission_overwrites: [overwrite(EVERYONE, VIEW | SEND)] });
    expect((await lookAt('600', closed, role(8n))).missing).toEqual([]);
    expect((await lookAt('600', closed, role(0n, { owner_id: BOT }))).missing).toEqual([]);
  });

  it('is nothing during a time-out', async () => {
    const until = (at: number) => ({
      member: { roles: [ROLE], communication_disabled_until: new Date(at).toISOString() },
    });
    const all = VIEW | SEND | HISTORY | IN_THREADS;
    const { missing, of } = await lookAt('600', role(all, until(Date.now() + 3_600_000)));
    expect([missing, of('Channel')?.text]).toEqual([
      ['Channel'],
      'The bot is timed out in Newsroom: end the time-out.',
    ]);
    expect((await lookAt('600', role(all, until(Date.now() - 1_000)))).missing).toEqual([]);
  });

  it('is said with where to change it', async () => {
    const { of } = await lookAt(
      '600',
      role(VIEW | SEND | HISTORY),
      channel('600', { permission_overwrites: [overwrite(ROLE, SEND)] }),
    );
    expect(of('Permission Send Messages')?.text).toBe(
      'Needed to answer, and taken away in the channel: allow it to the bot\'s role in "Permissions" of the channel.',
    );
    expect(of('Permission Send Messages in Threads')?.text).toBe(
      'Needed to answer in threads: allow it to the bot\'s role in "Server Settings", "Roles", or in "Permissions" of the channel.',
    );
  });
});

describe('threads, forums and other rooms', () => {
  it('a thread has the permissions of its channel, and another one to write', async () => {
    const parent = (...permission_overwrites: readonly Json[]) => channel('600', { permission_overwrites });
    const { missing, of } = await lookAt('700', parent(overwrite(EVERYONE, SEND)));
    expect([missing, of('Channel')?.text, of('Permissions')?.text]).toEqual([
      [],
      'the vote in Newsroom',
      'all 3 are there',
    ]);
    const closed = await lookAt('700', parent(overwrite(EVERYONE, IN_THREADS)));
    expect(closed.missing).toEqual(['Permission Send Messages in Threads']);
    expect(closed.of('Permission')?.text).toMatch(
      /"Permissions" of the channel that the thread belongs to\.$/,
    );
  });

  it('a locked thread is for those who manage threads', async () => {
    const locked = channel('700', { thread_metadata: { locked: true, archived: true } });
    expect((await lookAt('700', locked)).missing).toEqual(['Thread']);
    const all = VIEW | SEND | HISTORY | IN_THREADS | MANAGE_THREADS;
    expect((await lookAt('700', locked, role(all))).missing).toEqual([]);
  });

  it('a forum needs what its posts need', async () => {
    expect((await lookAt('610', role(VIEW | IN_THREADS | HISTORY))).missing).toEqual([]);
    expect((await lookAt('610', role(VIEW | SEND | HISTORY))).missing).toEqual([
      'Permission Send Messages in Posts',
    ]);
  });

  it('beside a voice channel one has to be let into it', async () => {
    const voice = channel('620', { type: 2, name: 'talk' });
    expect((await lookAt('620', voice)).missing).toEqual(['Permission Connect']);
    expect((await lookAt('620', voice, role(VIEW | SEND | HISTORY | CONNECT))).missing).toEqual([]);
  });

  it('nobody writes in a category, and a direct conversation needs nothing', async () => {
    const { of } = await lookAt('630', channel('630', { type: 4, name: 'News' }));
    expect(of('Channel')?.text).toMatch(
      /^Nobody can write in #News in Newsroom: give --channel the id of one/,
    );
    const direct = await lookAt('640', ({ channels }) => void channels.set('640', { id: '640', type: 1 }));
    expect([direct.missing, direct.of('Channel')?.text]).toEqual([
      [],
      'a direct conversation, which needs no permissions',
    ]);
  });
});

describe('a channel that Discord does not show', () => {
  it.each([
    [no(404, 10003, 'Unknown Channel'), 'missing', /^There is no channel of that id: .*"Copy Channel ID"/],
    [no(403, 50001, 'Missing Access'), 'missing', /^The bot cannot see it: allow "View Channel" /],
    [
      no(400, 50035, 'Invalid Form Body'),
      'not checked',
      /^Discord does not show it \(50035: Invalid Form Body\)/,
    ],
    [{ status: 500, body: '' }, 'not checked', /^Discord is not well/],
    [{ body: {} }, 'not checked', /is not Discord/],
  ])('is told with what to do', async (turn, mark, sentence) => {
    const discord = await discordWith();
    discord.say(/^GET \/channels\/600/, turn);
    const { of } = await examined(envOf(discord), '--channel', '600');
    expect(of('Channel')).toEqual({ mark, name: 'Channel', text: expect.stringMatching(sentence) });
  });

  it.each([[/^GET \/channels\/600/], [/^GET \/guilds\/500$/], [/^GET \/guilds\/500\/members\/201/]])(
    'is not checked where only a part of it is shown (%s)',
    async (call) => {
      const discord = await discordWith();
      discord.say(call, { status: 503, body: '' });
      const { of, missing } = await examined(envOf(discord), '--channel', '700');
      expect([missing, of('Channel')?.mark]).toEqual([[], 'not checked']);
    },
  );
});
