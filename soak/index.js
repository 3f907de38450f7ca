/**
 * `npm run soak`: bundles the soak and runs it. Node 20 reads no TypeScript.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, USAGE, UsageError } from './options.js';

const SOAK = dirname(fileURLToPath(import.meta.url));
const BUILD = { id: new URL('../scripts/build.js', import.meta.url).href, external: true };

/** @param {readonly string[]} args */
async function run(args) {
  const options = readOptions(args);
  if (options.help) {
    console.log(USAGE);
    return;
  }
  await bundle();
  // The program is copied from here, as it is installed.
  process.chdir(dirname(SOAK));
  const { main } = await import(new URL('./dist/main.js', import.meta.url).href);
  process.exitCode = await main(options);
}

async function bundle() {
  const { rolldown } = await import('rolldown');
  const built = await rolldown({
    input: join(SOAK, 'main.ts'),
    cwd: SOAK,
    platform: 'node',
    // SQLite's driver looks for files beside its own, and what builds the program for the program.
    external: [/^node:/, /^libsql/, /^file:/],
    plugins: [{ name: 'build', resolveId: (id) => (id.endsWith('/scripts/build.js') ? BUILD : null) }],
    logLevel: 'warn',
  });
  await built.write({ dir: join(SOAK, 'dist'), format: 'esm', cleanDir: true });
  await built.close();
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
