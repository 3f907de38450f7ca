import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ledgerPath, opened as openedLedger } from '../../../../ledger/ledger-file.ts';
import { openProcess } from './opened.ts';
import { granted, openSlackSide } from './slack-side.ts';

it('an installation outlives the process, and its token is sealed in the file', async () => {
  const slack = await openSlackSide();
  slack.codes.set('good', granted('T1', 'xoxb-one'));
  const path = await ledgerPath();
  const key = 'a key of sixteen characters';

  const before = await openedLedger(path, key);
  const first = await openProcess(before.installations, slack);
  expect((await first.install('good')).status).toBe(200);
  await first.stop();
  await before.close();
  const files = readdirSync(dirname(path)).map((name) => readFileSync(join(dirname(path), name), 'latin1'));
  expect(files.join()).toContain('T1');
  expect(files.join()).not.toContain('xoxb-one');

  const after = await openedLedger(path, key);
  const second = await openProcess(after.installations, slack);
  await second.say({ team_id: 'T1' });
  expect(await slack.postedWith(1)).toEqual(['xoxb-one']);
  await second.stop();
  await slack.close();
});
