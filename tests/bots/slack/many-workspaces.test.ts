import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { appUninstalled } from '../../support/slack-server/app-events.ts';
import type { Json } from '../../support/slack-server/json.ts';
import { mentionEvent } from '../../support/slack-server/message-events.ts';
import { deliveryRequest } from '../../support/slack-server/server.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { eventsUrl, makeBot, SECRET, type Starting } from './harness.ts';
import { echo } from './samples.ts';

const installed = (team: string, botUserId: string) =>
  JSON.stringify({
    orgWide: false,
    team: { id: team, name: team },
    enterprise: null,
    appId: 'A1',
    botToken: `xoxb-of-${team}`,
    botUserId,
    botId: `B${team}`,
    scopes: ['chat:write'],
    installedBy: 'U1',
    installedAt: 1,
  });

let made: Starting;
beforeEach(async () => {
  const ledger = await memoryLedger('a key of sixteen characters');
  await ledger.installations.set('T1', installed('T1', 'UBOT1'));
  await ledger.installations.set('T2', installed('T2', 'UBOT2'));
  made = await makeBot(echo, 'http', {
    ledger,
    config: { botToken: null, oauth: { clientId: 'client', clientSecret: 'secret' } },
  });
  for (const team of ['T1', 'T2']) {
    made.slack.workspaces.set(`xoxb-of-${team}`, { team, botUser: `UBOT${team.slice(1)}` });
  }
  await made.bot.start();
});
afterEach(async () => {
  await made.bot.stop();
  await made.slack.close();
});

async function deliver(payload: Json): Promise<void> {
  const response = await fetch(eventsUrl(made.lines), deliveryRequest(SECRET, 'events_api', payload));
  expect(response.status).toBe(200);
}
const posts = () => made.slack.calls.filter(({ method }) => method === 'chat.postMessage');
const mention = (team: string, botUser: string, channel: string) =>
  deliver(mentionEvent(made.slack, { channel, text: `who won in ${team}?` }, { team, botUser }));

it('each are answered with their own token, under their own name', async () => {
  await mention('T1', 'UBOT1', 'C1');
  await mention('T2', 'UBOT2', 'C2');
  await made.slack.until(() => posts().length === 2);
  expect(posts().map(({ team }) => team)).toEqual(['T1', 'T2']);
  expect(posts().map(({ args }) => seen(args).quotes)).toEqual([
    ['You asked: who won in T1?'],
    ['You asked: who won in T2?'],
  ]);
});

it('are not answered once they have removed the app', async () => {
  await deliver(appUninstalled(made.slack, { team: 'T1' }));
  await mention('T1', 'UBOT1', 'C1');
  await mention('T2', 'UBOT2', 'C2');
  await made.slack.until(() => posts().length === 1);
  expect(posts().map(({ team }) => team)).toEqual(['T2']);
  expect(await made.ledger.installations.get('T1')).toBeNull();
});

it('are offered a page to install the app from', async () => {
  const address = new URL('/slack/install', eventsUrl(made.lines));
  const response = await fetch(address, { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toMatch(/\/oauth\/v2\/authorize\?/);
});
