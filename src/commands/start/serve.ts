import { setTimeout as sleep } from 'node:timers/promises';
import { configuredBots } from '../../bots/configured.ts';
import { heedingOvertaken } from '../../bots/overtaken.ts';
import type { Config } from '../../config.ts';
import { openLedger } from '../../ledger/open.ts';
import type { LedgerState } from '../../ledger/queued.ts';
import type { Log } from '../../log.ts';
import { type Io, paperOf } from '../command.ts';
import { overview } from '../overview.ts';
import { type Closers, openClosers } from './closers.ts';
import { correctionsOf } from './corrections.ts';
import { watchEngine } from './engine.ts';
import { counted, ledgerLog, wishOf } from './ledger.ts';
import { openLibrary } from './library.ts';
import { startTogether } from './platforms.ts';
import { openReadiness, type Readiness } from './readiness.ts';
import { addressOf, closeStarting, isServed, openServed } from './served.ts';
import { weeklyOf } from './weekly.ts';

/** What is in flight has this long, in ms, when the process is told to stop; it ends within 10 s. */
const STOP_WITHIN = 7_000;

const NEVER = new Promise<never>(() => {});

/** What is to be run. */
export interface Order {
  readonly config: Config;
  /** Folder of the library. */
  readonly data: string;
  /** Whether feeds may come from this machine and from private networks. */
  readonly allowPrivate: boolean;
  readonly io: Io;
  readonly log: Log;
  /** Resolves when the process is told to stop. */
  readonly told: Promise<'told'>;
}

/**
 * Runs everything that is configured until it is told to stop, or until a bot has ended by itself. Then it says that it
 * is not ready, serves on for as long as `DRAIN` says, takes nothing new, and finishes what is in flight.
 *
 * @param order what is to be run
 * @throws {BotStartError} when a bot cannot start, or cannot go on
 * @throws {LibraryError} when the library cannot be read
 * @throws {LedgerError} when a ledger that was stated cannot be used
 */
export async function serve(order: Order): Promise<void> {
  const { config, io, log, told } = order;
  const readiness = openReadiness();
  const closers = openClosers(STOP_WITHIN);
  let isStarted = false;
  const ended = started(order, readiness, closers).then((endings) => {
    isStarted = true;
    return Promise.race(endings);
  });
  // What goes wrong after it was told to stop keeps it no longer.
  ended.catch(() => undefined);
  try {
    const why = await Promise.race([told, ended]);
    readiness.stop();
    if (why === 'told' && isStarted && config.running.drain > 0) {
      log.info({ ms: config.running.drain }, 'told to stop, and serving on until nothing new comes');
      await sleep(config.running.drain);
    }
  } catch (error) {
    if (!isStarted && io.stdout.isTTY !== true) tellWhy(log, error);
    throw error;
  } finally {
    readiness.stop();
    await closers.closeAll();
    log.info({}, 'stopped');
  }
}

/** Whoever sits before it reads the sentence itself. */
function tellWhy(log: Log, error: unknown): void {
  if (!(error instanceof Error) || !('code' in error)) return;
  const said = error.cause instanceof Error ? { cause: error.cause.message } : {};
  log.error({ code: error.code, ...said }, 'it cannot start');
}

/**
 * Opens everything, and starts the bots; none where it was told to stop meanwhile.
 *
 * @returns what ends by itself, as a bot's `ended` does; never empty
 */
async function started(
  order: Order,
  readiness: Readiness,
  closers: Closers,
): Promise<readonly Promise<void>[]> {
  const { config, data, io, log } = order;
  const metrics = isServed(config) ? (await import('../../metrics.ts')).openMetrics() : null;
  const { front, listening } = await openServed(config, log, metrics, readiness);
  closers.add(() => front.close());

  let state: (() => LedgerState) | null = null;
  const kept = await openLedger(wishOf(config), ledgerLog(log), (tell) => {
    state = tell;
  });
  const ledger = counted(kept, metrics);
  closers.addLast(() => ledger.close());

  const library = await openLibrary(order, metrics, closers);
  if (readiness.isStopping()) return [NEVER];
  const { knowledge, feeds } = library;
  const engine = watchEngine(knowledge, metrics);
  const console = {
    input: io.stdin,
    output: io.stdout,
    interactive: io.stdin.isTTY === true && io.stdout.isTTY === true,
    paper: paperOf(io, config.color),
  };
  const { asked } = engine;
  let look = (): void => undefined;
  const answers = heedingOvertaken(ledger.answers, knowledge, () => look());
  const theirs = { ...ledger, answers };
  const bots = await configuredBots({
    config,
    data,
    knowledge,
    asked,
    ledger: theirs,
    metrics,
    front,
    log,
    console,
  });
  for (const bot of bots) closers.add(() => bot.stop());
  const corrections = correctionsOf(bots, knowledge, ledger, config, log);
  look = corrections.look;
  library.heed(look);
  closers.add(() => corrections.close());
  readiness.loaded(bots, engine);
  const { times } = library;
  const told = { library: knowledge, bots: readiness.bots(), times, readiness };
  metrics?.watch(state === null ? told : { ...told, ledger: { state } });

  // First, so that its address can be said before a chat begins.
  const page = bots.find(({ name }) => name === 'web');
  if (page === undefined) closeStarting(front);
  await page?.start();
  const url = page === undefined || listening === null ? null : addressOf(listening);
  if (io.stdout.isTTY) io.stdout.write(`${overview({ ...config, data }, knowledge, url)}\n`);
  feeds.begin();
  const together = await startTogether(
    bots.filter((bot) => bot !== page),
    log,
  );
  const running = page === undefined ? together.running : [page, ...together.running];
  log.info({ bots: running.map((bot) => bot.name) }, 'started');
  // What changed while nobody looked.
  corrections.look();
  const weekly = weeklyOf(running, { channel: config.ledger.reportChannel, knowledge, ledger, log });
  closers.add(() => weekly.close());
  return [together.ended, ...bots.flatMap((bot) => bot.ended ?? [])];
}
