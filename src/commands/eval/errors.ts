import { writeFile } from 'node:fs/promises';
import type { Evaluation } from '../../evaluation/evaluate.ts';
import { UsageError } from '../command.ts';

/**
 * Writes what went wrong, one JSON object a line.
 *
 * @param path the file, which is replaced
 * @param evaluations what was measured
 * @throws {UsageError} when it cannot be written
 */
export async function writeErrors(path: string, evaluations: readonly Evaluation[]): Promise<void> {
  const lines = evaluations.flatMap(({ name, misses }) => misses.map((miss) => ({ set: name, ...miss })));
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeFile(path, text).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `--errors cannot write ${path} (${error.code}): name a file in a folder that is there.`,
    );
  });
}
