import { BotStartError } from '../bots/bot.ts';
import { ConfigError, type Environment } from '../config.ts';
import { DeepMeaningError, EngineError, LibraryError } from '../knowledge/index.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { hider } from '../log/hider.ts';
import { passwordsIn } from '../log/passwords.ts';
import { printable, printableLine } from '../printable.ts';
import { type Io, UsageError } from './command.ts';

/** Longest of what is told of a mistake of ours, in characters: some libraries put the whole of an answer there. */
const LONG = 300;

/**
 * Tells whoever sits before the terminal why a command has failed, without secrets and without escape codes. A mistake
 * of ours is told in a sentence as well; with `LOG_LEVEL=debug` the log has where it happened.
 *
 * @param error what was thrown
 * @param io where it is told; secrets of the environment are kept out of it
 */
export async function tellFailure(
  error: unknown,
  { stderr, env }: Pick<Io, 'stderr' | 'env'>,
): Promise<void> {
  const secrets = secretsIn(env);
  const hide = hider(secrets);
  if (isForPeople(error)) {
    // These say what a value should look like, which looks like a secret, and never what it is.
    const isOurs = error instanceof ConfigError || error instanceof UsageError;
    stderr.write(`${printable(isOurs ? error.message : hide(error.message))}\n`);
    return;
  }
  if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
    stderr.write('A package that Nutgraf needs is not installed: run npm ci in its folder.\n');
    return;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  const short = printableLine(hide(message)).slice(0, LONG);
  stderr.write(
    `That was a mistake of Nutgraf's own (${short}): please report it, with what LOG_LEVEL=debug says.\n`,
  );
  if (env.LOG_LEVEL !== 'debug') return;
  const { openLog } = await import('../log.ts');
  openLog('debug', { secrets }, (line) => void stderr.write(line)).error({ err: error }, 'a mistake of ours');
}

/** Errors whose message says to a person what to do. */
function isForPeople(error: unknown): error is Error {
  return [
    UsageError,
    ConfigError,
    LibraryError,
    EngineError,
    LedgerError,
    DeepMeaningError,
    BotStartError,
  ].some((kind) => error instanceof kind);
}

/** Also where the configuration cannot be read: tokens, keys and passwords by their names, and those in addresses. */
function secretsIn(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([name, value = '']) => {
    if (/(?:TOKEN|SECRET|KEY|PASSWORD)$/.test(name)) return [value];
    // Nodes of a cluster stand in one value, with commas between them.
    return [value, ...value.split(',')].flatMap(passwordsIn);
  });
}
