import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from './bot/bot.ts';
import { measured, type Sample } from './counting/memory.ts';
import { fateOf } from './counting/sum.ts';
import type { Question } from './counting/tally.ts';
import { ask } from './driving/asking.ts';
import type { Corrected } from './driving/canary.ts';
import { ALL_FAULTS, type FaultName } from './faults/all.ts';
import type { Reach } from './faults/fault.ts';
import { planFaults } from './faults/plan.ts';
import { randomFrom } from './random.ts';
import type { Mark } from './render/memory-chart.ts';
import { openScene, type Scene } from './scene.ts';

/** What is to be run. */
export interface Order {
  readonly minutes: number;
  /** Questions a second. */
  readonly rate: number;
  readonly seed: number;
  readonly faults: readonly FaultName[];
  /** `sqlite`, `off` or the address of a PostgreSQL database. */
  readonly ledger: string;
}

/** What came of it. */
export interface Driven {
  readonly questions: readonly Question[];
  readonly strays: readonly string[];
  readonly faults: readonly Mark[];
  readonly samples: readonly Sample[];
  /** When processes were started again, in ms since people began to ask. */
  readonly restarts: readonly number[];
  readonly corrected: Corrected;
  readonly died: readonly string[];
  readonly complaints: Readonly<Record<string, number>>;
}

/** In ms: how often memory is measured, and how often the platforms forget. */
const [MEASURED, FORGOTTEN] = [8_000, 1_000];
/** What the platforms keep: some minutes of messages, so that answers can be edited. */
const KEPT = 2_500;
/** In ms: what a process had taken on is answered within as long after it was over, by whoever is there. */
const ANSWERED_WITHIN = 90_000;
/** In ms: whoever answers a second time would do so now. */
const SECOND = 3_000;

/**
 * Runs the whole bot for a while, with what goes wrong.
 *
 * @param order what is to be run
 * @param say told what happens now
 * @returns what came of it
 * @throws Error where the bot does not start
 */
export async function drive(order: Order, say: (line: string) => void): Promise<Driven> {
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-soak-'));
  const scene = await openScene(order, folder);
  try {
    say(`asking for ${order.minutes} minutes, seed ${order.seed}`);
    return await played(order, scene, say);
  } finally {
    await scene.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function played(order: Order, scene: Scene, say: (line: string) => void): Promise<Driven> {
  const { streets, tally, reach } = scene;
  const { bots, corrected, clock } = reach;
  const ms = order.minutes * 60_000;
  const [samples, faults, restarts]: [Sample[], Mark[], number[]] = [[], [], []];
  scene.begin();
  const measuring = again(Math.min(MEASURED, ms / 20), async () => {
    samples.push(...(await measured(bots, clock(), tally.questions.length)));
  });
  const forgetting = again(FORGOTTEN, () => scene.forget(KEPT));
  const suffering = suffer(order, reach, faults, restarts, say);
  const waiting = () => stillWaiting(tally.questions, clock());
  await ask(streets, { rate: order.rate, ms, waiting }, randomFrom(order.seed));
  await measuring();
  await suffering;
  say('asked; waiting for the last answers');
  await settled(tally.questions);
  await Promise.all(corrected.pending);
  await sleep(SECOND);
  await forgetting();
  const complaints = complaintsOf(bots);
  for (const bot of bots) await bot.stop();
  const died = bots.flatMap((bot) => bot.died() ?? []);
  const { questions, strays } = tally;
  return { questions, strays, faults, samples, restarts, corrected, died, complaints };
}

/** Does something again and again; what it returns ends that. */
function again(wait: number, work: () => unknown): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const going = (async () => {
    while (!signal.aborted) {
      await work();
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort();
    await going;
  };
}

async function suffer(
  { faults: names, minutes, seed }: Order,
  reach: Reach,
  marks: Mark[],
  restarts: number[],
  say: (line: string) => void,
): Promise<void> {
  const plan = planFaults(names, 'restarted', minutes * 60_000, randomFrom(seed + 1));
  for (const { name, at, ms } of plan) {
    await sleep(Math.max(0, at - reach.clock()));
    const from = reach.clock();
    say(`${Math.round(from / 1000)} s: ${name}`);
    const mark = { name, from, to: Number.POSITIVE_INFINITY };
    marks.push(mark);
    await ALL_FAULTS[name](reach, ms);
    mark.to = reach.clock();
    if (name === 'restarted') restarts.push(mark.to);
  }
}

/** Of the last minute alone: who waits longer waits for something that is not there. */
function stillWaiting(questions: readonly Question[], now: number): number {
  let waiting = 0;
  for (let index = questions.length - 1; index >= 0; index -= 1) {
    const question = questions[index];
    if (question === undefined || now - question.askedAt > 60_000) break;
    if (fateOf(question) === 'lost') waiting += 1;
  }
  return waiting;
}

async function settled(questions: readonly Question[]): Promise<void> {
  const end = performance.now() + ANSWERED_WITHIN;
  while (questions.some((question) => fateOf(question) === 'lost') && performance.now() < end) {
    await sleep(250);
  }
}

/** By what they say; which ids they carry differs each time. */
function complaintsOf(bots: readonly Bot[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const line of bots.flatMap((bot) => bot.complaints())) {
    const message = messageOf(line);
    counted[message] = (counted[message] ?? 0) + 1;
  }
  return counted;
}

function messageOf(line: string): string {
  try {
    const { msg, err } = JSON.parse(line);
    return `${msg}${err?.message === undefined ? '' : ` (${String(err.message).slice(0, 120)})`}`;
  } catch {
    return line.slice(0, 200);
  }
}
