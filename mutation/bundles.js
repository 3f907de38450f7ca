/**
 * Test files → bundles of each with all that it loads of ours, the mutants in it. A bundle is kept in
 * `mutation/dist` until something in it changes.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { hashOf, keep, keptOf } from './kept.js';
import { testFiles } from './test-files.js';

const DIST = 'mutation/dist';

/**
 * Put before each instrumented file: what it counts with, and asks which mutant is switched on, is the
 * worker's. Stryker's own count costs ten times as much, and goes on where nobody reads it.
 */
const SWITCHED = 'stryCov_9fa48 = globalThis.__stryker__.cover;\n';

/**
 * @typedef {import('./kept.js').Kept} Kept
 * @typedef {{ test: string, bundle: string, kept: Kept }} Made  `bundle` is a path
 */

/**
 * @param {ReadonlyMap<string, string>} sources with their mutants, by path from the project's root
 * @param {(made: Made) => void} told of each test file that loads any of these sources
 */
export async function bundled(sources, told) {
  mkdirSync(DIST, { recursive: true });
  /** @param {string} path */
  const codeOf = (path) => {
    const instrumented = sources.get(path);
    if (instrumented === undefined) return readFileSync(path, 'utf8');
    // Where nothing can be changed, as in a file of types, Stryker leaves nothing to count with.
    return instrumented.includes('function stryCov_9fa48') ? SWITCHED + instrumented : instrumented;
  };
  const hashed = remembered((/** @type {string} */ path) => hashOf(codeOf(path)));
  for (const test of testFiles()) {
    const bundle = resolve(DIST, `${test.replace(/\W/g, '_')}.mjs`);
    const kept = keptOf(bundle, hashed) ?? keep(bundle, hashed, await bundleOne(test, bundle, codeOf));
    if (kept.modules.some(([path]) => sources.has(path))) told({ test, bundle, kept });
  }
}

/**
 * @param {string} test
 * @param {string} bundle
 * @param {(path: string) => string} codeOf
 * @returns {Promise<string[]>} the paths of all that is in the bundle
 */
async function bundleOne(test, bundle, codeOf) {
  const built = await rolldown({
    input: test,
    platform: 'node',
    logLevel: 'silent',
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Z]:/i.test(id),
    plugins: [
      {
        name: 'mutants',
        load(id) {
          if (!id.endsWith('.ts')) return null;
          // Files that lie beside a source are looked for beside the source, not beside its bundle.
          const url = JSON.stringify(pathToFileURL(id).href);
          return { code: codeOf(pathOf(id)).replaceAll('import.meta.url', url), moduleType: 'ts' };
        },
      },
    ],
  });
  const { output } = await built.write({ file: bundle, format: 'esm', codeSplitting: false });
  await built.close();
  return output[0].moduleIds.filter((id) => !id.startsWith('\0')).map(pathOf);
}

/** @param {string} id */
const pathOf = (id) => relative('.', id).replaceAll('\\', '/');

/**
 * @template Value
 * @param {(key: string) => Value} make
 */
function remembered(make) {
  /** @type {Map<string, Value>} */
  const known = new Map();
  return (/** @type {string} */ key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
