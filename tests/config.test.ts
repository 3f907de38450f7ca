import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, readGeneralConfig } from '../src/config.ts';

const mistakesOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('has every bot off when nothing is set, and finds the library that ships', () => {
    expect(readConfig({})).toMatchObject({ slack: null, discord: null, logLevel: null, color: 'auto' });
    expect(readConfig({}).data).toMatch(/data\/$/);
  });

  it('takes what is left empty, as in a copied .env.example, for not set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', DISCORD_TOKEN: '  ', LOG_LEVEL: '' })).toEqual(readConfig({}));
  });

  it('takes meaning from a network only where that is named', () => {
    expect(readGeneralConfig({}).semantic).toBeNull();
    expect(readGeneralConfig({ SEMANTIC: 'minilm' }).semantic).toBe('minilm');
    expect(mistakesOf({ SEMANTIC: 'on' })).toEqual(['SEMANTIC should be minilm, or left empty.']);
  });

  it('keeps what can be computed again where it is told to, else where the system keeps such things', () => {
    const home = { XDG_CACHE_HOME: '/var/cache/me' };
    expect(readGeneralConfig({ ...home, NUTGRAF_CACHE: '/srv/cache' }).cache).toBe('/srv/cache');
    expect(readGeneralConfig(home).cache).toBe(join('/var/cache/me', 'nutgraf'));
    const own = join(homedir(), '.cache', 'nutgraf');
    expect([readGeneralConfig({}).cache, readGeneralConfig({ XDG_CACHE_HOME: 'here' }).cache]).toEqual([
      own,
      own,
    ]);
  });

  it('keeps the ledger where the system keeps such things, unless it is told where', () => {
    const file = (path: string, stated: boolean) => ({
      store: { kind: 'sqlite', file: path },
      stated,
      key: null,
      keep: null,
      corrections: 'edit',
      reportChannel: null,
    });
    const home = { XDG_STATE_HOME: '/var/state/me' };
    const own = join(homedir(), '.local', 'state', 'nutgraf', 'ledger.db');
    expect(readConfig(home).ledger).toEqual(file(join('/var/state/me', 'nutgraf', 'ledger.db'), false));
    expect(readConfig({}).ledger).toEqual(file(own, false));
    expect(readConfig({ XDG_STATE_HOME: 'here' }).ledger).toEqual(file(own, false));
    expect(readConfig({ ...home, LEDGER_URL: 'off' }).ledger).toEqual({
      store: { kind: 'off' },
      stated: true,
      key: null,
      keep: null,
      corrections: 'edit',
      reportChannel: null,
    });
  });

  it.each([
    ['file:/srv/a%20b/ledger.db', '/srv/a b/ledger.db'],
    ['file:///srv/ledger.db', '/srv/ledger.db'],
    ['file:state/ledger.db', 'state/ledger.db'],
    ['/srv/a b/ledger.db', '/srv/a b/ledger.db'],
    ['state/ledger.db', 'state/ledger.db'],
    ['C:\\state\\ledger.db', 'C:\\state\\ledger.db'],
  ])('keeps the ledger in the file that is named by %s', (address, path) => {
    expect(readConfig({ LEDGER_URL: ` ${address} ` }).ledger).toMatchObject({
      store: { kind: 'sqlite', file: path },
      stated: true,
    });
  });

  it.each([
    'postgres://me:hunter2@db:5433/nutgraf?sslmode=require',
    'postgresql://db/nutgraf',
    'Postgres:///nutgraf?host=/var/run/postgresql',
  ])('keeps the ledger in the database at %s', (url) => {
    expect(readConfig({ LEDGER_URL: url }).ledger).toMatchObject({
      store: { kind: 'postgres', url },
      stated: true,
    });
  });

  it.each([
    ['90d', 90],
    ['2w', 14],
    [' 1d ', 1],
  ])('keeps what was asked for %s', (text, days) => {
    expect(readConfig({ LEDGER_KEEP: text }).ledger.keep).toBe(days * 24 * 3_600_000);
  });

  it('keeps what was asked for good, unless it is told otherwise', () => {
    expect([readConfig({}).ledger.keep, readConfig({ LEDGER_KEEP: 'off' }).ledger.keep]).toEqual([
      null,
      null,
    ]);
    for (const wrong of ['0d', '90', '3m', '-1d', '1.5w', '90 days']) {
      expect(mistakesOf({ LEDGER_KEEP: wrong })).toEqual([
        'LEDGER_KEEP should be a number of days or weeks, such as 90d or 12w, or off.',
      ]);
    }
  });

  it.each([
    'mysql://me:hunter2@db/nutgraf',
    'postgres:me:hunter2',
    'postgres://me:hunter2@db:port/nutgraf',
    'https://db',
    'file:',
    'file://host/ledger.db',
  ])('says what can be used where it cannot keep the ledger in %s', (address) => {
    expect(mistakesOf({ LEDGER_URL: address })).toEqual([
      expect.stringMatching(/^LEDGER_URL should be off, a file, such as file:\/var\/(?!.*hunter2).+\.$/),
    ]);
  });

  it('seals with a key that is long enough', () => {
    expect(readConfig({ LEDGER_KEY: ' sixteen letters! ' }).ledger.key).toBe('sixteen letters!');
    expect(mistakesOf({ LEDGER_KEY: 'fifteen letters' })).toEqual([
      expect.stringMatching(/^LEDGER_KEY should be at least 16 characters/),
    ]);
  });

  it('reads Slack in Socket Mode', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: ' xoxb-1 ', SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual({
      botToken: 'xoxb-1',
      oauth: null,
      apiUrl: null,
      mode: { kind: 'socket', appToken: 'xapp-1' },
    });
  });

  const installing = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'abc',
    SLACK_SIGNING_SECRET: 'def',
    LEDGER_KEY: 'sixteen characters at least',
  };

  it('reads Slack for many workspaces, which has no token of its own', () => {
    expect(readConfig({ ...installing, PORT: '8080' }).slack).toEqual({
      botToken: null,
      oauth: { clientId: '1.2', clientSecret: 'abc' },
      apiUrl: null,
      mode: { kind: 'http', signingSecret: 'def' },
    });
  });

  it.each([
    ['SLACK_CLIENT_ID', { SLACK_CLIENT_ID: '' }],
    ['SLACK_CLIENT_SECRET', { SLACK_CLIENT_SECRET: '' }],
    ['SLACK_SIGNING_SECRET', { SLACK_SIGNING_SECRET: '' }],
    ['LEDGER_KEY', { LEDGER_KEY: '' }],
    ['LEDGER_URL', { LEDGER_URL: 'off' }],
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1' }],
    ['SLACK_APP_TOKEN', { SLACK_APP_TOKEN: 'xapp-1' }],
  ])('says in a sentence when %s does not go with many workspaces', (name, change) => {
    expect(mistakesOf({ ...installing, ...change })).toEqual([
      expect.stringMatching(new RegExp(`^${name} (?:is needed|has to) [^.]+\\.$`)),
    ]);
  });

  it('reads Slack over HTTP, on port 3000 unless PORT says otherwise', () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'abc' };
    expect(readConfig(env).slack?.mode).toEqual({ kind: 'http', signingSecret: 'abc' });
    expect(readConfig(env).http).toEqual({ host: '127.0.0.1', ports: [3000] });
    expect(readConfig({ ...env, PORT: '8080', HOST: '0.0.0.0' }).http).toEqual({
      host: '0.0.0.0',
      ports: [8080],
    });
  });

  it('opens a page on this machine, on the first port that is free from 3000', () => {
    const { http, web } = readConfig({});
    expect(http).toEqual({
      host: '127.0.0.1',
      ports: [3000, 3001, 3002, 3003, 3004, 3005, 3006, 3007, 3008, 3009],
    });
    expect(web).toEqual({ origins: [], proxies: 0, rate: null, deskToken: null });
    expect(readConfig({ PORT: '8080' }).http.ports).toEqual([8080]);
    expect(readConfig({ HOST: '[::1]' }).http.host).toBe('::1');
    for (const [written, host] of [
      ['127.1', '127.0.0.1'],
      ['2130706433', '127.0.0.1'],
      ['0', '0.0.0.0'],
      ['localhost', 'localhost'],
    ]) {
      expect(readConfig({ HOST: written }).http.host).toBe(host);
    }
    expect(readConfig({ WEB: 'off' }).web).toBeNull();
  });

  it('reads what is decided of the page', () => {
    const token = 'sixteen-letters!';
    expect(readConfig({ WEB_PROXY: '2', WEB_RATE: '600', DESK_TOKEN: token }).web).toMatchObject({
      proxies: 2,
      rate: 600,
      deskToken: token,
    });
  });

  it('reads origins as browsers write them', () => {
    const WEB_ORIGINS = 'https://Courier.example/, http://localhost:8000,https://b.example:443 ,';
    expect(readConfig({ WEB_ORIGINS }).web?.origins).toEqual([
      'https://courier.example',
      'http://localhost:8000',
      'https://b.example',
    ]);
  });

  const of = (name: string, values: readonly string[]) => values.map((value) => ({ name, value }));

  it.each([
    ...of('WEB', ['no']),
    ...of('HOST', ['http://localhost', '*']),
    ...of('WEB_ORIGINS', ['*', 'null', 'a.example', 'https://*.a.example', 'https://a.example/page']),
    ...of('WEB_ORIGINS', ['https://u@a.example', 'file:///x', 'https://good.example, *']),
    ...of('WEB_PROXY', ['-1', '11', '1.5', '0x1', 'one', '1e1']),
    ...of('WEB_RATE', ['0', '-5', '1.5', 'many', '1e3']),
    ...of('DESK_TOKEN', ['short', 'with spaces in between']),
  ])('does not take $name=$value', ({ name, value }) => {
    expect(mistakesOf({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name} should be [a-z][^.]+(?:\\.\\S[^.]*)*\\.$`)),
    ]);
  });

  it('prefers Socket Mode where both are set', () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'abc', SLACK_APP_TOKEN: 'xapp-1' };
    expect(readConfig(env).slack?.mode.kind).toBe('socket');
  });

  it('gives each SDK its address in the form that it wants', () => {
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://127.0.0.1:1/api',
      DISCORD_TOKEN: 'abc',
      DISCORD_API_URL: 'http://127.0.0.1:2/api/v10/',
    };
    expect(readConfig(env).slack?.apiUrl).toBe('http://127.0.0.1:1/api/');
    expect(readConfig(env).discord?.apiUrl).toBe('http://127.0.0.1:2/api');
  });

  it('reads Discord', () => {
    const env = { DISCORD_TOKEN: 'abc', DISCORD_APPLICATION_ID: '12', DISCORD_GUILD_ID: '34' };
    expect(readConfig(env).discord).toEqual({
      token: 'abc',
      applicationId: '12',
      guildId: '34',
      apiUrl: null,
    });
  });

  it.each([
    ['auto', undefined],
    ['3', { total: 3, ids: [0, 1, 2] }],
    ['2-3/8', { total: 8, ids: [2, 3] }],
    ['0-0/2', { total: 2, ids: [0] }],
  ])('reads shards of Discord: %s', (text, shards) => {
    expect(readConfig({ DISCORD_TOKEN: 'abc', DISCORD_SHARDS: text }).discord?.shards).toEqual(shards);
  });

  it.each(['0', '-1', '3-2/8', '0-8/8', '1/8', '1.5', 'all'])('does not take shards %s', (text) => {
    expect(mistakesOf({ DISCORD_SHARDS: text })).toEqual([
      expect.stringMatching(/^DISCORD_SHARDS should be/),
    ]);
  });

  it.each([
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xapp-1' }, 'xoxb-'],
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' }, 'xapp-'],
    ['SLACK_SIGNING_SECRET', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a b' }, 'without spaces'],
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1' }, 'is needed'],
    ['SLACK_BOT_TOKEN', { SLACK_APP_TOKEN: 'xapp-1' }, 'is needed'],
    ['SLACK_API_URL', { SLACK_API_URL: 'localhost' }, 'http://'],
    ['DISCORD_TOKEN', { DISCORD_TOKEN: 'Bot abc' }, 'without "Bot "'],
    ['DISCORD_APPLICATION_ID', { DISCORD_APPLICATION_ID: 'abc' }, 'digits'],
    ['DISCORD_GUILD_ID', { DISCORD_GUILD_ID: 'abc' }, 'digits'],
    ['DISCORD_API_URL', { DISCORD_API_URL: 'discord' }, 'http://'],
    ['PORT', { PORT: '99999' }, '65535'],
    ['PORT', { PORT: 'http' }, '65535'],
    ['PORT', { PORT: '0x50' }, '65535'],
    ['PORT', { PORT: '1e3' }, '65535'],
    ['PORT', { PORT: '-1' }, '65535'],
    ['DISCORD_TOKEN', { DISCORD_TOKEN: 'xoxb-1-2-abc' }, 'not a token of Slack'],
    ['DISCORD_TOKEN', { DISCORD_TOKEN: 'abc\u201d' }, 'quotation marks'],
    ['DISCORD_TOKEN', { DISCORD_TOKEN: '"abc"' }, 'quotation marks'],
    [
      'SLACK_BOT_TOKEN',
      { SLACK_BOT_TOKEN: `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`, SLACK_APP_TOKEN: 'xapp-1' },
      'not a token of Discord',
    ],
    // A sign that nobody sees, as it comes with what is copied from a page.
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1\u200b' }, 'xapp-'],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'debug, info'],
  ])('says what %s should look like', (name, env, hint) => {
    const mistakes = mistakesOf(env);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(new RegExp(`^${name}\\b`));
    expect(mistakes[0]).toContain(hint);
  });

  it('reports every mistake at once', () => {
    const mistakes = mistakesOf({ SLACK_BOT_TOKEN: 'x', LOG_LEVEL: 'x', DISCORD_GUILD_ID: 'x' });
    expect(mistakes.map((mistake) => mistake.split(' ')[0]).sort()).toEqual([
      'DISCORD_GUILD_ID',
      'LOG_LEVEL',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
    ]);
  });

  it('never repeats a value, which may be a secret', () => {
    expect(mistakesOf({ SLACK_BOT_TOKEN: 'hunter2', DISCORD_TOKEN: 'Bot hunter2' }).join()).not.toContain(
      'hunter2',
    );
  });

  it('keeps nobody from asking in the terminal for a mistake in a token', () => {
    expect(readGeneralConfig({ SLACK_BOT_TOKEN: 'wrong', PORT: 'wrong', NO_COLOR: '1' })).toMatchObject({
      color: 'never',
    });
  });

  it('uses bold where FORCE_COLOR asks for it, unless NO_COLOR is set', () => {
    expect(readGeneralConfig({ FORCE_COLOR: '1' }).color).toBe('always');
    expect(readGeneralConfig({ FORCE_COLOR: '0' }).color).toBe('auto');
    expect(readGeneralConfig({ FORCE_COLOR: '1', NO_COLOR: '1' }).color).toBe('never');
  });
});
