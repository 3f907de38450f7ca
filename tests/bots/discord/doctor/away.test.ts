import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openCalls } from '../../../../src/bots/discord/register/calls.ts';
import { no, TOKEN, type Turn } from './api.ts';
import { discordWith, envOf, examined } from './examined.ts';

const PAGE = '<html><body>Sign in to the network</body></html>';

describe('where Discord does not answer', () => {
  it.each<readonly [string, Turn, RegExp]>([
    [
      'is limited',
      { status: 429, headers: { 'retry-after': '7' }, body: { message: 'You are being rate limited.' } },
      /^Discord limits our calls: run this again in [78] seconds\.$/,
    ],
    [
      'is limited, and says it in the body',
      { status: 429, body: { retry_after: 3 } },
      /^Discord limits our calls: /,
    ],
    [
      'is limited, and does not say for how long',
      { status: 429, headers: { 'retry-after': 'soon' }, body: {} },
      /run this again in [12] seconds?\.$/,
    ],
    ['is limited by a page', { status: 429, body: PAGE }, /^Discord limits our calls: /],
    ['is not well', { status: 503, body: PAGE }, /^Discord is not well, /],
    ['is a page', { body: PAGE }, /^What answers at DISCORD_API_URL is not Discord: /],
    [
      'is a page with an error',
      { status: 403, body: PAGE },
      /^What answers at DISCORD_API_URL is not Discord: /,
    ],
    ['is a page that wants a password', { status: 401, body: PAGE }, /is not Discord: /],
    [
      'says it is JSON, and is not',
      { headers: { 'content-type': 'application/json' }, body: PAGE },
      /is not Discord: /,
    ],
    ['is JSON of something else', { body: { hello: 'world' } }, /is not Discord: /],
    ['is an empty list', { body: [] }, /is not Discord: /],
  ])('says so in one sentence when it %s', async (_, turn, sentence) => {
    const discord = await discordWith();
    discord.say(/^GET \/applications\/@me/, turn);
    const { code, findings } = await examined(envOf(discord));
    expect([code, findings]).toEqual([
      1,
      [{ mark: 'missing', name: 'Discord', text: expect.stringMatching(sentence) }],
    ]);
    expect(findings[0]?.text).not.toContain('<');
  });

  it('says so in one sentence when nothing listens', async () => {
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'http://127.0.0.1:1/api' };
    const { code, findings } = await examined(env);
    expect([code, findings.map(({ text }) => text)]).toEqual([
      1,
      [
        'Discord cannot be reached at DISCORD_API_URL: check the address, or remove the variable to use discord.com.',
      ],
    ]);
  });

  it.each([
    [/^GET \/users\/@me\/guilds/, 'Servers'],
    [/^GET \/gateway\/bot/, 'Connection'],
  ])('looks at the rest when only %s fails', async (call, name) => {
    for (const turn of [{ status: 503, body: '' }, { body: PAGE }, no(403, 40001, 'Unauthorized')]) {
      const discord = await discordWith();
      discord.say(call, turn);
      const { code, findings, of } = await examined(envOf(discord));
      expect([code, of(name)?.mark]).toEqual([0, 'not checked']);
      expect(findings.length).toBeGreaterThan(7);
    }
  });

  it('does without the name of the bot', async () => {
    const discord = await discordWith();
    discord.say(/^GET \/users\/@me$/, { status: 503, body: '' });
    const { code, of } = await examined(envOf(discord));
    expect([code, of('Token')?.text]).toEqual([0, 'accepted: a bot of the application Nutgraf (200)']);
  });

  it('takes parts of another form for not said', async () => {
    const discord = await discordWith((held) => {
      held.application = {
        ...held.application,
        name: 7,
        flags: 'many',
        bot_public: 'no',
        interactions_endpoint_url: {},
        approximate_guild_count: null,
        integration_types_config: 'both',
      };
    });
    const { missing, of } = await examined(envOf(discord));
    expect([missing, of('Token')?.text]).toEqual([
      ['User install'],
      'accepted: nutgraf of the application without a name (200)',
    ]);
  });
});

it.each(['never begins', 'begins and never ends'])(
  'waits five seconds for an answer that %s, and no longer',
  async (kind) => {
    const server = createServer((_, response) => {
      if (kind === 'never begins') return;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    const call = openCalls({ token: TOKEN, applicationId: null, guildId: null, apiUrl }, 'hasty');
    expect(await call(z.object({}), '/users/@me')).toMatchObject({
      kind: 'away',
      sentence: expect.stringMatching(/^Discord did not answer within 5 seconds: /),
    });
    server.closeAllConnections();
    server.close();
  },
);
