import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openClockWatch } from '../../src/bots/slack/intake/http/clock-watch.ts';
import { mentionEvent } from '../support/slack-server/message-events.ts';
import { deliveryRequest, openSlack, TOKENS } from '../support/slack-server/server.ts';
import { emptyFolder } from './support/disks.ts';
import { withFaults } from './support/faults.ts';
import { complaints, LIBRARY, nutgraf } from './support/program.ts';

const HOUR = 3_600_000;
const SECRET = 'a-signing-secret';

describe('a clock that is off by an hour', () => {
  it('is named once where Slack has signed what is refused for it, and by nobody else’s request', async () => {
    const slack = await openSlack();
    const clock = join(await emptyFolder(), 'clock');
    await writeFile(clock, '0');
    const program = nutgraf(['start', '--data', LIBRARY], {
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.apiUrl,
      ...withFaults({ clock }),
    });
    await program.said(/"msg":"started"/);
    const url = `http://127.0.0.1:${await program.port()}/slack/events`;
    const send = async (secret: string, channel: string) => {
      const text = '<@UBOT> What does a ticket cost?';
      const event = mentionEvent(slack, { channel, text, ts: slack.ts() });
      slack.note(event);
      return (await fetch(url, deliveryRequest(secret, 'events_api', event))).status;
    };
    expect(await send(SECRET, 'C1')).toBe(200);
    await slack.until(() => slack.messages('C1').length > 0);
    // It jumps while the program runs: nothing that waits waits for longer.
    await writeFile(clock, String(HOUR));
    expect([await send('another-secret', 'C2'), await send(SECRET, 'C2'), await send(SECRET, 'C3')]).toEqual([
      401, 401, 401,
    ]);
    await writeFile(clock, '0');
    expect(await send(SECRET, 'C4')).toBe(200);
    await slack.until(() => slack.messages('C4').length > 0);
    program.child.kill('SIGTERM');
    const ended = await program.ended;
    const told = complaints(ended).filter((line) => line.includes('clock-off'));
    expect(told).toEqual([
      expect.stringMatching(/This machine's clock seems to be 60 minutes ahead: what Slack sends is refused/),
    ]);
    expect(ended.code).toBe(0);
    await slack.close();
  });

  it('is said to be behind where it is, and is no news where it is off by less than Slack bears', () => {
    const lines: unknown[] = [];
    const watch = openClockWatch({ error: (...line: unknown[]) => void lines.push(line) });
    watch.tell(null);
    watch.tell(299_000);
    expect(lines).toEqual([]);
    watch.tell(-HOUR);
    watch.tell(-HOUR);
    expect(lines).toEqual([[{ code: 'clock-off', ms: -HOUR }, expect.stringContaining('60 minutes behind')]]);
  });
});
