import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TOKENS } from '../../support/slack-server/server.ts';
import { SECRET, type Started, startBot } from './harness.ts';
import { echo } from './samples.ts';

let started: Started;
beforeEach(async () => {
  started = await startBot(echo);
});
afterEach(() => started.stop());

/** Everything that the log got, whatever is hidden in an error. */
const told = () =>
  inspect(started.lines, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null });

it('tells the log no token, no address for answers and nothing that somebody wrote, whatever goes wrong', async () => {
  const { slack } = started;
  const wrong = [
    { status: 500, body: '<html>' },
    { body: { ok: false, error: 'invalid_auth' } },
    { status: 403, body: 'no' },
    { body: { ok: false, error: 'channel_not_found' } },
  ];
  for (const turn of wrong) {
    for (const method of ['chat.postMessage', 'chat.postEphemeral', 'response_url', 'users.info']) {
      slack.plan(method, ...Array.from({ length: 4 }, () => turn));
    }
  }
  await started.deliver(started.question('mention', 'a question of mine'));
  await started.deliver(started.question('slash command', 'a question of mine'));
  slack.drop();
  await slack.until(() => slack.connections() === 2);
  await started.deliver(started.question('mention', 'another of mine'));
  await started.bot.stop();
  expect(started.lines.some(({ level }) => level === 'error')).toBe(true);
  for (const secret of [
    TOKENS.bot,
    TOKENS.app,
    SECRET,
    '/respond/',
    'ticket=',
    'of mine',
    'verification-token',
  ]) {
    expect(told()).not.toContain(secret);
  }
});
