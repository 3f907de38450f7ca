import type { Readable, Writable } from 'node:stream';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Paper } from '../bots/terminal/render.ts';
import type { Environment, GeneralConfig } from '../config.ts';
import { ENGINE_NAMES, type EngineName } from '../knowledge/index.ts';

/** What a command may touch of the process. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Answers. */
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** Messages. */
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Environment;
}

/** One word of the command line, such as `ask`. */
export interface Command {
  readonly name: string;
  /** A line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /**
   * @param args what stands after the command's name
   * @param io streams and environment
   * @returns the exit code: 0 done, 1 unanswered, 2 bad usage or a library that cannot be read
   */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** The command line makes no sense. The message says what it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'bad-usage';
}

/**
 * Reads a command's options.
 *
 * @param args what stands after the command's name
 * @param options what there is, in the form of `node:util`'s `parseArgs`
 * @returns options and positionals
 * @throws {UsageError} for an option that there is not, or that lacks its value
 */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  const parsed = parsedArgs(args, options);
  // What a script leaves empty by mistake would be the folder that it runs in.
  if ((parsed.values as { readonly data?: unknown }).data === '') {
    throw new UsageError('--data should name a folder: it is empty.');
  }
  return parsed;
}

function parsedArgs<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Node's message ends with advice about `--`, in which only the first sentence is for everybody.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split('. ')[0]?.replace(/\.$/, '') ?? message}.`);
  }
}

/** Formatting is for people: what is read by another program gets plain text, and no line is broken. */
export function paperOf(io: Io, color: GeneralConfig['color']): Paper {
  const isTTY = io.stdout.isTTY === true;
  return {
    bold: color === 'always' || (color === 'auto' && isTTY),
    width: isTTY ? (io.stdout.columns ?? 80) : null,
  };
}

/**
 * @param name what `--engine` says; `undefined` when it is not given
 * @returns the engine's name; `null` when it is not given
 * @throws {UsageError} for an engine that there is not
 */
export function engineOf(name: string | undefined): EngineName | null {
  if (name === undefined) return null;
  const known = ENGINE_NAMES.find((engine) => engine === name);
  if (known === undefined) throw new UsageError(`--engine should be one of ${ENGINE_NAMES.join(', ')}.`);
  return known;
}

/** @returns what `--limit` says; `null` without it */
export function limitOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError('--limit should be a whole number from 1.');
  return Number(text);
}
