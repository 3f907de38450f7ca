/** Which test files there are of `knowledge/` that can be run many times in one process. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Left out, because they replace modules or the clock by vitest's own means, start threads from files of ours, or skip
 * themselves. What only they notice counts as unnoticed here.
 */
const LEFT_OUT = /vi\.(?:mock|doMock|resetModules|useFakeTimers)\b|(?:minilm|reader)-worker|\{ skip \}/;

/** @returns {string[]} paths from the project's root */
export function testFiles() {
  return readdirSync('tests/knowledge', { recursive: true, encoding: 'utf8' })
    .map((name) => join('tests/knowledge', name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts'))
    .filter((name) => !LEFT_OUT.test(readFileSync(name, 'utf8')))
    .toSorted();
}

/**
 * @param {string} test path of a test file
 * @param {string} source path of a source file
 * @returns {boolean} whether the test is that file's own: of its name, in the folder of its name, of its folder's
 *   name, or beside it in a folder below `knowledge/`
 */
export function isMirrorOf(test, source) {
  const mirrored = test.replace(/^tests/, 'src').replace(/\.test\.ts$/, '');
  const own = source.replace(/\.ts$/, '');
  const folder = dirname(source);
  const isBeside = folder !== 'src/knowledge' && dirname(mirrored) === folder;
  return mirrored === own || mirrored.startsWith(`${own}/`) || mirrored === folder || isBeside;
}
