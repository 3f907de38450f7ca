import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSlack, TOKENS } from '../support/slack-server/server.ts';
import { emptyFolder } from './support/disks.ts';
import { withFaults } from './support/faults.ts';
import { complaints, LIBRARY, nutgraf } from './support/program.ts';

const CHANNEL = 'C0123456789';
const MINUTE = 60_000;

/** In ms: how far the clock is from nine in the morning of the last Monday. */
function toMonday(): number {
  const monday = new Date();
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7) - 7);
  monday.setHours(9, 0, 5, 0);
  return monday.getTime() - Date.now();
}

it('a weekly report is posted once, also where the process is killed before it heard that it was', async () => {
  const slack = await openSlack();
  onTestFinished(() => slack.close());
  const ledger = join(await emptyFolder(), 'ledger.db');
  const clock = toMonday();
  const start = (ahead: number) =>
    nutgraf(['start', '--data', LIBRARY], {
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: slack.apiUrl,
      LEDGER_URL: ledger,
      REPORT_CHANNEL: CHANNEL,
      // What the one before had claimed is waited for, for some 20 s by this clock.
      ...withFaults({ clock: clock + ahead }),
    });
  slack.plan('chat.postMessage', { done: true, hangUp: true });
  const first = start(0);
  await slack.until(() => slack.messages(CHANNEL).length > 0);
  first.child.kill('SIGKILL');
  await first.ended;
  slack.forget(100);

  const second = start(MINUTE);
  await slack.until(() =>
    slack.calls.some(({ method }) => /^(?:conversations\.history|chat\.post)/.test(method)),
  );
  second.child.kill('SIGTERM');
  const ended = await second.ended;
  expect(ended.code).toBe(0);
  expect(complaints(ended)).toEqual([]);
  expect(slack.messages(CHANNEL)).toHaveLength(1);
});
