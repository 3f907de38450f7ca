import { expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { type DiscordApi, openApi, TOKEN } from '../bots/discord/doctor/api.ts';
import { ioWith } from '../support/io.ts';

const env = (discord: DiscordApi, more = {}) => ({
  DISCORD_TOKEN: TOKEN,
  DISCORD_API_URL: discord.apiUrl,
  ...more,
});

async function register(variables: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { io, written } = ioWith('', variables);
  const code = await run(['register', ...args], io);
  expect(written.stdout + written.stderr).not.toContain(TOKEN);
  return { code, ...written };
}

const LINKS = [
  'Add it to a server:  https://discord.com/oauth2/authorize?client_id=200&integration_type=0&scope=bot+applications.commands&permissions=274877975552',
  'Add it to yourself:  https://discord.com/oauth2/authorize?client_id=200&integration_type=1&scope=applications.commands',
];

it('writes what it did, where, and the links to install the bot', async () => {
  const discord = await openApi();
  expect(await register(env(discord))).toEqual({
    code: 0,
    stdout: [
      'Everywhere:',
      '  added    /ask',
      '  added    Find this in our stories',
      '  added    /nutgraf',
      '',
      ...LINKS,
      '',
      'Discord: 3 added.',
      '',
    ].join('\n'),
    stderr: '',
  });
  const { stdout } = await register(env(discord));
  expect(stdout).toMatch(/^Everywhere:\n {2}same {5}\/ask\n/);
  expect(stdout).toMatch(/\nDiscord: the commands are up as they should be; nothing was written\.\n$/);
});

it('writes what changed, what was taken down elsewhere, and what stays', async () => {
  const discord = await openApi();
  await register(env(discord));
  const { commands } = discord.held;
  const [ask = {}] = commands.get('everywhere') ?? [];
  commands.set('500', [
    { ...ask, description: 'Asks\u001b[31m.', guild_id: '500' },
    { id: '9', type: 1, name: 'weather', description: 'Tells the weather.' },
  ]);
  const { stdout } = await register(env(discord, { DISCORD_GUILD_ID: '500' }), '--dry-run');
  expect(stdout.split('\n')).toEqual([
    'In the server 500:',
    '  changed  /ask',
    '             description: Asks [31m., now Answers a question about a news story with what the article…',
    '  added    Find this in our stories',
    '  added    /nutgraf',
    "  kept     /weather                  not Nutgraf's",
    '',
    'Everywhere:',
    '  removed  /ask                      it would show twice in the server',
    '  removed  Find this in our stories  it would show twice in the server',
    '  removed  /nutgraf                  it would show twice in the server',
    '',
    ...LINKS,
    '',
    'Discord: 2 added, 1 changed, 3 removed; nothing was written, as --dry-run says.',
    '',
  ]);
  expect(discord.writes()).toHaveLength(1);
  const { stdout: after } = await register(env(discord, { DISCORD_GUILD_ID: '500' }), '--global');
  expect(after).toMatch(
    /\n\nIn the server 500:\n {2}removed {2}\/ask {6}it would show twice\n {2}kept {5}\/weather {2}not Nutgraf's\n\n/,
  );
  expect(commands.get('500')).toMatchObject([{ name: 'weather' }]);
});

it('prints the same as JSON', async () => {
  const discord = await openApi();
  const { stdout } = await register(env(discord, { DISCORD_GUILD_ID: '500' }), '--json', '--dry-run');
  const added = (command: string) => ({ command, state: 'added', changes: [] });
  expect(JSON.parse(stdout)).toEqual({
    platform: 'discord',
    dryRun: true,
    written: false,
    places: [
      {
        place: { server: '500' },
        commands: ['/ask', 'Find this in our stories', '/nutgraf'].map(added),
        others: [],
      },
      { place: 'everywhere', commands: [], others: [] },
    ],
    links: { server: expect.stringContaining('scope=bot'), person: expect.stringContaining('type=1') },
  });
});

it.each([
  [{ DISCORD_TOKEN: 'MjAw.wrong.token' }, [], /^Discord does not know the token in DISCORD_TOKEN/],
  [{ DISCORD_TOKEN: `Bot ${TOKEN}` }, [], /DISCORD_TOKEN should be a bot token, .* without "Bot " before it/],
  [{}, ['500'], /takes options only/],
  [{}, ['--everywhere'], /--everywhere/],
])('exits with 2 for %j %j', async (variables, args, sentence) => {
  const { code, stdout, stderr } = await register(env(await openApi(), variables), ...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(sentence);
});
