import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Answer } from '../knowledge/index.ts';
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
  const input = source === '-' ? io.stdin : createReadStream(source);
  if (source !== '-') {
    await once(input, 'open').catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`--batch cannot read ${source} (${error.code}): name a file of JSON lines, or -.`);
    });
  }
  let number = 0;
  let bad = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const line = readLine(text.replace(/^\uFEFF/, ''));
    if (!line.ok) {
      bad += 1;
      io.stderr.write(`line ${number}: ${line.error}\n`);
    }
    const result = line.ok
      ? { id: line.id, ...(await ask(line.question, line.story)) }
      : { id: line.id, line: number, error: line.error };
    if (!io.stdout.write(`${JSON.stringify(result)}\n`)) await once(io.stdout, 'drain');
  }
  return bad === 0 ? 0 : 2;
}

type ReadLine =
  | {
      readonly ok: true;
      readonly id: string | number;
      readonly question: string;
      readonly story: string | null;
    }
  | { readonly ok: false; readonly id: unknown; readonly error: string };

function readLine(text: string): ReadLine {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, id: null, error: 'This is not JSON: one object a line.' };
  }
  const parsed = Line.safeParse(json);
  if (parsed.success) return { ok: true, ...parsed.data, story: parsed.data.story ?? null };
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return { ok: false, id, error: `${parsed.error.issues[0]?.message ?? 'not a question'}.` };
}
