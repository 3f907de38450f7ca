import { expect, it } from 'vitest';
import { keepAnswer } from '../../src/bots/answers.ts';
import { openDesk } from '../../src/bots/conversation.ts';
import { type Editor, openCorrections } from '../../src/bots/corrections.ts';
import { deferred } from '../../src/bots/deferred.ts';
import { replyTo } from '../../src/bots/reply.ts';
import { openKnowledge, type Place } from '../../src/knowledge/index.ts';
import { memoryLedger } from '../../src/ledger/memory.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';
import { rememberingLog } from '../support/remembering-log.ts';

const QUESTION = 'What does a ticket cost?';

/** Where an answer stands. */
interface Where {
  readonly bot: 'slack' | 'discord';
  readonly workspace: string | null;
  readonly message: string;
}

const inSlack = (workspace: string, message: string): Where => ({ bot: 'slack', workspace, message });
const inDiscord = (message: string): Where => ({ bot: 'discord', workspace: null, message });

const opened = async (body: string) =>
  openKnowledge({ data: (await libraryFolder({ 'ferry/post.md': articleFile(body) })).path });

/** Answers that stand in places, and what corrects them once their article says something else. */
async function standing(places: readonly Where[], edit: (where: string) => Promise<boolean>) {
  const { log, lines } = rememberingLog();
  const ledger = await memoryLedger(null);
  const before = await opened('The council voted. A ticket costs $3.50.');
  const after = await opened('The council voted. A ticket costs $4.25.');
  for (const where of places) {
    const channel = 'C1';
    const place: Place =
      where.bot === 'slack'
        ? { bot: 'slack', workspace: where.workspace, channel }
        : { bot: 'discord', guild: '1', channel };
    const answer = await before.ask({ text: QUESTION, scope: { place, story: null }, earlier: [] });
    const asking = { text: QUESTION, story: null, earlier: [] };
    keepAnswer(ledger, log, { ...where, channel, view: '{}' }, place, replyTo(answer), asking);
  }
  const tried: string[] = [];
  const show: Editor['edit'] = ({ workspace, message }) => {
    tried.push(message);
    return edit(workspace ?? 'discord');
  };
  const editors = (['slack', 'discord'] as const).map((bot) => ({ bot, edit: show, follow: show }));
  const desk = openDesk({ knowledge: after, ledger, log });
  let time = Date.now();
  const now = () => time;

  /** Another look, as if a minute had passed: what one could not do is claimed for half of one. */
  function open() {
    time += 60_000;
    const corrections = openCorrections({ knowledge: after, ledger, desk, editors, mode: 'edit', log, now });
    corrections.look();
    return corrections;
  }
  return { ledger, lines, tried, open };
}

it('one platform, and one workspace, that does not answer holds up no correction elsewhere', async () => {
  const { promise, resolve } = deferred();
  const places = [inSlack('T1', '1.1'), inSlack('T1', '1.2'), inSlack('T2', '2.1'), inDiscord('3.1')];
  const { tried, open } = await standing(places, async (where) => {
    if (where === 'T1') await promise;
    return true;
  });
  const corrections = open();
  await expect.poll(() => [...tried].sort()).toEqual(['1.1', '2.1', '3.1']);
  resolve();
  await expect.poll(() => tried).toContain('1.2');
  await corrections.close();
});

it('a library that changes while one workspace is waited for is followed in the others', async () => {
  const { promise, resolve } = deferred();
  const { ledger, tried, open } = await standing([inSlack('T1', '1.1')], async (where) => {
    if (where === 'T1') await promise;
    return true;
  });
  const corrections = open();
  await expect.poll(() => tried).toEqual(['1.1']);
  const [answer] = await ledger.answers.quoting('ferry', 'post');
  if (answer === undefined) throw new Error('no answer');
  await ledger.answers.set({ ...answer, workspace: 'T2', message: '2.1' });
  corrections.look();
  await expect.poll(() => tried).toEqual(['1.1', '2.1']);
  resolve();
  await corrections.close();
});

it('a workspace in which nothing works is tried three times a look, and not for each of its answers', async () => {
  const places = Array.from({ length: 20 }, (_, nth) => inSlack('T1', `1.${nth}`));
  const { tried, open, lines } = await standing([...places, inDiscord('3.1')], async (where) => {
    if (where === 'T1') throw new Error('Slack is away');
    return true;
  });
  const corrections = open();
  await expect.poll(() => tried.length).toBe(4);
  await corrections.close();
  expect(tried.filter((message) => message.startsWith('1.'))).toHaveLength(3);
  expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(3);
});
