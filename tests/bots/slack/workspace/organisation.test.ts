import { afterEach, beforeEach, expect, it } from 'vitest';
import { goneReply } from '../../../../src/bots/other-replies.ts';
import { memoryLedger } from '../../../../src/ledger/memory.ts';
import { mentionEvent } from '../../../support/slack-server/message-events.ts';
import { deliveryRequest } from '../../../support/slack-server/server.ts';
import { seen } from '../../../support/slack-server/shown.ts';
import { eventsUrl, makeBot, SECRET, type Starting } from '../harness.ts';
import { echo } from '../samples.ts';

/** Installed once, by an organisation for all of its workspaces. */
const INSTALLED = {
  orgWide: true,
  team: null,
  enterprise: { id: 'E1', name: 'The publishers' },
  appId: 'A1',
  botToken: 'xoxb-of-E1',
  botUserId: 'UBOT1',
  botId: 'B1',
  scopes: ['chat:write'],
  installedBy: 'U1',
  installedAt: 1,
};

let made: Starting;
beforeEach(async () => {
  const ledger = await memoryLedger('a key of sixteen characters');
  await ledger.installations.set('E1', JSON.stringify(INSTALLED));
  made = await makeBot(echo, 'http', {
    ledger,
    config: { botToken: null, oauth: { clientId: 'client', clientSecret: 'secret' } },
  });
  made.slack.workspaces.set(INSTALLED.botToken, { team: 'T1', botUser: 'UBOT1' });
  await made.bot.start();
});
afterEach(async () => {
  await made.bot.stop();
  await made.slack.close();
});

it('an answer in a workspace whose organisation has installed the app is withdrawn like any other', async () => {
  const at = { team: 'T1', botUser: 'UBOT1', enterprise: 'E1', orgWide: true };
  const event = mentionEvent(made.slack, { channel: 'C1', text: 'who won?', ts: '1700000000.000009' }, at);
  const request = deliveryRequest(SECRET, 'events_api', event);
  expect((await fetch(eventsUrl(made.lines), request)).status).toBe(200);
  await made.slack.until(() => made.slack.messages('C1', '1700000000.000009').length === 1);
  await expect.poll(() => made.ledger.answers.quoted()).toHaveLength(1);
  const [quoted] = await made.ledger.answers.quoted();
  const [answer] = await made.ledger.answers.quoting(quoted?.story ?? '', quoted?.article ?? '');
  if (answer === undefined) throw new Error('no answer is kept');
  const asking = { text: 'who won?', story: null, earlier: [] };
  expect(await made.bot.editor?.edit(answer, goneReply([], 0), asking)).toBe(true);
  const shown = seen(made.slack.message(answer.message)?.message ?? {});
  expect(shown.text).toMatch(/This answer was withdrawn/);
});
