import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/bots/bot.ts';
import { openDesk } from '../../../src/bots/conversation.ts';
import { type Corrections, openCorrections } from '../../../src/bots/corrections.ts';
import { slackBot } from '../../../src/bots/slack/app.ts';
import { openFront } from '../../../src/http/front.ts';
import { type Knowledge, openKnowledge } from '../../../src/knowledge/index.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { articleFile } from '../../support/library-folder.ts';
import { rememberingLog } from '../../support/remembering-log.ts';
import { mentionEvent } from '../../support/slack-server/message-events.ts';
import { press } from '../../support/slack-server/press.ts';
import { openSlack, type SlackServer, TOKENS } from '../../support/slack-server/server.ts';
import { seen } from '../../support/slack-server/shown.ts';

const TICKET = 'What does a ticket cost?';
const VOTE = 'How many council members voted for the ferry?';

describe('answers in Slack follow the articles', () => {
  let folder: string;
  let slack: SlackServer;
  let ledger: Ledger;
  let running: { bot: Bot; knowledge: Knowledge; corrections: Corrections };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nutgraf-'));
    await cp('tests/fixtures/library', folder, { recursive: true });
    slack = await openSlack();
    ledger = await memoryLedger(null);
    running = await start();
  });
  afterEach(async () => {
    await stop();
    await slack.close();
    await rm(folder, { recursive: true });
  });

  async function start(mode: 'edit' | 'note' | 'off' = 'edit') {
    const { log } = rememberingLog();
    let changed = () => {};
    const knowledge = await openKnowledge({
      data: folder,
      following: { changed: () => changed(), failed: (error) => expect(error).toBeUndefined() },
    });
    const desk = openDesk({ knowledge, ledger, log });
    const config = {
      botToken: TOKENS.bot,
      oauth: null,
      apiUrl: slack.apiUrl,
      mode: { kind: 'socket', appToken: TOKENS.app },
    } as const;
    const bot = slackBot({
      config,
      desk,
      knowledge,
      ledger,
      front: openFront({ host: '127.0.0.1', ports: [0], log }),
      log,
    });
    const editors = bot.editor === undefined ? [] : [bot.editor];
    const corrections = openCorrections({ knowledge, ledger, desk, editors, mode, log });
    changed = corrections.look;
    await bot.start();
    corrections.look();
    return { bot, knowledge, corrections };
  }

  async function stop(): Promise<void> {
    await running.corrections.close();
    await running.bot.stop();
    await running.knowledge.close();
  }

  async function ask(text: string, channel = 'C1') {
    const ts = slack.ts();
    await slack.deliver('events_api', mentionEvent(slack, { channel, text, ts }));
    await slack.until(() => slack.messages(channel, ts).length === 1);
    const [kept] = slack.messages(channel, ts);
    if (kept === undefined) throw new Error('no answer');
    return kept;
  }

  async function rewrite(change: (text: string) => string): Promise<void> {
    const file = join(folder, 'ferry-vote', 'courier.md');
    await writeFile(file, change(await readFile(file, 'utf8')));
  }

  const now = (ts: string) => seen(slack.message(ts)?.message ?? {});
  const updates = () => slack.calls.filter(({ method }) => method === 'chat.update');

  it('with the new sentence, once, and only where they quoted what has changed', async () => {
    const [ticket, vote] = [await ask(TICKET), await ask(VOTE, 'C2')];
    await rewrite((text) => text.replace('$3.50', '$4.25'));
    await slack.until(() => now(ticket.ts).text.includes('$4.25'));
    expect(now(ticket.ts).text).toMatch(/Updated \d\d:\d\d UTC: the article was corrected\./);
    expect(now(ticket.ts).quotes).toEqual(['A ticket will cost $4.25, and children under 12 travel free.']);
    expect(now(ticket.ts).buttons.map(({ label }) => label)).toContain('More context');
    await rewrite((text) => text.replace('electric', 'electrical'));
    running.corrections.look();
    await running.corrections.close();
    expect(updates().map(({ args }) => args.ts)).toEqual([ticket.ts]);
    expect(slack.message(vote.ts)).toEqual(vote);
  });

  it('with the old words struck, where the article no longer says anything of it', async () => {
    const ticket = await ask(TICKET);
    await rewrite((text) => text.replace(/ A ticket will cost.*$/m, ''));
    await slack.until(() => /no longer says this/.test(now(ticket.ts).text));
    const quote = JSON.stringify(slack.message(ticket.ts)?.message);
    expect(quote).toContain('"strike":true');
    expect(now(ticket.ts).text).toContain('A ticket will cost $3.50');
    expect(now(ticket.ts).buttons).toEqual([]);
  });

  it('after a restart, with what changed meanwhile', async () => {
    const ticket = await ask(TICKET);
    await stop();
    await rewrite((text) => text.replace('$3.50', '$4.25'));
    running = await start();
    await slack.until(() => now(ticket.ts).text.includes('$4.25'));
    await stop();
    running = await start();
    await running.corrections.close();
    expect(updates()).toHaveLength(1);
  });

  it('again, when Slack could not be reached at first', async () => {
    const ticket = await ask(TICKET);
    slack.plan('chat.update', { status: 429, headers: { 'retry-after': '1' }, body: '' });
    await rewrite((text) => text.replace('$3.50', '$4.25'));
    await slack.until(() => now(ticket.ts).text.includes('$4.25'));
  });

  it('with a note under them, where that is wanted', async () => {
    await stop();
    running = await start('note');
    const ticket = await ask(TICKET);
    await rewrite((text) => text.replace('$3.50', '$4.25'));
    await slack.until(() => slack.messages('C1', ticket.thread ?? '').length === 2);
    expect(slack.message(ticket.ts)).toEqual(ticket);
    expect(seen(slack.messages('C1', ticket.thread ?? '')[1]?.message ?? {}).text).toMatch(
      /\$4\.25[\s\S]*corrected/,
    );
  });

  it('not at all, where nobody wants that', async () => {
    await stop();
    running = await start('off');
    const ticket = await ask(TICKET);
    await rewrite((text) => text.replace('$3.50', '$4.25'));
    running.corrections.look();
    await running.corrections.close();
    expect(slack.message(ticket.ts)).toEqual(ticket);
  });

  it('not when another library is served than the one that was quoted', async () => {
    const ticket = await ask(TICKET);
    await stop();
    await rm(join(folder, 'ferry-vote'), { recursive: true });
    running = await start();
    running.corrections.look();
    await running.corrections.close();
    expect(slack.message(ticket.ts)).toEqual(ticket);
  });

  it('also of what a button has brought into a message that answered nothing at first', async () => {
    const kept = await ask('Who burnt the windmill of Ellery?');
    await mkdir(join(folder, 'mill'));
    await writeFile(
      join(folder, 'mill', 'post.md'),
      articleFile('Sparks burnt the windmill of Ellery in 1971.'),
    );
    await expect.poll(() => running.knowledge.stories.length, { timeout: 10_000 }).toBe(2);
    await slack.deliver('interactive', press(slack, kept, 'Tell the desk'));
    await slack.until(() => now(kept.ts).text.includes('1971'));
    await writeFile(join(folder, 'mill', 'story.yaml'), 'audience:\n  slack:\n    workspaces: [T2]\n');
    await slack.until(() => /This answer was withdrawn/.test(now(kept.ts).text));
    expect(now(kept.ts).text).not.toContain('1971');
  });

  it('forgets one that Slack does not let it change', async () => {
    await ask(TICKET);
    slack.plan('chat.update', { body: { ok: false, error: 'edit_window_closed' } });
    await rewrite((text) => text.replace('$3.50', '$4.25'));
    await slack.until(() => updates().length === 1);
    await expect.poll(() => ledger.answers.quoted()).toEqual([]);
  });
});
