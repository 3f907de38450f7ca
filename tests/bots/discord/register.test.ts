import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerCommands } from '../../../src/bots/discord/register.ts';
import { type DiscordServer, openDiscord } from '../../support/discord-server/server.ts';
import { configOf } from './harness.ts';

describe('registering', () => {
  let discord: DiscordServer;
  beforeEach(async () => {
    discord = await openDiscord();
  });
  afterEach(() => discord.close());
  const puts = () => discord.calls.filter(({ method }) => method === 'PUT');

  it('puts the command up everywhere, for servers and for people, and again without change', async () => {
    expect(await registerCommands(configOf(discord))).toEqual({ names: ['ask'], where: 'everywhere' });
    await registerCommands(configOf(discord));
    const [first, second] = puts();
    expect(first).toMatchObject({ path: '/applications/200/commands', status: 200 });
    expect(first?.body).toEqual([
      {
        name: 'ask',
        description: expect.stringMatching(/^.{1,100}$/),
        type: 1,
        integration_types: [0, 1],
        contexts: [0, 1, 2],
        options: [
          { name: 'question', description: expect.stringMatching(/^.{1,100}$/), type: 3, required: true },
        ],
      },
    ]);
    expect(second?.body).toEqual(first?.body);
  });

  it('puts it up in one server while developing', async () => {
    expect(await registerCommands(configOf(discord, { guildId: '500' }))).toEqual({
      names: ['ask'],
      where: { guild: '500' },
    });
    expect(puts()[0]?.path).toBe('/applications/200/guilds/500/commands');
  });

  it('does not ask for the application where it is configured', async () => {
    await registerCommands(configOf(discord, { applicationId: '200' }));
    expect(discord.calls.map(({ method }) => method)).toEqual(['PUT']);
  });

  it.each([
    ['a wrong token', { token: 'wrong' }, 'bad-token', /DISCORD_TOKEN/],
    ['a wrong application', { applicationId: '999' }, 'refused', /DISCORD_APPLICATION_ID/],
  ])('says what to do about %s', async (_name, changes, code, message) => {
    await expect(registerCommands(configOf(discord, changes))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });
});
