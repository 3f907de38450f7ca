import { type Bot, BotStartError } from '../../bots/bot.ts';
import type { Log } from '../../log.ts';

/**
 * In ms: for so long others go on without a bot whose platform could not be reached. A new process then finds whether
 * it can; what was taken on meanwhile is lost by neither.
 */
const UNREACHED_FOR = 5 * 60_000;
/** What passes by itself. Anything else somebody has to mend, and starting again would not. */
const PASSING = new Set<BotStartError['code']>(['unreachable', 'too-many-starts']);

/** Bots that were started together. */
export interface Started {
  /** Those that people can ask. */
  readonly running: readonly Bot[];
  /** Rejects when a new process should try to reach what this one could not. */
  readonly ended: Promise<never>;
}

/**
 * Starts bots, each beside the others. One that cannot start keeps none of the others from answering: it is told in
 * the log, and `/readyz` names it.
 *
 * @param bots which
 * @param log where it is told
 * @param unreachedFor see {@link UNREACHED_FOR}; tests have no minutes
 * @returns those that run, at least one
 * @throws {BotStartError} where none of them can start; anything else that one of them threw
 */
export async function startTogether(
  bots: readonly Bot[],
  log: Pick<Log, 'error'>,
  unreachedFor = UNREACHED_FOR,
): Promise<Started> {
  const failed: { readonly bot: Bot; readonly error: BotStartError }[] = [];
  const all = await Promise.allSettled(bots.map((bot) => bot.start()));
  for (const [index, result] of all.entries()) {
    const bot = bots[index];
    if (result.status === 'fulfilled' || bot === undefined) continue;
    if (!(result.reason instanceof BotStartError)) throw result.reason;
    failed.push({ bot, error: result.reason });
  }
  const none = failed.length === bots.length;
  for (const { bot, error } of none ? failed.slice(1) : failed) {
    const more = none ? '' : ' Until then the others go on without it.';
    log.error({ bot: bot.name, code: error.code }, `${error.message}${more}`);
  }
  if (none && failed[0] !== undefined) throw failed[0].error;
  const running = bots.filter((bot) => failed.every((each) => each.bot !== bot));
  const passing = failed.find(({ error }) => PASSING.has(error.code));
  return { running, ended: passing === undefined ? never() : later(unreachedFor, passing.error) };
}

function never(): Promise<never> {
  return new Promise(() => {});
}

function later(ms: number, error: BotStartError): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    setTimeout(() => reject(error), ms).unref();
  });
  // Whoever started them may be told to stop before.
  ended.catch(() => undefined);
  return ended;
}
