import { afterEach, describe, expect, it } from 'vitest';
import { echo, type Made, makeBot, messageOf, type Started, startBot } from './harness.ts';

const open: (Started | Made)[] = [];
afterEach(async () => {
  for (const { bot, discord } of open.splice(0)) {
    await bot.stop();
    await discord.close();
  }
});

async function started(): Promise<Started> {
  const bot = await startBot();
  open.push(bot);
  return bot;
}

async function made(changes: Parameters<typeof makeBot>[1] = {}): Promise<Made> {
  const bot = await makeBot(echo, changes);
  open.push(bot);
  return bot;
}

describe('the connection to Discord', () => {
  it('asks for the least intents, none of them privileged', async () => {
    const { discord } = await started();
    const [GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES] = [1 << 0, 1 << 9, 1 << 12];
    expect(discord.gateway.said[0]?.d.intents).toBe(GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES);
  });

  it('is told by health', async () => {
    const { bot, discord } = await made();
    expect(bot.health()).toBe('connecting');
    await bot.start();
    expect(bot.health()).toBe('connected');
    await bot.stop();
    expect(bot.health()).toBe('stopped');
    await bot.stop();
    expect(discord.gateway.said).toHaveLength(1);
  });

  it('is resumed when Discord asks for a new one, and what was asked meanwhile is answered once', async () => {
    const { discord, question, ask, settled } = await started();
    const before = question('mention', 'before');
    await ask(before);
    discord.gateway.drop(4000);
    const meanwhile = question('mention', 'meanwhile');
    meanwhile.deliver();
    await discord.until(() => discord.gateway.said.some(({ op }) => op === 6));
    await discord.until(() => meanwhile.posts().length > 0);
    await settled();
    expect(before.posts()).toHaveLength(1);
    expect(meanwhile.posts()).toHaveLength(1);
    expect(discord.gateway.said.map(({ op }) => op)).toEqual([2, 6]);
  });

  it('is resumed after RECONNECT', async () => {
    const { discord, question, ask } = await started();
    discord.gateway.send({ op: 7, d: null });
    await discord.until(() => discord.gateway.said.some(({ op }) => op === 6));
    await ask(question('slash command', 'after'));
  });

  it('survives events and frames that nobody knows', async () => {
    const { discord, question, ask } = await started();
    discord.gateway.dispatch('SOMETHING_NEW', { id: 1 });
    discord.gateway.dispatch('INTERACTION_CREATE', {});
    discord.gateway.dispatch('MESSAGE_CREATE', {});
    discord.gateway.dispatch('MESSAGE_CREATE', { id: '1', channel_id: '600', author: null, content: null });
    await ask(question('mention', 'still there?'));
  });

  it('is said to be over when the token is reset, and the log says what to do', async () => {
    const { discord, bot, lines } = await started();
    discord.gateway.drop(4004);
    await expect.poll(() => bot.health()).not.toBe('connected');
    await expect.poll(() => lines.find(({ level }) => level === 'error')?.message).toMatch(/DISCORD_TOKEN/);
  });
});

describe('the start', () => {
  it('is stopped by a wrong token, with a sentence that names the variable', async () => {
    const { bot } = await made({ token: 'wrong' });
    await expect(bot.start()).rejects.toMatchObject({
      code: 'bad-token',
      message: expect.stringContaining('DISCORD_TOKEN'),
    });
  });

  it('is stopped by refused intents', async () => {
    const { bot, discord } = await made();
    discord.gateway.refuseWith = 4014;
    await expect(bot.start()).rejects.toMatchObject({ code: 'refused-intents' });
  });

  it('is stopped when nobody is there', async () => {
    const { bot } = await made({ apiUrl: 'http://127.0.0.1:9/api' });
    await expect(bot.start()).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('DISCORD_API_URL'),
    });
  });

  it('may be broken off', async () => {
    const { bot, discord } = await made();
    discord.gateway.mute = true;
    const start = bot.start();
    await discord.until(() => discord.calls.length > 0);
    await Promise.all([expect(start).rejects.toMatchObject({ code: 'unreachable' }), bot.stop()]);
  });
});

it('an answer reads the question back, so that these tests know which was answered', async () => {
  const { question, ask } = await started();
  expect(JSON.stringify(messageOf(await ask(question('mention', 'which one?'))))).toContain('which one?');
});
