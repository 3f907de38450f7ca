import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../support/discord-server/payload.ts';
import { seen } from '../../support/discord-server/shown.ts';
import { messageOf, type Started, startBot, WAYS } from './harness.ts';

const V2 = 1 << 15;
const BAD_FORM = refusal(400, 50035, 'Invalid Form Body', { components: {} });
const CREATE = /^POST \/channels\/\d+\/messages$/;
const EDIT = /^PATCH \/webhooks\/.*\/messages\/@original$/;
const CALLBACK = /^POST \/interactions\//;

describe('posting to Discord', () => {
  let started: Started;
  beforeEach(async () => {
    started = await startBot();
  });
  afterEach(() => started.stop());
  const asked = (way: (typeof WAYS)[number]) => started.ask(started.question(way, 'the count'));

  it('defers a command at once, and puts the answer in the place of that', async () => {
    await asked('slash command');
    const calls = started.discord.calls.filter(({ path }) => /interactions|webhooks/.test(path));
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      expect.stringMatching(CALLBACK),
      expect.stringMatching(EDIT),
    ]);
    expect(calls[0]?.body).toEqual({ type: 5 });
    expect(calls[1]?.body).toMatchObject({ flags: V2, allowed_mentions: { parse: [] } });
  });

  it('replies to a mention without pinging who wrote it', async () => {
    expect((await asked('mention')).body).toMatchObject({
      flags: V2,
      message_reference: { fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
    });
  });

  it.each(WAYS)('posts the same answer as plain text where its form is refused: %s', async (way) => {
    started.discord.sayNext(way === 'slash command' ? EDIT : CREATE, BAD_FORM);
    const message = messageOf(await asked(way));
    expect(message.components).toBeUndefined();
    expect(Number(message.flags) & V2).toBe(0);
    expect(message.allowed_mentions).toMatchObject({ parse: [] });
    expect(seen(message).text).toMatch(/You asked: the count/);
  });

  it.each([
    ['it may not read the history', refusal(400, 160002, 'Cannot reply without permission')],
    ['the question is gone', refusal(400, 50035, 'Invalid Form Body', { message_reference: {} })],
  ])('posts beside the question where %s', async (_name, said) => {
    started.discord.sayNext(CREATE, said);
    const { body } = await asked('mention');
    expect(body?.message_reference).toBeUndefined();
    expect(body?.flags).toBe(V2);
  });

  it.each(WAYS)('waits as long as a rate limit says: %s', async (way) => {
    const limited = {
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 0.1, global: false },
      headers: { 'retry-after': '0.1', 'x-ratelimit-scope': 'user' },
    };
    started.discord.sayNext(way === 'slash command' ? EDIT : CREATE, limited);
    expect((await asked(way)).status).toBe(200);
  });

  it.each(WAYS)('tries again when Discord is not well: %s', async (way) => {
    started.discord.sayNext(way === 'slash command' ? EDIT : CREATE, refusal(502, 0, 'Bad Gateway'));
    expect((await asked(way)).status).toBe(200);
  });

  it('answers all the same when the deferral did not come through', async () => {
    started.discord.sayNext(CALLBACK, refusal(400, 0, 'Bad Request'));
    const call = await asked('slash command');
    expect(seen(messageOf(call)).text).toMatch(/You asked/);
  });

  it('answers beside a deferral that somebody has deleted', async () => {
    started.discord.sayNext(EDIT, refusal(404, 10008, 'Unknown Message'));
    const call = await asked('slash command');
    expect(`${call.method} ${call.path}`).toMatch(/^POST \/webhooks\/200\/token-\d+$/);
  });

  it('logs an interaction that is over, and goes on', async () => {
    started.discord.sayNext(CALLBACK, refusal(404, 10062, 'Unknown interaction'));
    started.question('slash command', 'too late').deliver();
    await started.settled();
    await expect.poll(() => started.lines.some(({ level }) => level === 'error')).toBe(true);
    expect((await asked('slash command')).status).toBe(200);
  });

  it('says so where the answer is refused in every form', async () => {
    for (let times = 0; times < 2; times += 1) started.discord.sayNext(CREATE, BAD_FORM);
    const message = messageOf(await asked('direct message'));
    expect(seen(message).text).toMatch(/could not be posted.*id [0-9a-f]{8}/);
  });
});
