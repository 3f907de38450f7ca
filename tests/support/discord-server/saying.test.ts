import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import { eventsOf, identified, last } from './gateway-client.ts';
import { editSaid, say, unsay } from './say.ts';
import { BOT, type DiscordServer, openDiscord } from './server.ts';

let discord: DiscordServer;
beforeEach(async () => {
  discord = await openDiscord();
});
afterEach(() => discord.close());

describe('what is said', () => {
  it('is read where it is meant for the bot, and empty elsewhere', async () => {
    const client = await identified(discord);
    const content = async (saying: Parameters<typeof say>[1]) => {
      const { id } = say(discord, saying);
      await expect.poll(() => last(client, 'MESSAGE_CREATE')?.id).toBe(id);
      return last(client, 'MESSAGE_CREATE')?.content;
    };
    expect(await content({ text: 'to all' })).toBe('');
    expect(await content({ text: `<@${BOT.id}> what?` })).toBe(`<@${BOT.id}> what?`);
    expect(await content({ text: 'what?', channel: '901' })).toBe('what?');
    const ours = say(discord, { text: 'an answer', by: 'the bot itself' });
    expect(await content({ text: 'and?', replyTo: ours })).toBe('and?');
    expect(last(client, 'MESSAGE_CREATE')).toMatchObject({
      type: 19,
      referenced_message: { content: 'an answer' },
    });
    expect(await content({ text: 'and?', replyTo: ours, pings: false })).toBe('');
  });

  it('is not told without the intent for it', async () => {
    const client = await identified(discord, { intents: 1 << 12 });
    say(discord, { text: 'to all' });
    const { id } = say(discord, { text: 'alone', channel: '901' });
    await expect.poll(() => last(client, 'MESSAGE_CREATE')?.id).toBe(id);
    expect(eventsOf(client).filter((event) => event === 'MESSAGE_CREATE')).toHaveLength(1);
  });

  it('can be changed and taken back', async () => {
    const client = await identified(discord);
    const message = say(discord, { text: 'frist' });
    editSaid(discord, message, 'first');
    await expect.poll(() => last(client, 'MESSAGE_UPDATE')).toMatchObject({ id: message.id, content: '' });
    expect(discord.message(message.id)?.message.content).toBe('first');
    unsay(discord, message);
    await expect
      .poll(() => last(client, 'MESSAGE_DELETE'))
      .toMatchObject({ id: message.id, guild_id: '500' });
    expect(discord.message(message.id)).toBeUndefined();
  });

  it('by others than people is marked so', () => {
    expect(say(discord, { text: 'a', by: 'bot' })).toMatchObject({ author: { bot: true } });
    expect(say(discord, { text: 'a', by: 'webhook' })).toMatchObject({ webhook_id: '900' });
    expect(say(discord, { text: 'a', by: 'system' })).toMatchObject({ type: 6, author: { system: true } });
  });

  it('by the bot comes back over the gateway', async () => {
    const client = await identified(discord);
    const { call } = callerOf(() => discord);
    await call('POST', '/channels/600/messages', { content: 'a' });
    await expect
      .poll(() => last(client, 'MESSAGE_CREATE'))
      .toMatchObject({ author: { id: BOT.id }, guild_id: '500' });
  });
});
