import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import { threadOf } from './home.ts';
import { type Json, jsonOf } from './json.ts';
import { PERMISSIONS, USUAL } from './permissions.ts';
import { display, rich, x } from './samples.ts';
import { say } from './say.ts';
import { type DiscordServer, openDiscord } from './server.ts';

let discord: DiscordServer;
beforeEach(async () => {
  discord = await openDiscord();
});
afterEach(() => discord.close());
const { call, bodyOf, codeOf } = callerOf(() => discord);
const MESSAGES = '/channels/600/messages';
const post = async (body: Json, channel = '600') =>
  String((await bodyOf('POST', `/channels/${channel}/messages`, body)).id);
/** Takes permissions away from everybody, in a channel. */
const deny = (channel: string, permission: bigint) =>
  discord.channels.set(channel, {
    ...jsonOf(discord.channels.get(channel)),
    permission_overwrites: [{ id: '500', type: 0, allow: '0', deny: String(permission) }],
  });

describe('messages', () => {
  it('have ids of their own and stand as they were left', async () => {
    const [first, second] = [await post({ content: 'a' }), await post({ content: 'b' })];
    expect(BigInt(second)).toBeGreaterThan(BigInt(first));
    expect(discord.messages('600').map(({ message }) => message.content)).toEqual(['a', 'b']);
    expect(await codeOf('PATCH', `${MESSAGES}/${first}`, { content: 'c' })).toBe(200);
    expect(discord.message(first)).toMatchObject({ message: { content: 'c' }, edits: 1 });
    expect(await codeOf('DELETE', `${MESSAGES}/${first}`)).toBe(204);
    expect(await codeOf('PATCH', `${MESSAGES}/${first}`, { content: 'd' })).toBe(10008);
    expect(await bodyOf('GET', `${MESSAGES}/${second}`)).toMatchObject({
      content: 'b',
      author: { bot: true },
    });
  });

  it('keep what an edit does not name, and get ids for their components', async () => {
    const id = await post(rich(display('a'), display('b', { id: 1 })));
    await call('PATCH', `${MESSAGES}/${id}`, { flags: 1 << 15 });
    expect(discord.message(id)?.message).toMatchObject({
      components: [{ id: 2 }, { id: 1 }],
      flags: 1 << 15,
    });
    expect(await codeOf('PATCH', `${MESSAGES}/${id}`, { content: 'a' })).toBe(50035);
    const plain = await post({ content: 'a' });
    expect(await codeOf('PATCH', `${MESSAGES}/${plain}`, rich(display('b')))).toBe(50035);
    expect(await codeOf('PATCH', `${MESSAGES}/${plain}`, { ...rich(display('b')), content: null })).toBe(200);
  });

  it('of others can neither be changed nor deleted', async () => {
    const { id } = say(discord, { text: 'a' });
    expect(await codeOf('PATCH', `${MESSAGES}/${String(id)}`, { content: 'b' })).toBe(50005);
    expect(await codeOf('DELETE', `${MESSAGES}/${String(id)}`)).toBe(50013);
  });

  it('are refused with the reason in words, and then not kept', async () => {
    expect(await codeOf('POST', MESSAGES, { content: x(2_001) })).toBe(50035);
    expect(discord.calls.at(-1)).toMatchObject({
      status: 400,
      code: 50035,
      why: '$.content: Must be 2000 or fewer in length. (BASE_TYPE_MAX_LENGTH)',
      message: null,
    });
    expect(await codeOf('POST', MESSAGES, rich(display('€'.repeat(4_000))))).toBe(0);
    expect(discord.messages('600')).toEqual([]);
  });

  it('with a nonce that is enforced come once', async () => {
    const message = { content: 'a', nonce: '17', enforce_nonce: true };
    expect(await post(message)).toBe(await post(message));
    expect(await post({ ...message, enforce_nonce: false })).not.toBe(await post(message));
    discord.pass(5 * 60_000);
    await post(message);
    expect(discord.messages('600')).toHaveLength(3);
  });

  it('reply to what is there', async () => {
    const { id } = say(discord, { text: 'what?' });
    const to = (message_id: unknown, more: Json = {}) => ({
      content: 'a',
      message_reference: { message_id, ...more },
    });
    expect(await bodyOf('POST', MESSAGES, to(id))).toMatchObject({
      type: 19,
      message_reference: { message_id: id, guild_id: '500' },
      referenced_message: { content: 'what?' },
    });
    expect(await bodyOf('POST', MESSAGES, to('1'))).toMatchObject({
      errors: { message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE' }] } },
    });
    expect(await bodyOf('POST', MESSAGES, to('1', { fail_if_not_exists: false }))).toMatchObject({ type: 0 });
    deny('600', PERMISSIONS.readMessageHistory);
    expect(await codeOf('POST', MESSAGES, to(id))).toBe(160002);
  });

  it.each<[string, () => void, string, number]>([
    ['that the bot does not see', () => deny('600', PERMISSIONS.viewChannel), '600', 50001],
    ['where the bot may not write', () => deny('600', PERMISSIONS.sendMessages), '600', 50013],
    [
      'of a thread where it may not write',
      () => deny('600', PERMISSIONS.sendMessagesInThreads),
      '700',
      50013,
    ],
    ['that is gone', () => discord.channels.set('600', null), '600', 10003],
    ['of a server that it was put out of', () => discord.guilds.delete('500'), '600', 50001],
    ['that is a forum', () => undefined, '602', 50008],
    [
      'of somebody who wants no messages',
      () => discord.channels.set('1', { id: '1', type: 1, closed: true }),
      '1',
      50007,
    ],
  ])('are not taken in a channel %s', async (_, change, channel, code) => {
    change();
    expect(await codeOf('POST', `/channels/${channel}/messages`, { content: 'a' })).toBe(code);
    expect(discord.messages(channel)).toEqual([]);
  });

  it('open a thread that is archived, and do not come into one that is locked', async () => {
    const closed = (locked: boolean) =>
      threadOf('701', '602', { thread_metadata: { archived: true, locked } });
    discord.channels.set('701', closed(true));
    expect(await codeOf('POST', '/channels/701/messages', { content: 'a' })).toBe(50083);
    discord.channels.set('701', closed(false));
    const id = await post({ content: 'a' }, '701');
    expect(discord.channels.get('701')).toMatchObject({ thread_metadata: { archived: false } });
    discord.channels.set('701', closed(false));
    expect(await codeOf('PATCH', `/channels/701/messages/${id}`, { content: 'b' })).toBe(50083);
  });

  it('of others are read without their content, unless they are meant for the bot', async () => {
    say(discord, { text: 'to all' });
    say(discord, { text: '<@201> to the bot' });
    const read = (await call('GET', `${MESSAGES}?limit=2`)).body;
    expect(read).toMatchObject([{ content: '<@201> to the bot' }, { content: '' }]);
    discord.application = { ...discord.application, flags: 1 << 19 };
    expect((await call('GET', MESSAGES)).body).toMatchObject([{}, { content: 'to all' }]);
  });
});

describe('places', () => {
  it('are told as they are set', async () => {
    discord.guilds.set('500', { ...jsonOf(discord.guilds.get('500')), name: 'Ferry', bot_roles: ['7'] });
    expect(await bodyOf('GET', '/guilds/500')).toMatchObject({ name: 'Ferry' });
    expect((await call('GET', '/guilds/500/roles')).body).toMatchObject([{ permissions: String(USUAL) }]);
    expect(await bodyOf('GET', '/guilds/500/members/201')).toMatchObject({ roles: ['7'] });
    expect((await call('GET', '/guilds/500/channels')).body).toHaveLength(3);
    expect((await call('GET', '/users/@me/guilds')).body).toMatchObject([{ id: '500' }]);
    expect(await codeOf('GET', '/guilds/501')).toBe(10004);
    expect(await bodyOf('GET', '/channels/700')).toMatchObject({ parent_id: '600' });
    expect(await codeOf('POST', '/channels/600/typing')).toBe(204);
    expect(discord.typed).toEqual(['600']);
  });

  it('of one person have a channel', async () => {
    const { id } = await bodyOf('POST', '/users/@me/channels', { recipient_id: '300' });
    expect(await codeOf('POST', `/channels/${String(id)}/messages`, { content: 'a' })).toBe(200);
    expect(await codeOf('POST', '/users/@me/channels', {})).toBe(50035);
  });

  it('are closed to who shows no token', async () => {
    const response = await fetch(`${discord.apiUrl}/v10/users/@me`);
    expect(response.status).toBe(401);
    expect(await codeOf('GET', '/nothing')).toBe(0);
  });
});
