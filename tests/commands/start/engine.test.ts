import { expect, it } from 'vitest';
import { watchEngine } from '../../../src/commands/start/engine.ts';
import { openReadiness } from '../../../src/commands/start/readiness.ts';
import { type Knowledge, openKnowledge } from '../../../src/knowledge/index.ts';
import { requestId } from '../../../src/log.ts';

const QUESTION = {
  text: 'How did the board vote?',
  scope: { place: { bot: 'web' }, story: null },
  earlier: [],
} as const;

/** A library whose engine can be taken away. */
async function opened() {
  const real = await openKnowledge({ data: 'data' });
  const at = {
    ms: 0,
    isAway: false,
    hangs: false,
    trouble: null as string | null,
    failures: 0,
    asked: [] as unknown[],
  };
  const knowledge: Pick<Knowledge, 'ask' | 'storiesOpenTo' | 'trouble'> = {
    async ask(question) {
      at.asked.push(requestId());
      if (at.hangs) await new Promise(() => undefined);
      if (at.isAway) throw new Error('the engine is away');
      return real.ask(question);
    },
    storiesOpenTo: real.storiesOpenTo,
    trouble: () => at.trouble,
  };
  const engineFailed = () => {
    at.failures += 1;
  };
  const engine = watchEngine(knowledge, { engineFailed }, () => at.ms);
  return { at, engine };
}

it('an engine is asked whether it answers, but not where it has just answered somebody', async () => {
  const { at, engine } = await opened();
  await engine.asked.ask(QUESTION);
  expect(await engine.look()).toBe(true);
  expect(at.asked).toHaveLength(1);
  at.ms += 6_000;
  expect(await engine.look()).toBe(true);
  expect(at.asked).toEqual([undefined, 'looking']);
});

it('an engine that failed is down until it answers again, and each failure is counted', async () => {
  const { at, engine } = await opened();
  at.isAway = true;
  await expect(engine.asked.ask(QUESTION)).rejects.toThrow('away');
  expect([engine.isUp(), await engine.look(), at.failures]).toEqual([false, false, 2]);
  at.isAway = false;
  expect([await engine.look(), engine.isUp()]).toEqual([true, true]);
});

it('an engine that hangs is down, and is asked by one of us at a time', async () => {
  const { at, engine } = await opened();
  at.hangs = true;
  expect(await Promise.all([engine.look(), engine.look()])).toEqual([false, false]);
  expect(at.asked).toHaveLength(1);
});

it('an engine that says what troubles it is down at once', async () => {
  const { at, engine } = await opened();
  await engine.asked.ask(QUESTION);
  at.trouble = 'no node answers';
  expect(engine.isUp()).toBe(false);
});

it('a process names what it lacks: the library, a bot, the engine, and that it stops', async () => {
  const { at, engine } = await opened();
  const readiness = openReadiness();
  expect([await readiness.missing(), readiness.isReady()]).toEqual([['library'], false]);
  let health: 'connected' | 'connecting' = 'connecting';
  const bot = { name: 'slack', start: async () => {}, stop: async () => {}, health: () => health } as const;
  readiness.loaded([bot, { ...bot, name: 'terminal' }], engine);
  expect(await readiness.missing()).toEqual(['slack']);
  health = 'connected';
  expect([await readiness.missing(), readiness.isReady()]).toEqual([[], true]);
  at.isAway = true;
  at.ms += 60_000;
  expect([await readiness.missing(), readiness.isReady()]).toEqual([['engine'], false]);
  readiness.stop();
  expect(await readiness.missing()).toEqual(['stopping']);
});
