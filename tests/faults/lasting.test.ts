import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { articleFile, libraryFolder } from '../support/library-folder.ts';
import { mentionEvent } from '../support/slack-server/message-events.ts';
import { openSlack, TOKENS } from '../support/slack-server/server.ts';
import type { Turn } from '../support/slack-server/server-types.ts';
import { emptyFolder, mayMount, smallDisk } from './support/disks.ts';
import { complaints, LIBRARY, nutgraf } from './support/program.ts';

const START = ['start', '--data', LIBRARY];
/** In ms: the program promises ten seconds, and this machine has other things to do. */
const BOUND = 14_000;

/** A call that Slack keeps waiting. */
function held() {
  let came = false;
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return {
    came: () => came,
    give: () => give(),
    until: (turn: Turn): Turn => ({
      ...turn,
      get after() {
        came = true;
        return given;
      },
    }),
  };
}

async function newsroom(ledger: string) {
  const slack = await openSlack();
  onTestFinished(() => slack.close());
  const env = {
    SLACK_BOT_TOKEN: TOKENS.bot,
    SLACK_APP_TOKEN: TOKENS.app,
    SLACK_API_URL: slack.apiUrl,
    LEDGER_URL: ledger,
  };
  /** Resolves once it is acknowledged. */
  async function ask(channel: string): Promise<string> {
    const ts = slack.ts();
    const text = '<@UBOT> What does a ticket cost?';
    await slack.deliver('events_api', mentionEvent(slack, { channel, text, ts }));
    return ts;
  }
  async function isAnswered(channel: string): Promise<void> {
    const ts = await ask(channel);
    await slack.until(() => slack.messages(channel, ts).length > 0);
  }
  return { slack, env, ask, isAnswered };
}

describe('a question that was acknowledged', () => {
  it('is answered after the next start where the platform hangs at the end, once, and a kill loses nothing', async () => {
    const { slack, env, ask, isAnswered } = await newsroom(join(await emptyFolder(), 'ledger.db'));
    const hangs = held();
    slack.plan('chat.postMessage', hangs.until({ status: 500, body: '' }));
    const first = nutgraf(START, env);
    await first.said(/"msg":"started"/);
    const ts = await ask('C1');
    const told = performance.now();
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(performance.now() - told).toBeLessThan(BOUND);
    hangs.give();
    const second = nutgraf(START, env);
    await slack.until(() => slack.messages('C1', ts).length > 0);
    second.child.kill('SIGKILL');
    await second.ended;
    const third = nutgraf(START, env);
    await third.said(/"msg":"started"/);
    await isAnswered('C2');
    third.child.kill('SIGTERM');
    expect(await third.ended).toMatchObject({ code: 0 });
    expect(slack.messages('C1', ts)).toHaveLength(1);
  });
});

describe('an answer whose article has changed', () => {
  it('is corrected after the next start where the platform hangs at the end', async () => {
    const library = await libraryFolder({ 'ferry/post.md': articleFile('A ticket costs $3.50.') });
    const { slack, env, ask } = await newsroom(join(await emptyFolder(), 'ledger.db'));
    const start = ['start', '--data', library.path];
    const hangs = held();
    slack.plan('chat.update', hangs.until({ status: 500, body: '' }));
    const first = nutgraf(start, env);
    await first.said(/"msg":"started"/);
    const ts = await ask('C1');
    await slack.until(() => slack.messages('C1', ts).length > 0);
    await library.write({ 'ferry/post.md': articleFile('A ticket costs $4.25.') });
    await expect.poll(hangs.came, { timeout: BOUND }).toBe(true);
    const told = performance.now();
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(performance.now() - told).toBeLessThan(BOUND);
    hangs.give();
    const second = nutgraf(start, env);
    const shows = (words: string) => JSON.stringify(slack.messages('C1', ts)).includes(words);
    await slack.until(() => shows('$4.25'));
    expect(slack.messages('C1', ts)).toHaveLength(1);
    second.child.kill('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0 });
  });
});

describe('an answer that the platform posts late', () => {
  it('is withdrawn where its story was closed meanwhile', async () => {
    const library = await libraryFolder({
      'ferry/post.md': articleFile('A ticket costs $3.50.'),
      'bridge/post.md': articleFile('The bridge opens in May.'),
    });
    const { slack, env, ask } = await newsroom(join(await emptyFolder(), 'ledger.db'));
    const late = held();
    slack.plan('chat.postMessage', late.until({}));
    const program = nutgraf(['start', '--data', library.path], env);
    await program.said(/"msg":"started"/);
    const ts = await ask('C1');
    await expect.poll(late.came, { timeout: BOUND }).toBe(true);
    await library.write({ 'ferry/story.yaml': 'audience:\n  slack:\n    workspaces: [T2]\n' });
    await program.said(/"msg":"the library has changed"/);
    // Whoever looks at the change finds nothing that stands, and is done.
    await new Promise((resolve) => setTimeout(resolve, 500));
    late.give();
    await slack.until(() => JSON.stringify(slack.messages('C1', ts)).includes('withdrawn'));
    expect(JSON.stringify(slack.messages('C1', ts))).not.toContain('$3.50');
    program.child.kill('SIGTERM');
    expect(await program.ended).toMatchObject({ code: 0 });
  });
});

describe.skipIf(!mayMount)(
  'a disk that is full while the program runs (needs the right to mount one)',
  () => {
    it('keeps nobody from an answer, is told once, and is forgotten when there is room', async () => {
      const disk = await smallDisk(600);
      const { env, isAnswered } = await newsroom(join(disk, 'ledger.db'));
      const program = nutgraf(START, env);
      await program.said(/"msg":"started"/);
      await isAnswered('C1');
      const filling = join(disk, 'filling');
      expect(() => writeFileSync(filling, Buffer.alloc(2_000_000))).toThrow(/ENOSPC/);
      for (const channel of ['C2', 'C3', 'C4', 'C5']) await isAnswered(channel);
      await program.said(/cannot grow: make room on its disk/);
      rmSync(filling);
      await program.said(/"msg":"the ledger can be used again"/);
      await isAnswered('C6');
      program.child.kill('SIGTERM');
      const ended = await program.ended;
      expect([ended.code, complaints(ended)]).toEqual([
        0,
        [
          expect.stringMatching(/"code":"full".*the ledger cannot be used: what there is to keep waits/),
          expect.stringMatching(/"lost":0.*the ledger can be used again/),
        ],
      ]);
    });
  },
);
