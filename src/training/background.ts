import { readMarkedSet } from '../evaluation/sets/marked.ts';
import { writtenBackground } from '../knowledge/index.ts';
import { SETS } from './settings.ts';

/** What general English is counted over. */
const BACKGROUND = [...SETS, 'train-forum'] as const;

/**
 * @param folder where the sets are
 * @returns how often terms stand in general English, as it is written
 * @throws {QuestionSetError} when a set cannot be read
 */
export async function background(folder: string): Promise<string> {
  const sets = await Promise.all(BACKGROUND.map((name) => readMarkedSet(`${folder}/${name}`)));
  return writtenBackground(sets.flatMap(({ stories }) => stories));
}
