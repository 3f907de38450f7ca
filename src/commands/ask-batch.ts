import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import type { Answer } from '../knowledge/index.ts';
import { printableJson } from '../printable.ts';
import { linesOf } from './batch-lines.ts';
import { type Io, UsageError } from './command.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()], { error: '"id" should be a text or a number' }),
  question: z.string({ error: '"question" should be a text' }),
  story: z.string({ error: '"story" should be the slug of a story' }).nullish(),
});

/**
 * Answers a file of questions, in order. A line that cannot be read is answered with
 * `{"id", "line", "error"}`, so that output and input never come out of step, and the rest goes on.
 *
 * @param source path of a JSONL file, or `-` for standard input
 * @param io where answers and messages go
 * @param ask what answers; `story` as the line says
 * @returns 0 when every line could be read, 2 otherwise
 * @throws {UsageError} when the file cannot be read
 */
export async function answerBatch(
  source: string,
  io: Io,
  ask: (question: string, story: string | null) => Promise<Answer>,
): Promise<number> {
  let number = 0;
  let bad = 0;
  try {
    for await (const text of linesOf(source === '-' ? io.stdin : createReadStream(source))) {
      number += 1;
      if (text?.trim() === '') continue;
      const line = text === null ? TOO_LONG : readLine(text.replace(/^\uFEFF/, ''));
      if (!line.ok) {
        bad += 1;
        io.stderr.write(`line ${number}: ${line.error}\n`);
      }
      const result = line.ok
        ? { id: line.id, ...(await ask(line.question, line.story)) }
        : { id: line.id, line: number, error: line.error };
      if (!io.stdout.write(`${printableJson(result)}\n`)) await once(io.stdout, 'drain');
    }
  } catch (error) {
    throw unreadable(source, error);
  }
  return bad === 0 ? 0 : 2;
}

/** A folder, for one, is opened like a file, and fails when it is read. */
function unreadable(source: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  const isOfFile = syscall === 'open' || syscall === 'read' || code === 'ERR_INVALID_ARG_VALUE';
  if (!isOfFile) return error;
  return new UsageError(`--batch cannot read ${source} (${code}): name a file of JSON lines, or -.`);
}

type ReadLine =
  | {
      readonly ok: true;
      readonly id: string | number;
      readonly question: string;
      readonly story: string | null;
    }
  | { readonly ok: false; readonly id: string | number | null; readonly error: string };

const TOO_LONG: ReadLine = {
  ok: false,
  id: null,
  error: 'This line has more than 1 MB: one question a line.',
};

function readLine(text: string): ReadLine {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, id: null, error: 'This is not JSON: one object a line.' };
  }
  const parsed = Line.safeParse(json);
  if (parsed.success) return { ok: true, ...parsed.data, story: parsed.data.story ?? null };
  return { ok: false, id: idOf(json), error: `${parsed.error.issues[0]?.message ?? 'not a question'}.` };
}

/** What is neither a text nor a number is not given back: JSON can be read that is nested too deeply to be written. */
function idOf(json: unknown): string | number | null {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
