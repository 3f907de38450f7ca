import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from './discord-server/caller.ts';
import { type DiscordServer, openDiscord } from './discord-server/server.ts';
import { openSlack, type SlackServer, TOKENS } from './slack-server/server.ts';

/** What the servers are for runs of hours: they forget, and are unwell for as long as somebody wants. */

describe('Slack’s server in a long run', () => {
  let slack: SlackServer;
  beforeEach(async () => {
    slack = await openSlack();
  });
  afterEach(() => slack.close());
  const post = (text: string) =>
    fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKENS.bot}` },
      body: JSON.stringify({ channel: 'C1', text }),
    });

  it('keeps the newest messages alone', async () => {
    for (const text of ['a', 'b', 'c']) await post(text);
    slack.forget(2);
    expect(slack.messages('C1').map(({ message }) => message.text)).toEqual(['b', 'c']);
    expect(slack.calls).toEqual([]);
    await post('d');
    expect(slack.calls).toHaveLength(1);
  });

  it('is unwell until that is over, and may have done what it does not answer', async () => {
    slack.weather = () => ({ hangUp: true, done: true });
    await expect(post('a')).rejects.toThrow();
    slack.weather = (method) => (method === 'chat.postMessage' ? { status: 503, body: '' } : undefined);
    expect((await post('b')).status).toBe(503);
    slack.weather = null;
    expect((await post('c')).status).toBe(200);
    expect(slack.messages('C1').map(({ message }) => message.text)).toEqual(['a', 'c']);
    expect(slack.calls.map(({ ts }) => ts !== null)).toEqual([true, false, true]);
  });
});

describe('Discord’s server in a long run', () => {
  let discord: DiscordServer;
  beforeEach(async () => {
    discord = await openDiscord();
  });
  afterEach(() => discord.close());
  const { codeOf } = callerOf(() => discord);
  const post = (content: string) => codeOf('POST', '/channels/600/messages', { content });

  it('keeps the newest messages alone', async () => {
    for (const content of ['a', 'b', 'c']) await post(content);
    discord.forget(2);
    expect(discord.messages('600').map(({ message }) => message.content)).toEqual(['b', 'c']);
    discord.forget();
    expect(discord.messages('600')).toEqual([]);
  });

  it('is unwell until that is over', async () => {
    discord.weather = (call) => (call.startsWith('POST ') ? { status: 500, body: { code: 0 } } : undefined);
    expect(await post('a')).toBe(0);
    expect(await codeOf('GET', '/users/@me')).toBe(200);
    discord.weather = null;
    expect(await post('b')).toBe(200);
    expect(discord.messages('600')).toHaveLength(1);
  });
});
