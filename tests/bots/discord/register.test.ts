import { describe, expect, it } from 'vitest';
import {
  COMMANDS_EVERYWHERE,
  COMMANDS_OF_ONE_SERVER,
} from '../../../src/bots/discord/commands/definitions.ts';
import { registerCommands } from '../../../src/bots/discord/register.ts';
import type { DiscordConfig } from '../../../src/config.ts';
import { type DiscordApi, type Json, no, openApi, TOKEN } from './doctor/api.ts';

const REALLY = { dryRun: false, everywhere: false };
const NAMES = ['/ask', 'Find this in our stories', '/nutgraf'];
const PAGE = '<html><body>Sign in to the network</body></html>';

function configOf(discord: DiscordApi, changes: Partial<DiscordConfig> = {}): DiscordConfig {
  return { token: TOKEN, applicationId: null, guildId: null, apiUrl: discord.apiUrl, ...changes };
}

/** Puts the commands up everywhere, then changes what is up there. */
async function changedBy(change: (command: Json) => Json) {
  const discord = await openApi();
  await registerCommands(configOf(discord), REALLY);
  const { commands } = discord.held;
  commands.set('everywhere', (commands.get('everywhere') ?? []).map(change));
  return discord;
}

const statesOf = ({ commands }: { readonly commands: readonly { command: string; state: string }[] }) =>
  commands.map(({ command, state }) => [command, state]);
const all = (state: string) => NAMES.map((name) => [name, state]);

describe('registering', () => {
  it('puts the commands up everywhere in one call, and writes nothing the second time', async () => {
    const discord = await openApi();
    const first = await registerCommands(configOf(discord), REALLY);
    expect(statesOf(first.here)).toEqual(all('added'));
    expect(first).toMatchObject({ here: { place: 'everywhere' }, elsewhere: null });
    const second = await registerCommands(configOf(discord), REALLY);
    expect(statesOf(second.here)).toEqual(all('same'));
    expect(discord.writes()).toEqual([
      { method: 'PUT', path: '/applications/200/commands', body: COMMANDS_EVERYWHERE, status: 200 },
    ]);
  });

  it('puts them up in one server while developing', async () => {
    const discord = await openApi();
    const { here, elsewhere } = await registerCommands(configOf(discord, { guildId: '500' }), REALLY);
    expect([here.place, statesOf(here)]).toEqual([{ guild: '500' }, all('added')]);
    expect(elsewhere).toMatchObject({ place: 'everywhere', commands: [], body: null });
    expect(discord.writes().map(({ path, body }) => [path, body])).toEqual([
      ['/applications/200/guilds/500/commands', COMMANDS_OF_ONE_SERVER],
    ]);
    await registerCommands(configOf(discord, { guildId: '500' }), REALLY);
    expect(discord.writes()).toHaveLength(1);
  });

  it('writes nothing when it is only to say what it would do', async () => {
    const discord = await openApi();
    const { here } = await registerCommands(configOf(discord), { ...REALLY, dryRun: true });
    expect(statesOf(here)).toEqual(all('added'));
    expect(discord.writes()).toEqual([]);
  });

  it('asks for the application only where it is not configured', async () => {
    const discord = await openApi();
    await registerCommands(configOf(discord, { applicationId: '200' }), REALLY);
    expect(discord.calls.map(({ path }) => path)).not.toContain('/applications/@me');
  });
});

describe('never in both places', () => {
  it('takes down what is up everywhere when it registers in a server, and the other way round', async () => {
    const discord = await openApi();
    const config = configOf(discord, { guildId: '500' });
    await registerCommands(configOf(discord), REALLY);
    const toServer = await registerCommands(config, REALLY);
    expect(toServer.elsewhere && statesOf(toServer.elsewhere)).toEqual(all('removed'));
    expect(discord.held.commands.get('everywhere')).toEqual([]);
    const toAll = await registerCommands(config, { ...REALLY, everywhere: true });
    expect(toAll.elsewhere && statesOf(toAll.elsewhere)).toEqual(all('removed'));
    expect(discord.held.commands.get('500')).toEqual([]);
    expect(discord.held.commands.get('everywhere')).toHaveLength(3);
  });

  it('puts them up in the one place before it takes them down in the other', async () => {
    const discord = await openApi();
    await registerCommands(configOf(discord), REALLY);
    await registerCommands(configOf(discord, { guildId: '500' }), REALLY);
    expect(discord.writes().map(({ path }) => path)).toEqual([
      '/applications/200/commands',
      '/applications/200/guilds/500/commands',
      '/applications/200/commands',
    ]);
  });

  it('does not mind a server that the bot has left', async () => {
    const discord = await openApi();
    discord.held.commands.delete('500');
    const config = configOf(discord, { guildId: '500' });
    const { here, elsewhere } = await registerCommands(config, { ...REALLY, everywhere: true });
    expect([statesOf(here), elsewhere?.commands]).toEqual([all('added'), []]);
  });
});

describe("commands that are not Nutgraf's", () => {
  const weather = {
    id: '9',
    application_id: '200',
    version: '8',
    type: 1,
    name: 'weather',
    name_localizations: { de: 'wetter' },
    description: 'Tells the weather.',
    description_localizations: null,
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    integration_types: [0, 1],
    contexts: [0],
    options: [{ type: 3, name: 'town', description: 'Which one?', required: true }],
  };
  const launch = {
    id: '7',
    application_id: '200',
    version: '6',
    type: 4,
    name: 'launch',
    description: '',
    handler: 2,
  };

  it('are put up again as they are, and named', async () => {
    const discord = await openApi();
    discord.held.commands.set('everywhere', [weather, launch]);
    const { here } = await registerCommands(configOf(discord), REALLY);
    expect(here.others).toEqual(['/weather', 'launch']);
    const { body } = discord.writes()[0] ?? {};
    expect((body as readonly Json[]).slice(3)).toEqual([
      {
        type: 1,
        name: 'weather',
        name_localizations: { de: 'wetter' },
        description: 'Tells the weather.',
        nsfw: false,
        integration_types: [0, 1],
        contexts: [0],
        options: weather.options,
      },
      { type: 4, name: 'launch', handler: 2 },
    ]);
    await registerCommands(configOf(discord), REALLY);
    expect(discord.writes()).toHaveLength(1);
  });

  it('stay where ours are taken down, and are not touched where ours are not', async () => {
    const discord = await openApi();
    discord.held.commands.set('everywhere', [weather]);
    await registerCommands(configOf(discord, { guildId: '500' }), REALLY);
    expect(discord.writes()).toHaveLength(1);
    await registerCommands(configOf(discord), REALLY);
    const { elsewhere } = await registerCommands(configOf(discord, { guildId: '500' }), REALLY);
    expect(elsewhere?.others).toEqual(['/weather']);
    expect(discord.held.commands.get('everywhere')).toMatchObject([{ name: 'weather', contexts: [0] }]);
  });

  it('are put up again in a server without what counts everywhere only', async () => {
    const discord = await openApi();
    discord.held.commands.set('500', [{ ...weather, guild_id: '500' }]);
    await registerCommands(configOf(discord, { guildId: '500' }), REALLY);
    const { body } = discord.writes()[0] ?? {};
    expect((body as readonly Json[])[3]).toEqual({
      type: 1,
      name: 'weather',
      name_localizations: { de: 'wetter' },
      description: 'Tells the weather.',
      nsfw: false,
      options: weather.options,
    });
  });

  it('are not ours for having a name of ours in another menu', async () => {
    const discord = await openApi();
    discord.held.commands.set('everywhere', [{ id: '5', type: 2, name: 'ask', description: '' }]);
    const { here } = await registerCommands(configOf(discord), REALLY);
    expect([statesOf(here), here.others]).toEqual([all('added'), ['ask']]);
  });
});

describe('the difference', () => {
  it.each<readonly [string, (command: Json) => Json, readonly unknown[]]>([
    ['an older description', (ask) => ({ ...ask, description: 'Asks.' }), ['description']],
    [
      'a translation',
      (ask) => ({
        ...ask,
        name_localizations: { ...(ask.name_localizations as Json), fr: 'poser', it: 'chiedi' },
      }),
      ['name in fr', 'name in it'],
    ],
    ['no translations', (ask) => ({ ...ask, name_localizations: null }), inEach('name')],
    [
      'who may use it',
      (ask) => ({ ...ask, default_member_permissions: '8' }),
      ['permissions that members need'],
    ],
    ['where it may be used', (ask) => ({ ...ask, contexts: null }), ['where it may be used']],
    ['how it is installed', (ask) => ({ ...ask, integration_types: [0] }), ['ways to install']],
    ['an age restriction', (ask) => ({ ...ask, nsfw: true }), ['age restriction']],
    ['an option that is gone', (ask) => ({ ...ask, options: optionsOf(ask).slice(0, 2) }), ['option']],
    [
      'an option of another kind',
      (ask) => ({ ...ask, options: optionsOf(ask).map((option) => ({ ...option, autocomplete: false })) }),
      ['question: autocomplete', 'story: autocomplete'],
    ],
    [
      'a shorter question',
      (ask) => ({
        ...ask,
        options: optionsOf(ask).map((option, at) => (at === 0 ? { ...option, max_length: 100 } : option)),
      }),
      ['question: max_length'],
    ],
    [
      'another order of options',
      (ask) => {
        const [question, story, alone] = optionsOf(ask);
        return { ...ask, options: [question, alone, story] };
      },
      ['order of options'],
    ],
  ])('tells %s, and mends it', async (_, change, what) => {
    const discord = await changedBy((command) => (command.name === 'ask' ? change(command) : command));
    const { here } = await registerCommands(configOf(discord), REALLY);
    expect(statesOf(here).map(([, state]) => state)).toEqual(['changed', 'same', 'same']);
    expect(here.commands[0]?.changes.map((each) => each.what).sort()).toEqual([...what].sort());
    const { here: after } = await registerCommands(configOf(discord), REALLY);
    expect(statesOf(after)).toEqual(all('same'));
  });

  it('says what is there and what will be', async () => {
    const discord = await changedBy((command) => ({ ...command, default_member_permissions: null }));
    const { here } = await registerCommands(configOf(discord), REALLY);
    expect(here.commands[2]?.changes).toEqual([
      { what: 'permissions that members need', from: null, to: '32' },
    ]);
  });

  it.each<readonly [string, (command: Json) => Json]>([
    [
      'the order of lists that have none',
      (command) => ({ ...command, contexts: [...((command.contexts ?? []) as number[])].reverse() }),
    ],
    [
      'what holds anyway',
      (command) => ({
        ...command,
        nsfw: null,
        options: optionsOf(command).map(({ max_length: _, ...option }) => ({
          required: false,
          choices: [],
          min_length: 0,
          max_length: null,
          ...option,
        })),
      }),
    ],
    [
      'translations that say the same as the default',
      (command) => ({
        ...command,
        name_localizations: { ...((command.name_localizations ?? {}) as Json), ja: command.name },
      }),
    ],
    ['fields that are not known yet', (command) => ({ ...command, color: 'red' })],
  ])('makes nothing of %s', async (_, change) => {
    const discord = await changedBy(change);
    const { here } = await registerCommands(configOf(discord), REALLY);
    expect(statesOf(here)).toEqual(all('same'));
  });

  it('tells a command that is up twice in one place', async () => {
    const discord = await openApi();
    await registerCommands(configOf(discord), REALLY);
    const up = discord.held.commands.get('everywhere') ?? [];
    discord.held.commands.set('everywhere', [...up, ...up.slice(0, 1)]);
    const { here } = await registerCommands(configOf(discord), REALLY);
    expect(here.commands[0]?.changes).toEqual([{ what: 'times that it is up', from: '2', to: '1' }]);
    expect(discord.held.commands.get('everywhere')).toHaveLength(3);
  });
});

describe('what goes wrong', () => {
  it.each<readonly [string, Partial<DiscordConfig>, string, RegExp]>([
    [
      'a wrong token',
      { token: 'MjAw.other.token' },
      'bad-token',
      /DISCORD_TOKEN, which was perhaps reset: copy/,
    ],
    ['a client secret', { token: 'a'.repeat(32) }, 'bad-token', /looks like the client secret/],
    ['a public key', { token: 'ab12'.repeat(16) }, 'bad-token', /looks like the public key/],
    ['an id', { token: '200' }, 'bad-token', /looks like an id/],
    [
      'another application',
      { applicationId: '999' },
      'refused',
      /DISCORD_APPLICATION_ID is the application of/,
    ],
    ['a server without the bot', { guildId: '999' }, 'refused', /check DISCORD_GUILD_ID .* invited there/],
    [
      'another application in a server',
      { guildId: '500', applicationId: '999' },
      'refused',
      /DISCORD_APPLICATION_ID is/,
    ],
  ])('says what to do about %s, and writes nothing', async (_, changes, code, message) => {
    const discord = await openApi();
    const config = configOf(discord, changes);
    const { message: said, ...rest } = await registerCommands(config, REALLY).catch((error) => error);
    expect(rest.code).toBe(code);
    expect(said).toMatch(message);
    if (config.token.length > 3) expect(said).not.toContain(config.token);
    expect(discord.writes()).toEqual([]);
  });

  it.each([
    [
      'too many new commands',
      no(400, 30034, 'Max number of daily application command creates has been reached (200)'),
      /run this again tomorrow/,
    ],
    [
      'a form that Discord does not take',
      no(400, 50035, 'Invalid Form Body'),
      /update Nutgraf, or mend the commands/,
    ],
    ['a proxy', { status: 403, body: PAGE }, /at DISCORD_API_URL is not Discord/],
    ['a page in place of commands', { body: PAGE }, /at DISCORD_API_URL is not Discord/],
    ['a Discord that is not well', { status: 502, body: PAGE }, /^Discord is not well/],
    [
      'limits without end',
      { status: 429, headers: { 'retry-after': '0.05' }, body: {} },
      /^Discord limits our calls: run this again in 1 second\.$/,
    ],
    [
      'a long limit',
      { status: 429, headers: { 'retry-after': '90' }, body: { message: 'limited', retry_after: 90 } },
      /^Discord limits our calls: run this again in 9\d seconds\.$/,
    ],
  ])('says what to do about %s', async (_, turn, message) => {
    const discord = await openApi();
    discord.say(/^PUT /, turn);
    await expect(registerCommands(configOf(discord), REALLY)).rejects.toMatchObject({
      name: 'BotStartError',
      message: expect.stringMatching(message),
    });
  });

  it('does not take what it may not see for nothing', async () => {
    const discord = await openApi();
    discord.say(/^GET \/applications\/200\/commands/, no(403, 50001, 'Missing Access'));
    await expect(registerCommands(configOf(discord, { guildId: '500' }), REALLY)).rejects.toMatchObject({
      code: 'refused',
    });
    expect(discord.writes()).toEqual([]);
  });

  it('waits for a short limit', async () => {
    const discord = await openApi();
    discord.say(/^PUT /, { status: 429, headers: { 'retry-after': '0.05' }, body: {}, once: true });
    const { here } = await registerCommands(configOf(discord), REALLY);
    expect(statesOf(here)).toEqual(all('added'));
  });

  it('says that nothing listens', async () => {
    const config = { ...configOf(await openApi()), apiUrl: 'http://127.0.0.1:1/api' };
    await expect(registerCommands(config, REALLY)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/^Discord cannot be reached at DISCORD_API_URL/),
    });
  });
});

it('links ask for the least that is needed', async () => {
  const { links } = await registerCommands(configOf(await openApi()), REALLY);
  const [server, person] = [links.server, links.person].map((link) => new URL(link));
  expect(server?.href.split('?')[0]).toBe('https://discord.com/oauth2/authorize');
  expect(Object.fromEntries(server?.searchParams ?? [])).toEqual({
    client_id: '200',
    integration_type: '0',
    scope: 'bot applications.commands',
    // View Channels, Send Messages, Send Messages in Threads, Read Message History.
    permissions: String((1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 16n)),
  });
  expect(Object.fromEntries(person?.searchParams ?? [])).toEqual({
    client_id: '200',
    integration_type: '1',
    scope: 'applications.commands',
  });
});

function inEach(what: string): readonly string[] {
  return ['es-ES', 'es-419', 'fr', 'de'].map((locale) => `${what} in ${locale}`);
}

function optionsOf({ options = [] }: Json): readonly Json[] {
  return options as readonly Json[];
}
