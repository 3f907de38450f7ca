import manifest from '../package.json' with { type: 'json' };
import { BotStartError } from './bots/bot.ts';
import { type Command, type Io, UsageError } from './commands/command.ts';
import { ConfigError, loadEnvironment } from './config.ts';
import { DeepMeaningError, EngineError, LibraryError } from './knowledge/index.ts';
import { LedgerError } from './ledger/ledger-error.ts';

/** Each command is loaded when it is called: `ask` has no use for what `start` needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).startCommand,
  ask: async () => (await import('./commands/ask.ts')).askCommand,
  add: async () => (await import('./commands/add.ts')).addCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  index: async () => (await import('./commands/index-library.ts')).indexCommand,
  eval: async () => (await import('./commands/eval.ts')).evalCommand,
  train: async () => (await import('./commands/train.ts')).trainCommand,
  list: async () => (await import('./commands/list.ts')).listCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  forget: async () => (await import('./commands/forget.ts')).forgetCommand,
  register: async () => (await import('./commands/register.ts')).registerCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
};

/**
 * Runs a command line.
 *
 * @param args what stands after `nutgraf`
 * @param io streams and environment
 * @returns the exit code
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === '--version' || name === '-V') {
      io.stdout.write(`${manifest.version}\n`);
      return 0;
    }
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      io.stdout.write(await usage());
      return 0;
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined) throw new UsageError(`There is no command "${name}": see nutgraf help.`);
    const command = await load();
    const end = rest.indexOf('--');
    const options = end < 0 ? rest : rest.slice(0, end);
    if (options.includes('--help') || options.includes('-h')) {
      io.stdout.write(`${command.help}\n`);
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    if (!isForPeople(error)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** Errors whose message says to a person what to do; any other is a mistake of ours and keeps its stack. */
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

async function usage(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `nutgraf ${manifest.version}`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'nutgraf COMMAND --help says more.',
    '',
  ].join('\n');
}

/** A reader that has seen enough (`nutgraf list | head`) is no error. */
function endQuietlyOn(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

/** How long, in ms, a handle that some library forgot may keep a command that is done alive. */
const LINGER = 500;

/** Runs this process's own command line. */
export async function main(): Promise<void> {
  const { stdin, stdout, stderr } = process;
  endQuietlyOn(stdout);
  process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env: loadEnvironment() });
  setTimeout(() => process.exit(), LINGER).unref();
}
