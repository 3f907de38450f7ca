/**
 * `npm run bench`: installs the peers when they are missing, bundles the bench and runs it. Node 20 reads no
 * TypeScript, and the peers are no business of the main installation.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, USAGE, UsageError } from './options.js';

const BENCH = dirname(fileURLToPath(import.meta.url));
const DIST = join(BENCH, 'dist');

/** @param {readonly string[]} args */
async function run(args) {
  const options = readOptions(args);
  if (options.help) {
    console.log(USAGE);
    return;
  }
  if (!options.ledger && options.web === undefined && !areInstalled()) install();
  await bundle();
  const { main } = await import(new URL('./dist/main.js', import.meta.url).href);
  await main(options);
}

/** Whether what is installed is what the lock file names: npm notes when it installed. */
function areInstalled() {
  const installed = join(BENCH, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(join(BENCH, 'package-lock.json')).mtimeMs;
}

/** No package may run a script of its own: none of them needs to. */
function install() {
  console.error('Installing the peers in bench/ (npm ci --prefix bench --ignore-scripts) …');
  const { status } = spawnSync('npm', ['ci', '--prefix', BENCH, '--ignore-scripts'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new UsageError('The peers cannot be installed: see what npm says above.');
}

async function bundle() {
  const { rolldown } = await import('rolldown');
  const built = await rolldown({
    input: { main: join(BENCH, 'run/main.ts'), child: join(BENCH, 'run/child.ts') },
    cwd: BENCH,
    platform: 'node',
    external: isOutside,
    logLevel: 'warn',
  });
  await built.write({ dir: DIST, format: 'esm', cleanDir: true });
  await built.close();
  // What starts a cluster looks for it beside itself.
  copyFileSync(join(BENCH, '../tests/cluster/pom.xml'), join(DIST, 'pom.xml'));
}

/**
 * The peers' packages are loaded as they are installed here; Nutgraf's are bundled with it.
 *
 * @param {string} id what is imported
 * @param {string | undefined} importer the file that imports it
 */
function isOutside(id, importer) {
  const isPackage = !id.startsWith('.') && !id.startsWith('/') && !/^[A-Z]:/i.test(id);
  // The stores' drivers find files beside their own; the cluster's client is none of a process without one.
  if (id.startsWith('node:') || ['libsql', 'pg', '@opensearch-project/opensearch'].includes(id)) return true;
  return isPackage && importer?.startsWith(join(BENCH, 'peers')) === true;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const { code } = /** @type {{ code?: unknown }} */ (error);
  if (!['usage', 'bad-set', 'no-cluster'].includes(String(code))) throw error;
  console.error(error instanceof Error ? error.message : error);
  if (code === 'usage') console.error(`\n${USAGE}`);
  process.exitCode = 2;
}
