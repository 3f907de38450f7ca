import { afterEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/bots/bot.ts';
import { openDesk } from '../../../src/bots/conversation.ts';
import { discordBot } from '../../../src/bots/discord/app.ts';
import type { Shards } from '../../../src/config/discord.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { type Saying, say } from '../../support/discord-server/say.ts';
import { BOT, type DiscordServer, openDiscord } from '../../support/discord-server/server.ts';
import { rememberingLog } from '../../support/remembering-log.ts';
import { configOf, echo } from './harness.ts';

/** Ids of servers that the second and the third of three shards hear of. */
const [SECOND, THIRD] = [String(1n << 22n), String(2n << 22n)];
const CHANNELS = { 500: '600', [SECOND]: '800', [THIRD]: '801' };

let open: { readonly bot: Bot; readonly discord: DiscordServer } | null = null;
afterEach(async () => {
  await open?.bot.stop();
  await open?.discord.close();
});

/** A bot that is in three servers, for which Discord recommends three shards. */
async function started(shards?: Shards) {
  const discord = await openDiscord();
  for (const id of [SECOND, THIRD]) {
    discord.guilds.set(id, {
      id,
      name: 'Far',
      owner_id: '1',
      roles: [{ id, permissions: '8', name: '@everyone' }],
    });
    const channel = CHANNELS[id] ?? '';
    discord.channels.set(channel, { id: channel, type: 0, name: 'far', guild_id: id });
  }
  discord.shards = 3;
  // Otherwise each shard waits for five seconds for the one before.
  discord.startLimit.max_concurrency = 3;
  const { log } = rememberingLog();
  const ledger = await memoryLedger(null);
  const knowledge = { ask: echo, storiesOpenTo: () => [] };
  const desk = openDesk({ knowledge, ledger, log });
  const config = configOf(discord, shards === undefined ? {} : { shards });
  const bot = discordBot({ config, desk, knowledge, ledger, log });
  open = { bot, discord };
  await bot.start();
  const identified = () =>
    discord.gateway.said.filter(({ op }) => op === 2).map(({ d }) => d.shard as readonly number[]);
  const asks = (saying: Pick<Saying, 'channel'>) =>
    say(discord, { ...saying, text: `<@${BOT.id}> what was decided?` });
  const answers = (channel: string) => discord.messages(channel).length;
  return { discord, bot, identified, asks, answers };
}

describe('a bot in so many servers that one connection cannot serve them', () => {
  it('has as many connections as Discord recommends, each with its own share', async () => {
    const { discord, bot, identified, asks, answers } = await started();
    expect(identified().toSorted()).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(bot.health()).toBe('connected');
    for (const channel of [...Object.values(CHANNELS), '950']) asks({ channel });
    const counts = () => [...Object.values(CHANNELS), '950'].map(answers);
    await discord.until(() => counts().every((count) => count > 0));
    expect(counts()).toEqual([1, 1, 1, 1]);
  });

  it('loses one of them without the others noticing, and misses nothing', async () => {
    const { discord, bot, asks, answers } = await started();
    discord.gateway.cut(1);
    await expect.poll(() => bot.health(), { interval: 10 }).toBe('connecting');
    for (const channel of Object.values(CHANNELS)) asks({ channel });
    await discord.until(() => answers('600') === 1 && answers('801') === 1);
    await discord.until(() => answers('800') === 1);
    expect(bot.health()).toBe('connected');
    expect(discord.gateway.said.filter(({ op }) => op === 6)).toHaveLength(1);
  });

  it('ends with one of them that cannot come back, and says what to do', async () => {
    const { discord, bot } = await started();
    discord.gateway.drop(4011, 2);
    await expect(bot.ended).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/shards/),
    });
  });

  it('may be shared by several processes', async () => {
    const { discord, identified, asks, answers } = await started({ total: 3, ids: [1, 2] });
    expect(identified().toSorted()).toEqual([
      [1, 3],
      [2, 3],
    ]);
    for (const channel of Object.values(CHANNELS)) asks({ channel });
    await discord.until(() => answers('800') === 1 && answers('801') === 1);
    expect(answers('600')).toBe(0);
  });
});
