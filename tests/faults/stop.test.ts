import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDiscord, TOKEN } from '../support/discord-server/server.ts';
import { mentionEvent } from '../support/slack-server/message-events.ts';
import { openSlack, type SlackServer, TOKENS } from '../support/slack-server/server.ts';
import { withFaults } from './support/faults.ts';
import { around, complaints, LIBRARY, nutgraf, sentences, started } from './support/program.ts';

const START = ['start', '--data', LIBRARY];
/** In ms: the program promises ten seconds, and this machine has other things to do. */
const BOUND = 14_000;

let slack: SlackServer;
beforeAll(async () => {
  slack = await openSlack();
});
afterAll(() => slack.close());

const ofSlack = () => ({
  SLACK_BOT_TOKEN: TOKENS.bot,
  SLACK_APP_TOKEN: TOKENS.app,
  SLACK_API_URL: slack.apiUrl,
});

async function ask(channel: string): Promise<string> {
  const ts = slack.ts();
  const text = '<@UBOT> What does a ticket cost?';
  await slack.deliver('events_api', mentionEvent(slack, { channel, text, ts }));
  return ts;
}

describe('a program that is told to stop', () => {
  it('ends with 0 while the library hangs on its disk', async () => {
    const hangs = withFaults({ files: [{ path: LIBRARY, delay: 600_000 }] });
    const program = nutgraf(START, { WEB: 'on', ...hangs });
    await program.said(/"msg":"listening"/);
    program.child.kill('SIGTERM');
    const ended = await program.ended;
    expect([ended.code, complaints(ended), sentences(ended)]).toEqual([0, [], []]);
  });

  it('ends with 0 while Slack does not answer', async () => {
    const own = await openSlack();
    let came = false;
    const never = new Promise<never>(() => undefined);
    own.plan('auth.test', {
      get after() {
        came = true;
        return never;
      },
    });
    const program = nutgraf(START, { ...ofSlack(), SLACK_API_URL: own.apiUrl });
    await expect.poll(() => came, { timeout: BOUND }).toBe(true);
    program.child.kill('SIGINT');
    const ended = await program.ended;
    expect([ended.code, complaints(ended), sentences(ended)]).toEqual([0, [], []]);
    await own.close();
  });

  it('ends with 0 while Discord takes the connection and says nothing', async () => {
    const discord = await openDiscord();
    discord.gateway.mute = true;
    const program = nutgraf(START, { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });
    await discord.until(() => discord.gateway.connections() > 0);
    program.child.kill('SIGTERM');
    expect(await program.ended).toMatchObject({ code: 0 });
    await discord.close();
  });

  it('ends with 0 when its terminal is closed, of which it is told more than once', async () => {
    const program = nutgraf(START, { ...ofSlack(), DRAIN: '500ms' });
    await program.said(/"msg":"started"/);
    program.child.kill('SIGHUP');
    await program.said(/"msg":"told to stop/);
    program.child.kill('SIGHUP');
    const ended = await program.ended;
    expect([ended.code, ended.stderr]).toEqual([0, expect.stringContaining('"msg":"stopped"')]);
  });

  it.runIf(process.platform !== 'win32')(
    'ends when npm has gone, whose shell keeps signals to itself',
    async () => {
      const script = `'${process.execPath}' bin/nutgraf.js start --data '${LIBRARY}'; true`;
      const env = around({ ...ofSlack(), npm_lifecycle_event: 'start' });
      const shell = started(spawn('sh', ['-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
      await shell.said(/"msg":"started"/);
      shell.child.kill('SIGTERM');
      // Its streams are closed once nobody holds them any more.
      expect((await shell.ended).stderr).toContain('"msg":"stopped"');
    },
  );
});

describe('a program that meets what nobody expects', () => {
  it.runIf(process.platform !== 'win32')(
    'tells the log where, and a person in a sentence, and ends to be started again',
    async () => {
      const program = nutgraf(START, { ...ofSlack(), ...withFaults({ mistake: 'SIGUSR2' }) });
      await program.said(/"msg":"started"/);
      program.child.kill('SIGUSR2');
      const ended = await program.ended;
      expect([ended.code, sentences(ended)]).toEqual([
        2,
        [expect.stringMatching(/mistake of Nutgraf's own/)],
      ]);
      expect(complaints(ended)).toEqual([
        expect.stringMatching(/"stack":.*"msg":"a mistake of ours ends this"/),
      ]);
    },
  );

  it.runIf(process.platform === 'linux')('answers on while its log is on a full disk', async () => {
    const full = openSync('/dev/full', 'w');
    const program = nutgraf(START, ofSlack(), { stdio: ['ignore', 'ignore', full] });
    const ts = await ask('C3');
    await slack.until(() => slack.messages('C3', ts).length > 0);
    program.child.kill('SIGTERM');
    expect(await program.ended).toMatchObject({ code: 0 });
  });
});

describe('a platform that cannot be reached at the start', () => {
  it('keeps the other one from nothing, and is named in the log and by /readyz', async () => {
    const env = {
      ...ofSlack(),
      DISCORD_TOKEN: 'a.wrong.token',
      DISCORD_API_URL: 'http://discord.invalid/api',
    };
    const program = nutgraf(START, { ...env, ...withFaults({ names: true }) });
    await program.said(/"bots":\["slack"\],"msg":"started"/);
    const ready = await fetch(`http://127.0.0.1:${await program.port()}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not-ready', missing: ['discord'] }]);
    const ts = await ask('C4');
    await slack.until(() => slack.messages('C4', ts).length > 0);
    program.child.kill('SIGTERM');
    const ended = await program.ended;
    expect([ended.code, complaints(ended)]).toEqual([
      0,
      [expect.stringMatching(/"bot":"discord","code":"unreachable".*Until then the others go on without it/)],
    ]);
  });
});
