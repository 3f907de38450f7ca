import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { typedCommand } from '../support/discord-server/interactions.ts';
import type { Json } from '../support/discord-server/json.ts';
import { isLoading, type Kept } from '../support/discord-server/messages.ts';
import { say } from '../support/discord-server/say.ts';
import { BOT, type DiscordServer, openDiscord, TOKEN } from '../support/discord-server/server.ts';
import { type Program, program, type Running } from './program.ts';
import { installedPostgres, type Server, startServer } from './server.ts';

/** Questions in a second; for how many seconds, and until one was ended how often: on a busy machine that takes longer. */
const RATE = 20;
const SECONDS = 30;
const ENDS = 3;
/** In ms. A process counts as gone after 15 s; what it left is answered within some seconds then. */
const HEIRS_ANSWER_WITHIN = 90_000;
const PATIENCE = 300_000;
/** In ms: how long a process lives before it is killed again. */
const LIVES = 2_500;
/** Of each server: in none, more is asked than is answered in a minute. */
const CHANNELS = 40;
/** Of one of them the first of two shards hears, of the other the second. */
const SERVERS = ['500', String(1n << 22n)] as const;
const programs = installedPostgres();

let server: Server;
let nutgraf: Program;
beforeAll(async () => {
  if (programs === null) return;
  [server, nutgraf] = await Promise.all([startServer(programs), program({ ready: 'connected to Discord' })]);
});
afterAll(async () => {
  await nutgraf?.end();
  await server?.end();
});

async function discordWithTwoServers(): Promise<DiscordServer> {
  const discord = await openDiscord();
  onTestFinished(discord.close);
  const home = discord.guilds.get(SERVERS[0]) ?? {};
  for (const id of SERVERS) {
    const roles = [{ id, permissions: '8', name: '@everyone', position: 0 }];
    discord.guilds.set(id, { ...home, id, roles });
    for (let index = 0; index < CHANNELS; index += 1) {
      const channel = channelOf(id, index);
      discord.channels.set(channel, { id: channel, type: 0, guild_id: id, name: 'floor' });
    }
  }
  return discord;
}

function channelOf(guild: string, index: number): string {
  return String(BigInt(guild) * 1_000n + BigInt(index));
}

/** Something that was asked, and our messages that answer it. */
interface Asked {
  readonly kind: 'mention' | 'command';
  answers(): readonly Kept[];
}

function ask(discord: DiscordServer, index: number): Asked {
  const guild = SERVERS[index % 2] ?? SERVERS[0];
  const channel = channelOf(guild, (index >> 2) % CHANNELS);
  const user = String(10_000 + index);
  const text = `What does a ticket for boat ${index} cost?`;
  if (index % 4 < 2) {
    const { id } = say(discord, { text: `<@${BOT.id}> ${text}`, channel, user });
    const answers = () => discord.messages(channel).filter(({ reference }) => reference?.message_id === id);
    return { kind: 'mention', answers };
  }
  const command: Json = typedCommand(discord, 'ask', { question: text }, { channel, user });
  discord.interact(command);
  return { kind: 'command', answers: () => discord.answers(command).filter((kept) => !isLoading(kept)) };
}

/** Asks at a steady rate. */
async function asking(discord: DiscordServer, ends: () => number): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const began = performance.now();
  for (let index = 0; index < RATE * SECONDS || ends() < ENDS; index += 1) {
    await sleep(Math.max(0, began + (index * 1_000) / RATE - performance.now()));
    asked.push(ask(discord, index));
  }
  return asked;
}

/** Ends a process, and starts it again at once, over and over. */
function again(start: () => Promise<Running>, signal: 'SIGKILL' | 'SIGTERM') {
  let times = 0;
  let isOver = false;
  async function going(): Promise<void> {
    for (let running = await start(); !isOver; running = await start()) {
      await sleep(LIVES);
      await running.end(signal);
      times += 1;
    }
  }
  const gone = going();
  return {
    times: () => times,
    async end() {
      isOver = true;
      await gone;
    },
  };
}

describe.skipIf(programs === null)('two processes of the Discord bot over one ledger', () => {
  it.each([
    ['with a shard each, one of which is killed', '0-0/2', '1-1/2', 'SIGKILL'],
    ['with the same shards, one of which is killed', '0-1/2', '0-1/2', 'SIGKILL'],
    ['with the same shards, one of which is stopped', '0-1/2', '0-1/2', 'SIGTERM'],
  ] as const)(
    '%s again and again answer every question exactly once',
    { timeout: PATIENCE },
    async (_, first, second, signal) => {
      const discord = await discordWithTwoServers();
      const env = {
        DISCORD_TOKEN: TOKEN,
        DISCORD_API_URL: discord.apiUrl,
        LEDGER_URL: await server.database(),
      };
      const start = (shards: string) => nutgraf.start({ ...env, DISCORD_SHARDS: shards });
      await start(first);
      // Whoever asks before a process was ever there asks nobody.
      await (await start(second)).end(signal);
      const ending = again(() => start(second), signal);
      const asked = await asking(discord, ending.times);
      await ending.end();
      const left = () => asked.filter(({ answers }) => answers().length === 0);
      await expect.poll(() => left().length, { timeout: HEIRS_ANSWER_WITHIN, interval: 250 }).toBe(0);
      expect(asked.filter(({ answers }) => answers().length > 1)).toEqual([]);
      const ours = discord.calls.filter(
        ({ method, path, status }) => method === 'POST' && path.endsWith('/messages') && status === 200,
      );
      expect(new Set(ours.map(({ message }) => message)).size).toBe(
        asked.filter(({ kind }) => kind === 'mention').length,
      );
    },
  );
});
