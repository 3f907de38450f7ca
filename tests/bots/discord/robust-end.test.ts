import { afterEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/bots/bot.ts';
import { openDesk } from '../../../src/bots/conversation.ts';
import { discordBot } from '../../../src/bots/discord/app.ts';
import type { DiscordConfig } from '../../../src/config.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { type DiscordServer, openDiscord } from '../../support/discord-server/server.ts';
import { rememberingLog } from '../../support/remembering-log.ts';
import { configOf, echo } from './harness.ts';

const open: { readonly bot: Bot; readonly discord: DiscordServer }[] = [];
afterEach(async () => {
  for (const { bot, discord } of open.splice(0)) {
    await bot.stop();
    await discord.close();
  }
});

async function made(longestOutage: number, changes: Partial<DiscordConfig> = {}) {
  const discord = await openDiscord();
  const { log, lines } = rememberingLog();
  const ledger = await memoryLedger(null);
  const knowledge = { ask: echo, storiesOpenTo: () => [] };
  const desk = openDesk({ knowledge, ledger, log });
  const bot = discordBot({
    config: configOf(discord, changes),
    desk,
    knowledge,
    ledger,
    log,
    longestOutage,
  });
  open.push({ bot, discord });
  return { discord, bot, lines };
}

const LONG = 60_000;
const BRIEF = 1_500;
/** Far longer than an outage lasts that passes, on a slow machine too. */
const PASSING = 15_000;

describe('the end of the Discord bot', () => {
  it.each([
    [4004, 'bad-token', /DISCORD_TOKEN/],
    [4010, 'refused', /DISCORD_SHARDS/],
    [4011, 'refused', /more servers/],
    [4012, 'refused', /update the bot/],
    [4013, 'refused-intents', /update the bot/],
    [4014, 'refused-intents', /developer portal/],
  ])('comes with close code %i, which no new connection mends', async (code, name, sentence) => {
    const { bot, discord, lines } = await made(LONG);
    await bot.start();
    discord.gateway.drop(code);
    await expect(bot.ended).rejects.toMatchObject({ code: name, message: expect.stringMatching(sentence) });
    expect(bot.health()).toBe('stopped');
    expect(lines.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
      expect.stringMatching(sentence),
    ]);
    expect(discord.gateway.connections()).toBe(1);
  });

  it('comes where no connection can be had for long', async () => {
    const { bot, discord } = await made(BRIEF);
    await bot.start();
    discord.gateway.away = true;
    discord.gateway.cut();
    await expect(bot.ended).rejects.toMatchObject({
      code: 'lost',
      message: expect.stringContaining(discord.apiUrl),
    });
  });

  it('comes where connections are to be had, and nothing comes of them', async () => {
    const { bot, discord } = await made(BRIEF);
    await bot.start();
    discord.gateway.stalled = true;
    discord.gateway.invalidate(false);
    await expect(bot.ended).rejects.toMatchObject({ code: 'lost' });
  });

  it('does not come with outages that pass, however many', async () => {
    const { bot, discord } = await made(PASSING);
    let ended = false;
    bot.ended?.catch(() => {
      ended = true;
    });
    await bot.start();
    for (let times = 0; times < 3; times += 1) {
      discord.gateway.reconnect();
      await expect.poll(() => bot.health(), { interval: 10 }).toBe('connecting');
      await expect.poll(() => bot.health()).toBe('connected');
    }
    expect(ended).toBe(false);
  });

  it('is no end of that kind when it was told to stop', async () => {
    const { bot, discord } = await made(BRIEF);
    let ended = false;
    bot.ended?.catch(() => {
      ended = true;
    });
    await bot.start();
    discord.gateway.away = true;
    discord.gateway.cut();
    await expect.poll(() => bot.health()).toBe('connecting');
    await bot.stop();
    await new Promise((resolve) => setTimeout(resolve, BRIEF * 1.5));
    expect(ended).toBe(false);
    expect(discord.gateway.open()).toBe(0);
  });
});

describe('the start of the Discord bot', () => {
  it('is refused where Discord lets it connect no more today, and says until when', async () => {
    const { bot, discord } = await made(LONG);
    Object.assign(discord.startLimit, { remaining: 0, reset_after: 3_600_000 });
    await expect(bot.start()).rejects.toMatchObject({
      code: 'too-many-starts',
      message: expect.stringMatching(/until \d{4}-\d\d-\d\dT/),
    });
  });
});
