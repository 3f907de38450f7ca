import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import {
  connected,
  eventsOf,
  type GatewayClient,
  identified,
  last,
  USUAL_INTENTS,
} from './gateway-client.ts';
import type { Json } from './json.ts';
import { say } from './say.ts';
import { BOT, type DiscordServer, openDiscord, TOKEN } from './server.ts';

let discord: DiscordServer;
beforeEach(async () => {
  discord = await openDiscord();
});
afterEach(() => discord.close());

describe('the gateway', () => {
  it('says hello, and tells of the bot and its servers', async () => {
    const client = await identified(discord);
    expect(client.frames[0]).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    await expect.poll(() => eventsOf(client)).toEqual(['READY', 'GUILD_CREATE']);
    expect(last(client, 'GUILD_CREATE')).toMatchObject({
      channels: [{ id: '600' }, { id: '601' }, { id: '602' }],
      threads: [{ id: '700' }],
    });
    client.say(1, null);
    await expect.poll(() => client.frames.at(-1)?.op).toBe(11);
    expect(discord.gateway.beats()).toBe(1);
  });

  it.each<[string, Json, number]>([
    ['a wrong token', { token: 'wrong' }, 4004],
    ['intents that there are not', { intents: 1 << 27 }, 4013],
    ['intents that were not granted', { intents: 1 << 15 }, 4014],
    ['a shard that there is not', { shard: [2, 2] }, 4010],
  ])('refuses %s', async (_, more, code) => {
    const client = await connected(discord);
    client.say(2, { token: TOKEN, intents: 1, properties: {}, ...more });
    await expect.poll(client.closed).toBe(code);
  });

  it('grants what the application has', async () => {
    discord.application = { ...discord.application, flags: 1 << 19 };
    await identified(discord, { intents: USUAL_INTENTS | (1 << 15) });
    expect(discord.gateway.intents()).toBe(USUAL_INTENTS | (1 << 15));
  });

  it('sends again what was missed, after whatever broke the connection', async () => {
    const client = await identified(discord);
    const { session_id } = last(client, 'READY') ?? {};
    discord.gateway.cut();
    await expect.poll(client.closed).not.toBeNull();
    say(discord, { text: `<@${BOT.id}> meanwhile` });
    const back = await connected(discord);
    back.say(6, { token: TOKEN, session_id, seq: 2 });
    await expect.poll(() => eventsOf(back)).toEqual(['MESSAGE_CREATE', 'RESUMED']);
    say(discord, { text: 'afterwards' });
    await expect.poll(() => back.frames.at(-1)).toMatchObject({ t: 'MESSAGE_CREATE', s: 5 });
  });

  it.each<[string, () => void]>([
    ['expired', () => discord.gateway.expire()],
    ['was invalidated', () => discord.gateway.invalidate(false)],
    ['was closed with 4009', () => discord.gateway.drop(4009)],
  ])('does not resume a session that %s', async (_, end) => {
    const client = await identified(discord);
    const { session_id } = last(client, 'READY') ?? {};
    end();
    const back = await connected(discord);
    back.say(6, { token: TOKEN, session_id, seq: 2 });
    await expect.poll(() => back.frames.at(-1)).toMatchObject({ op: 9, d: false });
  });

  it('keeps several sessions of a shard apart, each with what it missed', async () => {
    const first = await identified(discord);
    const second = await identified(discord);
    first.socket.close(4200);
    await expect.poll(first.closed).toBe(4200);
    say(discord, { text: `<@${BOT.id}> for both` });
    await expect.poll(() => eventsOf(second)).toContain('MESSAGE_CREATE');
    const back = await connected(discord);
    back.say(6, { token: TOKEN, session_id: last(first, 'READY')?.session_id, seq: 2 });
    await expect.poll(() => eventsOf(back)).toEqual(['MESSAGE_CREATE', 'RESUMED']);
  });

  it('asks for a new connection, and lets go of a session that can be resumed', async () => {
    const client = await identified(discord);
    discord.gateway.reconnect();
    discord.gateway.invalidate(true);
    await expect.poll(() => client.frames.slice(-2)).toMatchObject([{ op: 7 }, { op: 9, d: true }]);
  });

  it('can fall silent', async () => {
    const client = await identified(discord);
    discord.gateway.silence();
    client.say(1, null);
    say(discord, { text: 'unheard' });
    const back = await identified(discord);
    back.say(1, null);
    await expect.poll(() => back.frames.at(-1)?.op).toBe(11);
    expect(discord.gateway.beats()).toBe(1);
    expect(eventsOf(client)).not.toContain('MESSAGE_CREATE');
  });

  it('can be away, mute or stalled', async () => {
    discord.gateway.away = true;
    await expect(connected(discord)).rejects.toThrow();
    discord.gateway.away = false;
    discord.gateway.stalled = true;
    const client = await connected(discord);
    client.say(2, { token: TOKEN, intents: 1, properties: {} });
    await expect.poll(() => discord.gateway.said.length).toBe(1);
    expect(eventsOf(client)).toEqual([]);
  });

  it('tells each shard of its own servers, and the first of direct messages', async () => {
    const far = { id: String(1n << 22n), name: 'Far', owner_id: '1', roles: [] };
    discord.guilds.set(far.id, far);
    discord.channels.set('800', { id: '800', type: 0, name: 'far', guild_id: far.id });
    const [first, second] = [
      await identified(discord, { shard: [0, 2] }),
      await identified(discord, { shard: [1, 2] }),
    ];
    await expect.poll(() => last(second, 'GUILD_CREATE')?.id).toBe(far.id);
    expect(last(first, 'GUILD_CREATE')?.id).toBe('500');
    for (const channel of ['600', '800', '900']) say(discord, { text: channel, channel });
    const heard = (client: GatewayClient) =>
      client.frames.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => d.channel_id);
    await expect.poll(() => [heard(first), heard(second)]).toEqual([['600', '900'], ['800']]);
    discord.gateway.drop(4000, 1);
    await expect.poll(second.closed).toBe(4000);
    expect(first.closed()).toBeNull();
  });

  it('counts the sessions that are left', async () => {
    discord.shards = 2;
    await identified(discord);
    const { bodyOf } = callerOf(() => discord);
    expect(await bodyOf('GET', '/gateway/bot')).toMatchObject({
      shards: 2,
      session_start_limit: { remaining: 998 },
    });
  });
});
