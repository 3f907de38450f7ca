import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import type { Json } from './json.ts';
import { rateLimited } from './limits.ts';
import { command, textOption } from './samples.ts';
import { type DiscordServer, openDiscord } from './server.ts';

let discord: DiscordServer;
beforeEach(async () => {
  discord = await openDiscord();
});
afterEach(() => discord.close());
const { call, bodyOf, codeOf } = callerOf(() => discord);
const EVERYWHERE = '/applications/200/commands';
const HERE = '/applications/200/guilds/500/commands';

describe('commands', () => {
  it('are put up in place of all, and keep id and version where they are the same', async () => {
    const put = async (...commands: Json[]) => (await call('PUT', EVERYWHERE, commands)).body as Json[];
    const [first] = await put(command(), command({ name: 'other' }));
    expect(first).toMatchObject({ name: 'ask', type: 1, contexts: null, default_member_permissions: null });
    const [again] = await put(command());
    expect(again).toEqual(first);
    const [changed] = await put(command({ description: 'Asks us.' }));
    expect(changed?.id).toBe(first?.id);
    expect(changed?.version).not.toBe(first?.version);
    expect((await call('GET', EVERYWHERE)).body).toHaveLength(1);
    expect((await call('GET', HERE)).body).toEqual([]);
  });

  it('can be read and put up again', async () => {
    const translated = command({
      name_localizations: { fr: 'demander' },
      options: [textOption({ required: false })],
    });
    await call('PUT', HERE, [translated]);
    const read = (await call('GET', `${HERE}?with_localizations=true`)).body;
    expect(read).toMatchObject([{ name_localizations: { fr: 'demander' }, guild_id: '500' }]);
    expect((await call('PUT', HERE, read)).body).toEqual(read);
    expect((await call('GET', HERE)).body).not.toMatchObject([{ name_localizations: expect.anything() }]);
    expect(JSON.stringify(read)).not.toContain('required');
  });

  it('are made, changed and deleted one by one', async () => {
    expect((await call('POST', EVERYWHERE, command())).status).toBe(201);
    const made = await call('POST', EVERYWHERE, command({ description: 'Asks us.' }));
    expect(made.status).toBe(200);
    const path = `${EVERYWHERE}/${String((made.body as Json).id)}`;
    expect(await bodyOf('PATCH', path, { description: 'Asks them.' })).toMatchObject({ name: 'ask' });
    expect(await bodyOf('GET', path)).toMatchObject({ description: 'Asks them.' });
    expect(await codeOf('PATCH', path, { name: 'Ask' })).toBe(50035);
    expect(await codeOf('DELETE', path)).toBe(204);
    expect(await codeOf('GET', path)).toBe(10063);
  });

  it('are refused as a whole where one of them is wrong', async () => {
    expect(await codeOf('PUT', EVERYWHERE, [command(), command({ name: 'Ask' })])).toBe(50035);
    expect(discord.calls.at(-1)?.why).toContain('$[1].name');
    expect(discord.commands.get('')).toBeUndefined();
  });

  it('belong to their application, in servers where it is', async () => {
    expect(await codeOf('PUT', '/applications/201/commands', [])).toBe(20012);
    expect(await codeOf('PUT', '/applications/200/guilds/501/commands', [])).toBe(50001);
  });
});

describe('what goes wrong', () => {
  const MESSAGES = '/channels/600/messages';
  const CREATE = /^POST .*\/messages$/;

  it('is said once for each turn', async () => {
    discord.plan(CREATE, { status: 502, body: '<html>Bad Gateway</html>' }, { status: 503, body: {} });
    const { status, headers, body } = await call('POST', MESSAGES, { content: 'a' });
    expect([status, headers.get('content-type'), body]).toEqual([
      502,
      'text/html',
      '<html>Bad Gateway</html>',
    ]);
    expect((await call('POST', MESSAGES, { content: 'a' })).status).toBe(503);
    expect(discord.messages('600')).toEqual([]);
    expect((await call('POST', MESSAGES, { content: 'a' })).status).toBe(200);
  });

  it('may have had its effect all the same', async () => {
    discord.plan(CREATE, { hangUp: true, done: true });
    await expect(call('POST', MESSAGES, { content: 'a' })).rejects.toThrow();
    expect(discord.messages('600')).toHaveLength(1);
  });

  it('waits for what it is told to', async () => {
    let release: () => void = () => undefined;
    discord.plan(CREATE, {
      after: new Promise<void>((resolve) => {
        release = resolve;
      }),
    });
    const answer = call('POST', MESSAGES, { content: 'a' });
    expect(discord.messages('600')).toEqual([]);
    release();
    expect((await answer).status).toBe(200);
  });

  it('is too many calls in too short a time', async () => {
    discord.limit(CREATE, 1, 60_000);
    const first = await call('POST', MESSAGES, { content: 'a' });
    expect(first.headers.get('x-ratelimit-remaining')).toBe('0');
    const { status, headers, body } = await call('POST', MESSAGES, { content: 'b' });
    expect(status).toBe(429);
    expect(body).toMatchObject({ global: false, retry_after: expect.any(Number) });
    expect(headers.get('retry-after')).toBe(String((body as Json).retry_after));
    expect(headers.get('x-ratelimit-scope')).toBe('user');
    expect((await call('GET', MESSAGES)).status).toBe(200);
    expect(discord.messages('600')).toHaveLength(1);
  });

  it('is a limit that no header tells of before', async () => {
    discord.plan(CREATE, rateLimited(2.5, 'shared'));
    const { status, headers, body } = await call('POST', MESSAGES, { content: 'a' });
    expect([status, headers.get('retry-after'), headers.get('x-ratelimit-scope')]).toEqual([
      429,
      '2.5',
      'shared',
    ]);
    expect(body).toMatchObject({ retry_after: 2.5, global: false });
  });

  it('is too many calls at all', async () => {
    discord.limit(/./, 0, 60_000, 'global');
    const { status, headers, body } = await call('GET', '/users/@me');
    expect([status, headers.get('x-ratelimit-global'), (body as Json).global]).toEqual([429, 'true', true]);
  });

  it('is no JSON', async () => {
    const response = await fetch(`${discord.apiUrl}/v10${MESSAGES}`, {
      method: 'POST',
      headers: { authorization: 'Bot MjAw.good.token' },
      body: '{',
    });
    expect(await response.json()).toMatchObject({ code: 50109 });
  });
});
