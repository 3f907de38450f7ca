import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../../src/bots/conversation.ts';
import { openCorrections } from '../../../src/bots/corrections.ts';
import { discordBot } from '../../../src/bots/discord/app.ts';
import { openKnowledge } from '../../../src/knowledge/index.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { typedCommand } from '../../support/discord-server/interactions.ts';
import { press } from '../../support/discord-server/press.ts';
import { say } from '../../support/discord-server/say.ts';
import { BOT, type DiscordServer, openDiscord } from '../../support/discord-server/server.ts';
import { pingsIn, seen } from '../../support/discord-server/shown.ts';
import { articleFile } from '../../support/library-folder.ts';
import { rememberingLog } from '../../support/remembering-log.ts';
import { configOf } from './harness.ts';

const TICKET = 'What does a ticket cost?';

describe('answers in Discord follow the articles', () => {
  let folder: string;
  let discord: DiscordServer;
  let stop: () => Promise<void>;
  let stories: () => number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nutgraf-'));
    await cp('tests/fixtures/library', folder, { recursive: true });
    discord = await openDiscord();
    const { log } = rememberingLog();
    const ledger = await memoryLedger(null);
    let changed = () => {};
    const following = { changed: () => changed(), failed: (error: unknown) => expect(error).toBeUndefined() };
    const knowledge = await openKnowledge({ data: folder, following });
    const desk = openDesk({ knowledge, ledger, log });
    const bot = discordBot({ config: configOf(discord), desk, knowledge, ledger, log });
    const editors = bot.editor === undefined ? [] : [bot.editor];
    const corrections = openCorrections({ knowledge, ledger, desk, editors, mode: 'edit', log });
    changed = corrections.look;
    await bot.start();
    stories = () => knowledge.stories.length;
    stop = async () => {
      await corrections.close();
      await bot.stop();
      await knowledge.close();
    };
  });
  afterEach(async () => {
    await stop();
    expect(discord.calls.flatMap(({ body }) => pingsIn(body ?? {}))).toEqual([]);
    expect(discord.calls.filter(({ why }) => why !== null)).toEqual([]);
    await discord.close();
    await rm(folder, { recursive: true });
  });

  async function rewrite(change: (text: string) => string): Promise<void> {
    const file = join(folder, 'ferry-vote', 'courier.md');
    await writeFile(file, change(await readFile(file, 'utf8')));
  }

  async function theAnswer() {
    await discord.until(() =>
      discord.messages('600').some(({ message }) => /3\.50/.test(seen(message).text)),
    );
    const found = discord.messages('600').find(({ message }) => /3\.50/.test(seen(message).text));
    if (found === undefined) throw new Error('no answer');
    return found;
  }

  it('that were given to a mention, with the new sentence', async () => {
    say(discord, { channel: '600', text: `<@${BOT.id}> ${TICKET}` });
    const { id } = await theAnswer();
    await rewrite((text) => text.replace('$3.50', '$4.25'));
    await discord.until(() => seen(discord.message(id)?.message ?? {}).text.includes('4.25'));
    expect(seen(discord.message(id)?.message ?? {}).text).toMatch(
      /Updated \d\d:\d\d UTC: the article was corrected/,
    );
  });

  it('that were given to a command, with the old words struck and the question above them', async () => {
    discord.interact(typedCommand(discord, 'ask', { question: TICKET }));
    const { id } = await theAnswer();
    await rewrite((text) => text.replace(/ A ticket will cost.*$/m, ''));
    await discord.until(() => /no longer says this/.test(seen(discord.message(id)?.message ?? {}).text));
    const content = JSON.stringify(discord.message(id)?.message);
    expect(content).toContain('~~A ticket will cost');
    expect(seen(discord.message(id)?.message ?? {}).buttons).toEqual([]);
  });

  it('so that whoever asks the same is not sent to one that answers nothing any more', async () => {
    say(discord, { channel: '600', text: `<@${BOT.id}> ${TICKET}` });
    const { id } = await theAnswer();
    await rewrite((text) => text.replace(/ A ticket will cost.*$/m, ''));
    await discord.until(() => /no longer says this/.test(seen(discord.message(id)?.message ?? {}).text));
    const asked = say(discord, { channel: '600', text: `<@${BOT.id}> ${TICKET}`, user: '301', name: 'bob' });
    const under = () => discord.messages('600').filter(({ reference }) => reference?.message_id === asked.id);
    await discord.until(() => under().length > 0);
    expect(under().map(({ message }) => seen(message).text)[0]).toMatch(/does not say|not sure/);
  });

  it('also of what a button has brought into a message that answered nothing at first', async () => {
    say(discord, { channel: '600', text: `<@${BOT.id}> Who burnt the windmill of Ellery?` });
    const answers = () => discord.messages('600').filter(({ ours }) => ours);
    await discord.until(() => answers().length === 1);
    const [kept] = answers();
    if (kept === undefined) throw new Error('no answer');
    await mkdir(join(folder, 'mill'));
    await writeFile(
      join(folder, 'mill', 'post.md'),
      articleFile('Sparks burnt the windmill of Ellery in 1971.'),
    );
    await expect.poll(stories, { timeout: 10_000 }).toBe(2);
    const text = () => seen(discord.message(kept.id)?.message ?? {}).text;
    discord.interact(press(discord, kept, 'Tell the desk'));
    await discord.until(() => text().includes('1971'));
    await writeFile(join(folder, 'mill', 'story.yaml'), 'audience:\n  discord:\n    guilds: ["1"]\n');
    await discord.until(() => /This answer was withdrawn/.test(text()));
    expect(text()).not.toContain('1971');
  });
});
