/** Source files → the same files with all their mutants in them, each behind a switch. */
import { readdirSync, readFileSync } from 'node:fs';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';

/**
 * @typedef {{ id: string, file: string, line: number, kind: string, was: string, becomes: string }} Mutant
 *   `line` counts from 1
 */

/** Texts of errors and reasons are for people: changing them tells nothing of the tests. */
const LEFT_OUT = ['StringLiteral'];

const silent = () => {};
const log = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

/**
 * @param {(file: string) => boolean} isWanted by its path from the project's root
 * @returns {Promise<{ sources: Map<string, string>, mutants: Mutant[] }>} `sources` by path
 */
export async function mutated(isWanted) {
  const names = readdirSync('src/knowledge', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/knowledge/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && isWanted(name));
  const contents = new Map(names.map((name) => [name, readFileSync(name, 'utf8')]));
  const injector = createInjector().provideValue('logger', log).provideValue('options', {});
  const instrumenter = createInstrumenter(/** @type {never} */ (injector));
  const { files, mutants } = await instrumenter.instrument(
    [...contents].map(([name, content]) => ({ name, content, mutate: true })),
    { ignorers: [], excludedMutations: LEFT_OUT, plugins: null },
  );
  return {
    sources: new Map(files.map(({ name, content }) => [name, content])),
    mutants: mutants
      .filter(({ status }) => status === undefined)
      .map(({ id, fileName, location, mutatorName, replacement }) => ({
        id,
        file: fileName,
        line: location.start.line + 1,
        kind: mutatorName,
        was: slice(contents.get(fileName) ?? '', location),
        becomes: replacement ?? '',
      })),
  };
}

/**
 * @param {string} text
 * @param {{ start: { line: number, column: number }, end: { line: number, column: number } }} location lines from 0
 */
function slice(text, { start, end }) {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column : 0, at === last ? end.column : undefined))
    .join('\n');
}
