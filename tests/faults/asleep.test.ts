import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { say } from '../support/discord-server/say.ts';
import { BOT, openDiscord, TOKEN } from '../support/discord-server/server.ts';
import { mentionEvent } from '../support/slack-server/message-events.ts';
import { openSlack, TOKENS } from '../support/slack-server/server.ts';
import { LIBRARY, nutgraf } from './support/program.ts';

const QUESTION = 'What does a ticket cost?';

describe.skipIf(process.platform === 'win32')('a machine that sleeps while the program runs', () => {
  it('has every question answered once when it wakes', async () => {
    const [slack, discord] = [await openSlack(), await openDiscord()];
    const program = nutgraf(['start', '--data', LIBRARY], {
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
    });
    await program.said(/"msg":"started"/);
    program.child.kill('SIGSTOP');
    const ts = slack.ts();
    const asked = mentionEvent(slack, { channel: 'C1', text: `<@UBOT> ${QUESTION}`, ts });
    const taken = slack.deliver('events_api', asked);
    say(discord, { text: `<@${BOT.id}> ${QUESTION}` });
    const posted = () =>
      discord.calls.filter(({ method, path }) => `${method} ${path}`.endsWith('/messages'));
    await sleep(1_500);
    expect([slack.messages('C1', ts), posted()]).toEqual([[], []]);
    program.child.kill('SIGCONT');
    await slack.until(() => slack.messages('C1', ts).length > 0);
    await discord.until(() => posted().length > 0);
    await taken;
    program.child.kill('SIGTERM');
    expect(await program.ended).toMatchObject({ code: 0, stderr: expect.not.stringContaining('"level":50') });
    expect([slack.messages('C1', ts), posted()]).toMatchObject([{ length: 1 }, { length: 1 }]);
    await Promise.all([slack.close(), discord.close()]);
  });
});
