import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Client, Events } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../../src/bots/conversation.ts';
import { discordBot } from '../../../src/bots/discord/app.ts';
import { makeClient } from '../../../src/bots/discord/gateway/client.ts';
import { readConfig } from '../../../src/config.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Log } from '../../../src/log.ts';
import { threadOf } from '../../support/discord-server/home.ts';
import { autocompletion, typedCommand } from '../../support/discord-server/interactions.ts';
import type { Json } from '../../support/discord-server/json.ts';
import { press } from '../../support/discord-server/press.ts';
import { say } from '../../support/discord-server/say.ts';
import { BOT, type DiscordServer, openDiscord, TOKEN } from '../../support/discord-server/server.ts';
import { rememberingLog } from '../../support/remembering-log.ts';
import { configOf, echo } from './harness.ts';

const close: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of close.splice(0)) await each();
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is still needed, in bytes. Weak references and what waits for the next turn take some rounds. */
async function inUse(): Promise<number> {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

describe('ten thousand interactions', () => {
  const INTERACTIONS = 10_000;
  const AT_A_TIME = 50;

  /** A bot that remembers what one in use does: nothing in the log, the ledger on the disk. */
  async function started(): Promise<DiscordServer> {
    const discord = await openDiscord();
    const folder = await mkdtemp(join(tmpdir(), 'nutgraf-load-'));
    const silent = () => undefined;
    const log = { debug: silent, info: silent, warn: silent, error: silent } as unknown as Log;
    const ledger = await openLedger(readConfig({ LEDGER_URL: join(folder, 'ledger.db') }).ledger, log);
    const knowledge = { ask: echo, storiesOpenTo: () => [] };
    const desk = openDesk({ knowledge, ledger, log });
    const bot = discordBot({ config: configOf(discord), desk, knowledge, ledger, log });
    close.push(
      bot.stop,
      discord.close,
      () => ledger.close(),
      () => rm(folder, { recursive: true }),
    );
    await bot.start();
    return discord;
  }

  it('are all answered once, and leave the memory as it was', { timeout: 300_000 }, async () => {
    const discord = await started();
    say(discord, { text: `<@${BOT.id}> the one with the buttons` });
    await discord.until(() => discord.messages('600').length > 0);
    const [answer] = discord.messages('600');
    if (answer === undefined) throw new Error('no answer');
    const above = { id: answer.id, channel_id: answer.channel, ...answer.more, ...answer.message };
    let made = 0;
    const next = (): Json => {
      made += 1;
      // As many of each that nobody asks too often.
      const person = { user: String(3_000 + (made % 1_000)), channel: String(10_000 + (made % 500)) };
      if (made % 3 === 0)
        return autocompletion(discord, 'ask', { question: `wh${made}` }, 'question', person);
      if (made % 3 === 1) return press(discord, answer, 'Helpful', person);
      return typedCommand(
        discord,
        'ask',
        { question: `which one is number ${made}?`, private: true },
        person,
      );
    };
    /** Presses, offers and deferrals; the answers to commands. */
    let [responses, answers] = [0, 0];

    async function batch(): Promise<void> {
      const all = Array.from({ length: AT_A_TIME }, next);
      const calls = AT_A_TIME + all.filter(({ type }) => type === 2).length;
      for (const each of all) discord.interact(each);
      await discord.until(() => discord.calls.length >= calls);
      const taken = discord.calls.filter(({ status }) => status < 300);
      responses += taken.filter(({ path }) => path.endsWith('/callback')).length;
      answers += taken.filter(({ path }) => path.endsWith('/@original')).length;
      discord.forget();
      discord.note(above);
    }

    discord.forget();
    discord.note(above);
    while (made < INTERACTIONS / 2) await batch();
    const half = await inUse();
    while (made < INTERACTIONS) await batch();
    expect((await inUse()) / half).toBeLessThan(1.05);
    expect([responses, answers]).toEqual([made, made / 3].map(Math.floor));
  });
});

describe('a day in a busy server', () => {
  async function connected(): Promise<{ discord: DiscordServer; client: Client }> {
    const discord = await openDiscord();
    const nothing = async () => undefined;
    const deaf = { changed() {}, isOpen: () => false, kept: nothing, stopHearing() {}, leave: nothing };
    const client = makeClient(configOf(discord), deaf, rememberingLog().log);
    close.push(() => client.destroy(), discord.close);
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(TOKEN);
    await ready;
    return { discord, client };
  }

  const tell = ({ gateway }: DiscordServer, t: string, d: Json) =>
    gateway.dispatch(t, { guild_id: '500', ...d });
  const told = (client: Client, discord: DiscordServer) =>
    new Promise<void>((resolve) => {
      client.once(
        'raw' as never,
        function again({ t }: { t: string }) {
          if (t === 'TYPING_STOP') resolve();
          else client.once('raw' as never, again as never);
        } as never,
      );
      tell(discord, 'TYPING_STOP', {});
    });
  const author = (id: number) => ({ id: String(id), username: `p${id}`, discriminator: '0', avatar: null });

  it('leaves nobody and nothing that was said in memory', { timeout: 120_000 }, async () => {
    const { discord, client } = await connected();
    for (let count = 0; count < 100_000; count += 1) {
      const user = author(10_000 + (count % 5_000));
      tell(discord, 'MESSAGE_CREATE', {
        ...{ id: String(1_000_000 + count), type: 0, channel_id: '600', content: '', author: user },
        ...{ member: { roles: [], joined_at: null }, mentions: [], attachments: [], embeds: [] },
        ...{ timestamp: '2024-03-03T12:00:00Z', edited_timestamp: null },
      });
      if (count % 100 === 0) tell(discord, 'GUILD_MEMBER_ADD', { user, roles: [], joined_at: null });
      if (count % 1_000 === 0) {
        await told(client, discord);
        discord.forget();
      }
    }
    await told(client, discord);
    const guild = client.guilds.cache.get('500');
    expect(guild?.members.cache.size).toBeLessThanOrEqual(1);
    expect(client.users.cache.size).toBeLessThanOrEqual(1);
    const channel = client.channels.cache.get('600');
    expect(channel?.isTextBased() && channel.messages.cache.size).toBe(0);
    expect(client.channels.cache.size).toBe(4);
  });

  it('leaves of the threads those that are open, and knows one again that is opened anew', async () => {
    const { discord, client } = await connected();
    const shut = { ...(threadOf('1', '600').thread_metadata as Json), archived: true };
    for (let count = 0; count < 3_000; count += 1) {
      const thread = threadOf(String(10_000 + count), '600');
      tell(discord, 'THREAD_CREATE', thread);
      if (count >= 10) tell(discord, 'THREAD_UPDATE', { ...thread, thread_metadata: shut });
    }
    await told(client, discord);
    expect(client.channels.cache.filter((channel) => channel.isThread()).size).toBe(11);
    tell(discord, 'THREAD_UPDATE', threadOf('12000', '600'));
    await told(client, discord);
    const again = client.channels.cache.get('12000');
    expect(again?.isThread() && again.parentId).toBe('600');
  });
});
