import manifest from '../package.json' with { type: 'json' };
import { type Command, type Io, UsageError } from './commands/command.ts';
import { tellFailure } from './commands/failure.ts';
import { loadEnvironment } from './config.ts';

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
    await tellFailure(error, io);
    return 2;
  }
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
function endOnBroken({ stdout, stderr }: NodeJS.Process): void {
  // What can no longer be told keeps nothing from being done.
  stderr.on('error', () => undefined);
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit();
    stderr.write(`What was to be printed cannot be written (${code}): look whether the disk has room.\n`);
    process.exit(2);
  });
}

/** How long, in ms, a handle that some library forgot may keep a command that is done alive. */
const LINGER = 500;

/** Runs this process's own command line. */
export async function main(): Promise<void> {
  const { stdin, stdout, stderr } = process;
  let io: Io = { stdin, stdout, stderr, env: {} };
  endOnBroken(process);
  // Node would print the error with everything that hangs on it, such as the headers of a request.
  process.on('uncaughtException', (error) => void tellFailure(error, io).finally(() => process.exit(2)));
  try {
    io = { ...io, env: loadEnvironment() };
    process.exitCode = await run(process.argv.slice(2), io);
  } catch (error) {
    await tellFailure(error, io);
    process.exitCode = 2;
  }
  setTimeout(() => process.exit(), LINGER).unref();
}
