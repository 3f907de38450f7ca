import { describe, expect, it } from 'vitest';
import { registerCommands } from '../../../../src/bots/discord/register.ts';
import { type DiscordApi, type Held, no, TOKEN } from './api.ts';
import { discordWith, envOf, examined } from './examined.ts';

const GUILD = { DISCORD_GUILD_ID: '500' };
const bare = () => discordWith(({ commands }) => commands.set('everywhere', []));
const weather = { id: '9', type: 1, name: 'weather', description: 'Tells the weather.' };

function putUp(discord: DiscordApi, guildId: string | null) {
  const config = { token: TOKEN, applicationId: null, guildId, apiUrl: discord.apiUrl };
  return registerCommands(config, { dryRun: false, everywhere: false });
}

/** Leaves in a server what is up everywhere. */
function copyTo(guild: string) {
  return ({ commands }: Held) => void commands.set(guild, commands.get('everywhere') ?? []);
}

const REGISTER = 'npm run --silent nutgraf -- register';

describe('commands', () => {
  it('are missing where none is up', async () => {
    const { missing, of } = await examined(envOf(await bare()));
    expect(missing).toEqual(['Commands']);
    expect(of('Commands')?.text).toBe(`None is up: run ${REGISTER}`);
    const { of: inServer } = await examined(envOf(await bare(), GUILD));
    expect(inServer('Commands')?.text).toBe(
      `None is up everywhere or in the server of DISCORD_GUILD_ID: run ${REGISTER}`,
    );
  });

  it('are fine in one server, be it configured or not', async () => {
    const discord = await bare();
    await putUp(discord, '500');
    for (const more of [GUILD, {}]) {
      const { missing, of } = await examined(envOf(discord, more));
      expect([missing, of('Commands')?.text]).toEqual([
        [],
        'up in the server 500, as they should be: /ask, Find this in our stories, /nutgraf',
      ]);
    }
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['everywhere', {}, REGISTER],
    ['everywhere', GUILD, `${REGISTER} --global`],
    ['500', GUILD, REGISTER],
    ['500', {}, `DISCORD_GUILD_ID=500 ${REGISTER}`],
  ])(
    'that are out of date or not there (%s, %j) are told, and how to mend them',
    async (place, more, run) => {
      const discord = await bare();
      await putUp(discord, place === '500' ? '500' : null);
      const { commands } = discord.held;
      const [, find = {}, settings = {}] = commands.get(place) ?? [];
      commands.set(place, [find, { ...settings, description: 'Sets.' }]);
      const { missing, of } = await examined(envOf(discord, more));
      expect(missing).toEqual(['Commands']);
      expect(of('Commands')?.text).toBe(
        `/ask is not up, /nutgraf is out of date ${place === '500' ? 'in the server 500' : place}: run ${run}`,
      );
    },
  );

  it.each<readonly [Readonly<Record<string, string>>, string]>([
    [GUILD, `${REGISTER} to keep them there, or ${REGISTER} --global to keep them everywhere`],
    [{}, `DISCORD_GUILD_ID=500 ${REGISTER} --global`],
  ])('show twice where they are up in a server and everywhere (%j)', async (more, way) => {
    const { missing, of } = await examined(envOf(await discordWith(copyTo('500')), more));
    expect(missing).toEqual(['Commands twice']);
    expect(of('Commands twice')?.text).toBe(
      `They show twice in the server 500, being up everywhere, too: run ${way}`,
    );
  });

  it("of the application that are not Nutgraf's are named", async () => {
    const discord = await discordWith(({ commands }) => {
      commands.set('everywhere', [...(commands.get('everywhere') ?? []), weather]);
      commands.set('500', [weather, { id: '8', type: 2, name: 'Greet' }]);
    });
    const { missing, of } = await examined(envOf(discord));
    expect([missing, of('Other commands')?.text]).toEqual([
      [],
      "not Nutgraf's, and left alone: /weather, Greet",
    ]);
  });

  it('cannot be up in a configured server without the bot', async () => {
    const { missing, of } = await examined(envOf(await discordWith(), { DISCORD_GUILD_ID: '999' }));
    expect(missing).toEqual(['Commands']);
    expect(of('Commands')?.text).toMatch(/^The bot is not in the server of DISCORD_GUILD_ID: .*scope=bot/);
  });

  it('are looked for in a few servers only', async () => {
    const discord = await discordWith((held) => {
      for (let id = 501; id < 540; id += 1) held.guilds.set(`${id}`, { id: `${id}`, member: {} });
    });
    const before = discord.calls.length;
    expect((await examined(envOf(discord))).missing).toEqual([]);
    const asked = discord.calls.slice(before).filter(({ path }) => path.includes('/commands'));
    expect(asked).toHaveLength(6);
  });

  it.each([
    [
      no(403, 50001, 'Missing Access'),
      /^Discord does not say which commands are up \(50001: Missing Access\)/,
    ],
    [{ status: 503, body: '' }, /^Discord is not well/],
  ])('are not checked where Discord does not say', async (turn, sentence) => {
    const discord = await bare();
    discord.say(/^GET \/applications\/200\/commands/, turn);
    const { missing, of } = await examined(envOf(discord));
    expect([missing, of('Commands')]).toEqual([
      [],
      { mark: 'not checked', name: 'Commands', text: expect.stringMatching(sentence) },
    ]);
  });
});
