import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { keepAnswer, stateOf } from '../../src/bots/answers.ts';
import { openDesk } from '../../src/bots/conversation.ts';
import { type Editor, openCorrections } from '../../src/bots/corrections.ts';
import { replyTo } from '../../src/bots/reply.ts';
import { openKnowledge, type Place } from '../../src/knowledge/index.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { memoryLedger } from '../../src/ledger/memory.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';
import { rememberingLog } from '../support/remembering-log.ts';

const PLACE: Place = { bot: 'slack', workspace: 'T1', channel: 'C1' };
const ASKING = { text: 'What does a ticket cost?', story: null, earlier: [] };
const AGAIN = 20_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
});

const opened = async (body: string) =>
  openKnowledge({ data: (await libraryFolder({ 'ferry/post.md': articleFile(body) })).path });

/** What an editor takes its time for. */
type Doing = () => Promise<void>;

/** A ledger with answers that are posted, whose article says something else by now; and processes that share it. */
async function together(messages: readonly string[]) {
  const ledger = await memoryLedger(null);
  const before = await opened('The council voted. A ticket costs $3.50.');
  const after = await opened('The council voted. A ticket costs $4.25.');
  const reply = replyTo(await before.ask({ ...ASKING, scope: { place: PLACE, story: null } }));
  for (const message of messages) {
    const standing = { bot: 'slack', channel: 'C1', message, workspace: 'T1', view: '{}' } as const;
    keepAnswer(ledger, rememberingLog().log, standing, PLACE, reply, ASKING);
  }
  const posted: string[] = [];

  /** A process that has seen the article change, and posts notes. */
  function process(name: string, doing: Doing = async () => {}, own: Partial<Ledger> = {}) {
    const { log, lines } = rememberingLog();
    const follow: Editor['follow'] = async ({ message }) => {
      await doing();
      posted.push(`${name} ${message}`);
      return true;
    };
    const shared = { ...ledger, ...own };
    const desk = openDesk({ knowledge: after, ledger: shared, log });
    const editors = [{ bot: 'slack', edit: follow, follow }] as const;
    const corrections = openCorrections({
      ...{ knowledge: after, ledger: shared, desk, editors, mode: 'note', log },
    });
    return { look: corrections.look, close: corrections.close, lines };
  }

  const counted = async () => (await ledger.journal.list('correction', 99)).length;
  return { ledger, process, posted, counted };
}

/** Long enough for what waits for nothing but the processor. */
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const settle = async (isSo: () => boolean, ms = 0) => {
  while (!isSo()) {
    await new Promise((resolve) => setImmediate(resolve));
    await pass(ms);
  }
};

const slow = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));
const never = () => new Promise<void>(() => undefined);

describe('processes that share a ledger', () => {
  it('correct an answer once, and it counts once, though all see its article change at the same moment', async () => {
    const { process, posted, counted } = await together(['1.0']);
    const processes = ['a', 'b', 'c'].map((name) => process(name, slow(500)));
    for (const { look } of processes) look();
    await settle(() => posted.length > 0, 50);
    await pass(4 * AGAIN);
    expect(posted).toEqual(['a 1.0']);
    expect(await counted()).toBe(1);
    for (const { lines } of processes)
      expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });

  it('share many answers, each corrected once by one of them', async () => {
    const messages = Array.from({ length: 12 }, (_, nth) => `${nth}.0`);
    const { process, posted, counted } = await together(messages);
    // Longer than a claim is good for, after which those that were seen first would look as if nobody had them.
    for (const name of ['a', 'b']) process(name, slow(3_000)).look();
    for (let s = 0; s < 120; s += 1) await pass(1_000);
    expect(posted.map((each) => each.slice(2)).sort()).toEqual([...messages].sort());
    expect(await counted()).toBe(messages.length);
  });

  it('do not correct again what another has while they were long at something else', async () => {
    const { process, posted, counted } = await together(['1.0', '2.0']);
    process('a', slow(60_000)).look();
    await pass();
    process('b').look();
    for (let s = 0; s < 150; s += 1) await pass(1_000);
    expect(posted).toEqual(['b 2.0', 'a 1.0']);
    expect(await counted()).toBe(2);
  });

  it('leave it to the one that is at it, however long its platform makes it wait', async () => {
    const { process, posted, counted } = await together(['1.0']);
    process('a', slow(90_000)).look();
    await pass();
    const b = process('b');
    b.look();
    for (let s = 0; s < 150; s += 1) await pass(1_000);
    expect(posted).toEqual(['a 1.0']);
    expect(await counted()).toBe(1);
  });

  it('correct what one has claimed that died before it had done it', async () => {
    const { ledger, process, posted, counted } = await together(['1.0']);
    let isDead = false;
    const inbox: Ledger['inbox'] = {
      ...ledger.inbox,
      accept: (delivery) => (isDead ? never().then(() => false) : ledger.inbox.accept(delivery)),
    };
    const dying = vi.fn(async () => {
      isDead = true;
      await never();
    });
    process('a', dying, { inbox }).look();
    await settle(() => dying.mock.calls.length > 0);
    process('b').look();
    await pass(5_000);
    expect(posted).toEqual([]);
    for (let s = 0; s < 50; s += 1) await pass(1_000);
    expect(posted).toEqual(['b 1.0']);
    expect(await counted()).toBe(1);
  });

  it('correct what one could not', async () => {
    const { process, posted, counted } = await together(['1.0']);
    const a = process('a', () => Promise.reject(new Error('no way there')));
    // It looks again, but later than the others do.
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.9).mockReturnValue(0.1);
    onTestFinished(() => void vi.restoreAllMocks());
    a.look();
    await settle(() => a.lines.some(({ level }) => level === 'warn'));
    process('b').look();
    for (let s = 0; s < 50; s += 1) await pass(1_000);
    expect(a.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect(posted).toEqual(['b 1.0']);
    expect(await counted()).toBe(1);
  });
});

it('what is corrected is claimed by nobody any more, and holds no words of it', async () => {
  const { ledger, process, posted } = await together(['1.0']);
  const [kept] = await ledger.answers.quoting('ferry', 'post');
  const claims: string[] = [];
  const done: string[] = [];
  const inbox: Ledger['inbox'] = {
    ...ledger.inbox,
    accept(delivery) {
      claims.push(...delivery.names, delivery.payload);
      return ledger.inbox.accept(delivery);
    },
    done(name) {
      done.push(name);
      return ledger.inbox.done(name);
    },
  };
  const a = process('a', undefined, { inbox });
  a.look();
  await settle(() => posted.length > 0);
  await a.close();
  expect(done).toEqual(claims.filter((each) => each !== ''));
  expect(done).toHaveLength(2);
  expect(kept === undefined ? null : done[0]).toMatch(/^slack:correct:C1:1\.0:[\w-]{43}:\d+$/);
  expect(done[0]).toContain(kept === undefined ? '?' : stateOf(kept));
});

it('a ledger that takes nothing on holds no correction up', async () => {
  const { ledger, process, posted, counted } = await together(['1.0', '2.0']);
  // What a ledger does that cannot be used.
  const inbox = { ...ledger.inbox, accept: async () => true };
  let failing = false;
  const answers: Ledger['answers'] = {
    ...ledger.answers,
    async quoting(story, article) {
      if (failing) throw new Error('it cannot be read');
      failing = true;
      return ledger.answers.quoting(story, article);
    },
  };
  process('a', undefined, { inbox, answers }).look();
  await settle(() => posted.length === 2);
  expect(posted).toEqual(['a 1.0', 'a 2.0']);
  expect(await counted()).toBe(2);
});
